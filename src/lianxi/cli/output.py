"""Prints a report to a person or a pipe, or writes it to a file."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from lianxi import visible
from lianxi.atomic import replace_file
from lianxi.cli.refusal import BROKEN, CLEAN, FOUND, MISUSED, Refusal
from lianxi.system import in_chinese

Gate = Callable[[str], str]
"""Gives a text back, or refuses it where it holds what its audience may not see."""
REPORT, LIST = ("md", "json"), ("md", "json", "csv")
PAPER, PAPER_OR_LIST = ("md", "json", "docx"), ("md", "json", "csv", "docx")
"""What a command writes into files, by their endings."""
_NO_TEXT = {"csv", "doc", "docx", "htm", "html", "ics", "json", "odt", "pdf", "wps", "xls", "xlsm", "xlsx"}
"""Endings that promise something else than Markdown."""


def chosen_format(asked: str | None, output: Path | None, offered: tuple[str, ...] = REPORT) -> str:
    """text for a terminal, md for a pipe or a file, unless one is asked for or the file's name says it.

    Raises ``Refusal`` where the name promises what the command does not write.
    """
    ending = "" if output is None or output.is_dir() else output.suffix.lower().removeprefix(".")
    if ending in _NO_TEXT and ending not in offered:
        known = "、".join(f".{name}" for name in offered)
        raise Refusal(f"“{output}”：这条命令写不了 .{ending} 文件，写得了的有 {known}；换一个文件名")
    if asked is None:
        named = ending if ending in _NO_TEXT else "md"
        return named if output is not None else "text" if sys.stdout.isatty() else "md"
    if ending and (asked == "docx") != (ending == "docx"):
        raise Refusal(f"--format {asked} 写出来的不是 .{ending} 文件；去掉 --format，或者换一个文件名")
    return asked


def chosen_audience(asked: str | None, output: Path | None) -> str:
    """A person at a terminal sees everything; what is written or passed on is for the member units."""
    from lianxi.disclosure import INTERNAL, MEMBERS

    if asked is not None:
        return asked
    return INTERNAL if output is None and sys.stdout.isatty() else MEMBERS


def as_json(facts: Any) -> str:
    """Facts as JSON, days in ISO form, the same bytes for the same facts."""
    data = facts if isinstance(facts, dict) else dataclasses.asdict(facts)
    data = {"version": 1, "as_of": data.pop("today"), **data}
    return visible.as_json(data, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def tell(
    facts: Any, template: str, name: str, format_: str, output: Path | None, house: Path | None, gate: Gate
) -> None:
    """Give a report whose template calls its facts ``name``, through the ``gate`` of its audience."""
    from lianxi.render import render

    text = as_json(facts) if format_ == "json" else render(template, {name: facts}, house)
    emit(gate(text), format_, output)


def emit(text: str, format_: str, output: Path | None) -> None:
    """Show ``text`` on the screen, pass it on, or write the file; a Word file is made from its Markdown."""
    if format_ == "docx":
        from lianxi.documents.word import docx

        hand_over(docx(text), output, "文件.docx")
    elif output is not None:
        write_file(output, text.encode("utf-8"))
    elif format_ == "text":
        from lianxi.cli.screen import show

        show(text)
    else:
        sys.stdout.write(text)


def say(line: str, *, err: bool = False) -> None:
    """One line beside the report itself."""
    (sys.stderr if err else sys.stdout).write(f"{visible.inert(visible.visible(line))}\n")


def hand_over(data: bytes, output: Path | None, example: str) -> None:
    """Give a file that no screen can show; ``example`` is a name for it."""
    if output is not None:
        write_file(output, data)
    elif sys.stdout.isatty():
        raise Refusal(f"这是一个文件，屏幕上看不了；加上 -o 文件名，如 -o {example}")
    else:
        sys.stdout.buffer.write(data)


def write_file(path: Path, data: bytes) -> None:
    """Replace the file at once or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        code = MISUSED if path.is_dir() else BROKEN
        raise Refusal(f"写不了文件“{path}”：{in_chinese(error)}；请换一个位置", code) from error


def finish(unread: int) -> int:
    """The exit code of a report, which says when it had to leave records out."""
    if not unread:
        return CLEAN
    sys.stderr.write(f"{unread} 条记录未计入：读不出来，运行 lianxi check 看原因\n")
    return FOUND
