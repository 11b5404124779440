"""更正: what minutes said when they were issued, and where the reprint has a 〔注〕."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from lianxi.book import Book
from lianxi.schema.base import Value
from lianxi.schema.kinds import RESOLUTION, TASK, Kind, kind_of
from lianxi.schema.meeting import Change, Correction, Meeting
from lianxi.source import read
from lianxi.tree import Obstacle

_STEP = re.compile(r"[^.\[\]]+")


class Uncorrectable(Exception):
    """A 更正 that does not say what was printed before: why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Marks:
    """For each field that was corrected, by the id of its record, the numbers of the corrections."""

    fields: dict[tuple[str, str], tuple[int, ...]]
    count: int

    def at(self, id_: str, *fields: str) -> str:
        """〔注〕 where one of ``fields`` was corrected; 〔注1〕, 〔注2〕 where there are several."""
        numbers = sorted({number for field in fields for number in self.fields.get((id_, field), ())})
        return "".join(self.sign(number) for number in numbers)

    def sign(self, number: int) -> str:
        """How the correction ``number``, from 1, is marked."""
        return f"〔注{number}〕" if self.count > 1 else "〔注〕"


def corrections_of(meeting: Meeting) -> tuple[Correction, ...]:
    """The corrections of its minutes, in the order they were made."""
    return meeting.minutes.corrections if meeting.minutes else ()


def marks_of(meeting: Meeting) -> Marks:
    """Where the reprint of its minutes is marked."""
    fields: dict[tuple[str, str], tuple[int, ...]] = {}
    for number, correction in enumerate(corrections_of(meeting), 1):
        for change in correction.changes:
            key = (change.record, key_of(change))
            fields[key] = (*fields.get(key, ()), number)
    return Marks(fields, len(corrections_of(meeting)))


def key_of(change: Change) -> str:
    """The key of the record in which what it changes stands."""
    return _steps(change.field)[0]


def as_issued(book: Book, meeting: Meeting) -> Book:
    """``book`` with what the minutes of ``meeting`` said before they were corrected.

    Raises ``Uncorrectable`` where ``was`` is not what may stand in its field.
    """
    written = _Written(book)
    for correction in reversed(corrections_of(meeting)):
        for change in reversed(correction.changes):
            written.put(change)
    return written.book()


def undone(book: Book, id_: str, changes: Iterable[Change]) -> Value | None:
    """The record ``id_`` of ``book`` without ``changes`` to it; ``None`` where they cannot be undone."""
    written = _Written(book)
    try:
        for change in reversed(tuple(changes)):
            written.put(change)
        return written.book().record(id_)
    except Uncorrectable:
        return None


def holds(book: Book, change: Change, value: Any) -> bool:
    """Whether ``value`` stands in the field of a change. Raises ``Uncorrectable`` where there is none."""
    return bool(_alone(_Written(book).at(change)) == _alone(_plain(value)))


@dataclass(frozen=True, slots=True)
class Unmade:
    """A change that a 更正 lists and the records do not show; ``why`` where it leads nowhere at all.

    ``correction`` and ``position`` count from 0.
    """

    correction: int
    position: int
    change: Change
    why: str = ""


def not_made(book: Book, meeting: Meeting) -> Iterator[Unmade]:
    """The changes whose record does not hold ``now``, the last first: they are listed, and not made."""
    written, seen = _Written(book), set()
    for number, correction in reversed(list(enumerate(corrections_of(meeting)))):
        for position, change in reversed(list(enumerate(correction.changes))):
            key = (change.record, change.field)
            try:
                if key not in seen and written.at(change) != _plain(change.now):
                    yield Unmade(number, position, change)
            except Uncorrectable as error:
                yield Unmade(number, position, change, str(error))
            seen.add(key)


class _Written:
    """Records as they are written, to be changed and read again."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._data: dict[str, Any] = {}

    def at(self, change: Change) -> Any:
        holder, last = self._place(change)
        if _is_row(change, holder):
            row = _plain(change.now if change.was is None else change.was)
            return row if row in _plain(holder) else None
        return _plain(holder.get(last) if isinstance(holder, dict) else holder[last])

    def put(self, change: Change) -> None:
        holder, last = self._place(change)
        if _is_row(change, holder):
            _put_row(change, holder, last)
        elif change.was is None and isinstance(holder, dict):
            holder.pop(last, None)
        else:
            holder[last] = deepcopy(change.was)

    def book(self) -> Book:
        changed: dict[str, Any] = {}
        for id_, data in self._data.items():
            kind = kind_of(id_)
            assert kind is not None  # noqa: S101 - only records were read
            name = f"{kind.name}s"
            records = changed.setdefault(name, dict(getattr(self._book, name)))
            if _was_left_out(data, kind):
                del records[id_]
            else:
                records[id_] = _validated(id_, data)
        return replace(self._book, **changed) if changed else self._book

    def _place(self, change: Change) -> tuple[Any, Any]:
        """What holds the field, and the key or the position in it."""
        *way, last = _steps(change.field)
        holder = self._read(change.record)
        try:
            for step in way:
                holder = holder[_index(holder, step)]
            if not isinstance(holder, dict | list):
                raise TypeError(last)  # noqa: TRY301 - as a step that leads nowhere
            if _is_row(change, holder):
                return holder, max(int(last) - 1, 0)
            return holder, _index(holder, last)
        except (LookupError, TypeError, ValueError):
            raise Uncorrectable(
                f"更正的 field “{change.field}”在 {change.record} 里找不到；写那一项的名称，如 support"
            ) from None

    def _read(self, id_: str) -> Any:
        if id_ not in self._data:
            kind, path = kind_of(id_), self._book.paths.get(id_)
            raw = self._book.tree.read(path, kind.limit) if kind and path else None
            if raw is None or isinstance(raw, Obstacle) or self._book.record(id_) is None:
                raise Uncorrectable(f"更正的 record “{id_}”读不出来；运行 lianxi check 看原因")
            self._data[id_] = read(raw).data
        return self._data[id_]


def _is_row(change: Change, holder: Any) -> bool:
    """Whether an entry of a list was left out, or stood there and should not have."""
    return isinstance(holder, list) and (change.was is None or change.now is None)


def _put_row(change: Change, rows: list[Any], place: int) -> None:
    """Take out the entry that was added, or put back the one that was taken out, at its place."""
    if change.was is not None:
        rows.insert(place, deepcopy(change.was))
        return
    added = next((index for index, row in enumerate(rows) if _plain(row) == _plain(change.now)), None)
    if added is not None:
        del rows[added]


def _was_left_out(data: dict[str, Any], kind: Kind) -> bool:
    """A decision or task without a key that all of them have was not there at all."""
    fields = kind.model.model_fields.items()
    required = (field.alias or name for name, field in fields if field.is_required())
    return kind in (RESOLUTION, TASK) and not all(key in data for key in required)


def _validated(id_: str, data: Any) -> Any:
    kind = kind_of(id_)
    assert kind is not None  # noqa: S101 - only records were read
    try:
        return kind.model.model_validate(data)
    except ValidationError as error:
        key = next((step for step in reversed(error.errors()[0]["loc"]) if isinstance(step, str)), "")
        raise Uncorrectable(
            f"更正里 {id_} 的 was 不能是 {key} 的值；照原来印发的写，写法同记录里一样"
        ) from error


def _steps(field: str) -> list[str]:
    """``agenda[2].judgement`` and ``agenda.2.judgement`` alike."""
    return _STEP.findall(field) or [field]


def _index(holder: Any, step: str) -> Any:
    """A key, or the position of an entry: of an agenda by its ``no``, else counted from 1."""
    if not isinstance(holder, list):
        return step
    number = int(step)
    numbered = [index for index, entry in enumerate(holder) if _no(entry) == number]
    place = numbered[0] if numbered else number - 1
    if not 0 <= place < len(holder):
        raise LookupError(step)
    return place


def _no(entry: Any) -> Any:
    return entry.get("no") if isinstance(entry, dict) else None


def _plain(value: Any) -> Any:
    """A text without the blanks around it, a mapping without its empty keys."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    return value


def _alone(value: Any) -> Any:
    """A list of one as the one, as records may write it; an empty one as nothing."""
    if value == "" or (isinstance(value, list) and not value):
        return None
    return value[0] if isinstance(value, list) and len(value) == 1 else value
