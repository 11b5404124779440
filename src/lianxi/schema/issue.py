"""议题: a problem, a project's obstacle or an enterprise's appeal, from its collection to its answer."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lianxi.schema.base import Day, Instruction, Many, Names, Note, Text, UnitName, UnitOrGroup, Value

Disclosure = Literal["主动公开", "依申请公开", "不予公开"]
PUBLIC, WITHHELD = "主动公开", "不予公开"


class Consultation(Value):
    """对接和征求意见: what a provincial division or another unit was asked and answered.

    Only an answered ``division`` satisfies the duty to consult (notice 三（一）).
    """

    dated_by: ClassVar[tuple[str, ...]] = ("asked_on", "date")
    facts: ClassVar[dict[str, tuple[str, ...]]] = {"date": ("opinion", "view", "form")}
    public: ClassVar[tuple[str, ...]] = ("division", "unit", "asked_on", "date")

    division: UnitName | None = None
    unit: UnitName | None = None
    asked_on: Day | None = None
    date: Day | None = None
    form: Literal["书面", "座谈", "电话", "其他"] | None = None
    opinion: Text | None = None
    view: Literal["同意", "有条件同意", "有修改意见", "不同意"] | None = None


class ProvincialSupport(Value):
    """提请省厅支持: what the province is asked for, and what the city has done itself."""

    division: UnitName
    request: Text
    done: Text | None = None


class Exit(Value):
    """How an issue leaves without a decision of the conference."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("as_", "date", "into", "to")

    as_: Literal["转办", "退回", "不予受理", "撤回", "并入"] = Field(alias="as")
    date: Day
    reason: Text
    into: Annotated[Text, Names(("issue",))] | None = None
    to: UnitName | None = None


class Settled(Value):
    """办结 without a task: what settled the matter."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("date", "by", "text")

    date: Day
    by: UnitName
    text: Text


class Feedback(Value):
    """What the one who raised it says of the outcome."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)
    public: ClassVar[tuple[str, ...]] = ("date", "satisfaction")

    date: Day
    satisfaction: Literal["满意", "基本满意", "不满意"]
    text: Text | None = None


class Issue(Value):
    """One matter; its title reads on after 研究 or 关于."""

    dated_by: ClassVar[tuple[str, ...]] = ("collected_on",)
    facts: ClassVar[dict[str, tuple[str, ...]]] = {"sorted_on": (), "plan_on": ("plan", "plan_by")}
    renewed: ClassVar[tuple[str, ...]] = ("plan_on",)  # after 暂缓 there is another plan
    public: ClassVar[tuple[str, ...]] = (
        "id",
        "title",
        "kind",
        "area",
        "category",
        "county",
        "raised_by",
        "collected_by",
        "collected_on",
        "sorted_on",
        "key",
        "situation",
        "request",
        "consultations",
        "plan_on",
        "exit",
        "settled",
        "feedback",
        "disclosure",
    )

    id: Text
    title: Text
    kind: Annotated[Text, Names(("issue_kind",))]
    area: Annotated[Text, Names(("area",))] | None = None
    category: Annotated[Text, Names(("issue_category",))]
    county: Annotated[Text, Names(("county",))] | None = None
    raised_by: UnitName
    enterprise: Text | None = None
    industry: Text | None = None
    enterprise_proposal: Text | None = None
    collected_by: UnitName
    collected_on: Day
    sorted_on: Day | None = None
    key: bool = False
    situation: Text
    request: Text
    consultations: Many[Consultation] = ()
    plan: Text | None = None
    plan_by: UnitName | None = None
    plan_on: Day | None = None
    suggested_lead: UnitOrGroup | None = None
    needs_province: ProvincialSupport | None = None
    instructions: Many[Instruction] = ()
    notes: Many[Note] = ()
    exit: Exit | None = None
    settled: Settled | None = None
    feedback: Feedback | None = None
    disclosure: Disclosure
    disclosure_reason: Text | None = None
