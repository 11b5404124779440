"""How a rule says that a name is not among those that may stand there."""

from __future__ import annotations

from lianxi.fault import Fault
from lianxi.near import near, same
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.source.plain import as_text
from lianxi.wording import listed


def not_chosen(fault: Fault, message: str, hint: str, offer: str = "") -> Told:
    """Name the choice that was probably meant, or all that may stand here.

    ``message`` is followed by the value in quotes. ``hint`` introduces the choices where none
    was meant, ``offer`` those beside the one that was (they are left out where it is empty).
    """
    choices = fault.hints["listed"]
    message = f"{message}“{shown(fault.value)}”"
    meant = same(fault.value, choices)
    if meant is not None and not fault.hints.get("wide"):
        return Told(message, f"应当是“{meant}”，改成：", instead=as_text(meant))
    meant = near(fault.value, choices)
    if meant is None:
        return Told(message, f"{hint}：{listed(choices)}")
    others = f"{offer}：{listed(choices)}；" if offer else ""
    return Told(f"{message}，是否想写 {meant}？", f"{others}改成：", shows=as_text(meant))
