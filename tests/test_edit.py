"""Writing: one place changes, every other byte stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import SAMPLE, TINY
from lianxi.edit import EditError, append_to_list

MEETING = (TINY / "meetings/2026/M-2026-02.yaml").read_text(encoding="utf-8")
ITEM = {"no": 3, "category": "协商解决重大问题", "issue": "I-2026-002", "attending": ["东县政府", "二局"]}


def write(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "M-2026-02.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def data(path: Path) -> Any:
    return yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False)


def removed(before: str, after: str) -> str:
    """``before`` must be ``after`` with one piece taken out; that piece."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    end = len(after) - (len(before) - start)
    assert before == after[:start] + after[end:]
    return after[start:end]


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    path = write(tmp_path, MEETING)
    append_to_list(path, "agenda", [ITEM])
    after = path.read_text(encoding="utf-8")
    added = removed(MEETING, after)
    assert "I-2026-002" in added
    assert "# 联络员手工排定的两项" in after
    assert [item["no"] for item in data(path)["agenda"]] == [1, 2, 3]
    assert data(path)["agenda"][2] == ITEM


VARIANTS = {
    "at the end": "id: M\nagenda:\n  - no: 1\n",
    "without a last newline": "id: M\nagenda:\n  - no: 1",
    "dashes at the margin": "agenda:\n- no: 1\n- no: 2\nid: M\n",
    "deep dashes": "agenda:\n      - no: 1\nid: M\n",
    "comment behind the list": "agenda:\n  - no: 1\n    # 缩进的注释\n\n# 顶格的注释\nid: M\n",
    "block text at the end": "agenda:\n  - no: 1\n    judgement: |\n      一\n\n      二\n\nid: M\n",
    "CRLF": "id: M\r\nagenda:\r\n  - no: 1\r\nplace: 示例\r\n",
    "byte order mark": "\ufeffid: M\nagenda:\n  - no: 1\n",
    "no list": "id: M\n",
    "no value": "agenda:   # 议程\nid: M\n",
    "empty list": "agenda: []   # 议程\nid: M\n",
    "null": "agenda: null\nid: M\n",
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_way_of_writing_the_list(name: str, tmp_path: Path) -> None:
    text = VARIANTS[name]
    path = write(tmp_path, text)
    before = yaml_rs.loads(text.removeprefix("\ufeff"), parse_datetime=False)
    assert isinstance(before, dict)
    append_to_list(path, "agenda", [ITEM])
    after = path.read_bytes().decode("utf-8")
    assert yaml_rs.loads(after.removeprefix("\ufeff"), parse_datetime=False) == {
        **before,
        "agenda": [*(before.get("agenda") or []), ITEM],
    }
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in after) == ("\r\n" in text)
    assert after.count("\n") == after.count("\r\n") or "\r" not in after
    for line in text.splitlines():
        if "agenda:" not in line:
            assert line in after.splitlines()
    if "# 议程" in text:
        assert "# 议程" in after


def test_a_list_on_one_line_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "id: M\nagenda: [{no: 1}]\n")
    with pytest.raises(EditError, match="写成了一行"):
        append_to_list(path, "agenda", [ITEM])
    assert path.read_text(encoding="utf-8") == "id: M\nagenda: [{no: 1}]\n"


def test_a_text_that_keeps_its_blank_lines_is_left_alone(tmp_path: Path) -> None:
    text = "agenda:\n  - no: 1\n    judgement: |+\n      一\n\n\nid: M\n"
    path = write(tmp_path, text)
    with pytest.raises(EditError, match="没有把握"):
        append_to_list(path, "agenda", [ITEM])
    assert path.read_text(encoding="utf-8") == text


def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "id: M\nagenda：\n")
    with pytest.raises(EditError, match="读不出来"):
        append_to_list(path, "agenda", [ITEM])
    assert path.read_text(encoding="utf-8") == "id: M\nagenda：\n"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, MEETING)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        append_to_list(path, "agenda", [ITEM])
    assert path.read_text(encoding="utf-8") == MEETING
    assert [other.name for other in tmp_path.iterdir()] == [path.name]


LISTS = [
    (path, key)
    for path in sorted(SAMPLE.rglob("*.yaml"))
    for key, value in data(path).items()
    if isinstance(value, list) and value
]
TEXTS = st.text("示例abc：，。#-:'\"{}[]&*!%@ \n", min_size=1, max_size=20)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(LISTS), TEXTS)
def test_any_list_of_any_record_and_any_text(tmp_path: Path, which: tuple[Path, str], text: str) -> None:
    source, key = which
    before = source.read_text(encoding="utf-8")
    path = write(tmp_path, before)
    append_to_list(path, key, [{"text": text}])
    removed(before, path.read_text(encoding="utf-8"))
    assert data(path)[key][-1] == {"text": text}
