"""What a meeting asks one division to support (提请协调支持事项): one matter one page, for that reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.history.chain import chain
from lianxi.reports.history.of_issue import called_by, reply_verb
from lianxi.reports.materials import PROPOSED, Sheet, materials, since_deferral
from lianxi.schema.issue import Consultation, Issue, ProvincialSupport
from lianxi.schema.mechanism import Side, Unit
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation, situation
from lianxi.status.citation import meeting_name
from lianxi.status.division import authority
from lianxi.status.issue import issue_standing
from lianxi.wording import flat, listed, remark_of, short_date

_DISSENT = frozenset({"有修改意见", "不同意"})
_PLACES = "市县区州盟旗镇乡"


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what stands beside it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One page."""

    issue: str
    title: str
    rows: tuple[Row, ...]
    chain: str


@dataclass(frozen=True, slots=True)
class Support:
    """The sheets for one division."""

    today: date
    meeting: str
    meeting_name: str
    division: str
    title: str
    matters: tuple[Matter, ...]
    unread: int


def support(book: Book, today: date, id_: str, division: Unit) -> Support:
    """What the meeting ``id_`` asks of ``division`` as of ``today``."""
    now = situation(book, today)
    meeting = now.book.meetings[id_]
    reader = _Reader(division, now)
    asked: dict[str, Matter] = {}
    for sheet in materials(meeting, now):
        issue = now.book.issues.get(sheet.issue or "")
        wanted = issue.needs_province if issue is not None else None
        if issue is not None and wanted is not None and now.same_unit(wanted.division, division.name):
            asked.setdefault(issue.id, _matter(issue, wanted, sheet, meeting, reader))
    return Support(
        today,
        id_,
        f"联席会议{meeting_name(meeting, now)}",
        division.name,
        f"提请{reader.authority}协调支持事项{remark_of(meeting.title)}",
        tuple(asked.values()),
        book.unread,
    )


def divisions(book: Book) -> tuple[str, ...]:
    """The units that can be asked: divisions of another unit, and whoever issues name as such."""
    assert book.mechanism is not None  # noqa: S101 - a report is made of a book that has one
    below = [unit.name for unit in book.mechanism.units if unit.parent]
    named = [issue.needs_province.division for issue in book.issues.values() if issue.needs_province]
    return tuple(dict.fromkeys((*below, *named)))


@dataclass(frozen=True, slots=True)
class _Reader:
    """The division that the sheets are for, and what it and those who ask are called."""

    division: Unit
    now: Situation

    @property
    def authority(self) -> str:
        """The authority it belongs to; itself where it is none's division."""
        above = authority(self.division, self.now)
        return above.name if above is not None else self.division.name

    @property
    def authority_in_short(self) -> str:
        """省厅 for 省工业和信息化厅."""
        name = self.authority
        return f"{name[0]}{name[-1]}" if name.startswith("省") and name.endswith("厅") else name

    @property
    def itself(self) -> str:
        """处室, or its name where it is called otherwise."""
        return called_by(self.division.name, self.now)

    @property
    def others(self) -> list[Side]:
        """The sides that it does not belong to."""
        return [side for side in self.now.mechanism.sides if side.unit not in self._kin]

    @property
    def _kin(self) -> set[str]:
        """Itself and everything above it."""
        kin: set[str] = set()
        unit: Unit | None = self.division
        while unit is not None and unit.name not in kin:
            kin.add(unit.name)
            unit = self.now.units.get(unit.parent or "")
        return kin

    @property
    def asking(self) -> str:
        """市 where the one other side is a city and the reader's is not; empty where that says nothing."""
        sides = self.now.mechanism.sides
        others = self.others
        if len(sides) != 2 or len(others) != 1:  # noqa: PLR2004 - it and the one that asks
            return ""
        level = others[0].name[-1]
        same = [side for side in sides if side.name.endswith(level)]
        return level if level in _PLACES and len(same) == 1 else ""

    @property
    def contact(self) -> str:
        """The office, at the unit that does not belong to the reader's own side, with its telephone."""
        office = self.now.mechanism.office
        if office is None:
            return ""
        hosts = [host for host in office.host if not self._below_reader(host)] or list(office.host)
        phone = f"（{office.contact}）" if office.contact else ""
        return f"{listed(self.now.present(host) for host in hosts)}{phone}"

    def _below_reader(self, name: str) -> bool:
        unit = self.now.units.get(name)
        return unit is not None and (unit.name in self._kin or unit.parent in self._kin)


def _matter(
    issue: Issue, wanted: ProvincialSupport, sheet: Sheet, meeting: Meeting, reader: _Reader
) -> Matter:
    pairs = _rows(issue, wanted, sheet, reader)
    rows = tuple(Row(label, text) for label, text in pairs if text)
    way = chain(issue, meeting, reader.now, reader=reader.division.name)
    return Matter(issue.id, issue.title, rows, way)


def _rows(
    issue: Issue, wanted: ProvincialSupport, sheet: Sheet, reader: _Reader
) -> Iterator[tuple[str, str]]:
    now, who = reader.now, reader.asking
    said = since_deferral(issue_standing(issue, now))
    mine = [entry for entry in issue.consultations if entry.division]
    mine = [entry for entry in mine if now.same_unit(entry.division or "", reader.division.name)]
    mine.sort(key=lambda entry: entry.day() or now.today)
    marks = (issue.county, issue.category, issue.kind, "重点事项" if issue.key else None)
    yield "所在地、类别" if issue.county else "类别", "；".join(mark for mark in marks if mark)
    yield "工作领域", _area(issue, now)
    yield "基本情况", flat(issue.situation)
    yield f"{f'{who}里' if who else ''}已做工作", _done(issue, wanted, said, now)
    yield f"{reader.itself}已有意见", "；".join(_asked(entry, now) for entry in mine) or "尚未征求"
    yield "有无分歧", _dissent(said)
    yield f"请求{reader.authority_in_short}支持的具体事项", flat(wanted.request)
    yield "建议会议议定", _proposal(sheet)
    yield f"{f'{who}级' if who else ''}联系单位", reader.contact


def _area(issue: Issue, now: Situation) -> str:
    area = next((area for area in now.mechanism.areas if area.name == issue.area), None)
    if area is None:
        return ""
    return f"{area.heading}（{now.terms.clause(area.clause)}）" if area.clause else area.heading


def _done(issue: Issue, wanted: ProvincialSupport, said: list[Consultation], now: Situation) -> str:
    """What was written down of it, the opinions that were obtained, and the plan."""
    done = [flat(wanted.done)] if wanted.done else []
    done += [
        f"{entry.unit}{short_date(entry.date, now.today)}出具意见"
        for entry in said
        if entry.unit and entry.date
    ]
    if issue.plan_on is not None:
        done.append(f"初步解决方案{short_date(issue.plan_on, now.today)}形成")
    return "；".join(done)


def _asked(entry: Consultation, now: Situation) -> str:
    """3月10日去函，3月18日书面回复：…."""
    asked = f"{short_date(entry.asked_on, now.today)}去函" if entry.asked_on else ""
    if entry.date is None:
        return f"{asked}，尚未回复"
    words = flat(entry.opinion) if entry.opinion else entry.view
    answer = f"{short_date(entry.date, now.today)}{reply_verb(entry)}{f'：{words}' if words else ''}"
    return "，".join(part for part in (asked, answer) if part)


def _dissent(said: list[Consultation]) -> str:
    """Who last said that something must be changed, or disagreed; of each the last word counts."""
    last = {entry.division or entry.unit: entry for entry in sorted(said, key=lambda entry: str(entry.date))}
    against = [entry for entry in last.values() if entry.view in _DISSENT]
    told = [
        f"{entry.division or entry.unit}{entry.view}{f'（{flat(entry.opinion)}）' if entry.opinion else ''}"
        for entry in against
    ]
    return f"有：{'；'.join(told)}" if told else "无" if last else "尚未征求意见"


def _proposal(sheet: Sheet) -> str:
    """The place in the material where the meeting is asked to decide."""
    part = next((part for part in sheet.sections if part.heading == PROPOSED), None)
    return f"见会议议题材料{sheet.ordinal}之{part.ordinal}" if part else "尚未提出"
