"""A level or status as a page shows it: the word, and the colour the mechanism has for it."""

from __future__ import annotations

from typing import NamedTuple

from lianxi.situation import Situation
from lianxi.status.task import OVERDUE, TaskStanding

TINTS = {"红": "red", "橙": "orange", "黄": "yellow", "绿": "green", "蓝": "blue", "灰": "grey"}
"""The colours a mechanism may name, as the style sheet calls them."""
NEUTRAL = "plain"


class Badge(NamedTuple):
    """The word always stands in its colour, never the colour alone."""

    word: str
    tint: str = NEUTRAL


def level_badge(level: str, late: int, now: Situation) -> Badge:
    """逾期12天 in the colour of 逾期."""
    word = f"{level}{late}天" if level == OVERDUE and late else level
    return Badge(word, TINTS.get(now.terms.colours.get(level, ""), NEUTRAL))


def task_badge(found: TaskStanding, now: Situation) -> Badge:
    """The level of a task; its status where it is no duty and has none."""
    return level_badge(found.level, found.late, now) if found.level else Badge(found.status)
