"""议定事项: what a meeting decided on one item of its agenda."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lianxi.schema.base import Day, Loose, Many, Names, Text, UnitName, Value

Outcome = Literal[
    "议定", "同意", "原则同意", "审议通过", "原则通过", "暂缓", "不同意", "报请上级审定", "通报"
]


DECIDED: tuple[Outcome, ...] = ("议定", "同意", "原则同意", "审议通过", "原则通过")
"""The outcomes by which a meeting decides a matter itself."""

Ballots = Annotated[int, Field(ge=0)]


class Votes(Value):
    """表决情况: the ballots as they were counted."""

    for_: Ballots = Field(alias="for")
    against: Ballots = 0
    abstain: Ballots = 0


class Objection(Value):
    """不同意见 that a unit still held when the meeting decided."""

    unit: UnitName
    text: Text | None = None


class Deferred(Value):
    """暂缓后再议: what must be there, who brings it, and by when."""

    public: ClassVar[tuple[str, ...]] = ("condition", "unit", "support", "bring_back_by")

    condition: Text
    unit: UnitName
    support: Many[UnitName] = ()
    bring_back_by: Day | None = None


class Resolution(Value):
    """One decision; ``text`` holds only what its tasks do not say and may be empty."""

    public: ClassVar[tuple[str, ...]] = (
        "id",
        "meeting",
        "item",
        "issues",
        "title",
        "text",
        "outcome",
        "supersedes",
        "deferred",
        "no_task_reason",
    )

    id: Text
    meeting: Annotated[Text, Names(("meeting",))]
    item: Annotated[int, Names(("agenda_item",))]
    issues: Many[Annotated[Text, Names(("issue",))]] = ()
    title: Text
    text: Loose = ""
    outcome: Outcome
    votes: Votes | None = None
    objections: Many[Objection] = ()
    supersedes: Annotated[Text, Names(("resolution",))] | None = None
    deferred: Deferred | None = None
    no_task_reason: Text | None = None
