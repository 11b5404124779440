"""督办任务: one duty that a decision gave to a unit, with its whole life in dated entries."""

from typing import Annotated, ClassVar

from pydantic import Field

from lianxi.schema.base import (
    Count,
    Day,
    Duration,
    Evidence,
    FormerUnitName,
    Instruction,
    Many,
    Names,
    Note,
    OneOrMany,
    PostRef,
    Text,
    UnitName,
    UnitOrGroup,
    Value,
)
from lianxi.schema.deadline import Due, Milestone
from lianxi.schema.mechanism_rules import Form


class Extension(Value):
    """延期: asked for and answered, or set from above (``basis``) without being asked for."""

    dated_by: ClassVar[tuple[str, ...]] = ("requested_on", "date")
    facts: ClassVar[dict[str, tuple[str, ...]]] = {
        "approved_on": ("approved_by",),
        "refused_on": ("refused_by", "why"),
    }
    public: ClassVar[tuple[str, ...]] = (
        "requested_on",
        "date",
        "milestone",
        "new_due",
        "approved_by",
        "approved_on",
        "refused_by",
        "refused_on",
        "basis",
    )

    requested_on: Day | None = None
    date: Day | None = None
    milestone: Text | None = None
    reason: Text
    progress: Text | None = None
    new_due: Day
    approved_by: PostRef | None = None
    approved_on: Day | None = None
    refused_by: PostRef | None = None
    refused_on: Day | None = None
    why: Text | None = None
    basis: Annotated[Text, Names(("resolution", "instruction"))] | None = None

    @property
    def granted(self) -> bool:
        """Whether it moves the deadline: approved, or set from above."""
        return self.approved_on is not None or self.basis is not None


class Report(Value):
    """进展报告: what a unit said on a day."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("date", "by", "text")

    date: Day
    by: UnitName
    text: Text
    obstacles: Text | None = None
    next_step: Text | None = None


class Returned(Value):
    """退办: why a completion was sent back, and until when it is to be redone."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("date", "by", "redo_by")

    date: Day
    by: PostRef
    reason: Text
    redo_by: Day | None = None


class Completion(Value):
    """报办结: the lead says it is done, and with what proof."""

    dated_by: ClassVar[tuple[str, ...]] = ("reported_on",)
    public: ClassVar[tuple[str, ...]] = ("reported_on", "by", "returned")
    answers: ClassVar[tuple[str, ...]] = ("evidence", "returned")

    reported_on: Day
    by: UnitName
    evidence: Evidence | None = None
    returned: Returned | None = None


class Confirmation(Value):
    """销号: the post that accepts the completion."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("date", "by")

    date: Day
    by: PostRef


class Suspension(Value):
    """暂缓办理: no lateness from ``since`` to ``until``, the latter null while it lasts."""

    dated_by: ClassVar[tuple[str, ...]] = ("since",)
    public: ClassVar[tuple[str, ...]] = ("since", "until", "approved_by")
    answers: ClassVar[tuple[str, ...]] = ("until",)

    since: Day
    until: Day | None = None
    reason: Text
    approved_by: PostRef


class Upward(Value):
    """报上级: sent to a higher authority, and its reply."""

    dated_by: ClassVar[tuple[str, ...]] = ("sent_on",)
    facts: ClassVar[dict[str, tuple[str, ...]]] = {"replied_on": ("reply",)}
    public: ClassVar[tuple[str, ...]] = ("to", "by", "sent_on", "replied_on")

    to: Text
    by: UnitName
    sent_on: Day
    replied_on: Day | None = None
    reply: Text | None = None


class Notice(Value):
    """催办: one step of the ladder; 提醒 has no number."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    facts: ClassVar[dict[str, tuple[str, ...]]] = {"replied_on": ()}

    no: Count | None = None
    date: Day
    form: Form
    requirements: Text | None = None
    reply_by: Day | None = None
    replied_on: Day | None = None


class Reassignment(Value):
    """承接: the duty passes to another unit, as after 机构改革."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("date", "from_", "to", "basis")

    date: Day
    from_: FormerUnitName = Field(alias="from")
    to: UnitName
    reason: Text
    basis: Annotated[Text, Names(("resolution", "instruction", "text"))] | None = None


class Cancelled(Value):
    """撤销: the task is no longer to be done."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("date", "approved_by")

    date: Day
    reason: Text
    approved_by: PostRef


class Task(Value):
    """One duty; ``due`` never changes once it is assigned, extensions are listed beside it."""

    public: ClassVar[tuple[str, ...]] = (
        "id",
        "title",
        "resolution",
        "issue",
        "assigned_on",
        "lead",
        "support",
        "measure",
        "result",
        "due",
        "due_text",
        "report_every",
        "review_on",
        "milestones",
        "extensions",
        "reassignments",
        "reports",
        "completions",
        "confirmation",
        "suspensions",
        "upward",
        "cancelled",
    )

    id: Text
    title: Text
    resolution: Annotated[Text, Names(("resolution",))] | None = None
    issue: Annotated[Text, Names(("issue",))] | None = None
    assigned_on: Day | None = None
    lead: OneOrMany[UnitName]
    support: Many[UnitOrGroup] = ()
    measure: Text
    result: Text | None = None
    leader: Text | None = None
    owner: Text | None = None
    due: Due | None = None
    due_text: Text | None = None
    report_every: Duration | None = None
    review_on: Day | None = None
    milestones: Many[Milestone] = ()
    extensions: Many[Extension] = ()
    reassignments: Many[Reassignment] = ()
    reports: Many[Report] = ()
    completions: Many[Completion] = ()
    confirmation: Confirmation | None = None
    suspensions: Many[Suspension] = ()
    upward: Many[Upward] = ()
    notices: Many[Notice] = ()
    instructions: Many[Instruction] = ()
    notes: Many[Note] = ()
    cancelled: Cancelled | None = None
