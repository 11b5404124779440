"""Whether a state of the records may go where it is going, and how that is told to whoever waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING

from lianxi.cli.refusal import BROKEN, CLEAN, FOUND, MISUSED, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from lianxi.book import Book
    from lianxi.finding import Finding

_CHANGES = "LX5"
"""What a change does is told even where it is no error: whoever lets it in has to know."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An exit code, with what is to be told: one line that says why, or findings."""

    code: int = CLEAN
    why: str = ""
    findings: tuple[Finding, ...] = ()
    left: int = 0
    """Warnings that are not told here."""


def verdict(asked: Callable[[], tuple[Book, list[Finding]] | None]) -> Verdict:
    """What comes of a check; one that cannot be carried out lets nothing pass. None is nothing to check."""
    from lianxi.git import GitError

    try:
        answer = asked()
    except Refusal as refusal:
        return Verdict(refusal.code, refusal.line)
    except GitError as error:
        return Verdict(BROKEN, error.line)
    return Verdict() if answer is None else _of(*answer)


def _of(book: Book, findings: list[Finding]) -> Verdict:
    from lianxi.finding import ERROR

    told = tuple(each for each in findings if each.severity == ERROR or each.code.startswith(_CHANGES))
    left = len(findings) - len(told)
    if book.mechanism is None:
        why = "mechanism.yaml 不在或者读不出来，没有它就没有规则可以检查"
        return Verdict(MISUSED, "" if told else why, told, left)
    return Verdict(FOUND if any(each.severity == ERROR for each in told) else CLEAN, "", told, left)


def lines(given: Verdict, what: str, refused: str, day: date, since: str) -> str:
    """What is told of ``what``; nothing where there is nothing to tell. ``refused`` says what came of it.

    ``since`` is what whoever reads it may compare with to see all of it; nothing where there is none.
    """
    from lianxi.finding import Summary
    from lianxi.formats import brief
    from lianxi.formats.text import counted
    from lianxi.visible import inert, visible

    findings = list(given.findings)
    summary = Summary.of(findings, 0, day.isoformat())
    if given.code == CLEAN and not findings:
        return ""
    told = given.why or counted(summary.errors, summary.warnings)
    head = f"lianxi：{what}{refused}：{told}" if given.code else f"lianxi：{what}请留意：{told}"
    see = f"lianxi check --since {quote(since)}" if since else "lianxi check"
    left = f"  另有提醒{given.left}处，运行 {see} 看\n" if given.left else ""
    return inert(visible(head)) + "\n" + brief.written(findings, see) + inert(visible(left))
