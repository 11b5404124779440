"""Records as different hands write them: the same data, drawn by hypothesis in one style or another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[Any], Any]
_COMMENTS = ("", "", "", "  # 附注", "    # 2月补记", " #")
_BETWEEN = ("", "", "", "\n", "# 顶格的注释\n", "\n# 空一行再注\n\n")


@st.composite
def handwritten(draw: Draw, data: dict[str, Any]) -> str:
    """``data`` as YAML, in a style of its own."""
    hand = _Hand(draw)
    text = "".join(draw(st.sampled_from(_BETWEEN)) + hand.keyed(key, value, 0) for key, value in data.items())
    if draw(st.booleans()) and "|+" not in text:
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if draw(st.booleans()) else "") + text


class _Hand:
    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.step = draw(st.sampled_from((2, 2, 4)))
        self.dash = draw(st.sampled_from((0, 2, 2, 4)))
        self.gap = draw(st.sampled_from((1, 1, 8)))

    def keyed(self, key: str, value: Any, column: int) -> str:
        """One key with its value, and what is written behind and below it."""
        margin = " " * column + key + ":"
        note = self.draw(st.sampled_from(_COMMENTS))
        if value in (None, [], {}):
            word = {None: ("", " null", " ~"), "list": ("", " []", "   []"), "dict": ("", " {}")}
            kind = None if value is None else type(value).__name__
            return f"{margin}{self.draw(st.sampled_from(word[kind]))}{note}\n"
        if isinstance(value, dict | list) and self.draw(st.integers(0, 3)) == 0 and flat(value):
            return f"{margin} {self.flow(value)}{note}\n"
        if isinstance(value, dict):
            inner = "".join(self.keyed(k, v, column + self.step) for k, v in value.items())
            return f"{margin}{note}\n{inner}"
        if isinstance(value, list):
            return f"{margin}{note}\n" + "".join(self.item(entry, column + self.dash) for entry in value)
        if isinstance(value, str) and ("\n" in value or self.draw(st.integers(0, 4)) == 0):
            return self.prose(margin, value, column, note)
        return f"{margin}{' ' * self.gap}{self.scalar(value)}{note}\n"

    def item(self, value: Any, column: int) -> str:
        """One entry of a list."""
        above = self.draw(st.sampled_from(("", "", "", " " * column + "# 上面的注释\n", "\n")))
        if isinstance(value, dict) and value:
            if self.draw(st.integers(0, 3)) == 0 and flat(value):
                return f"{above}{' ' * column}- {self.flow(value)}\n"
            lines = "".join(self.keyed(k, v, column + 2) for k, v in value.items())
            return f"{above}{' ' * column}- {lines[column + 2 :]}"
        return f"{above}{' ' * column}- {self.scalar(value)}\n"

    def prose(self, margin: str, value: str, column: int, note: str) -> str:
        """A text below a bar, with one blank line below it or none."""
        ended = value.endswith("\n")
        bar = "|" if ended else "|-"
        body = value.removesuffix("\n").split("\n")
        lines = "".join(f"{' ' * (column + self.step)}{line}\n" if line else "\n" for line in body)
        return f"{margin} {bar}{note}\n{lines}{self.draw(st.sampled_from(('', '', chr(10))))}"

    def scalar(self, value: Any) -> str:
        """A value on one line, in quotes or without."""
        if not isinstance(value, str):
            return str({True: "true", False: "false"}.get(value, value))
        return str(self.draw(st.sampled_from(("{}", "{}", '"{}"', "'{}'"))).format(value))

    def flow(self, value: Any) -> str:
        """A mapping or list in brackets, its blanks uneven."""
        gaps = st.sampled_from(("", " ", "  "))
        if isinstance(value, dict):
            parts = [f"{key}: {self.flow(item)}" for key, item in value.items()]
            opening, closing = "{}"
        elif isinstance(value, list):
            parts, (opening, closing) = [self.flow(item) for item in value], "[]"
        else:
            return self.scalar(value)
        comma = f"{self.draw(gaps)}, {self.draw(gaps)}"
        return f"{opening}{self.draw(gaps)}{comma.join(parts)}{self.draw(gaps)}{closing}"


def flat(value: Any) -> bool:
    """Whether it can stand in brackets on one line: no text of several lines, nothing deep."""
    if isinstance(value, dict):
        return all(flat(item) for item in value.values())
    if isinstance(value, list):
        return all(flat(item) for item in value)
    return value is not None and "\n" not in str(value)
