"""The command line's own words in Chinese: help pages and usage errors."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from lianxi.cli.commands import COMMANDS, FOR
from lianxi.near import near
from lianxi.width import padded, width

_GAP = 2


class ChineseCommand(TyperCommand):
    """A command whose help page is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The whole page, ready to print."""
        return _page(self, ctx, {})


class ChineseGroup(TyperGroup):
    """A command that consists of others, with the list of them."""

    def named(self) -> dict[str, list[tuple[str, str]]]:
        """The commands that are shown, each with the first line of its page, by what they are for."""
        shown = {name: each for name, each in self.commands.items() if not each.hidden}
        return {"命令": [(name, (each.help or "").partition("\n")[0]) for name, each in shown.items()]}

    def get_help(self, ctx: Any) -> str:
        """The whole page, ready to print."""
        return _page(self, ctx, self.named())


class TopGroup(ChineseGroup):
    """The command ``lianxi``: each of the others is loaded when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - click asks so
        """Their names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - click asks so
        """The one of that name, or ``None``."""
        listed = COMMANDS.get(cmd_name)
        if listed is None:
            return None
        module, name = listed.written.split(".")
        written = getattr(import_module(f"lianxi.cli.{module}"), name)
        if isinstance(written, typer.Typer):
            return typer.main.get_group(written)
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(cmd_name, cls=ChineseCommand)(written)
        return typer.main.get_command(alone)

    def named(self) -> dict[str, list[tuple[str, str]]]:
        return {name: [(each.name, each.line) for each in group] for name, group in FOR.items()}


def _page(command: Any, ctx: Any, commands: dict[str, list[tuple[str, str]]]) -> str:
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
    for heading, rows in (("参数", arguments), ("选项", options)):
        if rows:
            parts += ["", f"{heading}：", *_table(rows)]
    longest = max((len(name) for rows in commands.values() for name, _ in rows), default=0)
    for heading, rows in commands.items():
        parts += ["", f"{heading}：", *_table(rows, longest)]
    return "\n".join(parts)


def _indented(text: str) -> list[str]:
    return ["", *(f"  {line}".rstrip() for line in text.strip().splitlines())] if text else []


def _table(rows: list[tuple[str, str]], longest: int = 0) -> Iterable[str]:
    wide = max(longest, *(width(name) for name, _ in rows)) + _GAP
    return [f"  {padded(name, wide)}{text}".rstrip() for name, text in rows]


def usage_line(error: Any) -> str:
    """What was written wrongly, and what can be written instead."""
    kind = type(error).__name__
    path = error.ctx.command_path if error.ctx is not None else "lianxi"
    line = _what_is_wrong(error, kind, _names(error))
    return f"{line}{'' if line.endswith('？') else '；'}看写法：{path} --help"


def _names(error: Any) -> list[str]:
    """The commands that could have been written there."""
    group = error.ctx.command if error.ctx is not None else None
    return (
        [name for rows in group.named().values() for name, _ in rows]
        if isinstance(group, ChineseGroup)
        else []
    )


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
        meant = near(name, commands)
        ask = f"，是否想写 {meant}？" if meant else f"；可用的命令：{'、'.join(commands)}"
        return f"没有命令“{name}”{ask}"
    if "unexpected extra argument" in message:
        extra = message[message.rfind("(") + 1 : message.rfind(")")]
        return f"多写了：{extra}"
    return f"命令写错了（{message}）"
