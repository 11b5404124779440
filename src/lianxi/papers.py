"""The texts of papers, each through its template: those of a meeting, and notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lianxi.obligations.chasing import CONVENER, REQUEST, SHEET
from lianxi.render import render
from lianxi.reports.meeting_papers import AGENDA, MATERIALS, PARTS, PROGRESS, WORKSHEET, Papers
from lianxi.reports.notice import Notice
from lianxi.wording import full_date, numeral, remark_of, titled

FOR_PARTICIPANTS = (AGENDA, PROGRESS, MATERIALS)
_RULE = "\n---\n\n"
_NOTICES = {SHEET: "sheet", REQUEST: "request", CONVENER: "convener"}


def agenda_markdown(papers: Papers, parts: tuple[str, ...] = PARTS, house: Path | None = None) -> str:
    """The chosen parts, in their order, with a rule between them; a part that is empty is left out."""
    texts = [_part(part, papers, house).rstrip() for part in PARTS if part in parts]
    return _RULE.join(f"{text}\n" for text in texts if text)


def notice_markdown(notice: Notice, house: Path | None = None) -> str:
    """The paper of one notice; a 提醒 is a message and has none."""
    return render(f"notice-{_NOTICES[notice.form]}.md.j2", {"notice": notice}, house)


def chosen_facts(papers: Papers, parts: tuple[str, ...]) -> dict[str, Any]:
    """The facts of the chosen parts only, for programs."""
    fields = {AGENDA: "page", PROGRESS: "progress", MATERIALS: "sheets", WORKSHEET: "worksheet"}
    left_out = {field for part, field in fields.items() if part not in parts}
    return {key: value for key, value in asdict(papers).items() if key not in left_out}


def _part(part: str, papers: Papers, house: Path | None) -> str:
    annexes = dict(_annexes(papers))
    if part == AGENDA:
        facts: dict[str, Any] = {
            "page": papers.page,
            "annexes": list(annexes.values()),
            "sender": papers.office,
        }
        return render("agenda.md.j2", {**facts, "today": full_date(papers.today)}, house)
    if part == WORKSHEET:
        return render("worksheet.md.j2", {"sheet": papers.worksheet}, house)
    if part not in annexes:
        return ""
    number = str(list(annexes).index(part) + 1)
    facts = {"number": number if len(annexes) > 1 else "", "title": titled(annexes[part], "")}
    if part == MATERIALS:
        return render("materials.md.j2", {**facts, "sheets": papers.sheets}, house)
    return render("progress.md.j2", {**facts, **_progress(papers)}, house)


def _annexes(papers: Papers) -> Iterator[tuple[str, str]]:
    remark = remark_of(papers.title)
    if papers.progress is not None:
        yield PROGRESS, f"{papers.progress.meetings}议定事项落实情况{remark}"
    if papers.sheets:
        yield MATERIALS, f"会议议题材料{remark}"


def _progress(papers: Papers) -> dict[str, Any]:
    """The numbering of the parts that are there."""
    progress = papers.progress
    assert progress is not None  # noqa: S101 - asked for only where there is one
    groups = [
        {"ordinal": numeral(index + 1), "name": group.name, "lines": group.lines}
        for index, group in enumerate(progress.groups)
    ]
    counted = (
        ("逾期", progress.counts.overdue),
        ("滞后", progress.counts.stale),
        ("临期", progress.counts.due_soon),
        ("待上级批复", progress.counts.awaiting),
    )
    finished = len(groups) + 1
    held = finished + (1 if progress.finished else 0)
    return {
        "progress": progress,
        "groups": groups,
        "among": [f"{name}{count}项" for name, count in counted if count],
        "until": f"{papers.today.month}月{papers.today.day}日",
        "finished_ordinal": numeral(finished),
        "held_ordinal": numeral(held),
    }
