"""What a rule is: a file whose docstring is its page, with one function that words or judges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType, UnionType
from typing import Any

from lianxi.fault import Loc
from lianxi.finding import ERROR, WARNING

FORMAT = "lianxi 的记录格式"
"""The basis of the rules on files, shapes and references."""
_HEAD = re.compile(r"(LX[0-9]{3})（(错误|提醒)）：(.+?)。?\n")
_EXAMPLE = re.compile(r"^(错误|正确)：(\S+)\n\n((?:    .*\n|\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule says: what is wrong, with the value, and what to write instead.

    ``loc`` is where, for a rule that looks at records; a fault brings its own place.
    """

    message: str
    remedy: str
    loc: Loc = ()
    at_key: bool = False
    basis: str = FORMAT


@dataclass(frozen=True, slots=True)
class Example:
    """A fragment of one file: its keys take the place of the file's own."""

    good: bool
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the catalogue knows it.

    Exactly one of ``word`` (a fault → what is told) and ``judge`` (a record and the book →
    what is told) is there; ``record`` is the type, or the union of types, that ``judge`` looks at.
    """

    code: str
    severity: str
    title: str
    name: str
    page: str
    word: Callable[..., Told] | None
    judge: Callable[..., Iterator[Told]] | None
    record: type[Any] | UnionType | None

    @property
    def examples(self) -> list[Example]:
        """The examples of the page, in its order."""
        return [
            Example(kind == "正确", path, re.sub(r"^    ", "", text, flags=re.MULTILINE).strip("\n") + "\n")
            for kind, path, text in _EXAMPLE.findall(self.page + "\n")
        ]


def rule_of(module: ModuleType) -> Rule:
    """Read a rule from its module."""
    page = (module.__doc__ or "").strip() + "\n"
    head = _HEAD.match(page)
    if head is None:
        raise ValueError(f"{module.__name__}: the docstring must begin with LXnnn（错误|提醒）：…")
    return Rule(
        head[1],
        ERROR if head[2] == "错误" else WARNING,
        head[3],
        module.__name__.rsplit(".", 1)[-1],
        page,
        getattr(module, "word", None),
        getattr(module, "judge", None),
        getattr(module, "RECORD", None),
    )
