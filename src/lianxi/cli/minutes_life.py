"""Moves the minutes on by one step: 起草, 征求意见, 签发, 印发."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from lianxi.cli.folder import Folder, read_book
from lianxi.cli.minutes_desk import Stand, fresh, keep, stand_for
from lianxi.cli.minutes_next import basis_of, signer_question, what_comes_next, whose
from lianxi.cli.minutes_paper import facts_of, shown, warn_of_undecided
from lianxi.cli.refusal import FOUND, Refusal
from lianxi.cli.writing import done, put
from lianxi.wording import full_date, listed

if TYPE_CHECKING:
    from lianxi.acts.minutes import Step
    from lianxi.book import Book
    from lianxi.cli.ask import Question
    from lianxi.finding import Finding
    from lianxi.schema.meeting import Meeting

Given = Mapping[str, str | None]
Outcome = tuple[str, "list[Finding]"]
"""What was done, and what the check still tells."""


def advanced(folder: Folder, book: Book, meeting: Meeting, day: date, given: Given) -> int:
    """Take the next step. Raises ``Refusal`` where something is in its way."""
    from lianxi.acts import NotAllowed
    from lianxi.acts.minutes import ASKING, DRAFTING, ISSUING, SIGNING, SIGNING_BY_SIDES, next_step

    stand = stand_for(folder, book, meeting, day)
    try:
        step = next_step(meeting, stand.now)
    except NotAllowed as error:
        raise Refusal(f"{stand.at.shown} 没有改动：{error}", FOUND) from error
    steps = {
        DRAFTING: _draft,
        ASKING: _ask,
        SIGNING: _sign,
        SIGNING_BY_SIDES: _sign_for_side,
        ISSUING: _issue,
    }
    what, found = steps[step.name](stand, step, given)
    if step.name != ISSUING:
        _refresh(folder, meeting.id)
    return done(stand.at, what, what_comes_next(folder, meeting.id, day), found)


def _draft(stand: Stand, step: Step, given: Given) -> Outcome:
    from lianxi.acts.minutes import drafted, next_number

    said = _said(step, given, [_day(stand, "起草日期")])
    run = stand.book.run_of(stand.meeting)
    used = [
        other.minutes.issue_no
        for other in stand.book.meetings.values()
        if other.minutes and stand.book.run_of(other) == run
    ]
    number, day = next_number(stand.meeting, used), said["--date"]
    found = put(stand.at, lambda meeting, _: drafted(meeting, number, day))
    return f"{full_date(day)}起草，第{number}期", found


def _ask(stand: Stand, step: Step, given: Given) -> Outcome:
    from lianxi.acts.minutes import asked
    from lianxi.cli.ask import Question
    from lianxi.cli.values import a_day

    within = stand.now.terms.settled("minutes", "consent_within")
    said = _said(
        step, given, [_day(stand, "发出日期"), Question("--reply-by", "反馈期限", a_day, needed=False)]
    )
    day, until = said["--date"], said["--reply-by"]
    if until is None and within is not None:
        until = stand.now.workdays.after(day, within.value).day
    found = put(stand.at, lambda _meeting, _now: asked(day, until))
    limit = f"，{full_date(until)}前反馈" if until else ""
    return f"{full_date(day)}征求{whose(step)}意见{limit}（依据：{basis_of(step)}）", found


def _sign(stand: Stand, step: Step, given: Given) -> Outcome:
    from lianxi.acts.minutes import signed
    from lianxi.obligations import post_name
    from lianxi.schema.base import Signer

    wanted: Signer = step.term.value if step.term else Signer(unit="")
    questions = (
        [_day(stand, "签发日期")]
        if wanted.post is None
        else [signer_question(stand, wanted), _day(stand, "签发日期")]
    )
    said = _said(step, given, questions)
    post, day = said.get("--by"), said["--date"]
    by = Signer.model_construct(post=post.post, unit=post.unit, seat=None) if post else wanted
    found = put(stand.at, lambda meeting, now: signed(meeting, now, by, day))
    who = post_name(post) if post else f"{by.unit}{by.seat or ''}"
    return f"{full_date(day)}由{who}签发（由谁签发，依据：{basis_of(step)}）", found


def _sign_for_side(stand: Stand, step: Step, given: Given) -> Outcome:
    from lianxi.acts.minutes import signed_by_side, unsigned_sides
    from lianxi.cli.ask import Question
    from lianxi.cli.values import one_of

    missing = unsigned_sides(stand.meeting, stand.now)
    side = Question("--by", "哪一方签署（单位）", one_of(missing, "还没有签署的一方"), choices=missing)
    said = _said(step, given, [side, _day(stand, "签署日期")])
    unit, day = said["--by"], said["--date"]
    found = put(stand.at, lambda meeting, now: signed_by_side(meeting, now, unit, day))
    return f"{unit}{full_date(day)}签署（各方签署，依据：{basis_of(step)}）", found


def _issue(stand: Stand, step: Step, given: Given) -> Outcome:
    """The file first, then the record that seals it: a kill between them is made good by another run."""
    from lianxi.acts.minutes import issued
    from lianxi.sealed import digest

    said = _said(step, given, [_day(stand, "印发日期")])
    day, meeting = said["--date"], stand.meeting
    written = meeting.minutes
    assert written is not None  # noqa: S101 - they have been drafted
    sealed = meeting.model_copy(update={"minutes": written.model_copy(update={"issued_on": day})})
    book = _with(stand.book, sealed)
    text = fresh(stand.at.folder, book, sealed)
    warn_of_undecided(facts_of(book, sealed))
    found = put(
        stand.at,
        lambda _meeting, _now: issued(day, digest(text)),
        lambda _raw: keep(stand.at.folder, meeting.id, text),
    )
    return (
        f"{full_date(day)}印发，第{written.issue_no}期，纪要封存在 {shown(stand.at.folder, meeting.id)}",
        found,
    )


def _said(step: Step, given: Given, questions: list[Question]) -> dict[str, Any]:
    """The answers; what this step does not ask for is refused."""
    from lianxi.cli.ask import answers

    asked = {question.option for question in questions}
    odd = [option for option, value in given.items() if value is not None and option not in asked]
    if odd:
        raise Refusal(f"下一步是{step.name}，不用写 {listed(odd)}")
    return answers(questions, {option: given.get(option) for option in asked})


def _day(stand: Stand, label: str) -> Question:
    from lianxi.cli.ask import Question
    from lianxi.cli.values import day_until

    today = stand.at.today
    return Question("--date", label, day_until(today), default=today.isoformat())


def _with(book: Book, meeting: Meeting) -> Book:
    from dataclasses import replace

    return replace(book, meetings={**book.meetings, meeting.id: meeting})


def _refresh(folder: Folder, id_: str) -> None:
    """The draft as the record now has it."""
    book = read_book(folder)
    keep(folder, id_, fresh(folder, book, book.meetings[id_]))
