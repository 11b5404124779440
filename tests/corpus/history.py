"""The years in which a corpus came about, as commits: most change one record, many of them the same one."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_START = 1_600_000_000
_PAUSE = 7_000
"""Seconds from one commit to the next: twenty thousand take about five years."""
_AUTHORS = ("示例甲", "示例乙", "示例丙")
_TITLE = re.compile(r"(?m)^title: (.*)$")
_FIRST_NAME = "T-2024-900001"


@dataclass(frozen=True, slots=True)
class Matter:
    """The record with the long history: its id, and its way from the top of the repository."""

    id: str
    path: str


def make_history(root: Path, commits: int, on_one: int, seed: int = 1) -> Matter:
    """Make the folder above ``records`` a repository with so many commits; ``on_one`` change one task.

    Half-way that task is given another number. The last state is that of the files as they lie there.
    """
    chance = random.Random(seed)  # noqa: S311 - a corpus, no secret
    files = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "records").rglob("*.yaml"))
    }
    tasks = [path for path in files if path.startswith("records/tasks/")]
    path = chance.choice(tasks)
    others = [each for each in tasks if each != path]
    due = (_is_due(number, commits, on_one) for number in range(commits))
    changed = [path if its_turn else chance.choice(others) for its_turn in due]
    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
    stream = "".join(_stream(files, changed, path)).encode()
    subprocess.run(["git", "-C", str(root), "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run(["git", "-C", str(root), "read-tree", "HEAD"], check=True)
    return Matter(Path(path).stem, path)


def _is_due(number: int, commits: int, on_one: int) -> bool:
    """Whether the commit is one of ``on_one``, which are spread evenly."""
    return number * on_one // commits != (number + 1) * on_one // commits


def _stream(files: dict[str, str], changed: list[str], path: str) -> Iterator[str]:
    """What ``git fast-import`` reads: first everything as it is, then draft after draft, and it as it is."""
    first = f"{path.rsplit('/', 1)[0]}/{_FIRST_NAME}.yaml"
    here = {each: first if each == path else each for each in files}
    last = {each: number for number, each in enumerate(changed)}
    begun = {each: _draft(text, 0, here[each]) if each in last else text for each, text in files.items()}
    yield from _commit(0, "建立记录", [_put(here[each], text) for each, text in begun.items()])
    for number, each in enumerate(changed):
        moved = []
        if each == path and here[path] == first and number * 2 >= len(changed):
            here[path] = path
            moved = [f"D {first}\n"]
        text = files[each] if number == last[each] else _draft(files[each], number + 1, here[each])
        yield from _commit(number + 1, f"报告进展 {Path(here[each]).stem}", [*moved, _put(here[each], text)])


def _draft(text: str, number: int, path: str) -> str:
    """An earlier state of a record, with the number that it had then."""
    drafted = _TITLE.sub(rf"title: \1第{number}稿", text, count=1)
    return re.sub(r"(?m)^id: .*$", f"id: {Path(path).stem}", drafted, count=1)


def _commit(number: int, message: str, changes: list[str]) -> Iterator[str]:
    author = _AUTHORS[number // 2 % len(_AUTHORS)]
    yield "commit refs/heads/main\n"
    yield f"committer {author} <jia@example.invalid> {_START + number * _PAUSE} +0800\n{_data(message)}"
    yield from changes


def _put(path: str, text: str) -> str:
    return f"M 100644 inline {path}\n{_data(text)}"


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"
