"""纪要: 起草 → 征求意见 → 签发 → 印发, each step as the mechanism has it, and 更正 afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lianxi.acts import NotAllowed
from lianxi.edit.change import Append, Change, Fill, Replace
from lianxi.schema.base import Signer
from lianxi.schema.meeting import Meeting
from lianxi.schema.meeting import Minutes as Written
from lianxi.situation import Situation
from lianxi.status.consent import REFUSED, silent, unsettled
from lianxi.status.meeting import PLENARY, meeting_day
from lianxi.status.sign_off import ASKED, BY_ALL_SIDES, signer
from lianxi.terms import Term
from lianxi.wording import full_date, listed

DRAFTING, ASKING, SIGNING, SIGNING_BY_SIDES, ISSUING = "起草", "征求意见", "签发", "各方签署", "印发"
_HERE = ("minutes",)
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Step:
    """The next step of the minutes, and what settles it; ``None`` where the mechanism is silent."""

    name: str
    term: Term[Any] | None = None


def next_step(meeting: Meeting, now: Situation) -> Step:
    """Which step comes next. Raises ``NotAllowed`` where none does."""
    _require_held(meeting)
    written = meeting.minutes
    if written is not None and written.issued_on is not None:
        raise NotAllowed(
            f"纪要已于{full_date(written.issued_on)}印发；要更正的，在 minutes 里写 corrections，"
            f"改好有关记录，再运行 lianxi minutes {meeting.id} --reseal"
        )
    if written is None or (written.drafted_on is None and not _is_under_way(written)):
        return Step(DRAFTING)
    consent = now.terms.settled("minutes", "consent") if meeting.kind == PLENARY else None
    if consent and consent.value in ASKED and written.consent is None and written.signed_on is None:
        return Step(ASKING, consent)
    if consent and consent.value == BY_ALL_SIDES:
        return Step(SIGNING_BY_SIDES if unsigned_sides(meeting, now) else ISSUING, consent)
    sign_off = signer(meeting, now)
    if sign_off and (written.signed_by is None or written.signed_on is None):
        return Step(SIGNING, sign_off)
    return Step(ISSUING, sign_off)


def drafted(meeting: Meeting, issue_no: int, day: date) -> Sequence[Change]:
    """The draft is there."""
    held = meeting_day(meeting)
    if held is not None and day < held:
        raise NotAllowed(f"起草的日期 {day} 早于会议召开的日期 {held}")
    number = meeting.minutes.issue_no if meeting.minutes else issue_no
    return [Fill(_HERE, {"issue_no": number, "drafted_on": day})]


def asked(day: date, reply_by: date | None) -> Sequence[Change]:
    """The draft goes to those whose consent is asked."""
    if reply_by is not None and reply_by < day:
        raise NotAllowed(f"反馈期限 {reply_by} 早于发出的日期 {day}")
    limit = {"reply_by": reply_by} if reply_by else {}
    return [Fill((*_HERE, "consent"), {"asked_on": day, **limit})]


def signed(meeting: Meeting, now: Situation, by: Signer, day: date) -> Sequence[Change]:
    """Signed by ``by``. Raises ``NotAllowed`` while replies are missing or not settled."""
    _refuse_open_replies(meeting, now, day)
    return [Fill(_HERE, {"signed_by": by, "signed_on": day})]


def signed_by_side(meeting: Meeting, now: Situation, unit: str, day: date) -> Sequence[Change]:
    """One side's signature. Raises ``NotAllowed`` where it is none, or has signed."""
    missing = unsigned_sides(meeting, now)
    if unit not in missing:
        raise NotAllowed(f"{unit}不在还没有签署的各方里：{listed(missing)}")
    return [Append((*_HERE, "signatures"), [{"unit": unit, "date": day}])]


def issued(day: date, digest: str) -> Sequence[Change]:
    """印发 seals the file."""
    return [Fill(_HERE, {"issued_on": day, "sha256": digest})]


def resealed(meeting: Meeting, digest: str) -> Sequence[Change]:
    """The digest of the reprint. Raises ``NotAllowed`` where nothing has been corrected."""
    written = meeting.minutes
    if written is None or written.issued_on is None:
        raise NotAllowed(f"纪要还没有印发；运行 lianxi minutes {meeting.id} --advance")
    if written.sha256 is None:
        return [Fill(_HERE, {"sha256": digest})]
    if written.sha256 == digest:
        return []
    if not written.corrections:
        raise NotAllowed(
            "记录同印发的纪要不一致，而没有写更正：印发以后，议定事项、牵头单位和时限不能直接改。"
            "误改的请改回去；确需更正的，先在 minutes 里写 corrections（日期、位置、原因、谁同意、改了什么）"
        )
    return [Replace((*_HERE, "sha256"), written.sha256, digest)]


def unsigned_sides(meeting: Meeting, now: Situation) -> tuple[str, ...]:
    """The units of the sides that have not signed."""
    written = meeting.minutes.signatures if meeting.minutes else ()
    done = {now.bearer(each.unit, each.date) for each in written}
    return tuple(side.unit for side in now.mechanism.sides if now.present(side.unit) not in done)


def _refuse_open_replies(meeting: Meeting, now: Situation, day: date) -> None:
    written = meeting.minutes
    consent = now.terms.settled("minutes", "consent") if meeting.kind == PLENARY else None
    if written is None or written.consent is None or consent is None or consent.value not in ASKED:
        return
    for _, reply in unsettled(written.consent.replies, day):
        settle = "协商同意以后补记一条同意" if reply.view == REFUSED else "写明 adopted（是否采纳）"
        raise NotAllowed(
            f"{reply.unit}的“{reply.view}”还没有处理，不能签发（依据：{consent.basis}）；"
            f"在 minutes 的 consent 里{settle}"
        )
    waiting = silent(meeting, consent.value, now)
    if waiting:
        _refuse_silence(waiting, written.consent.reply_by, consent, now, day)


def _refuse_silence(
    waiting: tuple[str, ...], reply_by: date | None, consent: Term[str], now: Situation, day: date
) -> None:
    """Silence speaks only where that is settled, and only once its day is past."""
    silence = now.terms.settled("minutes", "silence")
    names = listed(waiting[:_SHOWN]) + (f"等{len(waiting)}个单位" if len(waiting) > _SHOWN else "")
    if silence is None:
        raise NotAllowed(
            f"{names}还没有答复，不能签发：纪要要经{consent.value}同意（依据：{consent.basis}），"
            "没有规定不答复算同意；把答复记在 minutes 的 consent 的 replies 里"
        )
    if reply_by is not None and day <= reply_by:
        raise NotAllowed(
            f"{names}还没有答复，反馈期限{full_date(reply_by)}还没有过（依据：{consent.basis}）；"
            f"把答复记在 minutes 的 consent 的 replies 里，过了期限{silence.value}"
        )


def _require_held(meeting: Meeting) -> None:
    if meeting.cancelled is not None:
        raise NotAllowed("会议已经取消，没有纪要")
    if meeting.held_on is None:
        raise NotAllowed("会议还没有召开，没有纪要；开过了请在会议记录里填 held_on（召开日期）")


def _is_under_way(written: Written) -> bool:
    return bool(written.consent or written.signed_on or written.signatures or written.issued_on)


def next_number(meeting: Meeting, numbers: Sequence[int]) -> int:
    """The number after the greatest of ``numbers`` that its run has used; its own where it has one."""
    return meeting.minutes.issue_no if meeting.minutes else max(numbers, default=0) + 1
