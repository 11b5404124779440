"""Reseals minutes that were corrected after they had been issued, or were issued without a seal."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from lianxi.cli.folder import Folder
from lianxi.cli.minutes_desk import fresh, keep, lies
from lianxi.cli.minutes_paper import paper, shown
from lianxi.cli.output import say
from lianxi.cli.refusal import CLEAN, FOUND, Refusal
from lianxi.cli.writing import Desk, done, put
from lianxi.wording import listed

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.schema.meeting import Meeting


def resealed(folder: Folder, book: Book, meeting: Meeting, day: date) -> int:
    """Print the minutes anew with their corrections, and seal that."""
    from lianxi.acts.minutes import resealed as act
    from lianxi.sealed import digest
    from lianxi.status.correction import not_made

    at = Desk(folder, meeting.id, day)
    unmade = next(not_made(book, meeting), None)
    if unmade is not None:
        change = unmade.change
        why = unmade.why or (
            f"更正说 {change.record} 的 {change.field} 改为“{_plain(change.now)}”，"
            "记录里还不是；先把记录改过来，再运行"
        )
        raise Refusal(f"{at.shown} 没有改动：{why}", FOUND)
    text = fresh(folder, book, meeting)
    new = digest(text)
    if meeting.minutes is not None and meeting.minutes.sha256 == new and lies(folder, meeting.id, text):
        say(f"{at.shown} 没有改动：纪要同摘要一致，不用重印")
        return CLEAN
    more = _beyond(folder, meeting, text)
    found = put(at, lambda record, _: act(record, new), lambda _: keep(folder, meeting.id, text))
    if more is not None:
        hint = "不是有意的，改回去再 --reseal"
        say(f"注意：除了更正所列的，正文还有同印发稿不一样的地方：“{more.strip()}”；{hint}", err=True)
    count = len(meeting.minutes.corrections) if meeting.minutes else 0
    what = f"重印稿有{count}处更正，换上新的摘要" if count else "补上摘要，以后的改动都能发现"
    return done(at, what, f"把 {shown(folder, meeting.id)} 和改过的记录一起提交", found)


def _beyond(folder: Folder, meeting: Meeting, text: bytes) -> str | None:
    """A reprint has the text that was issued, with notes; the first line that differs in more than that."""
    from lianxi.sealed import as_first_printed, digest

    path = paper(folder, meeting.id)
    kept = path.read_bytes() if path.is_file() else b""
    if meeting.minutes is None or digest(kept) != meeting.minutes.sha256:
        return None
    pairs = zip_longest(as_first_printed(kept), as_first_printed(text), fillvalue="")
    return next((new for old, new in pairs if old != new), None)


def _plain(value: Any) -> str:
    return listed(map(str, value)) if isinstance(value, list | tuple) else str(value)
