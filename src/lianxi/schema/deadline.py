"""Deadlines as they are written: a day, so long after an event, or a standing duty."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Tag
from pydantic_core import PydanticCustomError

from lianxi.schema.base import Day, Duration, Evidence, Text, Value, _day

STANDING = "长期坚持"
EVENTS = ("召开", "印发", "交办")


def _event(value: Any) -> Any:
    if value in EVENTS:
        return value
    try:
        return _day(value)
    except PydanticCustomError:
        raise PydanticCustomError("not_an_event", "neither an event nor a day") from None


class Counted(Duration):
    """So many working days, days or months after an event or a day."""

    public: ClassVar[tuple[str, ...]] = ("workdays", "days", "months", "after")

    after: Annotated[Literal["召开", "印发", "交办"] | date, BeforeValidator(_event)]


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "·counted"
    return "·standing" if value == STANDING else "·day"


Due = Annotated[
    Annotated[Day, Tag("·day")]
    | Annotated[Counted, Tag("·counted")]
    | Annotated[Literal["长期坚持"], Tag("·standing")],
    Discriminator(_shape),
]
"""Tags begin with ``·`` so that they can be told from keys in an error's place."""


class Milestone(Value):
    """One stage of a task; its title is a verb phrase and prints as it stands."""

    facts: ClassVar[dict[str, tuple[str, ...]]] = {"done_on": ("evidence",)}
    public: ClassVar[tuple[str, ...]] = ("title", "due", "due_text", "done_on")
    known_by: ClassVar[str] = "title"

    title: Text
    due: Day
    due_text: Text | None = None
    done_on: Day | None = None
    evidence: Evidence | None = None
