"""Goal 6: base and head compared, beside the check of the head alone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.plan import Ground, say
from bench.programs import check, lianxi, on_the_day
from bench.table import Table, at_most, row, table
from bench.timing import in_turn
from corpus.history import make_history

CHANGED = 20
"""Records that the head has otherwise than the base."""
_NOTE = "notes:\n  - date: 2026-09-01\n    text: |\n      已经同牵头单位通过电话。\n"
_GIT = ("git", "-c", "user.name=示例甲", "-c", "user.email=jia@example.invalid", "-C")


def tables(ground: Ground) -> Iterator[Table]:
    for name, commits, most in (("one commit", 0, 1.5), ("five years", ground.plan.commits, 2)):
        records = ground.folder / f"since-{commits}" / "records"
        shutil.copytree(ground.records(ground.most), records)
        say(f"making a repository of {ground.most:,} records and {commits:,} commits …")
        _with_base(records, commits)
        works = [
            check(records),
            lianxi("lianxi check --since", "check", "--since", "base", *on_the_day(records)),
        ]
        found = in_turn(works, ground.plan.rounds, ground.plan.seconds)
        alone, ours = found
        title = f"goal 6: {CHANGED} of {ground.most:,} records changed, {name}"
        yield table(title, found, [row(alone), row(ours, alone, at_most(most))])


def _with_base(records: Path, commits: int) -> None:
    """Make a repository whose branch ``base`` is what the work tree was before some records were changed."""
    root = records.parent
    if commits:
        make_history(root, commits, CHANGED)
    else:
        subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
        subprocess.run([*_GIT, str(root), "add", "-A"], check=True)
        subprocess.run([*_GIT, str(root), "commit", "-qm", "建立记录"], check=True)
    subprocess.run([*_GIT, str(root), "branch", "base"], check=True)
    for path in _without_notes(records):
        path.write_text(f"{path.read_text(encoding='utf-8')}{_NOTE}", encoding="utf-8")
    subprocess.run([*_GIT, str(root), "commit", "-qam", "记录沟通情况"], check=True)


def _without_notes(records: Path) -> list[Path]:
    tasks = sorted((records / "tasks").rglob("*.yaml"))
    return [path for path in tasks if "\nnotes:" not in path.read_text(encoding="utf-8")][:CHANGED]
