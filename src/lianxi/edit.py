"""The only writer of records: finds the place, splices the bytes, re-reads, replaces atomically."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from lianxi.atomic import replace_file
from lianxi.finding import Mend
from lianxi.mending import mended
from lianxi.source import read
from lianxi.source.nodes import Node, compose

_DASH = 2


class EditError(Exception):
    """Why a record was left as it is, in Chinese."""


def append_to_list(path: Path, key: str, items: list[dict[str, Any]]) -> None:
    """Add ``items`` to the top-level list ``key`` of a record; every other byte stays.

    Raises ``EditError`` where the file cannot be read, or its list is written on one line.
    """
    raw = path.read_bytes()
    before = read(raw)
    if not isinstance(before.data, dict):
        raise EditError("文件读不出来，运行 lianxi check 看原因")
    text = raw.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    changed = _spliced(text, key, items, newline)
    after = read(changed.encode("utf-8"))
    if after.data != {**before.data, key: [*(before.data.get(key) or []), *items]}:
        raise EditError(f"没有把握把内容加到 {key} 里，请手工补写")
    replace_file(path, changed.encode("utf-8"))


def mend_file(path: Path, mends: Iterable[Mend]) -> bool:
    """Put ``mends`` into a file, readable or not; whether that has changed it.

    Raises ``EditError`` where a file that could be read no longer could.
    """
    raw = path.read_bytes()
    changed = mended(raw.decode("utf-8"), mends).encode("utf-8")
    if changed == raw:
        return False
    if read(raw).data is not None and read(changed).data is None:
        raise EditError("没有把握改好，请照 lianxi check 的提示手工改")
    replace_file(path, changed)
    return True


def _spliced(text: str, key: str, items: list[dict[str, Any]], newline: str) -> str:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    root = compose(text.removeprefix("\ufeff").replace("\r\n", "\n"))[0]
    node = root.children.get(key) if root is not None else None
    if root is None or node is None:
        return "".join([*lines, f"{key}:{newline}", *_block(items, _DASH, newline)])
    if node.children and root.keys[key].start.line == node.start.line:
        raise EditError(f"{key} 写成了一行，请先改成一项一行（每项前面一个“- ”）再运行")
    dash = node.start.column if node.children else _DASH
    if not node.children:
        lines[node.start.line] = _without_value(lines[node.start.line], node)
    end = _end_of(key, root, lines)
    return "".join([*lines[:end], *_block(items, dash, newline), *lines[end:]])


def _without_value(line: str, node: Node) -> str:
    """``agenda: []  # …`` without its empty value."""
    if node.start.index == node.end.index:
        return line
    return line[: node.start.column].rstrip(" ") + line[node.end.column :]


def _end_of(key: str, root: Node, lines: list[str]) -> int:
    """The line behind the last one that belongs to ``key``: comments at the margin come after it."""
    start = root.keys[key].start.line
    following = [other.start.line for other in root.keys.values() if other.start.line > start]
    end = min(following, default=len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _block(items: list[dict[str, Any]], dash: int, newline: str) -> list[str]:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=dash + 2, offset=dash)
    yaml.width = 10_000
    out = io.StringIO()
    yaml.dump(items, out)
    return [line + newline for line in out.getvalue().splitlines()]
