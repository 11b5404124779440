"""The minutes of a meeting as a paper: what they say, and where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.folder import Folder
from lianxi.cli.output import say
from lianxi.cli.refusal import FOUND, Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from lianxi.book import Book
    from lianxi.reports.minutes import Minutes
    from lianxi.schema.meeting import Meeting


def facts_of(book: Book, record: Meeting) -> Minutes:
    """What the minutes say. Raises ``Refusal`` where a 更正 cannot be undone for the reprint."""
    from lianxi.reports.minutes import minutes as facts
    from lianxi.status.correction import Uncorrectable

    try:
        return facts(book, record.id)
    except Uncorrectable as error:
        raise Refusal(f"{record.id} 的纪要印不出来：{error}", FOUND) from error


def text_of(facts: Minutes, folder: Folder) -> str:
    """The paper itself, in Markdown."""
    from lianxi.minutes import minutes_markdown

    return minutes_markdown(facts, folder.house)


def paper(folder: Folder, id_: str) -> Path:
    """The minutes file of the meeting ``id_``."""
    from lianxi.sealed import minutes_path

    return folder.path / minutes_path(id_)


def shown(folder: Folder, id_: str) -> str:
    """The same as messages show it."""
    from lianxi.sealed import minutes_path

    return folder.prefix + minutes_path(id_)


def warn_of_undecided(facts: Minutes) -> None:
    """Items of which nothing is recorded: perhaps nothing was decided, perhaps it was forgotten."""
    open_ = "、".join(item.ordinal for item in facts.items if not item.decided)
    if open_:
        say(f"注意：第{open_}项还没有议定事项；补上用 lianxi resolve {facts.meeting}", err=True)
