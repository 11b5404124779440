"""Whether a post, as a record has it, is one of those that a rule of the conference names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from lianxi.schema.base import Post
from lianxi.situation import Situation
from lianxi.wording import listed


class Written(Protocol):
    """A post as a record has it, with the unit where it is given."""

    @property
    def post(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...


def is_one_of(held: Written, posts: Iterable[Post], now: Situation) -> bool:
    """Whether ``held`` is one of ``posts``.

    A unit that is not given holds nothing against it, nor do posts that the conference has not:
    those are told where they are named.
    """
    return any(
        not units_of(post, now)
        or (
            held.post == post.post
            and (held.unit is None or post.unit is None or now.same_unit(held.unit, post.unit))
        )
        for post in posts
    )


def is_named(held: Written, day: date | None, now: Situation) -> bool:
    """Whether it names one post of the conference; where it does not, that is told of the name itself."""
    places = [post.unit for post in now.mechanism.posts if post.post == held.post]
    if held.unit is None:
        return len(places) == 1
    return now.is_unit(held.unit, day) and any(
        place in now.groups or now.same_unit(held.unit, place) for place in places
    )


def amiss(held: Written, posts: Iterable[Post]) -> str:
    """The key of what is wrong with ``held``, which is none of ``posts``: its post, or only its unit."""
    return "unit" if any(held.post == post.post for post in posts) else "post"


def lines(key: str, posts: Iterable[Post], now: Situation) -> str:
    """The lines by which a record names the first of ``posts`` under ``key``."""
    post = next(iter(posts))
    units = units_of(post, now)
    unit = f"\n  unit: {units[0]}" if len(units) > 1 or post.unit else ""
    return f"{key}:\n  post: {post.post}{unit}"


def choice(posts: Iterable[Post], now: Situation) -> str:
    """What to say beside ``lines`` where several units hold one of ``posts``."""
    units = list(dict.fromkeys(unit for post in posts for unit in units_of(post, now)))
    return f"（unit 按实际写：{listed(units)}）" if len(units) > 1 else ""


def units_of(post: Post, now: Situation) -> list[str]:
    """The units, or groups of units, in which ``post`` is held; its own where it is held there."""
    held = [each.unit for each in now.mechanism.posts if each.post == post.post]
    if post.unit is None:
        return held
    own = any(place in now.groups or now.same_unit(post.unit, place) for place in held)
    return [post.unit] if own else []
