"""One issue, from its collection to what became of it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from corpus.days import DAYS, NOW
from corpus.units import BUREAUS, CITY, COUNTIES, DIVISION, collector
from corpus.words import INDUSTRIES, MATTERS, Matter, Writer, enterprise
from corpus.yaml_text import Long, Record

PUBLIC, INSTRUCTED, NOTED, SUPPORTED, UNANSWERED = 0.12, 0.04, 0.15, 0.2, 0.03
"""Shares of issues: open to the public, with a 批示, a note, a request to the province, without an answer."""
LEAD = 45
"""Collected at most so many working days before its meeting."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an issue is about, before anything has been done."""

    project: str
    matter: Matter
    county: str
    record: Record


def subject(number: int, chance: random.Random, *, key: bool = False) -> Subject:
    """The ``number``-th project with a problem; its record has no id and no day yet."""
    matter = chance.choice(MATTERS)
    industry, area = chance.choice(INDUSTRIES)
    county = chance.choice(tuple(COUNTIES))
    public = chance.random() < PUBLIC
    owner = f"示例园区{enterprise(number)[4:]}" if public else enterprise(number)
    record: Record = {
        "id": None,
        "title": f"{owner}{industry}项目{chance.choice(matter.names)}（示例）",
        "kind": chance.choice(("经济运行问题", "合作事项") if public else ("重大项目问题", "企业诉求")),
        "area": area,
        "category": matter.category,
        "county": county,
        "raised_by": COUNTIES[county],
    }
    if not public:
        record |= {"enterprise": owner, "industry": industry}
    record |= {"collected_by": collector(county), "collected_on": None, "sorted_on": None, "key": key}
    says = Writer(chance)
    told = says.gap(f"{owner}{industry}项目", matter) if public else says.situation(owner, matter)
    record |= {"situation": Long(told), "request": Long(says.request())}
    return Subject(f"{owner}{industry}项目", matter, county, record)


def _closed(record: Record) -> Record:
    """With its disclosure, which stands last."""
    if "enterprise" in record:
        return record | {"disclosure": "不予公开", "disclosure_reason": "涉及企业商业秘密"}
    return record | {"disclosure": "主动公开"}


def prepared(about: Subject, meeting: int, chance: random.Random) -> Record:
    """As it goes to a meeting on that day: sorted, consulted on, with a plan."""
    planned = meeting - chance.randint(8, 12)
    answered = planned - chance.randint(2, 8)
    asked = answered - chance.randint(5, 12)
    record = _sorted(about.record, asked - chance.randint(1, 5), chance)
    lead = chance.choice(about.matter.leads)
    record["consultations"] = _consultations(about, asked, answered, chance)
    record["plan"] = Long(Writer(chance).plan(about.matter, lead, COUNTIES[about.county]))
    record |= {"plan_by": lead, "plan_on": DAYS[planned], "suggested_lead": lead}
    return _closed(record | _aside(planned, chance))


def _sorted(record: Record, day: int, chance: random.Random) -> Record:
    return record | {"collected_on": DAYS[day - chance.randint(1, 5)], "sorted_on": DAYS[day]}


def _consultations(about: Subject, asked: int, answered: int, chance: random.Random) -> list[Record]:
    says = Writer(chance)
    entries: list[Record] = [
        {
            "division": DIVISION,
            "asked_on": DAYS[asked],
            "date": DAYS[answered],
            "form": chance.choice(("书面", "座谈")),
            "opinion": Long(says.opinion()),
            "view": chance.choice(("同意", "同意", "有条件同意")),
        }
    ]
    if chance.random() < 0.5:
        unit = chance.choice(about.matter.leads)
        opinion = Long(says.opinion())
        entries.append({"unit": unit, "date": DAYS[answered + 1], "form": "书面", "opinion": opinion})
    return entries


def _aside(planned: int, chance: random.Random) -> Record:
    aside: Record = {}
    if chance.random() < SUPPORTED:
        request = "指导项目申报，支持列入延链补链重点项目"
        aside["needs_province"] = {"division": DIVISION, "request": request, "done": "市级已完成初步审核"}
    if chance.random() < INSTRUCTED:
        text = Long("请牵头单位抓紧提出方案，提交会议研究。（示例）")
        aside["instructions"] = [{"date": DAYS[planned - 4], "post": "召集人", "unit": CITY, "text": text}]
    if chance.random() < NOTED:
        text = Long(f"三项条件齐备，建议列入议程，由{chance.choice(BUREAUS)}参会。")
        aside["notes"] = [{"date": DAYS[planned], "text": text}]
    return aside


def answered(record: Record, day: int, chance: random.Random) -> Record:
    """With what the one who raised it says, some days after ``day``."""
    told = day + chance.randint(2, 15)
    if told > NOW or chance.random() < UNANSWERED:
        return record
    satisfaction = chance.choice(("满意", "满意", "满意", "基本满意"))
    feedback = {
        "date": DAYS[told],
        "satisfaction": satisfaction,
        "text": Long("已回访，反映的问题得到解决。"),
    }
    disclosure = {key: record[key] for key in ("disclosure", "disclosure_reason") if key in record}
    rest = {key: value for key, value in record.items() if key not in disclosure}
    return rest | {"feedback": feedback} | disclosure


def direct(about: Subject, assigned: int, chance: random.Random) -> Record:
    """Handled without a meeting: a task was given on the day ``assigned``."""
    return _closed(_sorted(about.record, assigned - chance.randint(1, 4), chance))


def settled(about: Subject, day: int, chance: random.Random) -> Record:
    """Settled by the county itself."""
    text = Long("已现场协调解决，提出单位没有其他意见，不需会议研究。")
    record = _sorted(about.record, day - chance.randint(4, 12), chance)
    done = {"settled": {"date": DAYS[day], "by": COUNTIES[about.county], "text": text}}
    return answered(_closed(record | done), day, chance)


def left(about: Subject, day: int, chance: random.Random) -> Record:
    """Passed on, sent back, refused or withdrawn."""
    reasons = {
        "转办": "属县级职责，转所在县（市、区）办理",
        "退回": "没有写明具体请求事项，退回补充后可重新提出",
        "不予受理": "不属于联席会议工作职责范围",
        "撤回": "企业已自行解决，提出单位来文撤回",
    }
    how = chance.choice(tuple(reasons))
    leaving: Record = {"as": how, "date": DAYS[day], "reason": reasons[how]}
    if how in {"转办", "退回"}:
        leaving["to"] = COUNTIES[about.county]
    return _closed(_sorted(about.record, day - chance.randint(2, 5), chance) | {"exit": leaving})


def fresh(about: Subject, chance: random.Random) -> Record:
    """Collected, sorted or asked about in the last days."""
    day = NOW - chance.randint(2, 4)
    record = about.record | {"collected_on": DAYS[day]}
    if chance.random() < 0.4:
        del record["sorted_on"]
        return _closed(record)
    record["sorted_on"] = DAYS[day + 1]
    if chance.random() < 0.5:
        record["consultations"] = [{"division": DIVISION, "asked_on": DAYS[day + 2], "form": "书面"}]
    return _closed(record)
