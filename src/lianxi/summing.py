"""Which findings are told one by one; past fifty of one code the rest are only counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from lianxi.finding import Finding

LIMIT = 50


@dataclass(frozen=True, slots=True)
class Rest:
    """The findings of one code that are not told one by one, and in how many files they stand."""

    code: str
    count: int
    files: int


def told(findings: list[Finding]) -> tuple[list[Finding], list[Rest]]:
    """The findings to be told, in their order, and what is left of each code."""
    seen: Counter[str] = Counter()
    first, left = [], defaultdict(list)
    for found in findings:
        seen[found.code] += 1
        if seen[found.code] <= LIMIT:
            first.append(found)
        else:
            left[found.code].append(found.path)
    return first, [Rest(code, len(paths), len(set(paths))) for code, paths in sorted(left.items())]


def by_file(findings: list[Finding]) -> dict[str, list[Finding]]:
    """The findings of each file, in their order."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for found in findings:
        groups[found.path].append(found)
    return dict(groups)
