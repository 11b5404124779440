"""Facts → Markdown through templates: sandboxed, values escaped, a blank is an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lianxi.visible import visible
from lianxi.wording import flat, full_date, listed

_PACKED = Path(__file__).parent / "templates"
_CHECKOUT = Path(__file__).parents[2] / "templates"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?[A-Za-z0-9]+;))")
# What begins a heading, a list, a rule or an underlining, and what a log takes for a command.
_AT_START = re.compile(r"^([0-9]*)([.)](?<=[0-9].)(?=\s|$)|[#+-](?=[\s#-]|$)|=(?==*$)|:(?=:))")
_LINE_BREAK = re.compile(r"\s*\n\s*")


class RenderError(Exception):
    """A template that cannot be filled in: which one, on which line, and why."""

    def __init__(self, template: str, line: int | None, why: str) -> None:
        super().__init__(why)
        self.template, self.line, self.why = template, line, why


class Blank(TemplateError):
    """A place in a template for which there is no value."""


def render(name: str, facts: Mapping[str, Any], house: Path | None = None) -> str:
    """Fill in the template ``name``; a file of that name in ``house`` goes before lianxi's own.

    Raises ``RenderError`` for a template that is missing, is wrong, or leaves a blank.
    """
    try:
        text = _environment(house).get_template(name).render(facts)
    except TemplateSyntaxError as error:
        raise RenderError(error.name or name, error.lineno, error.message or "") from error
    except TemplateError as error:
        raise RenderError(name, _line_of(error, name), str(error)) from error
    return text


def escape(text: str) -> str:
    """Text as Markdown that shows it unchanged on one line; control characters are shown, not obeyed."""
    line = _LINE_BREAK.sub(" ", visible(text).strip("\n"))
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))


@cache
def _environment(house: Path | None) -> ImmutableSandboxedEnvironment:
    own = _PACKED if _PACKED.is_dir() else _CHECKOUT
    folders = [folder for folder in (house, own) if folder is not None]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Markdown, escaped by _written
    )
    environment.filters |= {"顿号": listed, "月日": _month_day, "年月日": full_date, "一段": flat}
    return environment


def _written(value: Any) -> str:
    if value is None or value == "":
        raise Blank("这里没有值可填")
    return escape(value) if isinstance(value, str) else str(value)


def _month_day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _line_of(error: BaseException, name: str) -> int | None:
    """The line of the template that the traceback passes through last."""
    line, step = None, error.__traceback__
    while step is not None:
        if Path(step.tb_frame.f_code.co_filename).name == Path(name).name:
            line = step.tb_lineno
        step = step.tb_next
    return line
