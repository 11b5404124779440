"""What a change of the sample is told beside what the sample is told as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from unittest.mock import patch

from conftest import SAMPLE, SAMPLE_DAY, texts
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import Finding
from lianxi.source import read
from lianxi.tree import TextTree

FILES = texts(SAMPLE)
_read = cache(read)


def found_in(files: Mapping[str, str], day: date = SAMPLE_DAY) -> list[Finding]:
    """All findings; a file that many tests leave as it is, is read once."""
    with patch("lianxi.book.read", _read):
        return check(load(TextTree(dict(files))), day)


def new_in(files: Mapping[str, str], day: date = SAMPLE_DAY) -> list[Finding]:
    """The findings that the sample itself has not got."""
    return [each for each in found_in(files, day) if _told(each) not in _clean(day)]


@cache
def _clean(day: date) -> frozenset[tuple[str, str, str]]:
    return frozenset(_told(each) for each in found_in(FILES, day))


def _told(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.path, finding.message
