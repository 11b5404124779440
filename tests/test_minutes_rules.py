"""What a meeting decides and its minutes: one slip in the sample gives one new finding, at its place."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from beside import new_in
from conftest import SAMPLE as SAMPLE_FOLDER
from conftest import TINY_DAY, texts
from lianxi.as_of import cut
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import Finding
from lianxi.rules import minutes_not_issued
from lianxi.schema.meeting import Minutes
from lianxi.situation import Situation, situation
from lianxi.status.assembly import countable, seats
from lianxi.tree import TextTree

MECHANISMS = Path(__file__).parent / "mechanisms"
SAMPLE = texts(SAMPLE_FOLDER)
MECHANISM = "mechanism.yaml"
FIRST = "meetings/2025/M-2025-01.yaml"
SPECIAL = "meetings/2026/M-2026-01.yaml"
LIAISON = "meetings/2026/M-2026-02.yaml"
MEETING = "meetings/2026/M-2026-03.yaml"
DEFERRED = "resolutions/2026/R-2026-005.yaml"
DECIDED = "resolutions/2026/R-2026-004.yaml"
UPWARD = "resolutions/2026/R-2026-006.yaml"
OWN = {f"LX{number}" for number in range(320, 340)}

Files = dict[str, str]
Change = tuple[str, str, str]
"""A file, what stands in it, and what takes its place."""


def changed(files: Files, *changes: Change) -> Files:
    for path, old, new in changes:
        assert old in files[path], (path, old)
        files = {**files, path: files[path].replace(old, new, 1)}
    return files


def told_in(files: Files) -> list[Finding]:
    """What is new, but for the order of days: that is tested apart."""
    return [each for each in new_in(files) if not each.code.startswith("LX4")]


def told(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.path, finding.message


def ruled(block: str) -> Change:
    """A block of rules that the sample's conference has not."""
    return MECHANISM, "rules:                               # 规则\n", f"rules:\n{block}"


def minutes_ruled(was: str, now: str) -> Change:
    return MECHANISM, was, now


QUORUM = ruled("  quorum:\n    basis: 配置\n    share: 全体\n")
CONSENSUS = ruled(
    "  decision:\n    basis: 配置\n    type: 协商一致\n    among: 出席的有关成员\n    deadlock_to: 省政府\n"
)
VOTE = ruled("  decision:\n    basis: 配置\n    type: 表决\n    among: 出席单位\n    majority: 过半数\n")
VOTE_OF_ALL = ruled(
    "  decision:\n    basis: 配置\n    type: 表决\n    among: 全体成员\n    majority: 三分之二以上\n"
)
IN_PERSON = ruled("  attendance:\n    basis: 配置\n    substitutes: false\n")
BY_ONE = minutes_ruled(
    "    sign_off:                        # 由谁签发\n      post: 召集人\n",
    "    sign_off:\n      post: 召集人\n      unit: 省工业和信息化厅\n",
)
BY_SIDES = minutes_ruled("    consent: 出席单位 ", "    consent: 各方签署 ")
OBJECTION = (
    UPWARD,
    "outcome: 报请上级审定\n",
    "outcome: 报请上级审定\nobjections:\n  - unit: 市财政局\n    text: 资金来源没有落实\n",
)
VOTES = (DECIDED, "outcome: 议定\n", "outcome: 议定\nvotes:\n  for: 15\n  against: 8\n  abstain: 4\n")
CARRIED_BY_ALL = (DECIDED, "outcome: 议定\n", "outcome: 议定\nvotes:\n  for: 18\n  against: 2\n")
SIGNATURES = (
    "signatures:\n    - unit: 省工业和信息化厅\n      date: 2026-04-22\n"
    "    - unit: 市政府\n      date: 2026-04-22\n"
)
SIGNED_BY_SIDES = (
    BY_SIDES,
    (MEETING, "  signed_by:  ", f"  {SIGNATURES}  signed_by:  "),
    (FIRST, "  signed_by:\n", f"  {SIGNATURES.replace('2026-04-22', '2025-11-12')}  signed_by:\n"),
)
UNISSUED = (MEETING, "  issued_on: 2026-04-22              # 印发\n", "")
CONSENT = SAMPLE[MEETING][SAMPLE[MEETING].index("  consent:  ") : SAMPLE[MEETING].index("  signed_by:  ")]
SIGNED_BY = SAMPLE[MEETING][SAMPLE[MEETING].index("  signed_by:  ") : SAMPLE[MEETING].index("  signed_on: ")]
MINUTES = SAMPLE[MEETING][SAMPLE[MEETING].index("minutes:  ") : SAMPLE[MEETING].index("disclosure: 不予公开")]


SPECIAL_CONSENT = SAMPLE[SPECIAL][SAMPLE[SPECIAL].index("  consent:") : SAMPLE[SPECIAL].index("  signed_by:")]
GUESTS = [
    (path, f"    as: 出席\n    represents: {name}", f"    as: 列席\n    represents: {name}")
    for path, name in ((FIRST, "示例寅"), (FIRST, "示例辛未"), (MEETING, "示例戊辰"))
]


@dataclass(frozen=True)
class Slip:
    """What is laid on the sample, the one slip on it, and the place of the finding, marked by ``▸``."""

    code: str
    change: Change
    at: str
    given: tuple[Change, ...] = ()
    path: str = ""

    def place(self, text: str) -> tuple[int, int]:
        bare = self.at.replace("▸", "")
        assert text.count(bare) == 1, (self.at, text.count(bare))
        at = text.index(bare) + self.at.index("▸")
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


SLIPS = [
    # LX320: a member who only sat in.
    Slip(
        "LX320",
        (
            MEETING,
            "    unit: 市工商联\n    title: 主席\n    as: 出席",
            "    unit: 市工商联\n    title: 主席\n    as: 列席",
        ),
        "▸attendance:  ",
        (QUORUM,),
    ),
    # LX320: who is on leave has a substitute who is not.
    Slip(
        "LX320",
        (FIRST, "    as: 出席\n    represents: 示例辛未", "    as: 缺席\n    represents: 示例辛未"),
        "▸attendance:\n",
        (QUORUM,),
    ),
    Slip(
        "LX321",
        (UPWARD, "outcome: 报请上级审定", "outcome: 原则同意"),
        "outcome: ▸原则同意",
        (CONSENSUS, OBJECTION),
    ),
    Slip("LX322", (DECIDED, "for: 15", "for: 13"), "for: ▸13", (VOTE, VOTES)),
    Slip("LX322", (DECIDED, "for: 18", "for: 17"), "for: ▸17", (VOTE_OF_ALL, CARRIED_BY_ALL)),
    # LX323
    Slip("LX323", (UPWARD, "no_task_reason: 待上级审定后再分解任务\n", ""), "outcome: ▸报请上级审定"),
    Slip(
        "LX323",
        (UPWARD, "no_task_reason: 待上级审定后再分解任务", "no_task_reason: null"),
        "no_task_reason: ▸null",
    ),
    Slip(
        "LX323",
        ("resolutions/2026/R-2026-002.yaml", "no_task_reason: 议题安排，随会议办结\n", ""),
        "outcome: ▸同意",
    ),
    # LX324
    Slip("LX324", (DEFERRED, "outcome: 暂缓 ", "outcome: 议定 "), "outcome: ▸议定"),
    Slip("LX324", (DEFERRED, "outcome: 暂缓 ", "outcome: 不同意 "), "outcome: ▸不同意"),
    Slip("LX324", (DECIDED, "outcome: 议定", "outcome: 暂缓"), "outcome: ▸暂缓"),
    # LX325
    Slip("LX325", (DECIDED, "outcome: 议定", "outcome: 不同意"), 'text: ▸""'),
    # LX326: county departments collect, and have no part in meetings.
    Slip(
        "LX326",
        ("tasks/2026/T-2026-020.yaml", "lead: 五华县政府", "lead: 五华县工信主管部门"),
        "lead: ▸五华县工信主管部门",
    ),
    Slip(
        "LX326",
        ("tasks/2026/T-2026-013.yaml", "  - 市人力资源社会保障局", "  - 大埔县工信主管部门"),
        "  - ▸大埔县工信主管部门",
    ),
    # LX327
    Slip(
        "LX327",
        (
            MEETING,
            "      - unit: 五华县政府\n        date: 2026-04-21\n        view: 同意",
            "      - unit: 五华县政府\n        date: 2026-04-21\n        view: 不同意",
        ),
        "view: ▸不同意",
    ),
    Slip(
        "LX327",
        (
            SPECIAL,
            "      - unit: 丰顺县政府\n        date: 2026-01-26\n        view: 同意",
            "      - unit: 丰顺县政府\n        date: 2026-01-26\n        view: 不同意",
        ),
        "view: ▸不同意",
    ),
    Slip("LX327", (MEETING, "        adopted: true ", "        adopted: null "), "adopted: ▸null"),
    Slip(
        "LX327",
        (MEETING, "        adopted: true                # 是否采纳\n", ""),
        "        view: ▸修改意见",
    ),
    # LX328
    Slip("LX328", (MEETING, CONSENT, ""), "signed_on: ▸2026-04-22", (UNISSUED,)),
    # LX329
    Slip(
        "LX329",
        (MEETING, "    - unit: 市政府\n      date: 2026-04-22\n", ""),
        "  ▸signatures:",
        SIGNED_BY_SIDES,
    ),
    Slip(
        "LX329",
        (
            MEETING,
            "    - unit: 市政府\n      date: 2026-04-22\n",
            "    - unit: 市财政局\n      date: 2026-04-22\n",
        ),
        "    - unit: ▸市财政局\n      date: 2026-04-22\n",
        SIGNED_BY_SIDES,
    ),
    Slip(
        "LX329",
        (MEETING, f"  {SIGNATURES}", ""),
        "issued_on: ▸2026-04-22",
        SIGNED_BY_SIDES,
    ),
    # LX330
    Slip(
        "LX330",
        (
            MEETING,
            "  signed_by:                         # 签发人（职务）\n    post: 召集人",
            "  signed_by:                         # 签发人（职务）\n    post: 副召集人",
        ),
        "  signed_by:                         # 签发人（职务）\n    post: ▸副召集人",
    ),
    Slip(
        "LX330",
        (MEETING, f"{SIGNED_BY}", "  signed_by:\n    post: 召集人\n    unit: 市政府\n"),
        "  signed_by:\n    post: 召集人\n    unit: ▸市政府",
        (
            BY_ONE,
            (
                FIRST,
                "  signed_by:\n    post: 召集人\n    unit: 市政府",
                "  signed_by:\n    post: 召集人\n    unit: 省工业和信息化厅",
            ),
        ),
    ),
    Slip(
        "LX330",
        (MEETING, f"{SIGNED_BY}", "  signed_by:\n    unit: 市政府\n    seat: 主要负责同志\n"),
        "  signed_by:\n    unit: ▸市政府",
    ),
    Slip(
        "LX330",
        (SPECIAL, "  signed_by:\n    unit: 市生态环境局", "  signed_by:\n    unit: 市财政局"),
        "  signed_by:\n    unit: ▸市财政局",
    ),
    Slip("LX330", (SPECIAL, "    seat: 主要负责同志", "    seat: 分管负责同志"), "    seat: ▸分管负责同志"),
    Slip("LX330", (SPECIAL, "convened_by: 市生态环境局", "convened_by: 市财政局"), "convened_by: ▸市财政局"),
    # LX331
    Slip("LX331", (MEETING, "  signed_on: 2026-04-22              # 签发\n", ""), "  issued_on: ▸2026-04-22"),
    Slip("LX331", (MEETING, SIGNED_BY, ""), "  issued_on: ▸2026-04-22"),
    Slip(
        "LX331",
        (SPECIAL, "  signed_on: 2026-01-28\n", ""),
        "  issued_on: ▸2026-01-28",
    ),
    # LX332
    Slip("LX332", UNISSUED, "▸minutes:  "),
    Slip("LX332", (MEETING, "  issued_on: 2026-04-22 ", "  issued_on: null "), "  ▸issued_on: null"),
    Slip("LX332", (MEETING, MINUTES, ""), "held_on: ▸2026-04-16"),
    Slip("LX332", (SPECIAL, "  issued_on: 2026-01-28\n", ""), "▸minutes:\n"),
    # LX333
    Slip(
        "LX333",
        (MEETING, "  issue_no: 3 ", "  doc_no: 梅联席〔2026〕3号\n  issue_no: 3 "),
        "  doc_no: ▸梅联席〔2026〕3号",
    ),
    Slip("LX333", (SPECIAL, "  issue_no: 2\n", "  issue_no: 2\n  seal: true\n"), "  seal: ▸true"),
    # LX334
    Slip(
        "LX334",
        (MEETING, "    as: 请假\n    reason: 赴外地参加会议", "    as: 出席\n    reason: 赴外地参加会议"),
        "    as: ▸出席\n    reason: 赴外地参加会议",
    ),
    Slip("LX334", (MEETING, "represents: 示例戊辰", "represents: 示例己巳"), "represents: ▸示例己巳"),
    Slip("LX334", (MEETING, "represents: 示例戊辰", "represents: 示例戊晨"), "represents: ▸示例戊晨"),
    # LX335
    Slip(
        "LX335",
        (
            MEETING,
            "    unit: 市科技局\n    title: 局长\n    as: 出席\n",
            "    unit: 市科技局\n    title: 局长\n    as: 出席\n    represents: 示例己\n",
        ),
        "    represents: ▸示例己\n",
        (IN_PERSON,),
    ),
]


@pytest.mark.parametrize("slip", SLIPS, ids=[f"{slip.code}-{slip.at.strip()}" for slip in SLIPS])
def test_a_slip_gives_one_new_finding_at_its_place(slip: Slip) -> None:
    given = changed(SAMPLE, *slip.given)
    path = slip.path or slip.change[0]
    files = changed(given, slip.change)
    known = {told(finding) for finding in told_in(given)}
    found = [finding for finding in told_in(files) if told(finding) not in known]
    assert [(each.code, each.path, (each.line, each.column)) for each in found] == [
        (slip.code, path, slip.place(files[path]))
    ], [each.message for each in found]
    assert found[0].remedy
    assert found[0].person


def test_each_rule_has_a_slip() -> None:
    assert {slip.code for slip in SLIPS} == {f"LX{number}" for number in range(320, 336)}


BY_THE_RECORDS = {"LX324", "LX325", "LX334"}
"""What the records say by themselves; all the others hold a conference to what it has settled."""


def test_a_conference_that_has_settled_nothing_is_held_to_nothing() -> None:
    head = SAMPLE[MECHANISM][: SAMPLE[MECHANISM].index("rules:  ")]
    silent = {**SAMPLE, MECHANISM: head}
    told_of: set[str] = set()
    for slip in SLIPS:
        files = changed(silent, *(change for change in slip.given if change[0] != MECHANISM), slip.change)
        told_of |= {finding.code for finding in told_in(files)} & OWN
    assert told_of == BY_THE_RECORDS | {"LX326"}


def test_a_stranger_leads_on_nobodys_word_but_lianxis() -> None:
    head = SAMPLE[MECHANISM][: SAMPLE[MECHANISM].index("rules:  ")]
    slip = next(slip for slip in SLIPS if slip.code == "LX326")
    found = told_in(changed({**SAMPLE, MECHANISM: head}, slip.change))
    assert [each.basis for each in found if each.code == "LX326"] == ["lianxi 的默认设定"]


# --- remedies followed literally ------------------------------------------------------------


def pasted(remedy: str, head: str) -> str:
    """The lines to paste that begin with ``head``, up to the next that is none."""
    rows = remedy.split("\n")
    start = rows.index(head)
    end = next((at for at in range(start, len(rows)) if not PASTE.match(rows[at])), len(rows))
    return "".join(f"{row}\n" for row in rows[start:end])


PASTE = re.compile(r" {2}|[a-z_]+:(?: |$)")
BEFORE = "{}"
"""Where the lines go before what stands there, and do not take its place."""
MENDS: list[tuple[str, str, str, str, int]] = [
    # The place of the slip, the first line to paste, where it goes and what becomes of that, and how deep.
    ("▸attendance:  ", "  - person: 姓名", "recorder: ", BEFORE, 0),
    ("outcome: ▸原则同意", "outcome: 暂缓", "outcome: 原则同意\n", "", 0),
    ("for: ▸13", "outcome: 不同意", 'text: ""\noutcome: 议定\n', "", 0),
    ("no_task_reason: ▸null", "no_task_reason: 不用任务的理由", "no_task_reason: null\n", "", 0),
    ("outcome: ▸暂缓", "deferred:", "outcome: 暂缓\n", BEFORE, 0),
    ('text: ▸""', "text: |", 'text: ""\n', "", 0),
    ("signed_on: ▸2026-04-22", "consent:", "  signed_by: ", BEFORE, 2),
    ("  ▸signatures:", "  - unit: 市政府", "  signed_by: ", BEFORE, 2),
    ("    - unit: ▸市财政局\n      date: 2026-04-22\n", "  - unit: 市政府", "  signed_by: ", BEFORE, 2),
    ("issued_on: ▸2026-04-22", "signatures:", "  signed_by: ", BEFORE, 2),
    (
        "  signed_by:\n    post: 召集人\n    unit: ▸市政府",
        "signed_by:",
        "  signed_by:\n    post: 召集人\n    unit: 市政府\n",
        "",
        2,
    ),
    (
        "  signed_by:\n    unit: ▸市政府",
        "signed_by:",
        "  signed_by:\n    unit: 市政府\n    seat: 主要负责同志\n",
        "",
        2,
    ),
    (
        "  signed_by:\n    unit: ▸市财政局",
        "signed_by:",
        "  signed_by:\n    unit: 市财政局\n    seat: 主要负责同志\n",
        "",
        2,
    ),
    ("  issued_on: ▸2026-04-22", "signed_on: 2026-04-22", "  issued_on: ", BEFORE, 2),
    ("▸minutes:  ", "issued_on: 2026-09-21", "  corrections: ", BEFORE, 2),
    ("  ▸issued_on: null", "issued_on: 2026-09-21", "  issued_on: null              # 印发\n", "", 2),
    ("represents: ▸示例戊晨", "  - person: 示例戊晨", "recorder: ", BEFORE, 0),
]


@pytest.mark.parametrize(
    ("at", "head", "old", "kept", "depth"), MENDS, ids=[mend[0].strip() for mend in MENDS]
)
def test_the_lines_of_a_remedy_mend_the_slip(at: str, head: str, old: str, kept: str, depth: int) -> None:
    slip = next(slip for slip in SLIPS if slip.at == at)
    given = changed(SAMPLE, *slip.given)
    known = {told(finding) for finding in told_in(given)}
    path, files = slip.change[0], changed(given, slip.change)
    finding = next(finding for finding in told_in(files) if finding.code == slip.code)
    lines = textwrap.indent(pasted(finding.remedy, head), " " * depth)
    mended = changed(files, (path, old, lines + kept.format(old)))
    assert {told(finding) for finding in told_in(mended)} <= known


# --- what is no fault ---------------------------------------------------------------------


NO_FAULTS: list[tuple[str, list[Change]]] = [
    ("a unit and its successor have one seat", [QUORUM]),
    (
        "a draft is not yet signed",
        [UNISSUED, (MEETING, SIGNED_BY, ""), (MEETING, "  signed_on: 2026-04-22              # 签发\n", "")],
    ),
    (
        "who objected was not there, or has no part",
        [
            CONSENSUS,
            (DECIDED, "outcome: 议定\n", "outcome: 议定\nobjections:\n  - unit: 五华县工信主管部门\n"),
        ],
    ),
    (
        "an objection under another rule of decision",
        [VOTE, (DECIDED, "outcome: 议定\n", "outcome: 议定\nobjections:\n  - unit: 市财政局\n")],
    ),
    (
        "an equal vote that somebody decides",
        [
            (VOTE[0], VOTE[1], f"{VOTE[2]}    tie:\n      post: 召集人\n      unit: 市政府\n"),
            (DECIDED, "outcome: 议定\n", "outcome: 议定\nvotes:\n  for: 13\n  against: 13\n"),
        ],
    ),
    (
        "an extension rests on it",
        [
            ("resolutions/2026/R-2026-003.yaml", "outcome: 通报", "outcome: 议定"),
            ("resolutions/2026/R-2026-003.yaml", "no_task_reason: 为原有任务重新明确牵头单位和时限\n", ""),
        ],
    ),
    (
        "a unit that was there leads",
        [
            ("tasks/2026/T-2026-020.yaml", "lead: 五华县政府", "lead: 五华县工信主管部门"),
            (
                "meetings/2026/M-2026-04.yaml",
                "      - 五华县政府\n",
                "      - 五华县政府\n      - 五华县工信主管部门\n",
            ),
        ],
    ),
    (
        "an amendment that was not adopted",
        [(MEETING, "        adopted: true ", "        adopted: false ")],
    ),
    (
        "an objection after the signature",
        [
            (
                MEETING,
                "      - unit: 市财政局\n        date: 2026-04-21\n        view: 同意",
                "      - unit: 市财政局\n        date: 2026-04-24\n        view: 不同意",
            )
        ],
    ),
    ("an issue past its consent", [(MEETING, CONSENT, "")]),
    (
        "a special meeting is signed without asking",
        [(SPECIAL, "  issued_on: 2026-01-28\n", ""), (SPECIAL, SPECIAL_CONSENT, "")],
    ),
    (
        "nobody is asked",
        [
            minutes_ruled("    consent: 出席单位 ", "    consent: 不征求 "),
            (MEETING, "        adopted: true ", "        adopted: null "),
        ],
    ),
    (
        "the sides sign",
        [*SIGNED_BY_SIDES, UNISSUED, (MEETING, CONSENT, "")],
    ),
    (
        "convened by a unit on no route, which is told by itself",
        [(SPECIAL, "convened_by: 市生态环境局", "convened_by: 市工商联")],
    ),
    (
        "a stranger led what is done",
        [("tasks/2025/T-2025-004.yaml", "lead: 市生态环境局", "lead: 五华县工信主管部门")],
    ),
    (
        "a stranger was told to present it",
        [
            ("tasks/2026/T-2026-020.yaml", "lead: 五华县政府", "lead: 五华县工信主管部门"),
            ("meetings/2026/M-2026-04.yaml", "presenter: 市工业和信息化局", "presenter: 五华县工信主管部门"),
        ],
    ),
    (
        "a guest who stands in for somebody",
        [IN_PERSON, *GUESTS],
    ),
    ("liaison meetings write no minutes", [(LIAISON, "recorder: 市工业和信息化局\n", "")]),
    (
        "a conference with documents of its own",
        [
            (MECHANISM, "  seal: false ", "  seal: true "),
            (MECHANISM, "  formal_documents: false ", "  formal_documents: true "),
            (MEETING, "  issue_no: 3 ", "  doc_no: 梅联席〔2026〕3号\n  seal: true\n  issue_no: 3 "),
        ],
    ),
    ("the office stands for a title", [(MEETING, "represents: 示例戊辰", "represents: 局长")]),
    (
        "somebody who is on no list",
        [
            (FIRST, "    represents: 示例寅\n", ""),
            (
                SPECIAL,
                "    title: 副县长\n    as: 出席\n",
                "    title: 副县长\n    as: 出席\n    represents: 示例寅\n",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("name", "changes"), NO_FAULTS, ids=[name for name, _ in NO_FAULTS])
def test_what_is_no_fault(name: str, changes: list[Change]) -> None:
    assert not {finding.code for finding in told_in(changed(SAMPLE, *changes))} & OWN - {"LX332"}, name


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("tasks/2026/T-2026-016.yaml", "resolution: R-2026-008", "resolution: R-2026-099", "LX201"),
        ("tasks/2026/T-2026-016.yaml", "resolution: R-2026-008", "resolution: I-2026-008", "LX202"),
        ("tasks/2026/T-2026-016.yaml", "resolution: R-2026-008", "issue: R-2026-008", "LX202"),
        ("tasks/2026/T-2026-016.yaml", "resolution: R-2026-008\n", "", "LX120"),
        ("tasks/2026/T-2026-016.yaml", "lead: ", "lead:", "LX004"),
        ("tasks/2026/T-2026-016.yaml", "id: T-2026-016", "id: T-2026-116", "LX014"),
    ],
)
def test_a_task_that_lost_its_decision_is_told_once(path: str, old: str, new: str, code: str) -> None:
    """The decision's only task: that it seems to have none is no second alarm."""
    others = [name for name, text in SAMPLE.items() if "resolution: R-2026-008" in text and name != path]
    alone = changed(SAMPLE, *((name, "resolution: R-2026-008", "resolution: R-2026-007") for name in others))
    found = told_in(changed(alone, (path, old, new)))
    assert [(each.code, each.path) for each in found] == [(code, path)]


DISSOLVED = (
    "  - name: 市经济协作办\n    full: 梅州市经济协作办公室\n    kind: 市直单位\n"
    "    dissolved_on: 2026-05-01\n"
)
GONE = (MECHANISM, "groups:  ", f"{DISSOLVED}groups:  ")
ALONE: list[tuple[str, str, list[Change]]] = [
    (
        "LX203",
        "a name on the list that is no unit",
        [QUORUM, (MEETING, "    unit: 市工商联\n    title: 主席", "    unit: 市工商会\n    title: 主席")],
    ),
    (
        "LX207",
        "a signer that was not there yet",
        [(SPECIAL, "  signed_by:\n    unit: 市生态环境局", "  signed_by:\n    unit: 市委金融办")],
    ),
    (
        "LX210",
        "a signer of a post that is held elsewhere",
        [(MEETING, SIGNED_BY, "  signed_by:\n    post: 联络员\n    unit: 省工业和信息化厅\n")],
    ),
    (
        "LX206",
        "a lead that was gone",
        [GONE, ("tasks/2026/T-2026-020.yaml", "lead: 五华县政府", "lead: 市经济协作办")],
    ),
    (
        "LX328",
        "signed unasked, and late",
        [UNISSUED, (MEETING, CONSENT, "")],
    ),
]


@pytest.mark.parametrize(("code", "name", "changes"), ALONE, ids=[name for _, name, _ in ALONE])
def test_one_slip_is_told_by_one_rule(code: str, name: str, changes: list[Change]) -> None:
    assert [finding.code for finding in told_in(changed(SAMPLE, *changes))] == [code], name


def test_a_misplaced_task_is_told_once() -> None:
    path = "tasks/2026/T-2026-001.yaml"
    second = "tasks/2026/T-2026-002.yaml"
    files = changed(SAMPLE, (second, "resolution: R-2026-001", "resolution: R-2026-004"))
    files["tasks/2026/T-2026-1.yaml"] = files.pop(path)
    assert [each.code for each in told_in(files)] == ["LX015"]


# --- other conferences --------------------------------------------------------------------


def held(name: str, attendance: str, more: str = "", decision: str = "") -> Files:
    mechanism = load(TextTree(texts(MECHANISMS / name))).mechanism
    assert mechanism is not None
    content = mechanism.rules.content
    category = content.categories[0] if content and content.categories else "协商解决重大问题"
    files = {
        **texts(MECHANISMS / name),
        "meetings/2026/M-2026-01.yaml": (
            "id: M-2026-01\nkind: 联席会议\nnumber: 1\nmode: 现场\n"
            "starts: 2026-04-30T09:00\nheld_on: 2026-04-30\n"
            "disclosure: 不予公开\ndisclosure_reason: 过程性信息\nagenda:\n  - no: 1\n"
            f"    category: {category}\n    title: 示例事项（示例）\n"
            f"    presenter: {mechanism.units[0].name}\n{attendance}{more}"
        ),
    }
    if decision:
        files["resolutions/2026/R-2026-001.yaml"] = (
            "id: R-2026-001\nmeeting: M-2026-01\nitem: 1\ntitle: 示例事项（示例）\n"
            f"no_task_reason: 会上办结（示例）\n{decision}"
        )
    return files


def rows(*units: str) -> str:
    people = "".join(
        f"  - person: 示例{number}\n    unit: {unit}\n    as: 出席\n" for number, unit in enumerate(units)
    )
    return f"attendance:\n{people}"


def own(files: Files) -> list[str]:
    found = check(load(TextTree(files)), TINY_DAY)
    return [finding.code for finding in found if finding.code in OWN]


SCHOOLS = ("示例大学", "示例师范大学", "示例外国语学院")
CASES: list[tuple[str, Files, list[str]]] = [
    # Five members, one of them no school: three make up a half or more.
    ("half came", held("university-vote", rows(*SCHOOLS)), []),
    (
        "a division takes its parent's seat",
        held("university-vote", rows("示例大学校长办公室", *SCHOOLS[1:])),
        [],
    ),
    ("less than half came", held("university-vote", rows(*SCHOOLS[:2])), ["LX320"]),
    ("two of one unit are one", held("university-vote", rows("示例大学", *SCHOOLS[:2])), ["LX320"]),
    ("nothing on record", held("university-vote", ""), []),
    (
        "carried",
        held("university-vote", rows(*SCHOOLS), "", "outcome: 审议通过\nvotes:\n  for: 2\n  against: 1\n"),
        [],
    ),
    (
        "who was there and did not vote counts",
        held(
            "university-vote",
            rows(*SCHOOLS, "学生代表"),
            "",
            "outcome: 审议通过\nvotes:\n  for: 2\n  against: 1\n",
        ),
        ["LX322"],
    ),
    (
        "the chair decides an equal vote",
        held(
            "university-vote",
            rows(*SCHOOLS, "学生代表"),
            "",
            "outcome: 审议通过\nvotes:\n  for: 2\n  against: 2\n",
        ),
        [],
    ),
    (
        "lost",
        held("university-vote", "", "", "outcome: 原则通过\nvotes:\n  for: 1\n  against: 2\n  abstain: 1\n"),
        ["LX322"],
    ),
    (
        "lost and recorded so",
        held(
            "university-vote", "", "", "outcome: 不同意\ntext: 表决未通过\nvotes:\n  for: 1\n  against: 2\n"
        ),
        [],
    ),
    (
        "one of those present objects",
        held(
            "fujian-stat-2007",
            rows("省统计局", "省财政厅"),
            "",
            "outcome: 同意\nobjections:\n  - unit: 省财政厅\n",
        ),
        ["LX321"],
    ),
    (
        "who objects was not there",
        held("fujian-stat-2007", rows("省统计局"), "", "outcome: 同意\nobjections:\n  - unit: 省财政厅\n"),
        [],
    ),
    (
        "referred upward",
        held(
            "fujian-stat-2007",
            rows("省财政厅"),
            "",
            "outcome: 报请上级审定\nobjections:\n  - unit: 省财政厅\n",
        ),
        [],
    ),
    (
        "a side objects, though no member",
        held("river-basin", "", "", "outcome: 议定\nobjections:\n  - unit: 下游省政府\n"),
        ["LX321"],
    ),
    (
        "an authority above both objects",
        held("river-basin", "", "", "outcome: 议定\nobjections:\n  - unit: 国家主管部委\n"),
        [],
    ),
    (
        "the conveners decide whoever objects",
        held("provincial-chief-convener", "", "", "outcome: 议定\nobjections:\n  - unit: 省司法厅\n"),
        [],
    ),
    (
        "signed by both sides",
        held(
            "river-basin",
            "",
            "minutes:\n  issue_no: 1\n  signatures:\n    - unit: 上游省政府\n      date: 2026-04-30\n"
            "    - unit: 下游省政府\n      date: 2026-04-30\n  issued_on: 2026-04-30\n",
        ),
        [],
    ),
    (
        "signed by one side",
        held(
            "river-basin",
            "",
            "minutes:\n  issue_no: 1\n  signatures:\n    - unit: 上游省政府\n      date: 2026-04-30\n"
            "  issued_on: 2026-04-30\n",
        ),
        ["LX329"],
    ),
    ("nobody sets a day", held("eldercare-2019", ""), []),
]


@pytest.mark.parametrize(("name", "files", "codes"), CASES, ids=[name for name, _, _ in CASES])
def test_other_conferences(name: str, files: Files, codes: list[str]) -> None:
    assert own(files) == codes, name


@pytest.mark.parametrize("name", sorted(path.name for path in MECHANISMS.iterdir()))
def test_a_plain_meeting_of_any_conference_is_no_fault(name: str) -> None:
    files = held(name, "", "", "outcome: 议定\n")
    assert [code for code in own(files) if code != "LX332"] == []


PARTS = """
name: 示例联席会议（示例）
basis:
  title: 关于建立示例联席会议的通知（示例）
posts:
  - post: 召集人
    unit: 省厅
sides:
  - name: 市
    unit: 市政府
office:
  host: 一局
working_groups:
  - name: 专题组（示例）
    lead: 二局
units:
  - {name: 省厅, full: 示例省厅, kind: 厅}
  - {name: 处, full: 示例省厅处, kind: 处, parent: 省厅}
  - {name: 科, full: 示例省厅处科, kind: 科, parent: 处}
  - {name: 市政府, full: 示例市政府, kind: 市政府}
  - {name: 一局, full: 示例一局, kind: 局}
  - {name: 二局, full: 示例二局, kind: 局}
  - {name: 三局, full: 示例三局, kind: 局, member: true, dissolved_on: 2026-03-01, successor: 四局}
  - {name: 四局, full: 示例四局, kind: 局, former: [{name: 老四局, until: 2026-02-01}]}
  - {name: 五局, full: 示例五局, kind: 局, member: true, dissolved_on: 2026-03-01}
  - {name: 六局, full: 示例六局, kind: 局, member: true, since: 2026-03-01}
  - {name: 七局, full: 示例七局, kind: 局}
  - {name: 甲县, full: 示例甲县, kind: 县}
groups:
  - {name: 各县, kinds: [县], members: true, units: [甲县]}
  - {name: 各单位, open: true, units: [甲县]}
"""


def parts() -> Situation:
    return situation(load(TextTree({MECHANISM: PARTS})), TINY_DAY)


def test_seats_are_those_of_the_day() -> None:
    assert seats(parts(), date(2026, 2, 10)) == ("三局", "五局", "甲县")
    assert seats(parts(), date(2026, 4, 10)) == ("四局", "六局", "甲县")
    assert seats(parts(), date(2026, 4, 10), "各单位") == ("甲县",)


def test_an_open_list_is_not_counted() -> None:
    assert countable(parts())
    assert not countable(parts(), "各单位")


def test_whoever_has_a_part() -> None:
    assert sorted(parts().taking_part) == sorted(
        ["省厅", "处", "科", "市政府", "一局", "二局", "三局", "四局", "老四局", "五局", "六局", "甲县"]
    )


@pytest.mark.parametrize(
    ("quorum", "came", "enough"),
    [
        ("min_units: 3", 3, True),
        ("min_units: 3", 2, False),
        ("min_share: 0.6", 3, True),
        ("min_share: 0.6", 2, False),
        ("share: 过半数\n    min_units: 4", 3, False),
        ("share: 三分之二以上", 4, True),
        ("share: 三分之二以上", 3, False),
        ("share: 四分之三以上", 4, True),
        ("share: 四分之三以上", 3, False),
    ],
)
def test_what_makes_a_quorum_of_five(quorum: str, came: int, enough: bool) -> None:  # noqa: FBT001
    units = ("示例大学", "示例师范大学", "示例职业技术学院", "示例外国语学院", "学生代表")
    files = held("university-vote", rows(*units[:came]))
    settled = "    share: 半数以上                  # 含二分之一\n"
    assert (own(changed(files, (MECHANISM, settled, f"    {quorum}\n"))) == []) == enough


def test_an_open_group_has_no_share_but_a_number() -> None:
    files = held("university-vote", rows("示例大学"))
    opened = changed(
        files, (MECHANISM, "    kinds:\n      - 高等学校\n", "    open: true\n    kinds:\n      - 高等学校\n")
    )
    of = (MECHANISM, "    of: 全体成员\n", "    of: 各成员高校\n")
    assert own(changed(files, of)) == ["LX320"]
    assert own(changed(opened, of)) == []


def test_a_number_and_a_seal_came_with_the_issue() -> None:
    minutes = Minutes.model_validate(
        {"issue_no": 1, "issued_on": "2026-05-06", "doc_no": "示〔2026〕1号", "seal": True}
    )
    before = cut(minutes, date(2026, 5, 5))
    assert (before.doc_no, before.seal) == (None, None)
    assert cut(minutes, date(2026, 5, 6)) is minutes


LATENESS = [
    # Three working days from 30 April, over the holiday; and seven days.
    ("county-two-conveners", date(2026, 5, 8), set()),
    ("county-two-conveners", date(2026, 5, 9), {"LX332"}),
    ("university-vote", date(2026, 5, 7), set()),
    ("university-vote", date(2026, 5, 8), {"LX332"}),
]


@pytest.mark.parametrize(("name", "day", "codes"), LATENESS)
def test_the_day_by_which_minutes_are_issued(name: str, day: date, codes: set[str]) -> None:
    calendar = {"calendar/2026.yaml": SAMPLE["calendar/2026.yaml"]}
    now = situation(load(TextTree({**held(name, ""), **calendar})), day)
    (meeting,) = now.book.meetings.values()
    assert bool(list(minutes_not_issued.lapse(meeting, now))) == bool(codes)
