"""A finding: one fault as it is told to people, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Mend:
    """A mending that cannot be wrong: ``was`` at its line and column (from 1) becomes ``now``.

    Columns do not count a byte order mark; where ``was`` is that mark, it goes. Lines of
    both are ended by LF, whatever the file's own are ended by.
    """

    line: int
    column: int
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what to write instead.

    ``path`` is relative to the repository root; ``line`` and ``column`` count from 1, the
    column in characters. ``excerpt`` is the line itself and ``width`` the number of its
    characters that are meant. ``basis`` says which of the three voices speaks: the founding
    document, this conference's configuration, or lianxi's default. Where there is no ``mend``,
    ``person`` says why a person has to decide.
    """

    code: str
    severity: str
    path: str
    line: int
    column: int
    record: str | None
    message: str
    remedy: str
    basis: str
    excerpt: str = ""
    width: int = 1
    mend: Mend | None = None
    person: str = ""


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By path, line and column."""
    return sorted(findings, key=lambda found: (found.path, found.line, found.column, found.code))


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures below a list of findings; ``mendable`` of them carry a mending."""

    records: int
    errors: int
    warnings: int
    files: int
    mendable: int
    as_of: str

    @classmethod
    def of(cls, findings: list[Finding], records: int, as_of: str) -> Summary:
        """Count ``findings`` in ``records`` files on the day ``as_of``."""
        errors = sum(1 for found in findings if found.severity == ERROR)
        files = len({found.path for found in findings})
        mendable = sum(1 for found in findings if found.mend)
        return cls(records, errors, len(findings) - errors, files, mendable, as_of)
