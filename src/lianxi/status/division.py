"""A division: a unit that is part of another and bears its name, as 省工业和信息化厅规划与产业政策处."""

from __future__ import annotations

from lianxi.schema.mechanism import Unit
from lianxi.situation import Situation


def authority(unit: Unit | None, now: Situation) -> Unit | None:
    """What ``unit`` is a division of; a city is none of the province it lies in, which its name shows."""
    above = now.units.get(unit.parent or "") if unit is not None else None
    return above if above is not None and unit is not None and unit.full.startswith(above.full) else None


def shown_name(name: str, now: Situation) -> str:
    """A division with its authority before it, as lists of those present have it; others as they are."""
    above = authority(now.units.get(name), now)
    return f"{above.name}{name}" if above is not None else name
