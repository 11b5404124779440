"""What may have been mistyped on a line: a colon, a dash, a quote, a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianxi.fault import Place
from lianxi.source.plain import quoted
from lianxi.source.slip import WIDE, Slip

_LONGEST = 1000
"""No one types a longer line by hand."""
HEAD = rf"(?P<head>[ {WIDE}]*(?:-[ ]+)*)"
_KEYED = re.compile(
    HEAD + r"(?P<quote>[\"“'‘]?)(?P<key>[A-Za-z_][A-Za-z_0-9]*)[\"”'’]?"
    rf"(?P<sign>[ ]*(?:[：:;；,，.。、=][ {WIDE}]*|[ {WIDE}]+|(?=[^\x00-\x7f]|[|](?:\s|$))))(?P<value>.*)"
)
_GLUED = re.compile(HEAD + r"(?P<key>[a-z_]+)(?P<value>[0-9A-Z].*)")
_DASH = re.compile(rf"(?P<indent>[ ]*)(?P<sign>--?|[–—－−─•·*+]{{1,2}})(?P<space>[ {WIDE}]*)(?P<rest>.+)")
_VALUE = re.compile(HEAD + r"(?P<key>[A-Za-z_0-9]+:[ ]+|)(?P<value>[^ ].*?)(?P<comment>\s+#(?:\s.*)?)?$")
_LISTED = re.compile(HEAD + r"(?P<key>[A-Za-z_0-9]+):[ ]+(?P<value>-[ ].*)$")
_LIST = str.maketrans("【】［］", "[][]")
_MAPPING = str.maketrans("｛｝", "{}")
_OPENS = {"[": "]", "{": "}"}
_ODD = frozenset("*&!%@`|>[]{}\"'?,#")


def typed_slips(lines: list[str], numbers: list[int]) -> Iterator[Slip]:
    """What may have been mistyped on each of these lines: a colon, a dash, a quote, a bracket."""
    numbers = [number for number in numbers if len(lines[number - 1]) < _LONGEST]
    for number in numbers:
        yield from colons(lines[number - 1], number)
        yield from dashes(lines[number - 1], number)
    for number in numbers:
        yield from _values(lines[number - 1], number)


def colons(line: str, number: int) -> Iterator[Slip]:
    """The key of a line with another sign behind it than a colon and a space."""
    found = _KEYED.match(line)
    if found is None:
        if glued := _GLUED.match(line):
            now = f"{glued['head']}{glued['key']}: {glued['value']}"
            hints = {"lost": "colon", "key": glued["key"]}
            yield Slip("not_yaml", number, glued.start("key") + 1, now, hints=hints)
        return
    sign, bare = found["sign"], found["sign"].strip(" " + WIDE)
    if bare == ":" and not set(sign) & set(WIDE) and (sign != ":" or not found["value"]):
        return
    head = found["head"] if not set(found["head"]) & set(WIDE) else ""
    now = f"{head}{found['key']}: {found['value']}".rstrip()
    column = found.start("sign") + len(sign) - len(sign.lstrip(" ")) + 1
    if bare == "：":
        yield Slip("full_width_colon", number, column, now)
    elif bare == ":":
        wide = bool(set(sign) & set(WIDE))
        yield Slip("tab" if wide else "missing_space", number, column + wide, now)
    elif bare:
        yield Slip("wrong_colon", number, column, now, hints={"key": found["key"], "sign": bare})
    else:
        yield Slip(
            "not_yaml", number, found.start("key") + 1, now, hints={"lost": "colon", "key": found["key"]}
        )


def dashes(line: str, number: int) -> Iterator[Slip]:
    """An item of a list with another sign before it than a dash and a space."""
    found = _DASH.match(line)
    if found is None or (found["sign"] == "-" and found["space"] == " "):
        return
    now = f"{found['indent']}- {found['rest']}"
    column = found.start("sign") + 1
    if found["sign"] == "-":
        yield Slip("tab" if found["space"] else "missing_space", number, column, now)
    else:
        yield Slip("wrong_dash", number, column, now, len(found["sign"]), {"sign": found["sign"]})


def _values(line: str, number: int) -> Iterator[Slip]:
    """A value that needs quotes, or whose brackets are not those of YAML."""
    found = _VALUE.match(line)
    if found is None:
        return
    before, value, comment = line[: found.start("value")], found["value"], found["comment"] or ""
    column = found.start("value") + 1
    whole = {"text": value, "over": Place(number, column, len(value))}
    straight = _straightened(value)
    if straight != value and straight[:1] in _OPENS:
        at = next(index for index, char in enumerate(value) if char != straight[index])
        now = before + re.sub(r"([,:])(?=[^\s:,])", r"\1 ", straight) + comment
        yield Slip("wide_flow", number, column + at, now)
    if value[:1] in _ODD and value not in {"|", ">"}:
        closed = value[:1] in {"[", "{"} and _OPENS[value[0]] not in value
        kind = "not_plain" if value[0] in "*&!?" else "bad_start"
        if not closed and not _is_unclosed(value):
            yield Slip(kind, number, column, before + quoted(value) + comment, hints=whole)
        elif closed:
            yield Slip(
                kind, number, column, before + value + _OPENS[value[0]] + comment, hints={"text": value}
            )
        else:
            yield Slip(kind, number, column, before + value + value[0] + comment, hints={"text": value})
    listed = _LISTED.match(line)
    if listed:
        indent = " " * (len(listed["head"]) + 2)
        now = f"{listed['head']}{listed['key']}:\n{indent}{listed['value']}"
        yield Slip("not_yaml", number, listed.start("value") + 1, now, hints={"lost": "line"})
    elif re.search(r":(?: |$)", value):
        now = before + quoted(value) + comment
        yield Slip("not_yaml", number, column, now, len(value), {"lost": "quotes"})


def _straightened(value: str) -> str:
    """A list or mapping on one line with the brackets, commas and colons of YAML."""
    if value[:1] in "[【［":
        return re.sub(r"[，、](?![^（(]*[）)])", ",", value.translate(_LIST))
    if value[:1] not in "{｛":
        return value
    colons = re.sub(r"(?<=[a-z_])：", ":", value.translate(_MAPPING))
    return re.sub(r"[，、；;](?=\s*[a-z_]+:)", ",", colons)


def _is_unclosed(value: str) -> bool:
    return value[0] in "\"'" and value.count(value[0]) % 2 == 1


def opens_quote(line: str) -> bool:
    """Whether a value begins with a quote that does not close on its line."""
    found = _VALUE.match(line) if '"' in line or "'" in line else None
    return found is not None and _is_unclosed(found["value"])
