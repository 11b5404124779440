"""The page of one file on which findings are placed: its lines, its comments, where each value stands."""

from __future__ import annotations

from functools import cached_property

from lianxi.allowance import Allowances, allowances_in
from lianxi.fault import MARK, Fault, Place, Rows
from lianxi.finding import Finding, Mend
from lianxi.private.found import concealed
from lianxi.rule import Instead, Rule, Told
from lianxi.shown import uncommented
from lianxi.source import Lines


class Page:
    """One file, read once more because something is said of it."""

    def __init__(self, path: str, record: str | None, raw: bytes) -> None:
        self._path = path
        self._record = record
        self._lines = Lines(raw)

    @property
    def text(self) -> str:
        """The file without its byte order mark, its lines ended by LF."""
        return self._lines.text

    @cached_property
    def allowances(self) -> Allowances:
        """The comments that allow a finding."""
        return allowances_in(self.text)

    def finding(self, rule: Rule, told: Told, fault: Fault | None) -> Finding:
        """What is told, with its code, its place, and its mending where there is one."""
        place = self._place(told, fault)
        mend = self._mend(place, told, told.instead)
        example = (mend or self._mend(place, told, told.shows)) if told.over != MARK else None
        return Finding(
            rule.code,
            rule.severity,
            self._path,
            place.line,
            place.column,
            self._record,
            concealed(told.message),
            concealed(f"{told.remedy}\n{self._mended(example)}" if example else told.remedy),
            told.basis,
            self._shown.line(place.line),
            place.width,
            mend,
            "" if mend else rule.person,
        )

    @cached_property
    def _shown(self) -> Lines:
        """The file as it may be shown: logs are read by many."""
        return Lines(concealed(self.text).encode())

    def _place(self, told: Told, fault: Fault | None) -> Place:
        if fault is None:
            loc = told.loc if not told.beside or self._lines.holds(told.loc) else told.beside
            return told.place or self._lines.place(loc, at_key=told.at_key)
        return fault.place or self._lines.place(fault.loc, at_key=fault.at_key)

    def _mend(self, marked: Place, told: Told, instead: Instead | None) -> Mend | None:
        """The text that is replaced, and what takes its place."""
        over = told.over or marked
        if isinstance(over, Rows):
            was = "\n".join(self._lines.line(number) for number in range(over.first, over.last + 1))
            return Mend(over.first, 1, was, instead) if isinstance(instead, str) else None
        place = over if isinstance(over, Place) else self._lines.place(over)
        if instead is None or not place.whole:
            return None
        if place == MARK:
            return Mend(1, 0, "\ufeff", "")
        before, marked_text, rest = self._split(place)
        now = instead if isinstance(instead, str) else instead(before, marked_text)
        if now is None or ("\n" in now and before.count("[") + before.count("{")):
            return None
        start = len(before.rstrip(" ") if now.startswith("\n") else before)  # the value goes below its key
        was = self._lines.line(place.line)[start:]
        first, *more = now.split("\n")
        if more:  # a comment stays on the first line
            return Mend(place.line, start + 1, was, "\n".join([first + rest.rstrip(), *_under(before, more)]))
        return Mend(place.line, start + 1, was.removesuffix(rest), now)

    def _split(self, place: Place) -> tuple[str, str, str]:
        """What stands before the place on its line, in it, and behind it."""
        line = self._lines.line(place.line)
        start, end = place.column - 1, place.column - 1 + place.width
        return line[:start], line[start:end], line[end:]

    def _mended(self, mend: Mend) -> str:
        """The line as it reads with the mending, without its comment."""
        line = self._lines.line(mend.line)
        first, *more = mend.now.split("\n")
        rest = line[mend.column - 1 + len(mend.was) :]
        return "\n".join([uncommented(line[: mend.column - 1] + first + rest).rstrip(), *more])


def _under(before: str, lines: list[str]) -> list[str]:
    """``lines`` indented from where the entry or the item begins that ``before`` opens."""
    deep = len(before) - len(before.lstrip(" -"))
    same = deep - len("- ") if before.endswith("- ") else deep
    return [" " * (same if text.startswith("- ") else deep) + text for text in lines]
