"""LX225（错误）：并入或取代绕回了自己。

抓什么：议题并入自己，或者几条议题互相并入绕成一圈；议定事项取代了自己，或者互相取代。

为什么：绕成一圈就没有一条是继续办的，也没有一条是现在有效的。

怎么改：核对编号；留下继续办的那一条，删去它的 exit（或 supersedes）。

要人定：哪一条继续办、哪一条并进去，要由办公室定。

错误：issues/2026/I-2026-003.yaml

    exit:
      as: 并入
      date: 2026-04-22
      reason: 与供水问题一并研究（示例）
      into: I-2026-003

错误：resolutions/2026/R-2026-001.yaml

    supersedes: R-2026-001

正确：issues/2026/I-2026-003.yaml

    exit:
      as: 并入
      date: 2026-04-22
      reason: 与供水问题一并研究（示例）
      into: I-2026-001
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.issue import Issue
from lianxi.schema.resolution import Resolution

RECORD = Issue | Resolution


def judge(record: Issue | Resolution, book: Book) -> Iterator[Told]:
    """The last record of a circle, by day and id, is told."""
    if isinstance(record, Issue):
        circle = _circle(record.id, lambda id_: _into(book, id_))
        if circle and record.id == max(circle, key=lambda id_: (_left_on(book, id_), id_)):
            yield Told(_said("并入", circle), "核对 into；继续办的那一条删去 exit", ("exit", "into"))
    else:
        circle = _circle(record.id, lambda id_: _supersedes(book, id_))
        if circle and record.id == max(circle):
            yield Told(_said("取代", circle), "核对 supersedes；最早的那一条删去 supersedes", ("supersedes",))


def _said(verb: str, circle: list[str]) -> str:
    return f"{circle[0]} {verb}了自己" if len(circle) == 1 else f"互相{verb}，绕成一圈：{'、'.join(circle)}"


def _circle(start: str, following: Callable[[str], str | None]) -> list[str]:
    """The ids from ``start`` back to it; empty where the way does not come back."""
    way = [start]
    while (found := following(way[-1])) is not None and found not in way:
        way.append(found)
    return way if found == start else []


def _into(book: Book, id_: str) -> str | None:
    issue = book.issues.get(id_)
    return issue.exit.into if issue and issue.exit else None


def _left_on(book: Book, id_: str) -> str:
    leaving = book.issues[id_].exit
    return str(leaving.date) if leaving else ""


def _supersedes(book: Book, id_: str) -> str | None:
    resolution = book.resolutions.get(id_)
    return resolution.supersedes if resolution else None
