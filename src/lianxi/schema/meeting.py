"""会议: a plenary, a special meeting or a liaison meeting, from its preparation to its minutes."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from lianxi.schema.base import (
    Convener,
    Count,
    Day,
    Many,
    Minute,
    Names,
    Note,
    OneOrMany,
    PostName,
    PostRef,
    SignerRef,
    Text,
    UnitName,
    UnitOrGroup,
    Value,
)
from lianxi.schema.deadline import Due, Milestone
from lianxi.schema.issue import Disclosure
from lianxi.schema.mechanism_rules import Mode
from lianxi.schema.resolution import Outcome

MeetingKind = Literal["联席会议", "专题工作会议", "联络员会议"]
SPEECH = "讲话"
"""lianxi's own fifth category, beside those of the founding document; minutes skip it."""


class Proposed(Value):
    """提请会议议定事项: what the meeting is asked to decide on an item."""

    title: Text | None = None
    outcome: Outcome | None = None
    text: Text | None = None
    lead: OneOrMany[UnitName] | None = None
    support: Many[UnitOrGroup] = ()
    measure: Text | None = None
    due: Due | None = None
    due_text: Text | None = None
    milestones: Many[Milestone] = ()


class Paper(Value):
    """汇报材料: who sends it, by when, and when it came."""

    facts: ClassVar[dict[str, tuple[str, ...]]] = {"received_on": ()}
    known_by: ClassVar[str] = "by"

    by: UnitName
    due: Day | None = None
    received_on: Day | None = None


class Speaker(Value):
    """讲话人: the post, and the person of that day."""

    public: ClassVar[tuple[str, ...]] = ("post", "unit", "person", "title")

    post: PostName
    unit: UnitName | None = None
    person: Text | None = None
    title: Text | None = None


class AgendaItem(Value):
    """One item; ``no`` never changes, so that resolutions can point at it."""

    public: ClassVar[tuple[str, ...]] = (
        "no",
        "category",
        "title",
        "issue",
        "about",
        "presenter",
        "speaker",
        "attending",
        "allotted",
    )
    known_by: ClassVar[str] = "no"

    no: Count
    category: Annotated[Text, Names(("agenda_category",))]
    title: Text | None = None
    issue: Annotated[Text, Names(("issue",))] | None = None
    about: Many[Annotated[Text, Names(("task", "resolution"))]] = ()
    presenter: UnitName | None = None
    speaker: Speaker | None = None
    attending: Many[UnitOrGroup] = ()
    allotted: Count | None = None
    papers: Many[Paper] = ()
    proposed: Many[Proposed] = ()
    judgement: Text | None = None


class Chair(Value):
    """主持人: a convener, or who was delegated by one."""

    public: ClassVar[tuple[str, ...]] = ("post", "unit", "person", "title", "delegated_by", "delegated_on")

    post: PostName | None = None
    unit: UnitName | None = None
    person: Text | None = None
    title: Text | None = None
    delegated_by: PostRef | None = None
    delegated_on: Day | None = None


class Attendance(Value):
    """到会情况, one row a person; the unit of a 列席 may be any name."""

    person: Text
    unit: Annotated[Text, Names(("unit", "guest"))]
    post: PostName | None = None
    title: Text | None = None
    as_: Literal["出席", "列席", "请假", "缺席"] = Field(alias="as")
    represents: Text | None = None
    reason: Text | None = None
    items: Many[Annotated[int, Names(("agenda_item",))]] = ()


class Postponement(Value):
    """改期: from when to when, decided on ``date``."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    facts: ClassVar[dict[str, tuple[str, ...]]] = {"notified_on": ()}
    public: ClassVar[tuple[str, ...]] = ("was", "now", "date", "notified_on")

    was: Minute
    now: Minute
    reason: Text
    date: Day
    notified_on: Day | None = None


class AgendaApproval(Value):
    """议程审定: who approved the agenda, and when."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)

    date: Day
    approved_by: PostRef


class Receipt(Value):
    """回执: what a unit answered to the invitation."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)

    unit: UnitName
    date: Day
    person: Text | None = None
    title: Text | None = None
    attends: bool
    reason: Text | None = None


class ConsentReply(Value):
    """A unit's word on the draft minutes."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    answers: ClassVar[tuple[str, ...]] = ("adopted",)

    unit: UnitName
    date: Day
    view: Literal["同意", "修改意见", "不同意"]
    text: Text | None = None
    adopted: bool | None = None


class Consent(Value):
    """征求意见 on the draft minutes."""

    dated_by: ClassVar[tuple[str, ...]] = ("asked_on",)

    asked_on: Day
    reply_by: Day | None = None
    replies: Many[ConsentReply] = ()


class Signature(Value):
    """各方签署: one party's signature."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("unit", "date")

    unit: UnitName
    date: Day


class Change(Value):
    """What a 更正 changes: the record holds ``now``, the reprint shows ``was``.

    Without ``was``, an entry of a list was not there; nor was a decision or a task, where all have the key.
    """

    record: Annotated[Text, Names(("issue", "meeting", "resolution", "task"))]
    field: Text
    was: Any = None
    now: Any = None


class Correction(Value):
    """更正 of minutes that have been issued."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)

    date: Day
    place: Text
    reason: Text
    approved_by: PostRef
    changes: Many[Change] = ()


class Minutes(Value):
    """纪要: 起草 → 征求意见 → 签发 → 印发; ``sha256`` is the digest of the sealed file.

    ``doc_no`` and ``seal`` are for conferences that issue formal documents.
    """

    facts: ClassVar[dict[str, tuple[str, ...]]] = {
        "drafted_on": (),
        "signed_on": ("signed_by",),
        "issued_on": ("sha256", "doc_no", "seal"),
    }
    renewed: ClassVar[tuple[str, ...]] = ("consent",)  # a draft that was changed much is sent out anew
    public: ClassVar[tuple[str, ...]] = (
        "issue_no",
        "doc_no",
        "drafted_on",
        "signed_by",
        "signed_on",
        "signatures",
        "issued_on",
    )

    issue_no: Count
    doc_no: Text | None = None
    seal: bool | None = None
    drafted_on: Day | None = None
    consent: Consent | None = None
    signed_by: SignerRef | None = None
    signed_on: Day | None = None
    signatures: Many[Signature] = ()
    issued_on: Day | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    corrections: Many[Correction] = ()


class Cancelled(Value):
    """取消: the meeting is not held."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("date",)

    date: Day
    reason: Text


class Meeting(Value):
    """One meeting; before the day of a postponement it starts when it was first to start."""

    facts: ClassVar[dict[str, tuple[str, ...]]] = {
        "notified_on": (),
        "held_on": ("attendance", "demands", "minutes"),
    }
    renewed: ClassVar[tuple[str, ...]] = ("agenda_approval",)  # an agenda may be changed and approved anew
    public: ClassVar[tuple[str, ...]] = (
        "id",
        "kind",
        "number",
        "title",
        "mode",
        "place",
        "venue",
        "sites",
        "starts",
        "ends",
        "convened_by",
        "delegated_by",
        "delegated_on",
        "notified_on",
        "postponements",
        "held_on",
        "cancelled",
        "chair",
        "agenda",
        "recorder",
        "minutes",
        "disclosure",
    )

    id: Text
    kind: MeetingKind
    number: Count
    title: Text | None = None
    mode: Mode
    place: Text | None = None
    venue: Text | None = None
    sites: Many[Text] = ()
    starts: Minute | None = None
    ends: Minute | None = None
    purpose: Text | None = None
    convened_by: Convener | None = None
    delegated_by: PostRef | None = None
    delegated_on: Day | None = None
    agenda_approval: AgendaApproval | None = None
    notified_on: Day | None = None
    receipts: Many[Receipt] = ()
    postponements: Many[Postponement] = ()
    held_on: Day | None = None
    cancelled: Cancelled | None = None
    chair: OneOrMany[Chair] | None = None
    agenda: Many[AgendaItem] = ()
    demands: Text | None = None
    attendance: Many[Attendance] = ()
    recorder: UnitName | None = None
    minutes: Minutes | None = None
    notes: Many[Note] = ()
    disclosure: Disclosure
    disclosure_reason: Text | None = None

    @property
    def year(self) -> str:
        """The year its id carries."""
        return self.id[2:6]
