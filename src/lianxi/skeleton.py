"""A new record to be finished in an editor: every key with its Chinese name and its choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lianxi.edit.block import as_data, is_prose, ordered, scalar, written
from lianxi.schema.kinds import MEETING, TASK, Kind
from lianxi.schema.labels import label_at
from lianxi.schema.shape import is_listed, keys_of, listed_at, model_at, required_keys, spaces_at
from lianxi.width import padded, width
from lianxi.wording import listed

_COLUMN = 37
"""Where the Chinese names begin, as in the records that people have annotated."""
_BY_COMMAND = {
    TASK.name: frozenset(
        {"extensions", "reassignments", "reports", "completions", "confirmation", "notices"}
    ),
    MEETING.name: frozenset({"minutes"}),
}
"""What commands write when its time comes."""
_WANTED = {TASK.name: ("due",), MEETING.name: ("starts", "place")}
"""What the schema can do without, but hardly anybody who makes such a record."""

_SOURCES = frozenset({"resolution", "issue", "instructions"})
"""What a task may come from."""
_OPTIONAL = "# 以下没有的不填；要填的，去掉行首的“# ”（连空格）再填。"
_LATER = {
    TASK.name: (
        "# 以后的事用命令记：进展 lianxi report，延期 lianxi extend，报办结 lianxi complete，",
        "# 销号 lianxi confirm，退办 lianxi return，换牵头单位 lianxi reassign。",
    ),
    MEETING.name: ("# 议程里的议题用 lianxi agenda --write 补列；纪要会后再写。",),
}
_HINTS = {
    ("due",): "如 2026-12-31，长期办的写 长期坚持",
    ("starts",): "如 2026-10-20T09:00",
    ("ends",): "如 2026-10-20T11:30",
}
Choices = Mapping[str, Sequence[str]]
"""The closed lists of the conference by the name of what may be named, as ``area``."""


_Line = tuple[str, str]
"""What stands on a line, and what is noted behind it."""


def skeleton(kind: Kind, values: Mapping[str, Any], choices: Choices) -> str:
    """The text of a new record of ``kind`` that has ``values``; the rest is left to a person.

    What needs a value comes first, then, commented out, what may have one.
    """
    given = ordered(as_data(values), kind.model)
    maker = _Skeleton(kind, choices)
    lines = [*_aligned(maker.filled(given)), _OPTIONAL, *_aligned(maker.optional(given))]
    return "".join(f"{line}\n" for line in [*lines, *_LATER.get(kind.name, ())])


def blanks(kind: Kind, values: Mapping[str, Any]) -> list[str]:
    """The keys that a person still has to fill in, in their order."""
    needed = {*required_keys(kind.model), *_WANTED.get(kind.name, ())}
    if kind is TASK and not _SOURCES & values.keys():
        needed.add("resolution")
    if kind is TASK and "milestones" in values:
        needed.discard("due")
    return [key for key in keys_of(kind.model) if key in needed and key not in values]


@dataclass(frozen=True, slots=True)
class _Skeleton:
    kind: Kind
    choices: Choices

    def filled(self, values: Mapping[str, Any]) -> Iterator[_Line]:
        """The keys that have a value, and those that need one."""
        blank = blanks(self.kind, values)
        for key in keys_of(self.kind.model):
            if key in values:
                yield from self._keyed((key,), values[key], 0)
            elif key in blank:
                yield from self._blank(key)

    def optional(self, values: Mapping[str, Any]) -> Iterator[_Line]:
        """The other keys, commented out."""
        told = {*values, *blanks(self.kind, values), *_BY_COMMAND.get(self.kind.name, ())}
        told |= {"due"} if "milestones" in values else set()
        for key in keys_of(self.kind.model):
            if key not in told:
                yield from ((f"# {line}", note) for line, note in self._absent((key,)))

    def _keyed(self, loc: tuple[str, ...], value: Any, column: int) -> Iterator[_Line]:
        margin, note = " " * column, self._note(loc)
        if isinstance(value, Mapping) and value:
            yield f"{margin}{loc[-1]}:", note
            for key, inner in value.items():
                yield from self._keyed((*loc, key), inner, column + 2)
        elif isinstance(value, list) and value:
            yield f"{margin}{loc[-1]}:", note
            for item in value:
                yield from self._item(loc, item, column + 2)
        else:
            head, below = written(loc[-1], value, column)
            yield f"{margin}{loc[-1]}:{head}", note
            yield from ((line, "") for line in below)

    def _item(self, loc: tuple[str, ...], item: Any, column: int) -> Iterator[_Line]:
        margin = " " * column
        if not isinstance(item, Mapping):
            yield f"{margin}- {scalar(item)}", ""
            return
        lines = [line for key, inner in item.items() for line in self._keyed((*loc, key), inner, column + 2)]
        (first, note), *more = lines
        yield f"{margin}- {first[column + 2 :]}", note
        yield from more

    def _blank(self, key: str) -> Iterator[_Line]:
        """A key that somebody has to give a value: prose has its line ready."""
        if is_prose(key, "……"):
            yield f"{key}: |", f"{self._note((key,))}（要填，写在下一行，前面空两格）"
            yield "  ", ""
        else:
            yield f"{key}:", f"{self._note((key,))}（要填）"

    def _absent(self, loc: tuple[str, ...]) -> Iterator[_Line]:
        """A key that may be there, with those inside it."""
        model = self.kind.model
        yield f"{loc[-1]}:", self._note(loc)
        inner = model_at(model, loc)
        dash = "  - " if is_listed(model, loc) else "  "
        if inner is None and is_listed(model, loc):
            yield dash.rstrip(), ""
        for key in keys_of(inner) if inner is not None else ():
            yield f"{dash}{key}:", self._note((*loc, key))
            dash = " " * len(dash)

    def _note(self, loc: tuple[str, ...]) -> str:
        """The Chinese name, and the choices where there is a closed list."""
        name = label_at(loc)
        if loc in _HINTS:
            return f"{name}：{_HINTS[loc]}"
        choices = listed_at(self.kind.model, loc)
        for space in spaces_at(self.kind.model, loc):
            choices = [*choices, *self.choices.get(space, ())]
        return f"{name}：{listed(choices)}" if choices else name


def _aligned(lines: Iterator[_Line]) -> Iterator[str]:
    for line, note in lines:
        yield f"{padded(line, max(_COLUMN, width(line) + 2))}# {note}" if note else line
