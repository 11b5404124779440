"""Marks that forbid a text to stand in these records: 密级 and 内部资料 严禁外传."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianxi.fault import Place

_LEVEL = r"(?:绝[ \u3000]?密|机[ \u3000]?密|秘[ \u3000]?密)"
_FORBIDDEN = "(?:严禁|禁止|不得|请勿|切勿)外[传泄]"
_INTERNAL = "内部(?:资料|文件|材料|刊物|使用|参考)"
_OPENS = r"(?:(?<![\u4e00-\u9fff])|(?<=[为属系是]))"
_BETWEEN = r"[ \u3000，,、：:；;！!·—-]{0,3}"
# The level before its star, behind its heading, in brackets, or alone where a value, an entry, a line
# of a text or a comment has nothing else; what is said about secrets in a sentence is none of these.
_MARKS = (
    rf"{_LEVEL}[ \u3000]*[★☆](?:[ \u3000]*(?:[0-9]+ ?(?:年|个月)|长期))?",
    rf"(?:密级|(?:保密|涉密|秘密)等级)[ \u3000]*[:：][ \u3000]*{_LEVEL}",
    rf"[【〔（(\[]{_LEVEL}[】〕）)\]]",
    rf"^[ ]*(?:- +)*(?:[a-z_]+: +)?(?:# *)?[\"'“]?(?P<mark>{_LEVEL}级?)[\"'”]?(?: *| +#.*)$",
    rf"{_INTERNAL}[ \u3000]+{_FORBIDDEN}",
    f"{_OPENS}{_INTERNAL}{_BETWEEN}{_FORBIDDEN}(?!的)",
    rf"{_OPENS}{_FORBIDDEN}{_BETWEEN}{_INTERNAL}(?![\u4e00-\u9fff])",
)

_SIGN = re.compile(
    "密(?:[ \u3000]*[★☆]|(?<=[绝机秘]密)(?<![\u4e00-\u9fff][绝机秘]密)|(?<=[绝机秘][ \u3000]密))"
)
"""What every level that is a mark has beside it: a star, or before it no Chinese character."""


def may_bear(text: str) -> bool:
    """A cheap test that most texts fail; false is certain."""
    return ("密" in text and _SIGN.search(text) is not None) or (
        "外" in text and ("外传" in text or "外泄" in text)
    )


@cache
def _marks() -> tuple[re.Pattern[str], ...]:
    """Compiled when first needed: most runs look at no text that may bear one."""
    return tuple(re.compile(pattern) for pattern in _MARKS)


def marks_in(text: str) -> Iterator[tuple[str, Place]]:
    """Each mark in ``text`` and its place, one to a line."""
    if not may_bear(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = next((mark for pattern in _marks() if (mark := pattern.search(line))), None)
        if found:
            start, end = found.span("mark" if "mark" in found.groupdict() else 0)
            yield line[start:end], Place(number, start + 1, end - start)
