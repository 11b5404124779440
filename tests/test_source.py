"""Reading: the fast way and the careful way agree, and nothing brings either down."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import SAMPLE, SAMPLE_DAY, TINY
from lianxi.book import load
from lianxi.check import check
from lianxi.fault import Place
from lianxi.source import Lines, read
from lianxi.source.careful import examine
from lianxi.source.guard import is_plain
from lianxi.tree import TextTree

RECORDS = [
    path.read_text(encoding="utf-8") for path in sorted([*SAMPLE.rglob("*.yaml"), *TINY.rglob("*.yaml")])
]
TASK = "tasks/2026/T-2026-001.yaml"
ODD = "\t &*!%@`?|>-:#,[]{}'\"~<.\n  0_x年：，　é\r\\"


def test_every_record_takes_the_fast_way() -> None:
    assert all(is_plain(text) for text in RECORDS)


@pytest.mark.parametrize("index", range(len(RECORDS)))
def test_both_ways_agree_on_every_record(index: int) -> None:
    data, faults = examine(RECORDS[index])
    assert not faults
    assert data == yaml_rs.loads(RECORDS[index], parse_datetime=False)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(RECORDS))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 12))
        piece = draw(st.one_of(st.text(ODD, max_size=6), st.sampled_from(text.splitlines(keepends=True))))
        text = text[:at] + piece + text[at + cut :]
    return text


def same(left: Any, right: Any) -> bool:
    if isinstance(left, float) and isinstance(right, float):
        return left == right or (math.isnan(left) and math.isnan(right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(same(a, b) for a, b in zip(left, right, strict=True))
    if isinstance(left, str) and isinstance(right, str):
        # A block scalar without content is "\n" to one parser and "" to the other, and an
        # over-indented blank line above one is text only to the first: fields are stripped.
        return left.strip() == right.strip()
    return type(left) is type(right) and left == right


def with_a_line_more(text: str) -> Iterator[str]:
    """``text`` with one line more, deeper than the one above it."""
    rows = text.splitlines()
    for index, row in enumerate(rows):
        indent = len(row) - len(row.lstrip())
        for deeper in (1, 2, 4):
            for line in ("续写", "- 续写", "abc"):
                yield "\n".join([*rows[: index + 1], " " * (indent + deeper) + line, *rows[index + 1 :]])


@pytest.mark.parametrize("path", ["tasks/2026/T-2026-001.yaml", "meetings/2026/M-2026-02.yaml"])
def test_a_line_that_is_joined_to_the_one_above_never_takes_the_fast_way(path: str) -> None:
    found = 0
    for text in with_a_line_more((TINY / path).read_text(encoding="utf-8")):
        if is_plain(text):
            assert not any(fault.kind == "continued_line" for fault in examine(text)[1]), text
        else:
            found += 1
    assert found > 50


@pytest.mark.parametrize(
    "text",
    [
        'a: "甲\n  乙"\n',
        "a: '甲\n  乙'\n",
        "a: [甲,\n  乙]\n",
        "a: {b: 甲,\n  c: 乙}\n",
        "a: |\n  甲\n  乙\n",
        "a: >\n  甲\n  乙\n",
        "a:\n  甲\n",
        "a: # 说明\n  甲\n",
    ],
)
def test_text_may_run_over_its_line_where_it_says_so(text: str) -> None:
    assert read(text.encode()).faults == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 甲\n 乙\n", 2),
        ("a: 甲\n\n  乙\n", 3),
        ("a: [甲\n  乙]\n", 2),
        ("z: 1\na:\n  - b: 甲\n     乙\n", 4),
        ("z: 1\na:\n  - 甲\n    - 乙\n", 4),
    ],
)
def test_a_line_that_is_joined_to_the_one_above_is_told(text: str, line: int) -> None:
    (fault,) = read(text.encode()).faults
    assert fault.kind == "continued_line"
    assert fault.place is not None
    assert fault.place.line == line


@pytest.mark.parametrize("text", ["a:\n  甲\n  乙\n", "a: # 说明\n  甲\n  乙\n"])
def test_a_long_text_without_its_bar_is_told_at_its_key(text: str) -> None:
    (fault,) = read(text.encode()).faults
    assert (fault.kind, fault.place) == ("lost_bar", Place(1, 1))


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_the_fast_way_reads_what_the_careful_way_reads(text: str) -> None:
    text = text.replace("\r\n", "\n")
    if not is_plain(text):
        return
    try:
        fast = yaml_rs.loads(text, parse_datetime=False)
    except yaml_rs.YAMLDecodeError:
        return
    careful, faults = examine(text)
    if any(fault.kind != "cut_comment" for fault in faults):
        return  # the careful way refuses more, and says so
    assert same(fast, careful), text


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.binary(max_size=400), mutated().map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_data_or_faults(raw: bytes) -> None:
    source = read(raw)
    assert isinstance(source.data, dict) or source.faults
    lines = Lines(raw)
    for fault in source.faults:
        place = fault.place or lines.place(fault.loc)
        assert place.line >= 1
        assert place.column >= 1


HOSTILE = {
    "brackets": "a: " + "[" * 60000,
    "closed brackets": "a: " + "[" * 20000 + "]" * 20000,
    "braces": "a: " + "{a: " * 15000,
    "dashes": "- " * 30000 + "a",
    "deep": "".join(" " * n + "a:\n" for n in range(350)),
    "colons": "a" + ": " * 30000,
    "colon run": "a" + ":" * 60000,
    "alias bomb": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(2000)),
    "merge chain": "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n}\n  <<: *a\n" for n in range(2000)),
    "many keys": "".join(f"k{n}: 1\n" for n in range(7000)),
    "long line": "a: " + "好" * 20000,
    "digits": "a: " + "9" * 60000,
    "quotes": "a: '" + "''" * 30000,
    "question marks": "? " * 30000,
    "tabs": "a:\n" + "\t" * 60000,
    "hashes": "a: b" + " #x" * 20000,
    "blank block": "a: |\n" + " \n" * 30000,
    "many documents": "---\na: 1\n" * 6000,
    "tabs in a text": "a: 'x" + "\t #x" * 15000 + "'",
    "tabs in a comment": "a: 1 # " + "\t" * 60000,
    "cut sentences": "".join(f"a{n}: b #x\n" for n in range(5000)),
    "odd quotes": "".join(f'a{n}: b"\n' for n in range(5000)),
    "wide colons": "a：b\n" * 9000,
    "no spaces": "".join(f"k{n}:1\n" for n in range(7000)),
    "continued lines": "a: b\n" + "  续\n" * 9000,
    "faulty entries": "id: T-2026-001\nreports:\n" + "  - date: 2026/1/1\n    by: x\n    text: 1\n" * 1400,
    "strange units": "id: T-2026-001\ntitle: 甲\nlead: 一局\nmeasure: 乙\nsupport:\n"
    + "".join(f"  - 市{n}局\n" for n in range(4000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_goes_the_whole_way_quickly(name: str) -> None:
    raw = HOSTILE[name].encode("utf-8")[: 64 * 1024]
    mechanism = (SAMPLE / "mechanism.yaml").read_bytes()
    check(load(TextTree({"mechanism.yaml": mechanism})), SAMPLE_DAY)  # what is built once
    start = time.process_time()
    source = read(raw)
    Lines(raw).place(("a",))
    assert isinstance(source.data, dict) or source.faults
    assert check(load(TextTree({"mechanism.yaml": mechanism, TASK: raw})), SAMPLE_DAY)
    assert time.process_time() - start < 1.5  # five times the goal: these machines are noisy


def test_places_are_found_by_key_and_by_value() -> None:
    raw = Path(TINY / "tasks/2026/T-2026-003.yaml").read_bytes()
    lines = Lines(raw)
    place = lines.place(("extensions", 0, "new_due"))
    assert lines.line(place.line)[place.column - 1 :][: place.width] == "2026-05-08"
    key = lines.place(("extensions", 0, "new_due"), at_key=True)
    assert lines.line(key.line)[key.column - 1 :][: key.width] == "new_due"
    absent = lines.place(("extensions", 0, "nothing"))  # told at the head of the entry it is missing from
    assert lines.line(absent.line)[absent.column - 1 :].startswith("requested_on")
