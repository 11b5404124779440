"""Puts faults into copies of a corpus: one each in a hundred files, or a hundred each."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

FILES = 100
FAULTS = 100
"""In each of the files that are full of them."""

Slip = Callable[[str], str]


def _wrong_day(text: str) -> str:
    return re.sub(r"(?m)^(  - date: [0-9]{4})-[0-9]{2}-[0-9]{2}$", r"\1-02-30", text, count=1)


def _unknown_unit(text: str) -> str:
    """One of its own in each file, for a missing name is told once, however often it stands."""
    number = text.split("\n", 1)[0].rsplit("-", 1)[-1]
    return re.sub(r"(?m)^(support:\n  - ).*$", rf"\g<1>示例单位{number}", text, count=1)


def _unknown_key(text: str) -> str:
    return re.sub(r"(?m)^measure: ", "measures: ", text, count=1)


def _dangling(text: str) -> str:
    return re.sub(r"(?m)^(resolution: R-[0-9]{4}-).*$", r"\g<1>999999", text, count=1)


def _wide_colon(text: str) -> str:
    return text.replace("\ntitle: ", "\ntitle：", 1)


SLIPS: tuple[Slip, ...] = (_wrong_day, _unknown_unit, _unknown_key, _dangling, _wide_colon)
"""What clerks do: each gives one finding, two of them in files that cannot be read as records."""


def with_faults(records: Path, copy: Path) -> list[Path]:
    """Copy the folder, give tasks here and there one fault, of each kind in turn, and tell which."""
    return _spoilt(records, copy, lambda text, number: SLIPS[number % len(SLIPS)](text))


def full_of_faults(records: Path, copy: Path) -> list[Path]:
    """Copy it, give each of them a hundred: days that do not exist, or units that nobody knows."""
    return _spoilt(
        records, copy, lambda text, number: _many_days(text) if number % 2 else _many_units(text, number)
    )


def _spoilt(records: Path, copy: Path, slip: Callable[[str, int], str]) -> list[Path]:
    shutil.copytree(records, copy)
    chosen = list(_chosen(copy))
    for number, path in enumerate(chosen):
        path.write_text(slip(path.read_text(encoding="utf-8"), number), encoding="utf-8")
    return chosen


def _many_days(text: str) -> str:
    notes = "".join(f"  - date: 2026-13-{day % 28 + 1:02d}\n    text: 已核对\n" for day in range(FAULTS))
    return f"{text}notes:\n{notes}"


def _many_units(text: str, number: int) -> str:
    units = "".join(f"  - 示例单位{number * FAULTS + each}\n" for each in range(FAULTS))
    return text.replace("support:\n", f"support:\n{units}", 1)


def _chosen(root: Path) -> Iterator[Path]:
    """A hundred tasks from the whole length of the folder, or half of those of a small one."""
    tasks = sorted((root / "tasks").rglob("*.yaml"))
    fit = [path for path in tasks if _fits(path.read_text(encoding="utf-8"))]
    count = min(FILES, len(fit) // 2)
    yield from (fit[number * len(fit) // count] for number in range(count))


def _fits(text: str) -> bool:
    """Whether every slip can be made in it, with one finding each."""
    return all(f"\n{key}" in text for key in ("resolution: ", "support:\n", "reports:\n", "confirmation:\n"))
