"""How a rule says that a name is not among those that may stand there."""

from __future__ import annotations

from lianxi.fault import Fault
from lianxi.near import near
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.wording import listed


def not_chosen(fault: Fault, message: str, hint: str, offer: str = "") -> Told:
    """Name the choice that was probably meant, or all that may stand here.

    ``message`` is followed by the value in quotes. ``hint`` introduces the choices where none
    was meant, ``offer`` those behind the one that was (they are left out where it is empty).
    """
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    choices = fault.hints["listed"]
    message = f"{message}“{shown(fault.value)}”"
    meant = near(fault.value, choices)
    if meant is None:
        return Told(message, f"{hint}：{listed(choices)}")
    others = f"（{offer}：{listed(choices)}）" if offer else ""
    return Told(f"{message}，是否想写 {meant}？", f"改成 {key}: {meant}{others}")
