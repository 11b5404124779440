"""Who belongs to the conference: its members, and everybody who has a part in it otherwise."""

from __future__ import annotations

from lianxi.schema.mechanism import Mechanism


def listed(mechanism: Mechanism, name: str) -> tuple[str, ...]:
    """The units that ``name`` stands for: those of a group, as far as they are listed, or the unit itself."""
    group = next((group for group in mechanism.groups if group.name == name), None)
    if group is None:
        return (name,)
    marked = (
        unit.name for unit in mechanism.units if unit.kind in group.kinds or (group.members and unit.member)
    )
    return tuple(dict.fromkeys((*group.units, *marked)))


def members(mechanism: Mechanism) -> tuple[str, ...]:
    """The units marked as members, by themselves or as a group, whatever the day."""
    marked = [unit.name for unit in mechanism.units if unit.member]
    grouped = [name for group in mechanism.groups if group.members for name in group.units]
    return tuple(dict.fromkeys((*marked, *grouped)))


def taking_part(mechanism: Mechanism) -> frozenset[str]:
    """Members and everybody who serves the conference, under every name; empty where no member is marked.

    These are the office, the holders of posts, the sides and the working groups, then the
    divisions of all these, and whoever succeeded them.
    """
    marked = members(mechanism)
    if not marked:
        return frozenset()
    named = {unit for name in (*marked, *_serving(mechanism)) for unit in listed(mechanism, name)}
    grown = named | _followers(mechanism, named)
    while grown != named:
        named, grown = grown, grown | _followers(mechanism, grown)
    former = (old.name for unit in mechanism.units if unit.name in named for old in unit.former)
    return frozenset((*named, *former))


def _serving(mechanism: Mechanism) -> list[str]:
    office = mechanism.office
    names = [post.unit for post in mechanism.posts]
    names += [side.unit for side in mechanism.sides]
    names += [name for group in mechanism.working_groups for name in (*(group.lead or ()), *group.members)]
    names += [*office.host, *office.members] if office else []
    names += [name for name in (mechanism.lead, office and office.run_by) if name]
    return names


def _followers(mechanism: Mechanism, named: set[str]) -> set[str]:
    """The divisions of ``named``, and who succeeds one of them."""
    divisions = {unit.name for unit in mechanism.units if unit.parent in named}
    return divisions | {unit.successor for unit in mechanism.units if unit.successor and unit.name in named}
