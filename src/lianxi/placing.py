"""The page of one file on which findings are placed: its lines, its comments, where each value stands."""

from __future__ import annotations

from functools import cached_property

from lianxi.allowance import Allowance, allowances_in
from lianxi.fault import Fault, Place
from lianxi.finding import Finding, Mend
from lianxi.rule import Rule, Told
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
    def allowances(self) -> list[Allowance]:
        """The comments that allow a finding."""
        return allowances_in(self.text)

    def finding(self, rule: Rule, told: Told, fault: Fault | None) -> Finding:
        """What is told, with its code, its place, and its mending where there is one."""
        place = self._place(told, fault)
        mend = self._mend(place, told.instead)
        return Finding(
            rule.code,
            rule.severity,
            self._path,
            place.line,
            place.column,
            self._record,
            told.message,
            told.remedy,
            told.basis,
            self._lines.line(place.line),
            place.width,
            mend,
            "" if mend else rule.person,
        )

    def _place(self, told: Told, fault: Fault | None) -> Place:
        if fault is None:
            loc = told.loc if not told.beside or self._lines.holds(told.loc) else told.beside
            return told.place or self._lines.place(loc, at_key=told.at_key)
        return fault.place or self._lines.place(fault.loc, at_key=fault.at_key)

    def _mend(self, place: Place, instead: str | None) -> Mend | None:
        """The marked text and what takes its place; further lines are indented from the key's column."""
        if instead is None:
            return None
        line = self._lines.line(place.line)
        start, end = place.column - 1, place.column - 1 + place.width
        first, *more = instead.split("\n")
        if more and not first:  # the value goes below its key
            start = len(line[:start].rstrip(" "))
        dash = line[: len(line) - len(line.lstrip(" -"))]
        return Mend(
            place.line,
            start + 1,
            line[start:end],
            "\n".join([first, *(" " * len(dash) + text for text in more)]),
        )
