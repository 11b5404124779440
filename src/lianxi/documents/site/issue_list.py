"""The lists of issues: on their way by status, and what is settled or has left, by year."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from lianxi.documents.site.addresses import ISSUES, ended_page, list_page
from lianxi.documents.site.badge import Badge
from lianxi.documents.site.linked import Part, plain, units
from lianxi.documents.site.listing import Cell, Listing, Row, group, listing
from lianxi.documents.site.look import Look
from lianxi.status.issue import ANSWERED, SETTLED, STATUSES, IssueStanding, issue_standing
from lianxi.wording import full_date

COLUMNS = ("议题", "状态", "领域", "所在地", "提出单位", "收集日期")
_ON_ITS_WAY = tuple(status for status in reversed(STATUSES) if status not in {SETTLED, ANSWERED})
"""Nearest to its end first."""


def issues_on_their_way(seen: Look) -> Listing:
    """The first list."""
    found = _standings(seen)
    groups = [
        group(status, f"status-{place}", (_row(each, seen) for each in found if each.status == status))
        for place, status in enumerate(_ON_ITS_WAY)
    ]
    other = Part("已办结、已反馈和退出的议题", ended_page(ISSUES))
    return listing("在办议题", partial(list_page, ISSUES), COLUMNS, groups, other)


def issues_ended(seen: Look) -> Listing:
    """The second list, the last year first."""
    found = [each for each in _standings(seen) if each.status not in _ON_ITS_WAY]
    groups = [
        group(f"{year}年", f"year-{year}", [_row(each, seen) for each in members])
        for year, members in groupby(found, key=_year)
    ]
    return listing(
        "已办结、已反馈和退出的议题",
        partial(ended_page, ISSUES),
        COLUMNS,
        groups,
        Part("在办议题", list_page(ISSUES)),
    )


def _standings(seen: Look) -> list[IssueStanding]:
    """The newest first."""
    return [issue_standing(seen.now.book.issues[id_], seen.now) for id_ in reversed(seen.to.records("I"))]


def _year(found: IssueStanding) -> str:
    return found.issue.id[2:6]


def _row(found: IssueStanding, seen: Look) -> Row:
    issue = found.issue
    return (
        Cell((Part(issue.title, seen.to.of[issue.id]),), ref=issue.id),
        Cell((), Badge(found.status)),
        Cell(plain(issue.area or "未填")),
        Cell(plain(issue.county or "未填")),
        Cell(units((issue.raised_by,), seen.to)),
        Cell(plain(full_date(issue.collected_on))),
    )
