"""mechanism.yaml: the conference itself: its founding document, posts, units, areas and rules."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from lianxi.schema.base import Count, Day, Duration, Many, OneOrMany, Text, UnitName, UnitOrGroup, Value
from lianxi.schema.issue import Disclosure
from lianxi.schema.mechanism_rules import Rules, Voice


class Cited(Value):
    """A document the founding document rests on."""

    title: Text
    doc_no: Text | None = None


class Annex(Value):
    """A second founding document, cited by the blocks whose ``basis`` is its kind."""

    basis: Voice
    title: Text
    short: Text


class Founding(Value):
    """设立依据: the document that set the conference up; what it does not say is null."""

    title: Text | None = None
    short: Text = "《通知》"
    issuers: Many[Text] = ()
    doc_no: Text | None = None
    date: Day | None = None
    addressees: Text | None = None
    cited: Many[Cited] = ()
    disclosure: Disclosure | None = None
    cc: Many[Text] = ()
    duties: Text | None = None
    annexes: Many[Annex] = ()


class Side(Value):
    """One of the parties that hold the conference together."""

    name: Text
    unit: UnitName


class Incumbent(Value):
    """Who held a post, from when to when; null is unknown."""

    person: Text
    unit: UnitName | None = None
    title: Text | None = None
    since: Day | None = None
    until: Day | None = None


class PostHeld(Value):
    """职务: a post by unit, or one in each unit of a group; ``years`` where it rotates."""

    post: Text
    unit: UnitOrGroup
    rank: Count | None = None
    seat: Text | None = None
    years: Many[Count] = ()
    incumbents: Many[Incumbent] = ()


class Office(Value):
    """办公室: the unit, or units, it is set in; the first sends its papers."""

    name: Text = "办公室"
    host: OneOrMany[UnitName]
    run_by: UnitName | None = None
    director: Text | None = None
    members: Many[UnitName] = ()
    clause: Text | None = None
    text: Text | None = None
    contact: Text | None = None


class FormerName(Value):
    """A name a unit bore until a day."""

    name: Text
    until: Day


class Unit(Value):
    """单位: the short name used in records, the full one, and its life."""

    name: Text
    full: Text
    kind: Text
    member: bool = False
    seat: Text | None = None
    role: Text | None = None
    parent: UnitName | None = None
    county: Text | None = None
    collector: bool = False
    since: Day | None = None
    former: Many[FormerName] = ()
    dissolved_on: Day | None = None
    successor: UnitName | None = None


class Group(Value):
    """单位组: a collective name, printed as it stands; ``open`` where no list was given."""

    name: Text
    open: bool = False
    kinds: Many[Text] = ()
    units: Many[UnitName] = ()
    members: bool = False

    def holds(self, unit: Unit) -> bool:
        """Whether ``unit`` belongs to it, as far as it is listed."""
        return unit.kind in self.kinds or unit.name in self.units or (self.members and unit.member)

    def may_hold(self, unit: Unit) -> bool:
        """Whether ``unit`` may belong to it: an open group of no named kind shuts nobody out."""
        return self.holds(unit) or (self.open and not self.kinds)


class Area(Value):
    """工作领域: the short name used in records, and the document's full heading."""

    name: Text
    clause: Text | None = None
    heading: Text


class WorkingGroup(Value):
    """专题组、专责小组、专家组."""

    name: Text
    lead: OneOrMany[UnitName] | None = None
    members: Many[UnitOrGroup] = ()
    persons: Many[Text] = ()
    duties: Text | None = None


class Term(Value):
    """How long the conference lasts, where the document says so."""

    since: Day | None = None
    until: Day | None = None
    renews: Duration | None = None
    clause: Text | None = None
    text: Text | None = None


def _rules(value: Any) -> Any:
    """``rules:`` with nothing below it is a conference that has settled nothing."""
    return {} if value is None else value


class Mechanism(Value):
    """The conference. Every block of ``rules`` may be absent."""

    name: Text
    basis: Founding
    lead: UnitName | None = None
    sides: Many[Side] = ()
    ranked: bool = False
    posts: Many[PostHeld] = ()
    office: Office | None = None
    units: Many[Unit]
    groups: Many[Group] = ()
    working_groups: Many[WorkingGroup] = ()
    areas: Many[Area] = ()
    numbering: Literal["连续", "按年"] = "连续"
    place_label: Text = "县（市、区）"
    term: Term | None = None
    rules: Annotated[Rules, BeforeValidator(_rules)] = Field(default_factory=Rules)
