"""The work of the years, written down as it comes: what meets, decides, is given and is done."""

from __future__ import annotations

import random
from collections import Counter, deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import issues, meetings
from corpus.days import COMING, DAYS, NOW, meeting_day, year
from corpus.issues import Subject, subject
from corpus.meetings import ISSUED, LIAISON_MEETING, PLENARY, SPECIAL, Item, Numbers
from corpus.tasks import Life, Order, proposed, task
from corpus.units import CITY, COUNTIES, OFFICE
from corpus.words import MATTERS
from corpus.yaml_text import Long, Record, written

FOLDERS = {"I": "issues", "M": "meetings", "R": "resolutions", "T": "tasks"}
WIDTH = {"I": 3, "M": 2, "R": 3, "T": 3}
KINDS = (SPECIAL, LIAISON_MEETING, PLENARY, SPECIAL)
"""One after the other, over and over."""
BIGGEST = 60
"""The most records that one meeting, or the preparation of the last, brings with it."""
DEFERRED, UPWARD, PROPOSED, INSTRUCTED, SETTLED = 0.1, 0.02, 0.4, 0.3, 0.5
RECENT = 50
"""What was deferred longer ago, in working days, has long come back."""
NEW = 400
"""One issue in so many has only just come in."""


@dataclass(frozen=True, slots=True)
class Place:
    """An item of a meeting, and the day of that meeting."""

    meeting: str
    day: int
    no: int


class Conference:
    """Writes records until there are enough; every day is the number of a working day."""

    def __init__(self, root: Path, size: int, chance: random.Random) -> None:
        self.root = root
        self.size = size
        self.chance = chance
        self.count = 0
        self.numbers: Counter[str] = Counter()
        self.recent: deque[tuple[int, str]] = deque(maxlen=40)
        self.chased: list[tuple[int, Record]] = []
        for folder in FOLDERS.values():
            for name in sorted({day[:4] for day in DAYS}):
                (root / folder / name).mkdir(parents=True)

    def work(self) -> int:
        ahead = self.size - 2 * BIGGEST - self.size // NEW
        while self.count < ahead:
            day = meeting_day(self.count / ahead, issues.LEAD, NOW - ISSUED - 3)
            self._meet(KINDS[self.numbers["meetings"] % len(KINDS)], day)
        self._prepare()
        while self.count < self.size:
            self._small(issues.LEAD + self.count * 7 % (NOW - issues.LEAD))
        self._number_notices()
        return self.count

    # --- meetings --------------------------------------------------------------------------

    def _meet(self, kind: str, day: int) -> None:
        numbers = self._numbers(kind, day)
        if kind == PLENARY:
            self._save(meetings.plenary(numbers, day, self._plenary_items(numbers.id, day), self.chance))
        elif kind == SPECIAL:
            count = self.chance.randint(1, 2)
            items = [self._problem(Place(numbers.id, day, no)) for no in range(1, count + 1)]
            self._save(meetings.special(numbers, day, items, self.chance))
        else:
            title = f"联席会议第{self.numbers[PLENARY] + 1}次会议拟上会议题（示例）"
            self._save(meetings.liaison_meeting(numbers, day, title))
            text = Long("同意将具备条件的议题列入议程，按程序报召集人审定。")
            reason = "议题安排，随会议办结"
            self._decide(Place(numbers.id, day, 1), title, "同意", text=text, no_task_reason=reason)
        self._between(day)

    def _numbers(self, kind: str, day: int) -> Numbers:
        self.numbers["meetings"] += 1
        self.numbers[kind] += 1
        self.numbers["minutes"] += kind != LIAISON_MEETING
        return Numbers(self._id("M", DAYS[day]), self.numbers[kind], self.numbers["minutes"])

    def _plenary_items(self, meeting: str, day: int) -> list[Item]:
        earlier = [id_ for since, id_ in self.recent if since < day]
        items = [self._progress(Place(meeting, day, 1), earlier)] if earlier else []
        first = len(items) + 1
        last = first + self.chance.randint(5, 8)
        items += [self._problem(Place(meeting, day, no), key=no <= 2) for no in range(first, last)]
        items[-1].category = "议定具体合作事项"
        return [*items, self._deployment(Place(meeting, day, last))]

    def _progress(self, place: Place, earlier: list[str]) -> Item:
        title = f"{DAYS[place.day][:4]}年以来议定事项落实情况（示例）"
        about = sorted(self.chance.sample(earlier, min(6, len(earlier))))
        self._decide(place, title, "通报", no_task_reason="通报落实情况，没有新的任务")
        return Item("通报工作进展情况", OFFICE, title=title, about=about)

    def _deployment(self, place: Place) -> Item:
        title = f"{DAYS[place.day][:4]}年工业振兴重点任务清单（示例）"
        text = Long(f"审议通过《{title}》")
        source = {"resolution": self._decide(place, title, "审议通过", text=text)}
        for matter in self.chance.sample(MATTERS, 3):
            about = self._subject()
            duty = self.chance.choice(matter.duties)
            order = Order(source, about.project, matter, duty, about.county, place.day + ISSUED, "印发")
            self._give(task(order, self.chance), place.day)
        return Item("研究部署相关工作", OFFICE, title=title)

    def _problem(self, place: Place, *, key: bool = True) -> Item:
        about = self._subject(key=key)
        record = self._named(issues.prepared(about, place.day, self.chance))
        item = Item("协商解决重大问题", record["plan_by"], about, record["id"])
        done = self._resolved(place, item, about)
        self._save(record if done is None else issues.answered(record, done, self.chance))
        return item

    def _resolved(self, place: Place, item: Item, about: Subject) -> int | None:
        """Decide the item; gives the day of the last confirmation where all its tasks are done."""
        title, named = about.record["title"], [item.issue]
        if self._is(DEFERRED) and place.day > NOW - RECENT:
            back = {
                "condition": "商定费用分担办法",
                "unit": COUNTIES[about.county],
                "bring_back_by": DAYS[-9],
            }
            self._decide(place, title, "暂缓", issues=named, deferred=back)
            return None
        if self._is(UPWARD):
            text, reason = Long("同意有关建议，由市政府按程序报上级审定。"), "待上级审定后再分解任务"
            self._decide(place, title, "报请上级审定", issues=named, text=text, no_task_reason=reason)
            return None
        source = {"resolution": self._decide(place, title, "议定", issues=named)}
        lives = [task(order, self.chance) for order in self._orders(about, source, place.day)]
        if self._is(PROPOSED):
            item.proposed = [proposed(life.record) for life in lives]
        for life in lives:
            self._give(life, place.day)
        ends = [life.confirmed for life in lives if life.confirmed is not None]
        return max(ends) if len(ends) == len(lives) else None

    def _orders(self, about: Subject, source: Record, day: int) -> list[Order]:
        duties = self.chance.sample(about.matter.duties, self.chance.randint(1, 3))
        given = day + ISSUED
        return [
            Order(source, about.project, about.matter, duty, about.county, given, "印发") for duty in duties
        ]

    def _prepare(self) -> None:
        """The next meeting, and what has only just come in."""
        numbers = self._numbers(PLENARY, COMING)
        items = [self._ready(key=no == 1) for no in range(1, 6)]
        self._save(meetings.plenary(numbers, COMING, items, self.chance))
        for _ in range(1 + self.size // NEW):
            self._save(self._named(issues.fresh(self._subject(), self.chance)))

    def _ready(self, *, key: bool) -> Item:
        about = self._subject(key=key)
        record = self._named(issues.prepared(about, NOW, self.chance))
        self._save(record)
        orders = self._orders(about, {}, COMING)
        asked = [proposed(task(order, self.chance).record) for order in orders]
        return Item("协商解决重大问题", record["plan_by"], about, record["id"], proposed=asked)

    # --- what needs no meeting -------------------------------------------------------------

    def _between(self, day: int) -> None:
        self._small(day)
        self._direct(day)
        if self._is(INSTRUCTED):
            text = Long("请有关单位抓紧办理，按时报告结果。（示例）")
            instruction = {"date": DAYS[day], "post": "召集人", "unit": CITY, "text": text}
            self._alone(self._subject(), day, {"assigned_on": DAYS[day], "instructions": [instruction]})

    def _small(self, day: int) -> None:
        way = issues.settled if self._is(SETTLED) else issues.left
        self._save(self._named(way(self._subject(), day, self.chance)))

    def _direct(self, day: int) -> None:
        about = self._subject()
        record = self._named(issues.direct(about, day, self.chance))
        done = self._alone(about, day, {"issue": record["id"], "assigned_on": DAYS[day]})
        self._save(record if done is None else issues.answered(record, done, self.chance))

    def _alone(self, about: Subject, day: int, source: Record) -> int | None:
        """Give one task without a meeting; gives the day of its confirmation."""
        duty = self.chance.choice(about.matter.duties)
        life = task(Order(source, about.project, about.matter, duty, about.county, day, "交办"), self.chance)
        self._give(life, day)
        return life.confirmed

    # --- writing ---------------------------------------------------------------------------

    def _is(self, share: float) -> bool:
        return self.chance.random() < share

    def _subject(self, *, key: bool = False) -> Subject:
        self.numbers["subjects"] += 1
        return subject(self.numbers["subjects"] - 1, self.chance, key=key)

    def _id(self, letter: str, day: str) -> str:
        name = f"{letter}-{day[:4]}"
        self.numbers[name] += 1
        return f"{name}-{self.numbers[name]:0{WIDTH[letter]}d}"

    def _named(self, issue: Record) -> Record:
        issue["id"] = self._id("I", issue["collected_on"])
        return issue

    def _decide(self, place: Place, title: str, outcome: str, **more: Any) -> str:
        """Write a resolution; gives its id."""
        id_ = self._id("R", DAYS[place.day])
        record: Record = {"id": id_, "meeting": place.meeting, "item": place.no}
        record |= {"issues": more.pop("issues", []), "title": title, "text": more.pop("text", "")}
        self._save(record | {"outcome": outcome} | more)
        return id_

    def _give(self, life: Life, day: int) -> None:
        life.record["id"] = self._id("T", DAYS[day])
        self.recent.append((day + ISSUED, life.record["id"]))
        if life.chased is None:
            self._save(life.record)
        else:
            self.count += 1
            self.chased.append((life.chased, life.record))

    def _number_notices(self) -> None:
        """督办通知单 are numbered by the year in the order of their days, so they come last."""
        for day, record in sorted(self.chased, key=lambda pair: pair[0]):
            self.numbers[f"notices {year(day)}"] += 1
            record["notices"][-1]["no"] = self.numbers[f"notices {year(day)}"]
            self._write(record)

    def _save(self, record: Record) -> None:
        self.count += 1
        self._write(record)

    def _write(self, record: Record) -> None:
        id_: str = record["id"]
        path = self.root / FOLDERS[id_[0]] / id_[2:6] / f"{id_}.yaml"
        path.write_text(written(record), encoding="utf-8", newline="\n")
