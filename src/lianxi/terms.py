"""The mechanism's rules with defaults filled in, each with its basis: 条款, 配置 or 默认."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from lianxi.fault import Loc
from lianxi.membership import listed
from lianxi.schema.base import Duration, Post
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.mechanism_rules import Said, Step

T = TypeVar("T")

LIAISON = "联络员"
CONFIGURED = "本联席会议的配置"
DEFAULT = "lianxi 的默认设定"
CATEGORIES = ("通报工作进展情况", "协商解决重大问题", "议定具体合作事项", "研究部署相关工作")
ISSUE_KINDS = ("经济运行问题", "重大项目问题", "企业诉求", "合作事项", "其他")
ISSUE_CATEGORIES = ("用地", "用能", "融资", "用工", "审批", "政策", "物流", "其他")
COLOURS = {
    "逾期": "红",
    "滞后": "橙",
    "临期": "黄",
    "正常": "绿",
    "长期坚持": "绿",
    "待上级批复": "灰",
    "暂缓": "灰",
    "已办结": "蓝",
    "已销号": "蓝",
}


@dataclass(frozen=True, slots=True)
class Term(Generic[T]):
    """What holds, and on whose word."""

    value: T
    basis: str


@dataclass(frozen=True)
class Terms:
    """What this conference has settled, and lianxi's default where it is silent."""

    mechanism: Mechanism
    _settled: dict[tuple[str, str], Term[Any] | None] = field(default_factory=dict, repr=False)

    def clause(self, number: str | None, voice: str | None = None) -> str:
        """A clause of the founding document, or of its annex of that kind: 《通知》三（一）."""
        founding = self.mechanism.basis
        short = next((annex.short for annex in founding.annexes if annex.basis == voice), founding.short)
        return f"{short}{number or ''}"

    def basis(self, block: str) -> str | None:
        """On whose word ``block`` of ``rules:`` stands; ``None`` where there is none."""
        said: Said | None = getattr(self.mechanism.rules, block)
        return self._basis(said) if said else None

    def settled(self, block: str, key: str) -> Term[Any] | None:
        """What ``rules:`` sets under ``key`` of ``block``, and on whose word; ``None`` where it is silent."""
        name = (block, key)
        if name not in self._settled:
            found: Term[Any] = self._pick(getattr(self.mechanism.rules, block), key, None)
            self._settled[name] = found if found.value is not None else None
        return self._settled[name]

    def _pick(self, block: Said | None, key: str, default: T) -> Term[T]:
        """The block's own value, else its ``configured`` one, else the default."""
        for said in (block, block.configured if block else None):
            found: Any = getattr(said, key, None)
            if said is not None and found is not None and found != ():
                return Term(found, self._basis(said))
        return Term(default, DEFAULT)

    def _basis(self, said: Said) -> str:
        return CONFIGURED if said.basis == "配置" else self.clause(said.clause, said.basis)

    def where(self, block: str, key: str) -> Loc:
        """The way in mechanism.yaml to what ``settled`` finds."""
        own = getattr(getattr(self.mechanism.rules, block), key, None)
        return ("rules", block, key) if own not in {None, ()} else ("rules", block, "configured", key)

    def nature(self, key: str) -> Term[bool] | None:
        """What ``rules:`` says of the conference's nature, as ``seal``, on the word of ``nature``."""
        said = self.mechanism.rules.nature
        value: bool | None = getattr(self.mechanism.rules, key)
        return None if value is None else Term(value, self._basis(said) if said else CONFIGURED)

    @cached_property
    def collectors(self) -> Term[tuple[str, ...]] | None:
        """The units and groups that collect issues: those listed, and those marked so."""
        listed = self.settled("collection", "collectors")
        marked = tuple(unit.name for unit in self.mechanism.units if unit.collector)
        if listed is None:
            return Term(marked, CONFIGURED) if marked else None
        return Term(tuple(dict.fromkeys((*listed.value, *marked))), listed.basis)

    @cached_property
    def office_liaison(self) -> Post | None:
        """The liaison of the office's unit, who answers where nothing else is settled; where it has one."""
        office = self.mechanism.office
        if office is None:
            return None
        held = [post.unit for post in self.mechanism.posts if post.post == LIAISON]
        units = {unit for name in held for unit in (name, *listed(self.mechanism, name))}
        return Post(post=LIAISON, unit=office.host[0]) if office.host[0] in units else None

    @cached_property
    def issue_kinds(self) -> Term[tuple[str, ...]]:
        """The kinds of issue."""
        return self._pick(self.mechanism.rules.collection, "kinds", ISSUE_KINDS)

    @cached_property
    def issue_categories(self) -> Term[tuple[str, ...]]:
        """What an issue is about: land, energy and so on."""
        return self._pick(self.mechanism.rules.collection, "categories", ISSUE_CATEGORIES)

    @cached_property
    def agenda_categories(self) -> Term[tuple[str, ...]]:
        """The categories of agenda items, in the order they are printed."""
        return self._pick(self.mechanism.rules.content, "categories", CATEGORIES)

    @cached_property
    def require_plan(self) -> Term[bool]:
        """Whether an issue needs a 初步解决方案 before a meeting."""
        return self._pick(self.mechanism.rules.pre_meeting, "require_plan", default=False)

    @cached_property
    def require_consultation(self) -> Term[bool]:
        """Whether an issue needs a division's answer before a meeting."""
        return self._pick(self.mechanism.rules.pre_meeting, "require_consultation", default=False)

    @cached_property
    def material_lead(self) -> Term[Duration | None]:
        """How long before a meeting its papers are due; no default."""
        return self._pick(self.mechanism.rules.pre_meeting, "material_lead", None)

    @cached_property
    def agenda_approval(self) -> Term[Post | None]:
        """The post that approves an agenda; no default."""
        return self._pick(self.mechanism.rules.pre_meeting, "agenda_approval", None)

    @cached_property
    def due_soon(self) -> Term[Duration]:
        """How long before its deadline a task is 临期."""
        return self._pick(self.mechanism.rules.follow_up, "due_soon", Duration(workdays=5))

    @cached_property
    def stale_after(self) -> Term[Duration | None]:
        """After how long without a report a task is 滞后; no default (无变化免报)."""
        return self._pick(self.mechanism.rules.follow_up, "stale_after", None)

    @cached_property
    def approver(self) -> Term[Post | None]:
        """Who answers a request for an extension."""
        return self._pick(self.mechanism.rules.extension, "approver", self.office_liaison)

    @cached_property
    def confirmed_by(self) -> Term[Post | None]:
        """Who confirms that a task is done (销号)."""
        return self._pick(self.mechanism.rules.closing, "confirmed_by", self.office_liaison)

    @cached_property
    def own_tasks_confirmed_by(self) -> Term[Post | None]:
        """Who confirms the tasks the office's own unit leads."""
        return self._pick(self.mechanism.rules.closing, "own_tasks_confirmed_by", self.confirmed_by.value)

    @cached_property
    def evidence(self) -> Term[bool]:
        """Whether what is confirmed (销号) has to be proved."""
        return self._pick(self.mechanism.rules.closing, "evidence", default=True)

    @cached_property
    def steps(self) -> Term[tuple[Step, ...]]:
        """The ladder of chasing; empty by default."""
        return self._pick(self.mechanism.rules.escalation, "steps", ())

    @cached_property
    def colours(self) -> dict[str, str]:
        """The colour of each level."""
        block = self.mechanism.rules.colours
        return COLOURS | {pair.level: pair.colour for pair in (block.levels if block else ())}
