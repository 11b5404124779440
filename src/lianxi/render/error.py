"""Why a template could not be filled in, in Chinese."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import MAX_RANGE

_LONGEST = 200
_NAME = re.compile(r"attribute '(.*?)'|'(.*?)' is undefined|no element (\S+)")
_SYNTAX = (
    (r"Encountered unknown tag '(.*?)'", "不认识的标记“{}”"),
    (r"No (?:filter|test) named '(.*?)'", "不认识的过滤器或判断“{}”"),
    (r"[Uu]nexpected end of template", "少了结束的标记（endfor、endif 或花括号）"),
    (r"expected token '(.*?)', got '(.*?)'", "这里该写“{}”，写的是“{}”"),
    (r"unexpected '(.*?)'", "多了“{}”"),
)
_MARK = "__jinja_exception__"
"""What Jinja leaves in the frames of a traceback that stand for lines of a template."""
_WORDS: dict[type[Exception], str] = {
    TemplateSyntaxError: "写法不对：{said}",
    TemplateNotFound: "没有“{said}”这个模板",
    SecurityError: "不准取用{named}，它够得着 Python 内部",
    UndefinedError: "没有{named}这一项",
    RecursionError: "自己套用自己，没有尽头",
    MemoryError: "要的内存太多",
    OverflowError: f"数太大（循环一次最多 {MAX_RANGE} 遍）",
}
_OTHERWISE = "算不出来（{kind}：{said}）"


class RenderError(Exception):
    """A template that cannot be filled in: which one, on which line, and why."""

    def __init__(self, template: str, line: int | None, why: str) -> None:
        super().__init__(why)
        self.template, self.line, self.why = template, line, why


class Unfit(TemplateError):
    """What a template asks for and does not get; the text says it in Chinese."""


def render_error(error: Exception, asked: str, folder: Path) -> RenderError:
    """``error``, which came of filling in ``asked``; templates are named by their way from ``folder``."""
    place = (error.filename, error.lineno) if isinstance(error, TemplateSyntaxError) else _place(error)
    file, line = place or (None, None)
    name = asked if file is None else _named(Path(file), folder)
    return RenderError(name, line, why(error))


def why(error: Exception) -> str:
    """The reason in words."""
    if isinstance(error, Unfit):
        return str(error)
    words = next((words for kind, words in _WORDS.items() if isinstance(error, kind)), _OTHERWISE)
    said = str(error)[:_LONGEST]
    return words.format(said=_syntax(said), named=_quoted(said), kind=type(error).__name__)


def _quoted(said: str) -> str:
    found = _NAME.search(said)
    return f"“{next(filter(None, found.groups()), '')}”" if found else f"（{said}）"


def _syntax(message: str) -> str:
    for pattern, words in _SYNTAX:
        found = re.search(pattern, message)
        if found:
            return words.format(*found.groups())
    return message


def _place(error: Exception) -> tuple[str, int] | None:
    """The line of a template that the traceback passes through last."""
    place, step = None, error.__traceback__
    while step is not None:
        if _MARK in step.tb_frame.f_globals:
            place = step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    return place


def _named(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.name
