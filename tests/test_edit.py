"""Writing: one place changes, every other byte stays."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from conftest import SAMPLE, TINY
from hands import handwritten
from lianxi.edit import (
    Append,
    Change,
    EditError,
    Fill,
    Replace,
    append_to_list,
    edit_record,
    rewrite,
    write_new,
)
from lianxi.edit.change import applied, same
from lianxi.edit.lock import locked
from lianxi.edit.splice import spliced
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Task
from lianxi.source import read

MEETING = (TINY / "meetings/2026/M-2026-02.yaml").read_text(encoding="utf-8")
TASK = (TINY / "tasks/2026/T-2026-003.yaml").read_text(encoding="utf-8")
ITEM = {"no": 3, "category": "协商解决重大问题", "issue": "I-2026-002", "attending": ["东县政府", "二局"]}
REPORT = {"date": "2026-05-06", "by": "东县政府", "text": "值守人员增加到四人。"}


def record(tmp_path: Path, name: str, text: str | bytes) -> Path:
    folder = {"M": "meetings", "T": "tasks", "I": "issues"}[name[0]]
    path = tmp_path / "records" / folder / "2026" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def data(text: str) -> Any:
    return yaml_rs.loads(text.removeprefix("\ufeff"), parse_datetime=False)


def removed(before: str, after: str) -> str:
    """``before`` must be ``after`` with one piece taken out; that piece."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    end = len(after) - (len(before) - start)
    assert before == after[:start] + after[end:]
    return after[start:end]


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    path = record(tmp_path, "M-2026-02", MEETING)
    append_to_list(path, "agenda", [ITEM])
    after = path.read_text(encoding="utf-8")
    added = removed(MEETING, after)
    assert "I-2026-002" in added
    assert "# 联络员手工排定的两项" in after
    assert [item["no"] for item in data(after)["agenda"]] == [1, 2, 3]
    assert data(after)["agenda"][2] == ITEM


VARIANTS = {
    "at the end": "id: M\nagenda:\n  - no: 1\n",
    "without a last newline": "id: M\nagenda:\n  - no: 1",
    "dashes at the margin": "agenda:\n- no: 1\n- no: 2\nid: M\n",
    "deep dashes": "agenda:\n      - no: 1\nid: M\n",
    "comment behind the list": "agenda:\n  - no: 1\n    # 缩进的注释\n\n# 顶格的注释\nid: M\n",
    "block text at the end": "agenda:\n  - no: 1\n    judgement: |\n      一\n\n      二\n\nid: M\n",
    "text that keeps its blank lines": "agenda:\n  - no: 1\n    judgement: |+\n      一\n\n\nid: M\n",
    "CRLF": "id: M\r\nagenda:\r\n  - no: 1\r\nplace: 示例\r\n",
    "some CRLF": "id: M\r\nagenda:\r\n  - no: 1\nplace: 示例\n",
    "byte order mark": "\ufeffid: M\nagenda:\n  - no: 1\n",
    "no list": "id: M\n",
    "no value": "agenda:   # 议程\nid: M\n",
    "empty list": "agenda: []   # 议程\nid: M\n",
    "null": "agenda: null\nid: M\n",
    "on one line": "id: M\nagenda: [{no: 1},  {no: 2 , title: '甲: 乙'}]   # 议程\nplace: 示例\n",
    "mappings on one line": "id: M\nagenda:\n  - {no: 1,title: 甲}   # 一\n  - {no: 2}\n",
    "brackets over several lines": "id: M\nagenda:\n  [\n    {no: 1},\n    {no: 2},\n  ]\nplace: 示例\n",
    "the whole file in brackets": "{id: M, agenda: [{no: 1}]}\n",
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_way_of_writing_the_list(name: str) -> None:
    text = VARIANTS[name]
    before = data(text)
    after = spliced(text, [Append(("agenda",), [ITEM])], Meeting)
    assert data(after) == {**before, "agenda": [*(before.get("agenda") or []), ITEM]}
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in after) == ("\r\n" in text)
    if name == "CRLF":
        assert after.count("\n") == after.count("\r\n")
    for line in text.splitlines():
        if "agenda:" not in line and "{" not in text:
            assert line in after.splitlines()
    for comment in ("# 议程", "# 一"):
        assert (comment in after) == (comment in text)


def test_a_comment_that_is_indented_belongs_to_what_is_above_it() -> None:
    after = spliced(VARIANTS["comment behind the list"], [Append(("agenda",), [ITEM])], Meeting)
    places = [after.index(words) for words in ("缩进的注释", "I-2026-002", "\n\n# 顶格的注释")]
    assert places == sorted(places)


def test_a_comment_inside_brackets_is_left_to_a_person(tmp_path: Path) -> None:
    text = TASK.replace("lead:\n  - 东县政府\n  - 二局\n", "lead: [东县政府,  # 牵头\n  二局]\n")
    assert text != TASK
    path = record(tmp_path, "T-2026-003", text)
    with pytest.raises(EditError, match="里面有注释"):
        append_to_list(path, "lead", ["西县政府"])  # type: ignore[list-item]
    assert path.read_text(encoding="utf-8") == text


TEXT = """\
id: T-2026-009
title: 示例（示例）
lead: 二局
measure: |
  测算

due: 2026-12-31   # 年底
extensions:
  - requested_on: 2026-05-01
    reason: 示例
    new_due: 2027-01-31
    approved_by:    # 谁批的
    approved_on: null   # 哪天批的
# 顶格的注释
reports: []
"""
ANSWER = {"approved_by": {"post": "联络员", "unit": "一局"}, "approved_on": "2026-05-06"}


def test_keys_are_filled_where_they_stand() -> None:
    after = spliced(TEXT, [Fill(("extensions", 0), ANSWER)], Task)
    assert "    approved_by:    # 谁批的\n      post: 联络员\n      unit: 一局\n" in after
    assert "    approved_on: 2026-05-06   # 哪天批的\n" in after
    assert data(after)["extensions"][0] == {**data(TEXT)["extensions"][0], **ANSWER}


def test_an_absent_key_goes_where_the_schema_has_it() -> None:
    changes: list[Change] = [
        Fill((), {"confirmation": {"by": {"post": "联络员"}, "date": "2026-05-06"}, "support": ["一局"]}),
        Append(("completions",), [{"by": "二局", "reported_on": "2026-05-05"}]),
        Fill(("extensions", 0), {"progress": "完成一半"}),
    ]
    after = spliced(TEXT, changes, Task)
    keys = ["id", "title", "lead", "support", "measure", "due", "extensions", "reports", "completions"]
    assert list(data(after)) == [*keys, "confirmation"]
    assert list(data(after)["extensions"][0])[:3] == ["requested_on", "reason", "progress"]
    assert list(data(after)["confirmation"]) == ["date", "by"]
    assert "lead: 二局\nsupport:\n  - 一局\nmeasure: |\n  测算\n\ndue:" in after


def test_an_entry_goes_before_a_later_one() -> None:
    text = TEXT.replace(
        "reports: []", "reports:\n  # 第一次\n  - date: 2026-05-01\n  # 第二次\n  - date: 2026-05-09"
    )
    first = spliced(text, [Append(("reports",), [{"date": "2026-04-01"}], at=0)], Task)
    assert "reports:\n  - date: 2026-04-01\n  # 第一次\n" in first
    second = spliced(text, [Append(("reports",), [{"date": "2026-05-05"}], at=1)], Task)
    assert "  - date: 2026-05-01\n  - date: 2026-05-05\n  # 第二次\n" in second


def test_what_is_written_is_not_written_over(tmp_path: Path) -> None:
    path = record(tmp_path, "T-2026-003", TASK)
    with pytest.raises(EditError, match=r"approved_on（批准日期） 已经写了"):
        edit_record(path, [Fill(("extensions", 0), {"approved_on": "2026-05-06"})])
    edit_record(path, [Fill(("extensions", 0), {"approved_on": "2026-04-03"})])
    assert path.read_text(encoding="utf-8") == TASK


@pytest.mark.parametrize(("was", "now"), [("R-2026-001", "R-2026-009"), ("'R-2026-001'", "'R-2026-009'")])
def test_a_name_is_replaced_in_its_quotes(was: str, now: str, tmp_path: Path) -> None:
    text = TASK.replace("resolution: R-2026-001", f"resolution:  {was}   # 来源")
    path = record(tmp_path, "T-2026-003", text)
    edit_record(path, [Replace(("resolution",), "R-2026-001", "R-2026-009")])
    assert path.read_text(encoding="utf-8") == text.replace(was, now)
    with pytest.raises(EditError, match="已经不是“R-2026-001”"):
        edit_record(path, [Replace(("resolution",), "R-2026-001", "R-2026-002")])


def test_what_the_schema_refuses_is_not_written(tmp_path: Path) -> None:
    path = record(tmp_path, "T-2026-003", TASK)
    with pytest.raises(EditError, match=r"by（经办单位或职务）"):
        append_to_list(path, "reports", [{"date": "2026-05-06", "text": "示例"}])
    with pytest.raises(EditError, match="超过64KB"):
        append_to_list(path, "reports", [{**REPORT, "text": "示例" * 20_000}])
    with pytest.raises(EditError, match="看不见的字符"):
        append_to_list(path, "reports", [{**REPORT, "text": "示\x1b[31m例"}])
    with pytest.raises(EditError, match="没有第4条"):
        edit_record(path, [Fill(("extensions", 3), ANSWER)])
    assert path.read_text(encoding="utf-8") == TASK


def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    path = record(tmp_path, "M-2026-02", "id: M\nagenda：\n")
    with pytest.raises(EditError, match="读不出来"):
        append_to_list(path, "agenda", [ITEM])
    assert path.read_text(encoding="utf-8") == "id: M\nagenda：\n"


def test_a_new_file_takes_the_place_of_none(tmp_path: Path) -> None:
    path = tmp_path / "records/tasks/2026/T-2026-004.yaml"
    write_new(path, TASK)
    with pytest.raises(EditError, match=r"T-2026-004.yaml 已经有了"):
        write_new(path, "id: T-2026-004\n")
    assert path.read_text(encoding="utf-8") == TASK


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """A limit on the size of files stands for a disk that is full."""
    path = record(tmp_path, "T-2026-003", TASK + f"# {'长' * 20_000}\n")
    before = path.read_bytes()
    code = (
        "import sys; from pathlib import Path; from lianxi.edit import append_to_list\n"
        f"append_to_list(Path(sys.argv[1]), 'reports', [{REPORT!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
    )
    assert b"OSError: [Errno 27]" in done.stderr
    assert path.read_bytes() == before
    assert [other.name for other in path.parent.iterdir()] == [path.name]


def test_one_writes_at_a_time(tmp_path: Path) -> None:
    """Eight processes report five times each on one task: forty reports, and nothing is left behind."""
    path = record(tmp_path, "T-2026-003", TASK)
    code = (
        "import sys; from pathlib import Path; from lianxi.edit import append_to_list\n"
        "for n in range(5):\n"
        "    report = {'date': '2026-05-06', 'by': '东县政府', 'text': f'{sys.argv[2]}之{n}。'}\n"
        "    append_to_list(Path(sys.argv[1]), 'reports', [report])"
    )
    words = [[sys.executable, "-c", code, str(path), str(who)] for who in range(8)]
    running = [subprocess.Popen(each, env={**os.environ, "PYTHONUTF8": "1"}) for each in words]
    assert [process.wait(120) for process in running] == [0] * 8
    reports = data(path.read_text(encoding="utf-8"))["reports"]
    told = {report["text"].strip() for report in reports[1:]}
    assert told == {f"{who}之{n}。" for who in range(8) for n in range(5)}
    assert len(reports) == 41
    assert [other.name for other in path.parent.iterdir()] == [path.name]


def test_one_that_is_killed_leaves_the_file_whole(tmp_path: Path) -> None:
    """SIGKILL at any moment: the record is as before or as after, and the next one clears up."""
    path = record(tmp_path, "T-2026-003", TASK)
    code = (
        "import sys; from pathlib import Path; from lianxi.edit import append_to_list\n"
        "print(flush=True)\n"
        "while True: append_to_list(Path(sys.argv[1]), 'notes', [{'date': '2026-05-06', 'text': '示例'}])"
    )
    for moment in range(8):
        with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.02 + moment * 0.013)
            process.kill()
        assert read(path.read_bytes()).faults == ()
    (path.parent / f".{path.name}.left").write_bytes(b"id: ")
    append_to_list(path, "reports", [REPORT])
    assert [other.name for other in path.parent.iterdir()] == [path.name]
    assert len(data(path.read_text(encoding="utf-8"))["notes"]) > 1


def test_whoever_waits_too_long_is_told(tmp_path: Path) -> None:
    with (
        locked(tmp_path),
        pytest.raises(EditError, match="一直有别的程序在写"),
        locked(tmp_path, patience=0.05),
    ):
        pass
    with locked(tmp_path):
        pass


def test_what_is_decided_by_the_file_is_decided_under_the_lock(tmp_path: Path) -> None:
    path = record(tmp_path, "T-2026-003", TASK)

    def refuse(raw: bytes) -> bytes:
        assert raw == TASK.encode()
        with pytest.raises(EditError, match="一直有"), locked(path.parent, patience=0):
            pass
        return raw

    assert not rewrite(path, refuse)


LISTS = [
    (path, key)
    for path in sorted(SAMPLE.rglob("*.yaml"))
    for key, value in data(path.read_text(encoding="utf-8")).items()
    if isinstance(value, list) and value
]
TEXTS = st.text("示例abc：，。#-:'\"{}[]&*!%@ \n", min_size=1, max_size=60)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LISTS), TEXTS, st.sampled_from(["text", "reason"]))
def test_any_list_of_any_record_and_any_text(which: tuple[Path, str], text: str, under: str) -> None:
    source, key = which
    before = source.read_text(encoding="utf-8")
    after = spliced(before, [Append((key,), [{under: text}])], Task)
    removed(before, after)
    assert same(data(after)[key][-1], {under: text})
    assert same(YAML(typ="safe", pure=True).load(after)[key][-1], {under: text})  # so does another reader


WORDS = st.sampled_from(["示例", "值守: 人员", "一是A\n二是B\n", "是", "12", "3月底前", "甲 # 乙"])
DAYS = st.sampled_from(["2026-05-06", "2026-06-30"])
ENTRIES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"requested_on": DAYS, "reason": st.sampled_from(["示例", "人员未到位", "一\n二\n"]), "new_due": DAYS},
    optional={
        "approved_by": st.sampled_from([None, {}]),
        "approved_on": st.none(),
        "progress": st.just("过半"),
    },
)
RECORDS = st.fixed_dictionaries(
    {"id": st.just("T-2026-009"), "title": st.just("示例（示例）")},
    optional={
        "lead": st.sampled_from(["二局", ["二局", "东县政府"]]),
        "measure": st.sampled_from(["测算\n", "一\n\n二\n"]),
        "due": st.just("2026-12-31"),
        "extensions": st.none() | st.lists(ENTRIES, max_size=3),
        "reports": st.lists(st.fixed_dictionaries({"date": DAYS, "text": st.just("进展\n")}), max_size=2),
        "notes": st.none(),
    },
)


@st.composite
def changes(draw: Any, before: dict[str, Any]) -> list[Change]:
    """One to three changes that fit."""
    one: list[Any] = [
        st.builds(lambda text: Append(("reports",), [{"date": "2026-05-06", "text": text}]), WORDS),
        st.builds(
            lambda text: Fill((), {"confirmation": {"by": text, "date": "2026-05-06"}}), st.just("联络员")
        ),
    ]
    listed = before.get("extensions") or []
    one.append(st.builds(lambda text: Append(("extensions",), [{"reason": text}], at=0), WORDS))
    if listed:
        one.append(st.builds(lambda at: Fill(("extensions", at), ANSWER), st.integers(0, len(listed) - 1)))
    found: list[Change] = draw(st.lists(st.one_of(one), min_size=1, max_size=3, unique_by=repr))
    return sorted(found, key=lambda change: getattr(change, "at", None) == 0)


def comments(text: str) -> list[str]:
    """What is noted in a text, in its order."""
    return [
        line[line.index("#") :].rstrip("\r")
        for line in text.split("\n")
        if "#" in line and "甲 #" not in line
    ]


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_hand_and_any_change(drawn: st.DataObject) -> None:
    """What is read back is what was meant; no comment, mark or line break of the hand is lost."""
    before = drawn.draw(RECORDS)
    text = drawn.draw(handwritten(before))
    asked = drawn.draw(changes(before))
    wanted = read(text.encode()).data
    assert list(wanted) == list(before), text
    for change in asked:
        wanted = applied(wanted, change)
    after = spliced(text, asked, Task)
    assert same(read(after.encode()).data, wanted), after
    assert sorted(comments(after)) == sorted(comments(text))
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    if "\r\n" in text:
        assert after.count("\n") == after.count("\r\n")
    else:
        assert "\r" not in after


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_outside_the_place_every_byte_stays(drawn: st.DataObject) -> None:
    """An entry, or a key, that comes to what is not in brackets is one piece put in between."""
    before = drawn.draw(RECORDS)
    text = drawn.draw(handwritten(before))
    text = text if text.endswith("\n") else text + ("\r\n" if "\r\n" in text else "\n")
    change = (
        Append(("reports",), [REPORT]) if before.get("reports") else Fill((), {"review_on": "2026-12-01"})
    )
    after = spliced(text, [change], Task)
    if "reports: [" not in text:
        piece = removed(text, after).removeprefix("\ufeff")
        assert data(after) != data(text)
        assert piece.count("\n") == after.count("\n") - text.count("\n") > 0
