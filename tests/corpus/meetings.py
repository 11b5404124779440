"""One meeting of each kind, held with minutes issued, or in preparation."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from corpus.days import DAYS, NOW
from corpus.issues import Subject
from corpus.units import (
    BUREAUS,
    CONVENERS,
    COUNTIES,
    DEPUTY,
    DIVISION,
    LIAISON,
    MEMBERS,
    OFFICE,
    PEOPLE,
    PROVINCE,
    sits,
)
from corpus.words import Writer
from corpus.yaml_text import Long, Record

PLENARY, SPECIAL, LIAISON_MEETING = "联席会议", "专题工作会议", "联络员会议"
ISSUED = 4
"""Minutes are issued so many working days after the meeting."""
APPROVED, NOTIFIED, PAPERS = 7, 6, 3
"""The agenda is approved, the invitation sent, and papers are due so many working days before it."""
_PLACES = ((PROVINCE, "省工业和信息化厅会议室（示例）"), ("梅州市", "梅州市会议中心第一会议室（示例）"))
_WITHHELD = {"disclosure": "不予公开", "disclosure_reason": "过程性信息"}


@dataclass(slots=True)
class Item:
    """One item of an agenda, as the meeting's own record needs it."""

    category: str
    presenter: str
    subject: Subject | None = None
    issue: str | None = None
    title: str | None = None
    about: list[str] = field(default_factory=list)
    proposed: list[Record] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers a meeting bears: in the folder, among those of its kind, and of its minutes."""

    id: str
    number: int
    issue_no: int


def plenary(numbers: Numbers, day: int, items: list[Item], chance: random.Random) -> Record:
    """联席会议 with every member; one that lies ahead is still without approval and invitation."""
    side = chance.randrange(2)
    convener, (place, venue) = CONVENERS[side], _PLACES[side]
    record: Record = {"id": numbers.id, "kind": PLENARY, "number": numbers.number}
    record["title"] = f"加快梅州苏区工业振兴发展联席会议第{numbers.number}次会议（示例）"
    mode = chance.choice(("现场", "现场+视频"))
    record |= {"mode": mode, "place": place, "venue": venue}
    if mode != "现场":
        record["sites"] = [_PLACES[1 - side][0]]
    record |= _hours(day, "09:00", "11:30")
    purpose = "通报议定事项落实情况，研究重点项目要素保障问题，议定共建合作事项，部署重点工作"
    record["purpose"] = Long(purpose)
    held = day <= NOW
    if held:
        approval = {"date": DAYS[day - APPROVED], "approved_by": convener}
        record |= {"agenda_approval": approval, "notified_on": DAYS[day - NOTIFIED], "held_on": DAYS[day]}
    person, title = PEOPLE[convener["unit"]][0]
    record["chair"] = {**convener, "person": person, "title": title}
    record["agenda"] = _agenda(items, day, chance) + _speeches(len(items), side)
    if held:
        record["demands"] = Long(Writer(chance).demands())
        record["attendance"] = _everyone(side, items, day, chance)
        replies = [item.presenter for item in items]
        record |= {"recorder": OFFICE, "minutes": _minutes(numbers, day, replies, convener, chance)}
    else:
        record["recorder"] = OFFICE
    return record | _WITHHELD


def special(numbers: Numbers, day: int, items: list[Item], chance: random.Random) -> Record:
    """专题工作会议, convened by a division or a bureau that a convener delegated."""
    side = chance.randrange(2)
    unit = DIVISION if side == 0 else chance.choice(BUREAUS)
    person, title = PEOPLE[unit][0]
    record: Record = {"id": numbers.id, "kind": SPECIAL, "number": numbers.number}
    record["title"] = f"{items[0].subject.project if items[0].subject else ''}专题工作会议（示例）"
    record |= {"mode": "现场", "place": _PLACES[side][0], "venue": f"{unit}会议室（示例）"}
    record |= _hours(day, "15:00", "16:30")
    record |= {"convened_by": unit, "delegated_by": CONVENERS[side], "delegated_on": DAYS[day - APPROVED]}
    record |= {"notified_on": DAYS[day - NOTIFIED], "held_on": DAYS[day]}
    record["chair"] = {"unit": unit, "person": person, "title": f"{unit}{title}"}
    record["agenda"] = _agenda(items, day, chance)
    units = list(dict.fromkeys((unit, *(name for item in items for name in _concerned(item)), OFFICE)))
    record["attendance"] = [_row(name) for name in _in_order(units)] + _guests(items)
    signer = {"unit": unit, "seat": "主要负责同志"}
    record |= {"recorder": OFFICE, "minutes": _minutes(numbers, day, units[1:4], signer, chance)}
    return record | _WITHHELD


def liaison_meeting(numbers: Numbers, day: int, title: str) -> Record:
    """联络员会议: it prepares, and has no minutes."""
    person, called = PEOPLE[OFFICE][0]
    item = {"no": 1, "category": "研究部署相关工作", "title": title, "presenter": OFFICE}
    return {
        "id": numbers.id,
        "kind": LIAISON_MEETING,
        "number": numbers.number,
        "title": f"第{numbers.number}次联络员会议（示例）",
        "mode": "视频",
        "place": "梅州市",
        **_hours(day, "15:00", "16:30"),
        "notified_on": DAYS[day - PAPERS],
        "held_on": DAYS[day],
        "chair": {**LIAISON, "person": person, "title": f"{OFFICE}{called}"},
        "agenda": [item | {"attending": [DIVISION], "allotted": 60}],
        "attendance": [_row(DIVISION, "联络员"), _row(OFFICE, "联络员")],
        "recorder": OFFICE,
        **_WITHHELD,
    }


def _hours(day: int, start: str, end: str) -> Record:
    return {"starts": f"{DAYS[day]}T{start}", "ends": f"{DAYS[day]}T{end}"}


def _concerned(item: Item) -> list[str]:
    county = [COUNTIES[item.subject.county]] if item.subject else []
    return list(
        dict.fromkeys((item.presenter, *county, *(item.subject.matter.leads if item.subject else ())))
    )


def _agenda(items: list[Item], day: int, chance: random.Random) -> list[Record]:
    return [_item(no, item, day, chance) for no, item in enumerate(items, 1)]


def _item(no: int, item: Item, day: int, chance: random.Random) -> Record:
    row: Record = {"no": no, "category": item.category}
    row |= {"issue": item.issue} if item.issue else {"title": item.title}
    if item.about:
        row["about"] = item.about
    row["presenter"] = item.presenter
    attending = _concerned(item)[1:]
    if attending:
        row["attending"] = attending
    row["allotted"] = chance.choice((10, 15, 20, 25))
    row["papers"] = [_paper(item.presenter, day, chance)]
    if item.proposed:
        row["proposed"] = item.proposed
    if day <= NOW:
        subject = item.subject.project if item.subject else "这项工作"
        row["judgement"] = Long(Writer(chance).judgement(subject))
    return row


def _paper(by: str, day: int, chance: random.Random) -> Record:
    due = day - PAPERS
    received = due - chance.randint(0, 2)
    came = {"received_on": DAYS[received]} if received <= NOW else {}
    return {"by": by, "due": DAYS[due], **came}


def _speeches(after: int, chair: int) -> list[Record]:
    """The conveners speak last, whoever is in the chair after the other."""
    rows = []
    for no, convener in enumerate((CONVENERS[1 - chair], CONVENERS[chair]), after + 1):
        person, title = PEOPLE[convener["unit"]][0]
        speaker = {**convener, "person": person, "title": title}
        rows.append({"no": no, "category": "讲话", "speaker": speaker, "allotted": 20})
    return rows


def _row(unit: str, post: str | None = None, which: int = 0) -> Record:
    person, title = PEOPLE[unit][which]
    held = {"post": post} if post else {}
    return {"person": person, "unit": unit, **held, "title": title, "as": "出席"}


def _everyone(chair: int, items: list[Item], day: int, chance: random.Random) -> list[Record]:
    rows = [_row(CONVENERS[side]["unit"], "召集人") for side in (chair, 1 - chair)]
    rows += [_row(PROVINCE, "副召集人", 1), _row(DEPUTY["unit"], "副召集人", 1), _row(DIVISION)]
    for unit in MEMBERS:
        if sits(unit, DAYS[day]):
            rows += _seat(unit, chance)
    return [*rows, _row(OFFICE), *_guests(items)]


def _seat(unit: str, chance: random.Random) -> list[Record]:
    """The head, or on leave with the deputy in the place."""
    head = _row(unit)
    if chance.random() > 0.06:
        return [head]
    away = {**head, "as": "请假", "reason": "赴外地参加会议"}
    return [away, {**_row(unit, which=1), "represents": head["person"]}]


def _in_order(units: list[str]) -> list[str]:
    """In the order of the mechanism."""
    return sorted(units, key=list(PEOPLE).index)


def _guests(items: list[Item]) -> list[Record]:
    """The enterprises, each for its own item."""
    rows = []
    for no, item in enumerate(items, 1):
        owner = item.subject.record.get("enterprise") if item.subject else None
        if owner:
            person = f"示例列席{no}"
            rows.append({"person": person, "unit": owner, "title": "负责人", "as": "列席", "items": [no]})
    return rows


def _minutes(numbers: Numbers, day: int, units: list[str], signer: Any, chance: random.Random) -> Record:
    replies = [
        {"unit": unit, "date": DAYS[day + chance.randint(2, 3)], "view": "同意"}
        for unit in dict.fromkeys(units)
    ]
    consent = {"asked_on": DAYS[day + 1], "reply_by": DAYS[day + 3], "replies": replies}
    return {
        "issue_no": numbers.issue_no,
        "drafted_on": DAYS[day + 1],
        "consent": consent,
        "signed_by": signer,
        "signed_on": DAYS[day + ISSUED],
        "issued_on": DAYS[day + ISSUED],
        "sha256": None,
    }
