"""What a person has to do before the next step of minutes, and by which command it is taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from lianxi.cli.folder import Folder, read_book
from lianxi.cli.minutes_desk import Stand, stand_for
from lianxi.cli.minutes_paper import shown

if TYPE_CHECKING:
    from lianxi.acts.minutes import Step
    from lianxi.cli.ask import Question
    from lianxi.schema.meeting import Meeting


def what_comes_next(folder: Folder, id_: str, day: date) -> str:
    """What is to be done before the step that comes next."""
    from lianxi.acts.minutes import ASKING, ISSUING, SIGNING, SIGNING_BY_SIDES, next_step

    book = read_book(folder)
    meeting = book.meetings[id_]
    if meeting.minutes is not None and meeting.minutes.issued_on is not None:
        return f"把 {shown(folder, id_)} 和会议记录一起提交；任务从印发之日起算，要改只能更正"
    stand = stand_for(folder, book, meeting, day)
    step = next_step(meeting, stand.now)
    told: dict[str, Callable[[], str]] = {
        ASKING: lambda: f"核对 {shown(folder, id_)}，发给{whose(step)}征求意见，发出后",
        SIGNING: lambda: f"{_replies(meeting)}{_reviewed(stand)}送{_signing(step)}签发，签发后",
        SIGNING_BY_SIDES: lambda: "请各方签署，每签一方",
        ISSUING: lambda: f"核对 {shown(folder, id_)}，印发时",
    }
    return f"{told[step.name]()}运行 {stand.command}{_options(step, stand)}"


def _options(step: Step, stand: Stand) -> str:
    """The option that the step cannot do without."""
    from lianxi.acts.minutes import SIGNING, SIGNING_BY_SIDES

    if step.name == SIGNING_BY_SIDES:
        return " --by 单位"
    if step.name == SIGNING and step.term and step.term.value.post:
        question = signer_question(stand, step.term.value)
        return "" if question.default else f" --by '{question.choices[0]}'" if question.choices else ""
    return ""


def signer_question(stand: Stand, wanted: Any) -> Question:
    """Who signed: known only where one unit holds the post."""
    from lianxi.cli.ask import Question
    from lianxi.cli.values import post_of
    from lianxi.status.posts import units_of

    units = units_of(wanted, stand.now)
    choices = tuple(f"{wanted.post}（{unit}）" for unit in units)
    default = choices[0] if len(choices) == 1 and units[0] in stand.now.units else None
    return Question("--by", "谁签发（职务）", post_of(stand.now), default=default, choices=choices)


def _replies(meeting: Meeting) -> str:
    consent = meeting.minutes.consent if meeting.minutes else None
    return "把各单位的答复记在会议记录 minutes 的 consent 的 replies 里，" if consent else ""


def _reviewed(stand: Stand) -> str:
    from lianxi.obligations import post_name

    term = stand.now.terms.settled("minutes", "review")
    return f"经{post_name(term.value)}审核，" if term else ""


def _signing(step: Step) -> str:
    from lianxi.obligations import post_name

    who = step.term.value if step.term else None
    if who is None:
        return "规定的人"
    return post_name(who) if who.post else f"{who.unit}{who.seat or ''}"


def whose(step: Step) -> str:
    return str(step.term.value) if step.term else ""


def basis_of(step: Step) -> str:
    return step.term.basis if step.term else ""
