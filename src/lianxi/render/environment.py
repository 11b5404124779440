"""The sandbox in which templates are filled in, and how values are written there."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    pass_eval_context,
)
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lianxi._version import __version__
from lianxi.render.error import Unfit, render_error
from lianxi.visible import visible
from lianxi.wording import flat, full_date, listed, numeral

_PACKED = Path(__file__).parents[1] / "templates"
_CHECKOUT = Path(__file__).parents[3] / "templates"
OWN = _PACKED if _PACKED.is_dir() else _CHECKOUT
"""The folder of lianxi's own templates."""
MOST = 4_000_000
"""So many characters at most are made by one sign of multiplication, or are a paper."""
_BITS = 4096
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?[A-Za-z0-9]+;))")
# What begins a heading, a list, a rule or an underlining, and what a log takes for a command.
_AT_START = re.compile(r"^([0-9]*)([.)](?<=[0-9].)(?=\s|$)|[#+-](?=[\s#-]|$)|=(?==*$)|:(?=:))")
_LINE_BREAK = re.compile(r"\s*\n\s*")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which no single step takes for ever: none of them could be stopped."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if _size(operator, left, right) > MOST:
            raise Unfit(f"“{operator}”算出来的太大")
        return super().call_binop(context, operator, left, right)


def filled(name: str, facts: Mapping[str, Any]) -> str:
    """Lianxi's own template ``name`` with its facts."""
    try:
        return environment(None).get_template(name).render(facts)
    except TemplateError as error:
        raise render_error(error, name, OWN) from error


def escape(text: str) -> str:
    """Text as Markdown that shows it unchanged on one line; control characters are shown, not obeyed."""
    line = _LINE_BREAK.sub(" ", visible(text).strip("\n"))
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))


@cache
def environment(house: BaseLoader | None) -> Sandbox:
    """The sandbox; what ``house`` has goes before lianxi's own."""
    own = FileSystemLoader(OWN)
    sandbox = Sandbox(
        loader=own if house is None else ChoiceLoader([house, own]),
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=_is_page,  # Markdown is escaped by _written
        bytecode_cache=_compiled() if house is None else None,
    )
    sandbox.filters |= {
        "顿号": listed,
        "月日": _month_day,
        "年月日": full_date,
        "一段": flat,
        "序数": numeral,
    }
    del sandbox.filters["random"], sandbox.globals["lipsum"]  # the same records give the same paper
    return sandbox


def _compiled() -> FileSystemBytecodeCache | None:
    """Where our own templates are kept compiled, as Python keeps modules: a sixth of an agenda's time.

    Nowhere, where nothing may be written. What a house brings is compiled anew each time.
    """
    place = OWN / "__pycache__"
    if sys.dont_write_bytecode or not os.access(place if place.is_dir() else OWN, os.W_OK):
        return None
    place.mkdir(exist_ok=True)
    made_by = Path(__file__).stat().st_mtime_ns  # what is compiled calls what stands here
    return FileSystemBytecodeCache(os.fspath(place), f"%s-{__version__}-{made_by:x}.cache")


def _is_page(name: str | None) -> bool:
    return name is not None and name.endswith(".html.j2")


@pass_eval_context
def _written(context: EvalContext, value: Any) -> Any:
    """A value as Markdown; on a page Jinja escapes what this gives, and leaves what is HTML already."""
    if value is None or value == "":
        raise Unfit("这里没有值可填")
    if context.autoescape:
        return value if hasattr(value, "__html__") else visible(str(value))
    return escape(value) if isinstance(value, str) else str(value)


def _month_day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _size(operator: str, left: Any, right: Any) -> int:
    """How large the product or the power becomes, in characters, items or bits; 0 where it stays small."""
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * (right if operator == "**" else 1) + right.bit_length()
        return MOST + 1 if bits > _BITS else 0
    for many, times in ((left, right), (right, left)):
        if isinstance(many, (str, bytes, list, tuple)) and isinstance(times, int):
            return len(many) * times
    return 0
