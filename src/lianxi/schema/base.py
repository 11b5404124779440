"""What every record is made of: frozen values, strict types, names that refer, and days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

FIRST_YEAR, LAST_YEAR = 1900, 2199
D = TypeVar("D", date, datetime)
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_ISO_MINUTE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}\Z")


class _Nothing:
    """What stands in the place of pydantic's set of the fields that were given.

    Nobody asks which fields a record spelt out, and the sets would take two fifths of the memory
    of a large folder.
    """

    def __get__(self, value: object, owner: type[object] | None = None) -> set[str]:
        return set()

    def __set__(self, value: object, given: set[str]) -> None:
        pass


class Value(BaseModel):
    """A mapping in a record.

    ``dated_by`` names the fields whose first filled one is the day of the whole entry;
    ``facts`` names, for a dated fact inside it, the fields that came with that day. Both are
    read when the records are looked at as of an earlier day, and ``dated_by`` also when a
    unit's name is judged on the day of its entry. ``public`` names the fields that everybody
    may see where the record is 主动公开; what is not named there nobody outside sees.

    Entries are added and never altered. ``answers`` names the fields, beside those of ``facts``,
    that may be filled in later; ``renewed`` the days inside it, and the entries, that a later one
    may take the place of; ``known_by`` the field by which one of a list that has no day is known again.
    """

    # A nested model is built as part of the one that holds it, not once more for itself.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    __pydantic_fields_set__: ClassVar[_Nothing] = _Nothing()  # type: ignore[misc]

    dated_by: ClassVar[tuple[str, ...]] = ()
    facts: ClassVar[dict[str, tuple[str, ...]]] = {}
    public: ClassVar[tuple[str, ...]] = ()
    answers: ClassVar[tuple[str, ...]] = ()
    renewed: ClassVar[tuple[str, ...]] = ()
    known_by: ClassVar[str] = ""

    def day(self) -> date | None:
        """The day of this entry, where it has one."""
        for name in self.dated_by:
            found = getattr(self, name)
            if found is not None:
                return found.date() if isinstance(found, datetime) else found
        return None


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a text as the name of something: a unit, a post, a record.

    ``spaces`` lists what it may name. ``on_day`` is false where a name that no longer holds
    on the entry's day is right, as in the ``from`` of a reassignment.
    """

    spaces: tuple[str, ...]
    on_day: bool = True


def _near_year(when: D) -> D:
    """Whatever is reckoned from a day of these years stays within the calendar."""
    if FIRST_YEAR <= when.year <= LAST_YEAR:
        return when
    raise PydanticCustomError("odd_year", "a year too far away")


def _day(value: Any) -> date:
    if isinstance(value, str) and _ISO_DAY.match(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            pass
        else:
            return _near_year(day)
    raise PydanticCustomError("not_a_day", "not a day")


def _minute(value: Any) -> datetime:
    if isinstance(value, str) and _ISO_MINUTE.match(value):
        try:
            minute = datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            return _near_year(minute)
    raise PydanticCustomError("not_a_minute", "not a minute")


def _many(value: Any) -> Any:
    """An emptied list (``reports:`` with nothing left below it) is an empty list."""
    return () if value is None else value


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


T = TypeVar("T")
Day = Annotated[date, BeforeValidator(_day)]
Minute = Annotated[datetime, BeforeValidator(_minute)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Loose = Annotated[str, StringConstraints(strip_whitespace=True)]
Count = Annotated[int, Field(ge=1)]
Many = Annotated[tuple[T, ...], Strict(strict=False), BeforeValidator(_many)]
OneOrMany = Annotated[tuple[T, ...], Field(min_length=1), Strict(strict=False), BeforeValidator(_one_or_many)]

UnitName = Annotated[Text, Names(("unit",))]
FormerUnitName = Annotated[Text, Names(("unit",), on_day=False)]
UnitOrGroup = Annotated[Text, Names(("unit", "group"))]
GroupName = Annotated[Text, Names(("group",))]
PostName = Annotated[Text, Names(("post",))]


class Duration(Value):
    """A length of time in exactly one unit, working days, calendar days or months; ten years at most."""

    public: ClassVar[tuple[str, ...]] = ("workdays", "days", "months")

    workdays: Annotated[int, Field(ge=1, le=2_000)] | None = None
    days: Annotated[int, Field(ge=1, le=3_660)] | None = None
    months: Annotated[int, Field(ge=1, le=120)] | None = None

    def model_post_init(self, context: Any) -> None:
        if sum(part is not None for part in (self.workdays, self.days, self.months)) != 1:
            raise PydanticCustomError("not_one_duration", "not one duration")


def _post(value: Any) -> Any:
    return {"post": value} if isinstance(value, str) else value


def _unit(value: Any) -> Any:
    return {"unit": value} if isinstance(value, str) else value


class Post(Value):
    """A post of the conference; ``unit`` where several units hold one of that name."""

    public: ClassVar[tuple[str, ...]] = ("post", "unit")

    post: PostName
    unit: UnitName | None = None


class Signer(Value):
    """Who signs: a post, or the head of a unit (``seat``)."""

    public: ClassVar[tuple[str, ...]] = ("post", "unit", "seat")

    post: PostName | None = None
    unit: UnitName | None = None
    seat: Text | None = None

    def model_post_init(self, context: Any) -> None:
        if self.post is None and self.unit is None:
            raise PydanticCustomError("nobody_named", "neither post nor unit")


PostRef = Annotated[Post, BeforeValidator(_post)]
Convener = Annotated[Signer, BeforeValidator(_unit)]
SignerRef = Annotated[Signer, BeforeValidator(_post)]


def _evidence(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class EvidenceItem(Value):
    """A proof by name, and who keeps the paper: scans stay outside Git."""

    answers: ClassVar[tuple[str, ...]] = ("kept_by",)

    name: Text
    kept_by: UnitName | None = None


Evidence = Annotated[EvidenceItem, BeforeValidator(_evidence)]


class Instruction(Value):
    """批示: an instruction from a post holder, always internal."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)

    date: Day
    post: PostName
    unit: UnitName | None = None
    text: Text


class Note(Value):
    """A liaison's own note, always internal."""

    dated_by: ClassVar[tuple[str, ...]] = ("date",)

    date: Day
    text: Text


def values_in(annotation: Any) -> Iterator[type[Value]]:
    """The models of the mappings that may stand where ``annotation`` does."""
    if isinstance(annotation, type) and issubclass(annotation, Value):
        yield annotation
    for part in get_args(annotation):
        yield from values_in(part)


def items_of(value: Any) -> Iterator[tuple[int | None, Any]]:
    """The entries of a list field with their positions, or a single value with none."""
    if isinstance(value, tuple):
        yield from enumerate(value)
    elif value is not None:
        yield None, value
