"""Every paper that a conference can print, as Markdown, by the words of the command that prints it."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from lianxi.book import Book, load
from lianxi.cli import run
from lianxi.tree import FolderTree

_BEFORE = timedelta(days=5)


def collected(records: Path, day: date) -> dict[str, str]:
    """The papers by name; a command that has nothing to print is left out."""
    made = {}
    with TemporaryDirectory() as folder:
        for name, words in _commands(load(FolderTree(records)), day):
            file = Path(folder) / f"{name}.md"
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                run([*words, "--records", str(records), "-o", str(file)])
            if file.is_file():
                made[name] = file.read_text(encoding="utf-8")
    return made


def _commands(book: Book, day: date) -> Iterator[tuple[str, list[str]]]:
    now = ["--as-of", day.isoformat()]
    for id_, meeting in book.meetings.items():
        start = meeting.starts.date() if meeting.starts else day
        before = ["--as-of", min(day, start - _BEFORE).isoformat()]
        yield f"agenda-{id_}", ["agenda", id_, *before]
        yield f"dossier-{id_}", ["dossier", id_, *before]
        for part in ("通知", "回执", "签到表", "主持词"):
            yield f"invite-{id_}-{part}", ["invite", id_, "--part", part, *before]
        if meeting.held_on is not None:
            yield f"minutes-{id_}", ["minutes", id_, *now]
            yield f"breakdown-{id_}", ["breakdown", id_, *now]
    for id_ in book.tasks:
        for form in ("提醒", "督办通知单", "提请函", "提请召集人"):
            yield f"notice-{id_}-{form}", ["notice", id_, "--form", form, *now]
    yield "overdue", ["overdue", *now]
    yield "overdue-units", ["overdue", "--by", "单位", *now]
    yield "bulletin", ["bulletin", "--since", (day - timedelta(days=60)).isoformat(), *now]
