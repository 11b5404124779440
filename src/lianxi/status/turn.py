"""轮值: whose turn it is to chair on a day."""

from __future__ import annotations

from datetime import date

from lianxi.schema.mechanism_rules import Rotation
from lianxi.situation import Situation
from lianxi.status.posts import is_one_of
from lianxi.terms import Term


def on_turn(day: date, now: Situation) -> Term[tuple[str, ...]] | None:
    """The units whose turn it is on ``day``; ``None`` where chairs do not rotate or it cannot be reckoned.

    The order stands with the rotation; else the posts that chair carry their years.
    """
    rotation = now.terms.settled("chairing", "rotation")
    rotating = now.terms.settled("chairing", "rotating")
    if rotation is None and rotating is not None and rotating.value:
        rotation = now.terms.settled("cadence", "rotation")
    if rotation is not None:
        unit = _by_order(rotation.value, day)
        return Term((unit,), rotation.basis) if unit in now.units else None
    return _by_years(day, now)


def _by_order(rotation: Rotation, day: date) -> str | None:
    first, every = rotation.first, rotation.every
    if first is None or every is None or day < first or not rotation.order:
        return None
    if every.months:
        past = (
            (day.year - first.year) * 12 + day.month - first.month - (day.day < first.day)
        ) // every.months
    elif every.days:
        past = (day - first).days // every.days
    else:
        return None
    return rotation.order[past % len(rotation.order)]


def _by_years(day: date, now: Situation) -> Term[tuple[str, ...]] | None:
    chairs = now.terms.settled("chairing", "by")
    if chairs is None:
        return None
    held = [post for post in now.mechanism.posts if post.years and is_one_of(post, chairs.value, now)]
    units = tuple(post.unit for post in held if day.year in post.years)
    return Term(units, chairs.basis) if units else None
