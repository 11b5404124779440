"""The command line's own words in Chinese: help pages and usage errors."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup

from lianxi.width import padded, width

_GAP = 2


class ChineseCommand(TyperCommand):
    """A command whose help page is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The whole page, ready to print."""
        return _page(self, ctx, [])


class ChineseGroup(TyperGroup):
    """The top command, with the list of the others."""

    def get_help(self, ctx: Any) -> str:
        """The whole page, ready to print."""
        rows = [(name, command.help or "") for name, command in self.commands.items() if not command.hidden]
        return _page(self, ctx, [(name, help_.splitlines()[0]) for name, help_ in rows])


def _page(command: Any, ctx: Any, commands: list[tuple[str, str]]) -> str:
    arguments, options = [], []
    for param in command.get_params(ctx):
        if param.param_type_name == "argument":
            arguments.append((param.metavar or param.name, param.help or ""))
        elif param.name == "help":
            options.append(("--help", "显示本页"))
        elif not param.hidden:
            names = "、".join(param.opts)
            value = "" if param.is_flag else f" {param.metavar or '值'}"
            options.append((names + value, param.help or ""))
    words = [ctx.command_path, *(f"[{name}]" for name, _ in arguments)]
    words += ["[命令]"] if commands else []
    parts = [f"用法：{' '.join(words)} [选项]", *_indented(command.help or "")]
    for heading, rows in (("参数", arguments), ("选项", options), ("命令", commands)):
        if rows:
            parts += ["", f"{heading}：", *_table(rows)]
    return "\n".join(parts)


def _indented(text: str) -> list[str]:
    return ["", *(f"  {line}".rstrip() for line in text.strip().splitlines())] if text else []


def _table(rows: list[tuple[str, str]]) -> Iterable[str]:
    longest = max(width(name) for name, _ in rows) + _GAP
    return [f"  {padded(name, longest)}{text}".rstrip() for name, text in rows]


def usage_line(error: Any, commands: Iterable[str]) -> str:
    """What was written wrongly, and what can be written instead."""
    kind = type(error).__name__
    path = error.ctx.command_path if error.ctx is not None else "lianxi"
    line = _what_is_wrong(error, kind, list(commands))
    return f"{line}{'' if line.endswith('？') else '；'}看写法：{path} --help"


def _what_is_wrong(error: Any, kind: str, commands: list[str]) -> str:
    if kind == "NoSuchOption":
        meant = f"，是否想写 {error.possibilities[0]}？" if error.possibilities else ""
        return f"没有选项“{error.option_name}”{meant}"
    if kind == "MissingParameter":
        name = error.param.metavar or error.param.name if error.param is not None else ""
        return f"缺少{name}"
    if kind == "BadOptionUsage":
        return f"选项“{error.option_name}”后面要写一个值"
    if kind == "BadParameter":
        return _bad_value(error)
    return _other(error, commands)


def _bad_value(error: Any) -> str:
    name = error.param.opts[0] if error.param is not None else ""
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    if choices:
        written = str(error.message).split("'")[1] if "'" in str(error.message) else ""
        return f"{name} 不能写“{written}”，可以写：{'、'.join(choices)}"
    return f"{name} 写错了：{error.message}"


def _other(error: Any, commands: list[str]) -> str:
    message = str(error.message)
    if message.startswith("No such command") and "'" in message:
        name = message.split("'")[1]
        meant = get_close_matches(name, commands, 1)
        ask = f"，是否想写 {meant[0]}？" if meant else f"；可用的命令：{'、'.join(commands)}"
        return f"没有命令“{name}”{ask}"
    if "unexpected extra argument" in message:
        extra = message[message.rfind("(") + 1 : message.rfind(")")]
        return f"多写了：{extra}"
    return f"命令写错了（{message}）"
