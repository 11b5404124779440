"""lianxi resolve: 提请会议议定事项 become resolutions and tasks, so that nothing is typed twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lianxi.cli.folder import Folder, find_folder, read_book
from lianxi.cli.held import MeetingId, held_meeting
from lianxi.cli.options import AsOf, Records
from lianxi.cli.output import finish, say
from lianxi.cli.refusal import FOUND, Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book
    from lianxi.reports.resolving import Decided
    from lianxi.schema.kinds import Kind
    from lianxi.schema.meeting import Meeting


def resolve(
    meeting: MeetingId,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """会后把提请会议议定事项变成议定事项和任务的记录，不用再打一遍。

    会上改了的，先改议程里的 proposed，或者生成以后改记录；再运行一次，只补还没有的。
    """
    from lianxi.reports.resolving import resolving
    from lianxi.situation import Situation
    from lianxi.terms import Terms
    from lianxi.workdays import Workdays

    day = today(as_of)
    folder = find_folder(records)
    book = read_book(folder)
    record = held_meeting(book, meeting, day)
    _refuse_issued(record)
    _refuse_unread(book)
    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    now = Situation(book, day, Terms(book.mechanism), Workdays(book.calendars))
    missing = resolving(record, now)
    if not missing:
        say(f"{record.id} 的各项议题都有了议定事项，没有要补的")
        return finish(book.unread)
    desk = _Writing(folder, book, record)
    for decided in missing:
        desk.put(decided)
    return _told(desk, day)


@dataclass
class _Writing:
    """The new records of one meeting, written one after the other: what is there is not written again."""

    folder: Folder
    book: Book
    meeting: Meeting
    written: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    standing: list[str] = field(default_factory=list)

    def put(self, decided: Decided) -> None:
        """Its decision first, then its tasks: a run that is cut short is completed by the next."""
        from lianxi.schema.kinds import RESOLUTION, TASK

        id_ = decided.id or self._new(RESOLUTION, decided.values)
        for values in decided.tasks:
            self._new(TASK, {"resolution": id_, **values})

    def _new(self, kind: Kind, values: Mapping[str, Any]) -> str:
        from lianxi.cli.creating import write_numbered
        from lianxi.schema.labels import named
        from lianxi.skeleton import blanks, skeleton
        from lianxi.wording import listed

        held = self.meeting.held_on
        assert held is not None  # noqa: S101 - held_meeting refuses another
        id_ = write_numbered(
            self.folder, kind, held.year, lambda id_: skeleton(kind, {"id": id_, **values}, {})
        )
        path = kind.path_of(id_)
        left = blanks(kind, {"id": id_, **values})
        self.written.append(path)
        say(f"已新建{kind.title} {self.folder.prefix}{path}　{values['title']}")
        if "report_every" in values:
            self.standing.append(id_)
        if left:
            self.open.append(f"{id_} 的 {listed(map(named, left))}")
        return id_


def _told(desk: _Writing, day: date) -> int:
    """What is left to a person, and what the check says of the new records."""
    from lianxi.check import check
    from lianxi.wording import listed

    book = read_book(desk.folder)
    found = [each for each in check(book, day) if each.path in desk.written]
    if desk.standing:
        say(f"{listed(desk.standing)} 长期坚持，多久报告一次（report_every）不合适的请改")
    if desk.open:
        say(f"要填的：{listed(desk.open)}")
    elif found:
        say(f"lianxi check 对新建的记录还有{len(found)}处要看：")
        for each in found:
            say(f"  {each.path} 第{each.line}行：{each.message}（{each.code}）")
    say(f"下一步：会上改了的，在这些记录里改；再运行 lianxi minutes {desk.meeting.id} 看纪要稿")
    return finish(desk.book.unread)


def _refuse_issued(meeting: Meeting) -> None:
    from lianxi.status.meeting import issued_on
    from lianxi.wording import full_date

    day = issued_on(meeting)
    if day is not None:
        raise Refusal(
            f"{meeting.id} 的纪要已于{full_date(day)}印发，不再由提请事项生成；"
            "漏了的任务单独新建，要改的写更正",
            FOUND,
        )


def _refuse_unread(book: Book) -> None:
    """What cannot be read may be what would be written once more."""
    lost = sorted(id_ for id_ in book.unreadable if id_.startswith(("R-", "T-", "I-")))
    if lost:
        raise Refusal(
            f"记录 {'、'.join(lost)} 读不出来，说不准哪些已经有了；先改好它再运行（lianxi check 看原因）",
            FOUND,
        )
