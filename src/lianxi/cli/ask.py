"""Takes what a command needs from its options, or asks for it at the terminal."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from lianxi.cli.refusal import INTERRUPTED, Refusal
from lianxi.visible import inert, visible
from lianxi.wording import listed


class Unfit(Exception):
    """What a person wrote is no answer: why, in Chinese, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a command needs: its option, what it is called, and how an answer is read.

    ``read`` raises ``Unfit``. What has a ``default`` need not be answered; what is neither
    ``needed`` nor answered is ``None``. ``choices`` can be answered by their number. ``long``
    takes several lines.
    """

    option: str
    label: str
    read: Callable[[str], Any] = str
    needed: bool = True
    default: str | None = None
    choices: tuple[str, ...] = ()
    long: bool = False


def answers(questions: Iterable[Question], given: Mapping[str, str | None]) -> dict[str, Any]:
    """The answers by option: those ``given``, and the others' defaults.

    Where one that is needed was not given, a terminal is asked for all that were not; without
    a terminal it is a ``Refusal`` that names the options.
    """
    questions = list(questions)
    missing = [each for each in questions if each.needed and not given.get(each.option) and not each.default]
    taken = {each.option: _given(each, given[each.option]) for each in questions if given.get(each.option)}
    if missing and not _is_terminal():
        raise Refusal(_what_is_missing(missing))
    return _all_answered(questions, taken, "没有的直接回车") if missing else _rest(questions, taken)


def offered(questions: Mapping[str, Question], given: Mapping[str, str | None]) -> dict[str, Any]:
    """As ``answers``, by key, where everything may be left to be written later.

    A terminal is asked for what was not given, unless nothing that is needed is missing.
    """
    asked = list(questions.values())
    taken = {each.option: _given(each, given[each.option]) for each in asked if given.get(each.option)}
    open_ = any(each.needed and each.option not in taken and not each.default for each in asked)
    if open_ and _is_terminal():
        leave = [replace(each, needed=False) for each in asked]
        said = _all_answered(leave, taken, "先空着的直接回车")
    else:
        said = _rest(asked, taken)
    return {key: said[question.option] for key, question in questions.items()}


def _rest(questions: list[Question], taken: dict[str, Any]) -> dict[str, Any]:
    """What was not given has its default."""
    return {each.option: _default(each) for each in questions} | taken


def _all_answered(questions: list[Question], taken: dict[str, Any], skip: str) -> dict[str, Any]:
    """Ask for the rest, and show it as one line: what is typed is not lost if it is refused."""
    words = [*sys.argv[1:]]
    for each in questions:
        if each.option not in taken:
            taken[each.option], text = _asked(each, skip)
            words += [each.option, text] if text else []
    _show(f"写成一行就是：lianxi {shlex.join(words)}\n")
    return taken


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _what_is_missing(missing: list[Question]) -> str:
    words = listed(f"{each.option}（{each.label}）" for each in missing)
    first = missing[0]
    hint = f"；{first.option} 可以写：{listed(first.choices)}" if first.choices else ""
    return f"缺少 {words}{hint}"


def _given(question: Question, text: str | None) -> Any:
    try:
        return question.read((text or "").strip())
    except Unfit as wrong:
        raise Refusal(f"{question.option} {wrong}") from None


def _default(question: Question) -> Any:
    return question.read(question.default) if question.default else None


def _asked(question: Question, skip: str) -> tuple[Any, str]:
    """Ask until the answer can be read; the answer, and what was typed."""
    _show(_heading(question, skip))
    for number, choice in enumerate(question.choices, 1):
        _show(f"  {number} {choice}\n")
    while True:
        text = _typed(question)
        if not text:
            if question.default or not question.needed:
                return _default(question), ""
            _show("  要填\n")
            continue
        text = _chosen(text, question.choices)
        try:
            return question.read(text), text
        except Unfit as wrong:
            _show(f"  {wrong}\n")


def _heading(question: Question, skip: str) -> str:
    notes = []
    if question.long:
        notes.append("可以写几行，空一行结束")
    if question.default:
        notes.append(f"直接回车：{question.default}")
    elif not question.needed:
        notes.append(skip)
    if question.choices:
        notes.append("写名称或序号")
    return f"{question.label}（{'；'.join(notes)}）\n" if notes else f"{question.label}\n"


def _chosen(text: str, choices: tuple[str, ...]) -> str:
    number = int(text) if text.isdecimal() else 0
    return choices[number - 1] if 0 < number <= len(choices) else text


def _typed(question: Question) -> str:
    lines: list[str] = []
    while True:
        line = _line()
        if line or not lines:
            lines.append(line)
        if not question.long or not line:
            return "\n".join(lines).strip()


def _line() -> str:
    """One line, edited as the terminal edits it; the prompt goes where questions go."""
    with suppress(ImportError):
        import readline  # noqa: F401 - it lets ``input`` delete whole Chinese characters
    try:
        _show("> ")
        return input().strip()
    except EOFError:
        raise Refusal("没有写完，什么也没有改") from None
    except KeyboardInterrupt:
        raise Refusal("已中断，什么也没有改", INTERRUPTED) from None


def _show(text: str) -> None:
    sys.stderr.write(inert(visible(text)))
    sys.stderr.flush()
