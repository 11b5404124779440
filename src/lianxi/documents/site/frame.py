"""What stands around every page: the conference, the day, for whom it is, and the way to the other pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.disclosure import EVERYBODY, INTERNAL, MEMBERS
from lianxi.documents.site.addresses import (
    ISSUES,
    MEETINGS,
    OVERVIEW,
    SEARCH,
    TASKS,
    UNITS,
    list_page,
)
from lianxi.situation import Situation

_FOR_WHOM = {
    INTERNAL: "内部使用：含批示和备注，不得对外提供。",
    MEMBERS: "发成员单位使用：不含批示和备注，不得对外公开。",
    EVERYBODY: "本网页只列主动公开的事项和可以公开的内容，各项数字只计这些事项，不是联席会议的全部工作。",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the navigation."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """``note`` says for whom the site is; ``unread`` counts the records that could not be read."""

    conference: str
    today: date
    audience: str
    note: str
    public: bool
    sections: tuple[Section, ...]
    search: str
    unread: int


SECTIONS = (
    Section("总览", OVERVIEW),
    Section("任务", list_page(TASKS)),
    Section("议题", list_page(ISSUES)),
    Section("会议", list_page(MEETINGS)),
    Section("单位", list_page(UNITS)),
    Section("查询", SEARCH),
)


def frame(now: Situation) -> Frame:
    """The same for all pages of a site."""
    audience = now.book.audience
    return Frame(
        now.mechanism.name,
        now.today,
        audience,
        _FOR_WHOM[audience],
        audience == EVERYBODY,
        SECTIONS,
        SEARCH,
        now.book.unread,
    )
