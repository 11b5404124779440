"""The texts of minutes and of the 任务分解表, each through its template."""

from __future__ import annotations

from pathlib import Path

from lianxi.book import Book
from lianxi.render import render
from lianxi.reports.minutes import Minutes, minutes
from lianxi.reports.minutes.breakdown import Breakdown


def minutes_markdown(facts: Minutes, house: Path | None = None) -> str:
    """The 纪要."""
    return render("minutes.md.j2", {"minutes": facts}, house)


def breakdown_markdown(table: Breakdown, house: Path | None = None) -> str:
    """The 任务分解表 alone."""
    return render("breakdown.md.j2", {"table": table}, house)


def minutes_file(book: Book, id_: str, house: Path | None = None) -> bytes:
    """The bytes of the minutes file of the meeting ``id_``; raises as ``minutes`` and ``render``."""
    return minutes_markdown(minutes(book, id_), house).encode("utf-8")
