"""Writes a hook that calls lianxi, and leaves alone what somebody else has put in its place."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from lianxi.cli.output import say, write_file
from lianxi.cli.refusal import CLEAN, FOUND

if TYPE_CHECKING:
    from lianxi.git import Repository

_MARK = "# lianxi hooks install"
_SCRIPT = """\
#!/bin/sh
{mark}：{what}。
# 要改就再运行一次 lianxi hooks install；不要了就删去这个文件。
unset LIANXI_RECORDS
PYTHONUTF8=1
export PYTHONUTF8
if ! {python} -P -c 'import lianxi' 2>/dev/null; then
  echo {gone} >&2
  exit 3
fi
exec {call} -- "$@"
"""
"""``-P``: what is committed as ``lianxi`` or ``typer.py`` is not run, though Git starts hooks beside it."""
_KEPT = (
    'given=$(mktemp) && cat > "$given" && {call} -- "$@" < "$given" && exec < "$given" && rm -f "$given"'
    ' || {{ code=$?; rm -f "$given"; exit "$code"; }}'
)
"""What Git gives a hook to read can be read once: it is kept for the rest of a hook that reads it too."""
_READING = ("pre-push", "pre-receive")
_RUNNABLE = 0o755
_WHAT = {
    "pre-commit": "提交以前检查记录",
    "pre-push": "推送以前检查记录",
    "pre-receive": "收下推送以前检查记录",
}


def install(repository: Repository, name: str, words: list[str]) -> int:
    """Write the hook ``name``, which runs lianxi with ``words``; the exit code."""
    folder, shared = repository.own_hooks_folder, repository.hooks_folder
    path = folder / name
    if shared.resolve() != folder.resolve():
        why = f"这里的钩子按 core.hooksPath 放在 {shared}，可能与别人共用"
    elif path.is_symlink() or (path.exists() and not _is_ours(path)):
        why = f"已有别的钩子 {path}"
    else:
        return _written(path, name, _script(path, name, words))
    say(f"{why}，没有动它；{_advice(name, words)}", err=True)
    return FOUND


def _written(path: Path, name: str, script: bytes) -> int:
    fresh = not path.exists()
    if fresh or path.read_bytes() != script:
        write_file(path, script)
    path.chmod(_RUNNABLE)
    say(f"{'已装好' if fresh else '已是最新的'} {path}：{_WHAT[name]}")
    return CLEAN


def _is_ours(path: Path) -> bool:
    return path.is_file() and _MARK.encode() in path.read_bytes()


def _script(path: Path, name: str, words: list[str]) -> bytes:
    python = _python()
    gone = (
        f"lianxi：{python} 不在了，或者里面没有 lianxi，没有检查，先不放行。"
        f"重新装好 lianxi，再运行 lianxi hooks install；不用检查的，删去 {path.as_posix()}"
    )
    text = _SCRIPT.format(
        mark=_MARK, what=_WHAT[name], python=quote(python), gone=quote(gone), call=_call(name, words)
    )
    return text.encode("utf-8", "surrogateescape")


def _advice(name: str, words: list[str]) -> str:
    """What another hook has to hold."""
    call = _call(name, words)
    if name not in _READING:
        return f'请在它的 {name} 里加一行：\n{call} -- "$@" || exit'
    return f"请在它的 {name} 的开头（#! 那一行下面）加一行：\n{_KEPT.format(call=call)}"


def _call(name: str, words: list[str]) -> str:
    return " ".join(map(quote, [_python(), "-P", "-m", "lianxi", "hooks", "run", name, *words]))


def _python() -> str:
    """The interpreter that runs lianxi now, as the shell of Git writes it, on Windows too."""
    return Path(sys.executable).as_posix()
