"""Any bytes in any record give findings, never an error: for a bounded time here, longer in ``make fuzz``."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import SAMPLE, SAMPLE_DAY, texts
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import Finding, Summary
from lianxi.mending import mended
from lianxi.tree import TextTree
from lianxi.visible import visible

SECONDS = float(os.environ.get("FUZZ_SECONDS", "8"))
"""How long the mutations of whole records go on; ``make fuzz`` sets more."""
SEED = int(os.environ.get("FUZZ_SEED", "2026"))
SLOWEST = 2.0
FILES = texts(SAMPLE)
PATHS = sorted(FILES)
FORMATS = ("text", "json", "github", "gitlab", "junit", "markdown")
PIECES = (
    *"：，；、。　\t\0\x1b\x7f\u2028\u202e\ufeff\r\n #-[]{}*&!%@`|>'\"<~",
    *("- ", ": ", "---\n", "...\n", "<<: ", "? ", "  ", "{a: ", "[[", "]]", "&a ", "*a", "!!str ", "null"),
    *("2026-02-30", "年底前", "是", "[red]", "::error::", "##[group]", "\x1b[31m", "：\n", "9" * 30),
)

bounded = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def examined(files: dict[str, str | bytes]) -> list[Finding]:
    """The findings of a whole folder, each told, placed and printable."""
    start = time.process_time()
    book = load(TextTree(files))
    found = check(book, SAMPLE_DAY)
    assert time.process_time() - start < SLOWEST
    for each in found:
        assert each.line >= 1
        assert each.column >= 1
        assert each.message
        assert each.remedy
        assert each.mend or each.person
    summary = Summary.of(found, len(book.entries), SAMPLE_DAY.isoformat())
    for name in FORMATS:
        printed = import_module(f"lianxi.formats.{name}").written(found, summary)
        assert visible(printed) == printed, name
    return found


def in_one(path: str, content: str | bytes) -> list[Finding]:
    """The findings on one record among the others, told twice alike."""
    files: dict[str, str | bytes] = {"mechanism.yaml": FILES["mechanism.yaml"], path: content}
    found = examined(files)
    assert [each.message for each in check(load(TextTree(files)), SAMPLE_DAY)] == [
        each.message for each in found
    ]
    return found


@bounded
@given(st.sampled_from(PATHS), st.binary(max_size=400))
def test_raw_bytes(path: str, raw: bytes) -> None:
    in_one(path, raw)


@bounded
@given(st.sampled_from(PATHS), st.text(max_size=200))
def test_any_text(path: str, text: str) -> None:
    in_one(path, text.encode("utf-8", "surrogatepass"))


def dropped(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + chance.randrange(1, 9) :]


def pieced(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    piece: str = chance.choice(PIECES)
    return text[:at] + piece + text[at:]


def shifted(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randrange(5) + lines[at].lstrip(" ")
    return "\n".join(lines)


def moved(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return "\n".join(lines)


def spliced(text: str, chance: random.Random) -> str:
    other = FILES[chance.choice(PATHS)]
    start = chance.randrange(len(other))
    at = chance.randrange(len(text) + 1)
    return text[:at] + other[start : start + chance.randrange(1, 200)] + text[at:]


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (dropped, pieced, shifted, moved, spliced)


def test_mutations_of_real_records(tmp_path: Path) -> None:
    kept = tmp_path / "input.yaml"
    chance = random.Random(SEED)  # noqa: S311 - a repeatable run, no secret
    until, count = time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        path = chance.choice(PATHS)
        text = FILES[path]
        for _ in range(chance.randrange(1, 4)):
            text = chance.choice(CHANGES)(text or "\n", chance)
        kept.write_text(text, encoding="utf-8", errors="surrogatepass")  # what was tried, should it fail
        found = in_one(path, text)
        mends = [each.mend for each in found if each.mend and each.path == path]
        in_one(path, mended(text, mends))
        count += 1
    print(f"{count} mutations, seed {SEED}")  # noqa: T201 - make fuzz shows it
    assert count


@settings(bounded, max_examples=15)
@given(st.data())
def test_whole_folders_with_several_faults(data: st.DataObject) -> None:
    files: dict[str, str | bytes] = dict(FILES)
    for path in data.draw(st.lists(st.sampled_from(PATHS[:-1]), min_size=1, max_size=4, unique=True)):
        chance = random.Random(data.draw(st.integers(0, 10_000)))  # noqa: S311 - as above
        files[path] = chance.choice(CHANGES)(FILES[path], chance)
    examined(files)
