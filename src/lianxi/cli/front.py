"""lianxi alone: the conference's state on one screen."""

from __future__ import annotations

from pathlib import Path

from lianxi.cli.folder import find_folder, read_book
from lianxi.cli.output import chosen_format, finish, tell
from lianxi.cli.today import today


def front(records: Path | None, as_of: str | None, format_: str | None) -> int:
    """Print the screen."""
    day = today(as_of)
    folder = find_folder(records)
    book = read_book(folder)
    from lianxi.reports import front as report

    facts = report.front(book, day)
    tell(facts, "front.md.j2", "front", chosen_format(format_, None), None, folder.house)
    return finish(book.unread)
