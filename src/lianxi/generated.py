"""Committed papers against a fresh rendering: drafts by their text, sealed minutes by their digest (LX6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from lianxi.book import Book, Entry
from lianxi.check import placed
from lianxi.fault import Fault, Place
from lianxi.finding import Finding, in_order
from lianxi.schema.kinds import MEETING
from lianxi.schema.meeting import Meeting
from lianxi.sealed import LIMIT, digest, meeting_at, minutes_path, with_lf
from lianxi.tree import Obstacle


def generated(book: Book, prefix: str = "", house: Path | None = None) -> list[Finding]:
    """What is wrong with the minutes files of ``book``, by path; without a mechanism nothing can be said.

    A draft is rendered with the templates of ``house``, which is the only thing here that takes time.
    """
    if book.mechanism is None:
        return []
    compared = _Compared(book, house)
    return in_order(placed(fault, entry, raw, prefix) for entry, raw, fault in compared.faults())


Wrong = tuple[Entry, bytes, Fault]
"""A fault with the file it is placed on."""


@dataclass(frozen=True)
class _Compared:
    book: Book
    house: Path | None

    def faults(self) -> Iterator[Wrong]:
        for path in sorted(self.book.papers):
            yield from self._of_file(path)
        yield from self._of_meetings()

    def _of_file(self, path: str) -> Iterator[Wrong]:
        id_ = meeting_at(path)
        if id_ is None or id_ not in self.book.known:
            yield _on_paper(path, None, b"", Fault("stray_minutes", value=id_, place=Place(1, 1)))
        elif id_ in self.book.meetings:
            yield from self._of_minutes(path, self.book.meetings[id_])

    def _of_minutes(self, path: str, meeting: Meeting) -> Iterator[Wrong]:
        raw = self.book.tree.read(path, LIMIT)
        if isinstance(raw, Obstacle):
            told = {"why": raw.why, "detail": raw.detail}
            yield _on_paper(
                path, meeting.id, b"", Fault("unread_minutes", value=path, hints=told, place=Place(1, 1))
            )
            return
        written = meeting.minutes
        if written is None or written.issued_on is None:
            yield from self._of_draft(path, meeting, raw)
        elif written.sha256 is not None and digest(raw) != written.sha256:
            fault = Fault("sealed_minutes_changed", value=meeting.id, place=Place(1, 1))
            yield _on_paper(path, meeting.id, raw, fault)

    def _of_draft(self, path: str, meeting: Meeting, raw: bytes) -> Iterator[Wrong]:
        if meeting.held_on is None or meeting.cancelled is not None:
            yield _on_paper(
                path, meeting.id, raw, Fault("stray_minutes", value=meeting.id, place=Place(1, 1))
            )
            return
        from lianxi.minutes import minutes_file  # noqa: PLC0415 - jinja2 loads only where there is a draft

        fresh = minutes_file(self.book, meeting.id, self.house)
        if fresh != with_lf(raw):
            line, was, now = _first_difference(raw, fresh)
            hints = {"was": was, "now": now}
            fault = Fault("stale_minutes", value=meeting.id, hints=hints, place=Place(line, 1))
            yield _on_paper(path, meeting.id, raw, fault)

    def _of_meetings(self) -> Iterator[Wrong]:
        """What is missing: files of sealed minutes; and, told once for all of them, seals of issued ones."""
        issued = [each for each in self.book.meetings.values() if each.minutes and each.minutes.issued_on]
        sealed = [each for each in issued if each.minutes and each.minutes.sha256]
        unsealed = [each for each in issued if each.minutes and not each.minutes.sha256]
        for meeting in sealed:
            if minutes_path(meeting.id) not in self.book.papers:
                fault = Fault("missing_minutes", ("minutes", "sha256"), meeting.id)
                yield self._on_record(meeting, fault)
        if unsealed:
            last = unsealed[-1]
            hints = {"count": len(unsealed)}
            yield self._on_record(last, Fault("unsealed_minutes", ("minutes", "issued_on"), last.id, hints))

    def _on_record(self, meeting: Meeting, fault: Fault) -> Wrong:
        entry = Entry(self.book.paths[meeting.id], MEETING, meeting.id, meeting)
        raw = self.book.tree.read(entry.path, MEETING.limit)
        return entry, b"" if isinstance(raw, Obstacle) else raw, fault


def _on_paper(path: str, id_: str | None, raw: bytes, fault: Fault) -> Wrong:
    return Entry(path, None, id_, None), raw, fault


def _first_difference(raw: bytes, fresh: bytes) -> tuple[int, str, str]:
    """The first line that differs, from 1, as it is and as it should be."""
    pairs = enumerate(zip_longest(with_lf(raw).split(b"\n"), fresh.split(b"\n")), 1)
    number, (was, now) = next((number, pair) for number, pair in pairs if pair[0] != pair[1])
    return number, (was or b"").decode("utf-8", "replace"), (now or b"").decode("utf-8")
