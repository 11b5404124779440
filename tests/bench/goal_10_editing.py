"""Goal 10: one report written into a record of a large folder, beside an interpreter that does nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.plan import Ground
from bench.programs import lianxi, nothing, on_the_day
from bench.table import Table, at_most, row, table
from bench.timing import in_turn

_CLOSED = (
    "\ncompletions:",
    "\nsuspensions:",
    "\ncancelled:",
    "\nupward:",
    "\nmilestones:",
    "\ndue: 长期坚持",
)


def tables(ground: Ground) -> Iterator[Table]:
    records = ground.folder / "edited" / "records"
    shutil.copytree(ground.records(ground.most), records)
    path, unit = _open_task(records)
    kept = path.read_bytes()
    text = "已完成方案初稿，正在征求意见。（示例）"
    words = ("report", path.stem, "--by", unit, "--text", text, *on_the_day(records))
    works = [nothing(), replace(lianxi("lianxi report", *words), before=lambda: path.write_bytes(kept))]
    found = in_turn(works, ground.plan.many, ground.plan.seconds)
    empty, report = found
    lines = [row(empty), row(report, empty, at_most(30))]
    yield table(f"goal 10: a report in a folder of {ground.most:,} records", found, lines)


def _open_task(records: Path) -> tuple[Path, str]:
    """The last task that is still being done, and the unit that leads it."""
    for path in sorted((records / "tasks").rglob("*.yaml"), reverse=True):
        text = path.read_text(encoding="utf-8")
        leads = [line.removeprefix("lead: ") for line in text.splitlines() if line.startswith("lead: ")]
        if leads and not any(key in text for key in _CLOSED):
            return path, leads[0]
    raise LookupError("no task is open")
