"""Who owes what, by when, on whose word; and what is proposed for a meeting, in which order."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import DAY
from lianxi.book import load
from lianxi.obligations import Obligation, obligations
from lianxi.reports.candidates import candidates
from lianxi.reports.proposal import proposal
from lianxi.situation import Situation, situation
from lianxi.tree import TextTree

TASK = "tasks/2026/T-2026-001.yaml"
ISSUE = "issues/2026/I-2026-00{}.yaml"


def at(files: dict[str, str], day: str = DAY) -> Situation:
    book = load(TextTree(files))
    assert not book.unread, [entry.faults for entry in book.entries if entry.faults]
    return situation(book, date.fromisoformat(day))


def owed(now: Situation, duty: str) -> list[Obligation]:
    return [entry for entry in obligations(now) if entry.duty == duty]


def test_everything_that_is_owed_in_the_tiny_conference(tiny: dict[str, str]) -> None:
    found = [
        (entry.duty, entry.record, entry.owners, entry.level, entry.word) for entry in obligations(at(tiny))
    ]
    assert found == [
        ("办理", "T-2026-001", ("东县政府",), "逾期", "第一次会议纪要第一项（一）"),
        ("催办", "T-2026-001", ("一局",), "逾期", "本联席会议的配置"),
        ("汇报材料", "M-2026-02", ("二局",), "临期", "本联席会议的配置"),
        ("办理", "T-2026-003", ("东县政府", "二局"), "临期", "第一次会议纪要第一项（三）"),
        ("议程审定", "M-2026-02", ("召集人",), "临期", "本联席会议的配置"),
        ("初步解决方案", "I-2026-003", ("一局",), "正常", "《通知》三（一）"),
        ("处室对接意见", "I-2026-003", ("一局",), "正常", "《通知》三（一）"),
        ("梳理", "I-2026-003", ("一局",), "正常", "《通知》三（一）"),
    ]


NOTICED = "notices:\n  - {date: 2026-04-17, form: 提醒, reply_by: 2026-04-20}\n"
LADDER = [
    ("2026-04-15", "", None),
    ("2026-04-16", "", ("提醒", "2026-04-16")),
    ("2026-04-29", NOTICED, None),  # ten days from the last reply date, not from the deadline
    ("2026-04-30", NOTICED, ("督办通知单", "2026-04-30")),
    ("2026-05-06", NOTICED + "  - {no: 1, date: 2026-05-04, form: 督办通知单, reply_by: 2026-05-08}\n", None),
]


@pytest.mark.parametrize(("day", "notices", "expected"), LADDER)
def test_the_next_step_of_the_ladder(
    tiny: dict[str, str], day: str, notices: str, expected: tuple[str, str] | None
) -> None:
    found = owed(at({**tiny, TASK: tiny[TASK] + notices}, day), "催办")
    assert [(entry.detail, str(entry.due)) for entry in found] == ([expected] if expected else [])


def test_a_sheet_wrongly_sent_to_a_division_was_sent(tiny: dict[str, str]) -> None:
    task = tiny[TASK].replace("lead: 东县政府", "lead: 产业处")
    assert [entry.detail for entry in owed(at({**tiny, TASK: task + NOTICED}), "催办")] == ["提请函"]
    for form in ("提请函", "督办通知单"):
        sent = f"{task}{NOTICED}  - {{no: 1, date: 2026-05-04, form: {form}}}\n"
        assert owed(at({**tiny, TASK: sent}), "催办") == []


def test_who_confirms(tiny: dict[str, str]) -> None:
    done = "completions:\n  - {reported_on: 2026-04-14, by: 东县政府, evidence: 图}\n"
    (entry,) = owed(at({**tiny, TASK: tiny[TASK] + done}), "销号")
    assert entry.owners == ("联络员（一局）",)
    assert entry.word == "lianxi 的默认设定"
    assert "待核销已22天" in entry.detail


def test_a_request_waits_for_its_answer(tiny: dict[str, str]) -> None:
    asked = "extensions:\n  - {requested_on: 2026-04-14, reason: 雨, new_due: 2026-05-30}\n"
    (entry,) = owed(at({**tiny, TASK: tiny[TASK] + asked}), "答复延期申请")
    assert (entry.owners, entry.late, entry.waits) == (("联络员（一局）",), 0, True)
    assert "已等22天" in entry.detail


def test_after_a_deferral_somebody_owes_what_was_missing(tiny: dict[str, str]) -> None:
    (entry,) = owed(at(tiny, "2026-04-09"), "补充材料")
    assert (entry.owners, entry.due, entry.detail) == (("西县政府",), date(2026, 4, 15), "补充资金测算")
    assert owed(at(tiny, "2026-04-10"), "补充材料") == []  # ready again


def ready(tiny: dict[str, str], *, deferred_until: str | None, key: bool, collected: str) -> dict[str, str]:
    """The tiny conference with only one other ready issue beside I-2026-002."""
    issue = tiny[ISSUE.format(4)].replace("I-2026-004", "I-2026-005")
    issue = issue.replace("key: true", f"key: {str(key).lower()}").replace("2026-03-16", collected)
    files = {**tiny, ISSUE.format(5): issue}
    path = "resolutions/2026/R-2026-002.yaml"
    line = "  bring_back_by: 2026-04-15\n"
    return {
        **files,
        path: tiny[path].replace(line, f"  bring_back_by: {deferred_until}\n" if deferred_until else ""),
    }


def test_the_rank_overdue_promises_then_held_over_then_key_then_age(tiny: dict[str, str]) -> None:
    def order(files: dict[str, str]) -> list[str]:
        return [item.id for item in candidates(at(files))]

    two = ["I-2026-002", "I-2026-005"]
    assert order(ready(tiny, deferred_until="2026-04-15", key=True, collected="2026-01-05")) == two
    assert order(ready(tiny, deferred_until=None, key=True, collected="2026-01-05")) == two
    late = ready(tiny, deferred_until=None, key=False, collected="2026-03-16")
    late[ISSUE.format(6)] = late[ISSUE.format(5)].replace("-005", "-006").replace("key: false", "key: true")
    late[ISSUE.format(7)] = late[ISSUE.format(5)].replace("-005", "-007").replace("2026-03-16", "2026-03-01")
    assert order(late) == ["I-2026-002", "I-2026-006", "I-2026-007", "I-2026-005"]
    second = "resolutions/2026/R-2026-003.yaml"
    promised = late["resolutions/2026/R-2026-002.yaml"].replace("R-2026-002", "R-2026-003")
    promised = promised.replace("I-2026-002", "I-2026-005").replace(
        "西县政府\n", "东县政府\n  bring_back_by: 2026-05-01\n"
    )
    assert order({**late, second: promised})[0] == "I-2026-005"


def test_only_a_plenary_is_proposed_items(tiny: dict[str, str]) -> None:
    path = "meetings/2026/M-2026-02.yaml"
    book = load(TextTree(tiny))
    assert [item.issue for item in proposal(book, date(2026, 5, 6), "M-2026-02")] == ["I-2026-002"]
    special = tiny[path].replace("kind: 联席会议", "kind: 专题工作会议")
    assert proposal(load(TextTree({**tiny, path: special})), date(2026, 5, 6), "M-2026-02") == []
