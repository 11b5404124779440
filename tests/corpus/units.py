"""The units of the sample's mechanism as they take part: who comes from each, and who collects where."""

from __future__ import annotations

from itertools import count

from corpus.days import SAMPLE
from lianxi.book import load
from lianxi.schema.mechanism import Unit
from lianxi.tree import FolderTree

PROVINCE, CITY = "省工业和信息化厅", "市政府"
DIVISION, OFFICE = "规划与产业政策处", "市工业和信息化局"
ZONE = "梅州高新区管委会"
LIAISON = {"post": "联络员", "unit": OFFICE}
CONVENERS = ({"post": "召集人", "unit": PROVINCE}, {"post": "召集人", "unit": CITY})
DEPUTY = {"post": "副召集人", "unit": CITY}

_MECHANISM = load(FolderTree(SAMPLE)).mechanism
assert _MECHANISM is not None
_UNITS = {unit.name: unit for unit in _MECHANISM.units}
COUNTIES = {unit.county: unit.name for unit in _MECHANISM.units if unit.county}
"""Each county, and the high-tech zone, with the unit that governs it."""
BUREAUS = tuple(
    unit.name
    for unit in _MECHANISM.units
    if unit.member and unit.kind in {"政府部门", "垂直管理部门"} and unit.dissolved_on is None
)
MEMBERS = tuple(unit.name for unit in _MECHANISM.units if unit.member)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_HEADS = {"县区政府": "县长", "管委会": "主任", "党委部门": "主任", "群团组织": "主席", "省直处室": "处长"}
_NUMBER = count()


def sits(name: str, day: str) -> bool:
    """Whether a unit exists on a day."""
    unit = _UNITS[name]
    return not (
        (unit.since and day < unit.since.isoformat())
        or (unit.dissolved_on and day >= unit.dissolved_on.isoformat())
    )


def collector(county: str) -> str:
    """The industry department that collects in a county; the city's own for the zone."""
    name = f"{county}工信主管部门"
    return name if name in _UNITS else OFFICE


def _person(number: int) -> str:
    return f"示例{_STEMS[number % 10]}{_BRANCHES[number % 12]}{_STEMS[number // 60]}"


def _head(unit: Unit) -> str:
    title = _HEADS.get(unit.kind or "", "局长")
    return {"区": "区长", "市": "市长"}.get((unit.county or "")[-1:], title) if title == "县长" else title


PEOPLE = {
    name: ((_person(next(_NUMBER)), _head(unit)), (_person(next(_NUMBER)), f"副{_head(unit)}"))
    for name, unit in _UNITS.items()
}
"""Of each unit its head and a deputy, each with the title."""
PEOPLE[CITY] = (("示例甲", "梅州市市长"), ("示例丁", "梅州市副市长"))
PEOPLE[PROVINCE] = (("示例乙", "省工业和信息化厅厅长"), ("示例丙", "省工业和信息化厅副厅长"))
