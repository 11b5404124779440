"""The texts around an invitation, each through its template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lianxi.render import render
from lianxi.reports.invite import CALL, PARTS, RECEIPT, REPLIES, SCRIPT, SIGN_IN, Invite
from lianxi.reports.invite.invitation import OFF, paper_line
from lianxi.wording import full_date, remark_of, titled

TO_SEND = (CALL, RECEIPT)
"""What the units get; the rest is for the meeting itself, or for the office."""
_RULE = "\n---\n\n"
_LIST = "参会单位一览表"
_SLIP = "参会回执"


def invite_markdown(
    invite: Invite, parts: tuple[str, ...] = PARTS, unit: str | None = None, house: Path | None = None
) -> str:
    """The chosen parts, in their order, with a rule between them; for one ``unit`` only what it gets."""
    texts = (_part(part, invite, unit, house).rstrip() for part in PARTS if part in parts)
    return _RULE.join(f"{text}\n" for text in texts if text)


def chosen_facts(invite: Invite, parts: tuple[str, ...], unit: str | None) -> dict[str, Any]:
    """The facts of the chosen parts, for programs; of one ``unit`` only its own."""
    facts = asdict(invite)
    fields = {
        CALL: ("invitation", "single"),
        SIGN_IN: ("sign_in",),
        SCRIPT: ("script",),
        REPLIES: ("replies",),
    }
    left_out = {field for part, names in fields.items() if part not in parts for field in names}
    if unit is not None:
        left_out.add("invitation")
        for name in ("single", "invitees"):
            facts[name] = [entry for entry in facts[name] if entry["unit"] == unit]
    return {key: value for key, value in facts.items() if key not in left_out}


def _part(part: str, invite: Invite, unit: str | None, house: Path | None) -> str:
    if part == CALL:
        return _call(invite, unit, house)
    if part == RECEIPT:
        return "" if invite.cancelled else _receipt(invite, unit, house)
    if part == SIGN_IN:
        title = titled(invite.title, "签到表")
        return render("sign-in.md.j2", {"title": title, "lines": invite.sign_in}, house)
    if part == SCRIPT:
        return render("script.md.j2", {"script": invite.script}, house)
    form = invite.invitation.form
    facts = {"name": invite.name, "form": form, "replies": invite.replies, "day": invite.today}
    return render("replies.md.j2", facts, house)


def _call(invite: Invite, unit: str | None, house: Path | None) -> str:
    sheet = next((each for each in invite.single if each.unit == unit), invite.invitation)
    annexes = [] if sheet.form == OFF else [_SLIP] if unit else [_LIST, _SLIP]
    facts = {"sheet": sheet, "annexes": annexes, "day": full_date(sheet.day), "off": sheet.form == OFF}
    table = {"title": f"{_LIST}{remark_of(invite.title)}", "rows": list(_rows(invite))}
    return render("invitation.md.j2", {**facts, "table": table if _LIST in annexes else None}, house)


def _rows(invite: Invite) -> Iterator[dict[str, Any]]:
    """One line a unit, as the table of all has it."""
    for each in invite.invitees:
        yield {
            "unit": each.name,
            "seats": each.seats,
            "parts": [f"{part.item}（{part.role}）" for part in each.parts],
            "papers": [paper_line(paper) for paper in each.papers],
            "site": each.site,
        }


def _receipt(invite: Invite, unit: str | None, house: Path | None) -> str:
    called = next((each for each in invite.invitees if each.unit == unit), None)
    facts = {
        "number": "" if unit else "2",
        "title": f"{_SLIP}{remark_of(invite.title)}",
        "meeting": invite.title,
        "unit": called.name if called else "",
        "lines": len(called.seats) if called else 1,
    }
    return render("receipt.md.j2", facts, house)
