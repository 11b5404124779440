"""One task's whole life, from its assignment to its confirmation or to the present day."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from corpus.days import DAYS, NOW
from corpus.units import BUREAUS, CONVENERS, COUNTIES, DEPUTY, LIAISON
from corpus.words import Matter, Writer
from corpus.yaml_text import Long, Record

JOINT, STAGED, COUNTED, STANDING, DAILY_WORK = 0.04, 0.08, 0.15, 0.012, 0.2
"""Shares of tasks: led by two units, in stages, due so long after an event, for good, with an owner."""
EXTENDED, RETURNED, LATE, SILENT, CANCELLED, SUSPENDED, UPWARD = 0.12, 0.04, 0.025, 0.02, 0.005, 0.006, 0.02


@dataclass(frozen=True, slots=True)
class Order:
    """What a task is given with: its source, subject and the day it was assigned."""

    source: Record
    project: str
    matter: Matter
    duty: tuple[str, str]
    county: str
    assigned: int
    event: str


@dataclass(slots=True)
class Life:
    """A task, the day it was confirmed, and the day of its numbered notice, whose number is to be given."""

    record: Record
    confirmed: int | None = None
    chased: int | None = None


def proposed(record: Record) -> Record:
    """The task as it was put to the meeting that gave it."""
    asked = ("title", "lead", "support", "measure", "due", "milestones")
    found = {key: record[key] for key in asked if key in record}
    if "milestones" in found:
        found["milestones"] = [{key: each[key] for key in ("title", "due")} for each in found["milestones"]]
    return found


def task(order: Order, chance: random.Random) -> Life:
    """A task with the entries that it has by today; its id is still to be given."""
    return _Clerk(order, chance).life()


class _Clerk:
    """Writes one task down, entry by entry; every day is the number of a working day."""

    def __init__(self, order: Order, chance: random.Random) -> None:
        self.order = order
        self.chance = chance
        self.says = Writer(chance)
        self.leads = self._leads()
        self.deadline = min(order.assigned + chance.randint(18, 60), len(DAYS) - 1)

    def life(self) -> Life:
        record = self._head()
        if self._is(STANDING):
            return Life(record | self._standing())
        if self._is(CANCELLED) and self.order.assigned + 16 < NOW:
            return Life(record | self._due() | self._cancelled())
        return self._course(record)

    def _is(self, share: float) -> bool:
        return self.chance.random() < share

    def _span(self, first: int, last: int) -> int:
        return self.chance.randint(first, last)

    def _leads(self) -> list[str]:
        first = self.chance.choice((*self.order.matter.leads, COUNTIES[self.order.county]))
        others = [name for name in self.order.matter.leads if name != first]
        return [first, others[0]] if others and self._is(JOINT) else [first]

    def _support(self) -> list[str]:
        chosen = [COUNTIES[self.order.county], *self.chance.sample(BUREAUS, self._span(1, 3))]
        return list(dict.fromkeys(name for name in chosen if name not in self.leads))

    def _head(self) -> Record:
        record: Record = {"id": None, "title": f"{self.order.project}{self.order.duty[0]}（示例）"}
        record |= self.order.source
        record["lead"] = self.leads if len(self.leads) > 1 else self.leads[0]
        record["support"] = self._support()
        record["measure"] = Long(self.order.duty[1])
        record["result"] = Long(f"取得{self.chance.choice(self.order.matter.proofs)}，项目按计划推进")
        if self._is(DAILY_WORK):
            record["owner"] = "分管负责同志"
        return record

    def _due(self) -> Record:
        if self._is(COUNTED):
            return {"due": {"workdays": self.deadline - self.order.assigned, "after": self.order.event}}
        return {"due": DAYS[self.deadline]}

    def _standing(self) -> Record:
        reports = self._reports(NOW, 50, 56)
        return {
            "due": "长期坚持",
            "report_every": {"months": 3},
            "review_on": DAYS[-1],
            "reports": reports,
        }

    def _cancelled(self) -> Record:
        day = self._span(self.order.assigned + 14, min(self.deadline, NOW))
        ending = {"date": DAYS[day], "reason": "上级已有统一安排，不再单独办理", "approved_by": CONVENERS[1]}
        return {"reports": self._reports(day - 1), "cancelled": ending}

    def _course(self, record: Record) -> Life:
        staged = self._is(STAGED)
        record |= {} if staged else self._dated()
        late = not staged and self._is(LATE)
        done = self.deadline + self._span(3, 22) if late else self.deadline - self._span(0, 9)
        record |= self._stages(done) if staged else {}
        silent = done > NOW and self._is(SILENT)
        last = min(done - 1, NOW - 28 if silent else NOW)
        record["reports"] = self._reports(last, *((10, 13) if done > NOW else (13, 19)))
        record |= self._aside(done)
        life = Life(record)
        if done <= NOW:
            self._end(life, done)
        if late and self.deadline < NOW:
            self._chase(life, done)
        return life

    def _dated(self) -> Record:
        record = self._due()
        extensions: list[Record] = []
        while self._is(EXTENDED) and len(extensions) < 2:
            asked = self.deadline - self._span(3, 8)
            if asked <= self.order.assigned + 5 or asked > NOW:
                break
            extensions.append(self._extension(asked))
            if "approved_on" not in extensions[-1]:
                break
        return record | ({"extensions": extensions} if extensions else {})

    def _extension(self, asked: int) -> Record:
        answered = asked + self._span(1, 2)
        entry: Record = {
            "requested_on": DAYS[asked],
            "reason": self.chance.choice(self.order.matter.obstacles),
            "progress": self.says.progress(),
        }
        later = self.deadline + self._span(12, 30)
        entry["new_due"] = DAYS[later]
        if answered <= NOW:
            entry |= {"approved_by": LIAISON, "approved_on": DAYS[answered]}
            self.deadline = later
        return entry

    def _stages(self, done: int) -> Record:
        titles = self.chance.sample(("完成方案审定", "签订实施协议", "完成主体工作", "补齐全部材料"), 2)
        third = (self.deadline - self.order.assigned) // 3
        days = (self.order.assigned + third, self.order.assigned + 2 * third)
        stages = [
            self._stage(title, day, min(day - self._span(0, 4), done))
            for title, day in zip(titles, days, strict=True)
        ]
        return {"milestones": [*stages, self._stage("通过验收", self.deadline, done)]}

    def _stage(self, title: str, due: int, done: int) -> Record:
        stage: Record = {"title": title, "due": DAYS[due], "done_on": None}
        return stage | self._proof(title, done) if done <= NOW else stage

    def _proof(self, title: str, done: int) -> Record:
        return {"done_on": DAYS[done], "evidence": f"{title}情况说明（示例）"}

    def _reports(self, last: int, least: int = 13, most: int = 19) -> list[Record]:
        reports = []
        day = self.order.assigned + self._span(6, 12)
        while day <= last:
            reports.append(self._report(day))
            day += self._span(least, most)
        return reports

    def _report(self, day: int) -> Record:
        entry: Record = {"date": DAYS[day], "by": self.chance.choice(self.leads)}
        entry["text"] = Long(self.says.report())
        if self._is(0.3):
            entry["obstacles"] = Long(self.chance.choice(self.order.matter.obstacles))
            entry["next_step"] = Long(self.says.next_step())
        return entry

    def _aside(self, done: int) -> Record:
        aside: Record = {}
        start = self.order.assigned + 4
        if start + 12 >= min(done, NOW):
            return aside
        if self._is(UPWARD):
            sent = {"to": "省有关部门", "by": self.leads[0], "sent_on": DAYS[start]}
            reply = "原则同意，要求按评审意见完善。"
            aside["upward"] = [sent | {"replied_on": DAYS[start + 11], "reply": reply}]
        if self._is(SUSPENDED):
            still = {"since": DAYS[start], "until": DAYS[start + 8], "reason": "规划正在调整，明确后恢复办理"}
            aside["suspensions"] = [still | {"approved_by": DEPUTY}]
        return aside

    def _end(self, life: Life, done: int) -> None:
        completions = [self._completion(done)]
        first = done - self._span(6, 9)
        if self._is(RETURNED) and first > self.order.assigned + 12:
            completions.insert(0, self._returned(first))
        life.record["completions"] = completions
        confirmed = done + self._span(1, 4)
        if confirmed <= NOW:
            life.confirmed = confirmed
            life.record["confirmation"] = {"date": DAYS[confirmed], "by": LIAISON}

    def _completion(self, day: int) -> Record:
        proof: Any = f"{self.order.project}{self.chance.choice(self.order.matter.proofs)}（示例）"
        if self._is(0.5):
            proof = {"name": proof, "kept_by": self.leads[0]}
        return {"reported_on": DAYS[day], "by": self.leads[0], "evidence": proof}

    def _returned(self, day: int) -> Record:
        back = {"date": DAYS[day + 2], "by": LIAISON, "reason": "只有过程材料，不能证明已经办成"}
        return self._completion(day) | {"returned": back | {"redo_by": DAYS[max(self.deadline, day + 5)]}}

    def _chase(self, life: Life, done: int) -> None:
        notices = [self._notice(self.deadline + 1, "提醒", 2)]
        formal = self.deadline + 12
        if formal < min(done, NOW):
            asked = "说明未按时完成的原因，明确完成时间和责任人"
            notices.append({"no": None, **self._notice(formal, "督办通知单", 4), "requirements": Long(asked)})
            life.chased = formal
        life.record["notices"] = notices

    def _notice(self, day: int, form: str, within: int) -> Record:
        replied = day + self._span(1, within)
        return {
            "date": DAYS[day],
            "form": form,
            "reply_by": DAYS[day + within],
            "replied_on": DAYS[replied] if replied <= NOW else None,
        }
