"""The blocks of ``rules:`` in mechanism.yaml, each with its verbatim text beside what it sets."""

from typing import Annotated, Literal, Self

from pydantic import Field

from lianxi.schema.base import (
    Count,
    Day,
    Duration,
    GroupName,
    Many,
    OneOrMany,
    PostRef,
    Text,
    UnitName,
    UnitOrGroup,
    Value,
)

Level = Literal["逾期", "滞后", "临期", "正常", "待上级批复", "已办结", "已销号", "暂缓", "长期坚持"]
Colour = Literal["红", "橙", "黄", "绿", "蓝", "灰"]
Form = Literal["提醒", "督办通知单", "提请函", "提请召集人", "会上通报", "约谈", "通报批评", "移交督查"]
Mode = Literal["现场", "视频", "现场+视频", "书面", "其他"]
Share = Literal["过半数", "半数以上", "三分之二以上", "四分之三以上", "全体"]
Voice = Literal[
    "通知",
    "函",
    "复函",
    "批复",
    "决定",
    "方案",
    "意见",
    "办法",
    "规则",
    "细则",
    "规程",
    "规定",
    "条例",
    "制度",
    "章程",
    "协议",
    "备忘录",
    "纪要",
    "配置",
]
"""What a block rests on: the founding document, by its kind, or this conference's own setting."""


class Said(Value):
    """A block as such: whose word it is, the clause and its verbatim text.

    ``configured`` holds the same keys where the document is silent and the conference has
    settled the matter for itself.
    """

    basis: Voice = "配置"
    clause: Text | None = None
    text: Text | None = None
    configured: Self | None = None


class Collection(Said):
    """收集: who collects, and the lists that issues choose from."""

    collectors: Many[UnitOrGroup] = ()
    lead: Duration | None = None
    kinds: Many[Text] = ()
    categories: Many[Text] = ()


class LiaisonMeeting(Value):
    """联络员会议 before the plenary."""

    name: Text = "联络员会议"
    required: bool = True
    chaired_by: Text | None = None
    purpose: Text | None = None


class PreMeeting(Said):
    """会前准备: what an issue needs before it goes to a meeting."""

    mark_key: bool | None = None
    require_plan: bool | None = None
    require_consultation: bool | None = None
    liaison_meeting: LiaisonMeeting | None = None
    agenda_approval: PostRef | None = None
    material_lead: Duration | None = None
    notice_lead: Duration | None = None


class Rotation(Value):
    """轮值: in which order the units take their turn, from when, and how long each."""

    order: Many[UnitName]
    first: Day | None = None
    every: Duration | None = None


class Cadence(Said):
    """召开: how often, where and how, on whose proposal."""

    type: Literal["适时", "定期", "不定期", "定期或不定期", "每年若干次"] | None = None
    every: Duration | None = None
    min_per_year: Count | None = None
    max_per_year: Count | None = None
    in_principle: bool | None = None
    places: Many[Text] = ()
    modes: Many[Mode] = ()
    extra: bool | None = None
    rotation: Rotation | None = None
    proposed_by: Many[UnitOrGroup] = ()
    suggested_by: Many[UnitOrGroup] = ()
    approved_by: PostRef | None = None


class Chairing(Said):
    """主持: which post chairs, and whether it may delegate."""

    by: OneOrMany[PostRef] | None = None
    delegation: bool | None = None
    delegates: Many[PostRef] = ()
    in_absence: Many[PostRef] = ()
    joint: bool | None = None
    rotating: bool | None = None
    rotation: Rotation | None = None


class Content(Said):
    """会议内容: the categories of agenda items, in their order."""

    categories: Many[Text] = ()


class AttendanceRule(Said):
    """参会: all or part of the members, and guests."""

    scope: Literal["全体成员", "部分成员", "全体或部分成员"] | None = None
    guests: bool | None = None
    substitutes: bool | None = None


class Decision(Said):
    """议事: how a decision is reached, and what happens when it is not."""

    type: Literal["协商一致", "召集人决定", "会议主持人决定", "表决", "不作规定"] | None = None
    among: Literal["出席单位", "全体成员", "有关成员", "出席的有关成员"] | None = None
    by: OneOrMany[PostRef] | None = None
    majority: Share | None = None
    tie: PostRef | None = None
    deadlock: Text | None = None
    deadlock_to: Text | None = None
    deadlock_after: Duration | None = None


class Quorum(Said):
    """到会: how many must be there; never a default."""

    share: Share | None = None
    min_share: Annotated[float, Field(gt=0, le=1, strict=False)] | None = None
    min_units: Count | None = None
    of: UnitOrGroup | None = None


class ConvenedBy(Value):
    """One of the routes by which a special meeting may be convened."""

    unit: UnitName | None = None
    seat: Text | None = None
    group: GroupName | None = None
    post: Text | None = None


class SpecialMeeting(Said):
    """专题工作会议: who delegates, and the routes it may be convened by."""

    allowed: bool | None = None
    delegated_by: PostRef | None = None
    convened_by: Many[ConvenedBy] = ()


class MinutesRule(Said):
    """纪要: consent, sign-off, issue and distribution."""

    consent: Literal["不征求", "出席单位", "全体成员", "各方签署"] | None = None
    consent_within: Duration | None = None
    silence: Text | None = None
    review: PostRef | None = None
    sign_off: PostRef | None = None
    special_sign_off: Text | None = None
    issue_within: Duration | None = None
    distribute: Many[Text] = ()
    cc: Many[Text] = ()
    copy_up: Many[Text] = ()


class FollowUp(Said):
    """报告和预警: when a report is due, and when silence is 滞后."""

    report_every: Duration | None = None
    report_by_day: Annotated[int, Field(ge=1, le=31)] | None = None
    first_report_within: Duration | None = None
    stale_after: Duration | None = None
    due_soon: Duration | None = None


class ExtensionRule(Said):
    """延期: when, how often, and by whom."""

    before_due: bool | None = None
    max_count: Annotated[int, Field(ge=0)] | None = None
    approver: PostRef | None = None


class Closing(Said):
    """销号: with what proof, and by whom."""

    evidence: bool | None = None
    confirmed_by: PostRef | None = None
    own_tasks_confirmed_by: PostRef | None = None


class Step(Value):
    """One step of the ladder, so long after the deadline or the last reply date."""

    do: Form
    after: Duration


class Escalation(Said):
    """催办次序: the ladder."""

    steps: Many[Step] = ()


class LevelColour(Value):
    """The colour of one level; the word is always printed beside it."""

    level: Level
    colour: Colour


class Colours(Said):
    """颜色: one colour a level."""

    levels: Many[LevelColour] = ()


class Roster(Said):
    """成员调整: who proposes, who decides."""

    proposed_by: Text | None = None
    decided_by: Text | None = None
    automatic: bool | None = None


class Upward(Said):
    """上报: what is reported to a higher authority, to whom and how often."""

    to: Many[Text] = ()
    every: Duration | None = None
    major_matters: bool | None = None


class OtherClause(Said):
    """Any other clause worth keeping word for word."""

    title: Text


class Rules(Value):
    """Every block may be absent; what is absent is lianxi's default, and is called so."""

    collection: Collection | None = None
    pre_meeting: PreMeeting | None = None
    cadence: Cadence | None = None
    chairing: Chairing | None = None
    content: Content | None = None
    attendance: AttendanceRule | None = None
    decision: Decision | None = None
    quorum: Quorum | None = None
    special_meeting: SpecialMeeting | None = None
    minutes: MinutesRule | None = None
    informing: Said | None = None
    supervision: Said | None = None
    follow_up: FollowUp | None = None
    extension: ExtensionRule | None = None
    closing: Closing | None = None
    escalation: Escalation | None = None
    colours: Colours | None = None
    roster: Roster | None = None
    upward: Upward | None = None
    nature: Said | None = None
    ending: Said | None = None
    others: Many[OtherClause] = ()
    coordinating_body: bool | None = None
    seal: bool | None = None
    formal_documents: bool | None = None
