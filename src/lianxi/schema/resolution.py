"""议定事项: what a meeting decided on one item of its agenda."""

from typing import Annotated, Literal

from lianxi.schema.base import Day, Loose, Many, Names, Text, UnitName, Value

Outcome = Literal[
    "议定", "同意", "原则同意", "审议通过", "原则通过", "暂缓", "不同意", "报请上级审定", "通报"
]


class Deferred(Value):
    """暂缓后再议: what must be there, who brings it, and by when."""

    condition: Text
    unit: UnitName
    support: Many[UnitName] = ()
    bring_back_by: Day | None = None


class Resolution(Value):
    """One decision; ``text`` holds only what its tasks do not say and may be empty."""

    id: Text
    meeting: Annotated[Text, Names(("meeting",))]
    item: Annotated[int, Names(("agenda_item",))]
    issues: Many[Annotated[Text, Names(("issue",))]] = ()
    title: Text
    text: Loose = ""
    outcome: Outcome
    supersedes: Annotated[Text, Names(("resolution",))] | None = None
    deferred: Deferred | None = None
    no_task_reason: Text | None = None
