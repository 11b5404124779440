"""What a rule is: a file whose docstring is its page, with one function that says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType, UnionType
from typing import Any

from lianxi.fault import Loc, Place, Rows
from lianxi.finding import ERROR, WARNING

FORMAT = "lianxi 的记录格式"
"""The basis of the rules on files, shapes and references."""
Instead = str | Callable[[str, str], str | None]
"""A text, or what makes it of what stands before the marked text on its line, and of that text."""
FORMS = ("word", "judge", "measure", "lapse", "scan", "compare", "lost", "added", "reread", "replaced")
"""The functions a rule may consist of; each has exactly one. The last five look at what a merge changes."""
_HEAD = re.compile(r"(LX[0-9]{3})（(错误|提醒)）：(.+?)。?\n")
_PERSON = re.compile(r"^要人定：(.+?)。?\n(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^(错误|正确|前提|同时)：(\S+)\n\n((?:    .*\n|\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule says: what is wrong, with the value, and what to write instead.

    ``loc`` is where, for a rule that looks at records (``beside`` where ``loc`` is not written),
    ``place`` for one that scans a text; a fault brings its own place. ``instead`` is the text
    that may safely stand in the place of the marked one: the one mending that cannot be wrong.
    Its further lines are indented from the line they stand on; where it begins with a line
    break, the value goes below its key. ``shows`` is what may stand there as an example, for a
    person to decide. With either, the remedy ends with the line as it then reads, ready to
    paste. ``over`` is where the text stands that ``instead`` takes the place of, if that is
    more than what is marked. ``rests_on`` is the id of the record by whose dates this
    is told, beside those of its own: it is not where they are doubtful themselves. ``paper`` is the
    path, in the records folder, of the minutes file on which a rule on a meeting tells this.
    """

    message: str
    remedy: str
    loc: Loc = ()
    at_key: bool = False
    basis: str = FORMAT
    place: Place | None = None
    instead: Instead | None = None
    shows: Instead | None = None
    over: Loc | Place | Rows | None = None
    beside: Loc = ()
    rests_on: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Fragments of one file or several: their keys take the place of the files' own.

    ``given`` stands before it, ``beside`` is done together with it.
    """

    good: bool
    path: str
    text: str
    given: tuple[tuple[str, str], ...] = ()
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the catalogue knows it.

    ``says`` is its one function and ``form`` that function's name. ``word`` (a fault and its
    entry) words what could not be read. ``judge`` (a record and the book) looks at the records
    alone; ``measure`` (a record and the situation) holds them to what the conference has
    settled; ``lapse`` (the same, as of the day) tells what passing days have brought, and is
    never an error. ``scan`` (a text, its entry and the book) looks at a file as it stands.
    ``compare`` (a record before and after, and the merge) looks at what a merge makes of a
    record, of a meeting also where only its minutes file differs, ``lost`` (a record and the
    merge) at one that is gone, ``added`` (the same) at a new one, ``reread`` (a text before and
    after) at a file as it stands, ``replaced`` (the same) at a template beside the records.
    ``record`` is the type, or the union of types, that a record must have. ``person`` says
    why a finding without a mending needs a person. ``stands_for`` are the codes of the rules on records
    that are silent of a record where this one on changes speaks: the fault is the same.
    """

    code: str
    severity: str
    title: str
    name: str
    page: str
    person: str
    form: str
    says: Callable[..., Any]
    record: type[Any] | UnionType | None
    stands_for: tuple[str, ...] = ()

    @property
    def examples(self) -> list[Example]:
        """The examples of the page, in its order; what is given before them holds for all."""
        found = [(kind, path, _unindented(text)) for kind, path, text in _EXAMPLE.findall(self.page + "\n")]
        given = tuple((path, text) for kind, path, text in found if kind == "前提")
        examples: list[Example] = []
        for kind, path, text in found:
            if kind == "同时":
                last = examples.pop()
                examples.append(replace(last, beside=(*last.beside, (path, text))))
            elif kind != "前提":
                examples.append(Example(kind == "正确", path, text, given))
        return examples


def rule_of(module: ModuleType) -> Rule:
    """Read a rule from its module; raises ``ValueError`` where it is none."""
    page = (module.__doc__ or "").strip() + "\n"
    head = _HEAD.match(page)
    forms = [form for form in FORMS if hasattr(module, form)]
    if head is None or len(forms) != 1:
        raise ValueError(
            f"{module.__name__}: a page that begins with LXnnn（错误|提醒）：…, and one of {FORMS}"
        )
    person = _PERSON.search(page)
    return Rule(
        head[1],
        ERROR if head[2] == "错误" else WARNING,
        head[3],
        module.__name__.rsplit(".", 1)[-1],
        page,
        person[1].replace("\n", "") if person else "",
        forms[0],
        getattr(module, forms[0]),
        getattr(module, "RECORD", None),
        getattr(module, "STANDS_FOR", ()),
    )


def _unindented(text: str) -> str:
    return re.sub(r"^    ", "", text, flags=re.MULTILINE).strip("\n") + "\n"
