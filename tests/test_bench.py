"""The corpus is what it says it is, and the bench runs on it, so that neither rots unseen."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bench.__main__ import measure
from bench.faulty import FAULTS, full_of_faults, with_faults
from bench.peer_schemas import json_schema, yamale_schema
from bench.plan import DAY, Plan
from bench.table import at_least, at_most
from conftest import texts
from corpus import SMALLEST, make_corpus
from corpus.history import make_history
from corpus.long_meeting import make_long_meeting
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import ERROR, Finding
from lianxi.schema.kinds import RECORDS
from lianxi.source.guard import is_plain
from lianxi.tree import FolderTree

SIZE = 200


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("corpus") / "records"
    root.mkdir()
    assert make_corpus(root, SIZE) == SIZE
    return root


def found_in(root: Path) -> list[Finding]:
    return check(load(FolderTree(root)), date.fromisoformat(DAY))


def record_texts(root: Path) -> dict[str, str]:
    return {path: text for path, text in texts(root).items() if path.split("/")[0] in folders()}


def folders() -> set[str]:
    return {kind.folder for kind in RECORDS.values()}


def test_nothing_is_wrong_in_it(records: Path) -> None:
    found = found_in(records)
    assert [each for each in found if each.severity == ERROR] == []
    assert len(found) <= SIZE // 50


def test_every_kind_is_there(records: Path) -> None:
    kinds = Counter(path.split("/")[0] for path in record_texts(records))
    assert sum(kinds.values()) == SIZE
    assert kinds.keys() == folders()
    assert kinds["tasks"] > kinds["resolutions"] > kinds["meetings"]


def test_no_two_records_say_the_same(records: Path) -> None:
    said = [text.split("\n", 1)[1] for text in record_texts(records).values()]
    assert len(set(said)) == len(said)


def test_it_is_as_long_as_it_says(records: Path) -> None:
    sizes = [len(text.encode()) for text in record_texts(records).values()]
    assert 900 < sum(sizes) / len(sizes) < 1_500


def test_no_file_of_it_is_read_the_slow_way(records: Path) -> None:
    assert [path for path, text in texts(records).items() if not is_plain(text)] == []


def test_the_same_seed_gives_the_same_bytes(records: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again", tmp_path / "other"
    for root, seed in ((again, 1), (other, 2)):
        root.mkdir()
        make_corpus(root, SIZE, seed)
    assert texts(again) == texts(records)
    assert texts(other) != texts(records)


def test_it_cannot_be_too_small(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=str(SMALLEST)):
        make_corpus(tmp_path, SMALLEST - 1)


def test_a_history_ends_with_the_files_as_they_are(records: Path, tmp_path: Path) -> None:
    shutil.copytree(records, tmp_path / "records")
    matter = make_history(tmp_path, commits=60, on_one=20)

    def git(*words: str) -> str:
        said = subprocess.run(["git", "-C", str(tmp_path), *words], check=True, capture_output=True)
        return said.stdout.decode()

    told = git("log", "--follow", "--format=%an %s", "--", matter.path)
    assert len(told.splitlines()) == 21
    assert f"报告进展 {matter.id}" in told
    assert "报告进展 T-2024-900001" in told
    assert len(set(told.split()[::3])) > 1
    git("update-index", "--refresh", "-q")
    assert git("status", "--porcelain") == ""
    assert git("rev-list", "--count", "HEAD") == "61\n"


def test_nothing_is_wrong_in_a_long_meeting(tmp_path: Path) -> None:
    meeting = make_long_meeting(tmp_path, items=29)
    assert [each for each in found_in(tmp_path) if each.severity == ERROR] == []
    book = load(FolderTree(tmp_path))
    assert len(book.meetings[meeting].agenda) == 31


def test_each_faulty_file_has_one_finding(records: Path, tmp_path: Path) -> None:
    spoilt = with_faults(records, tmp_path / "faulty")
    found = [each for each in found_in(tmp_path / "faulty") if each.severity == ERROR]
    assert sorted(each.path for each in found) == sorted(
        path.relative_to(tmp_path / "faulty").as_posix() for path in spoilt
    )
    assert len({each.code for each in found}) == 5


def test_each_full_file_has_a_hundred(records: Path, tmp_path: Path) -> None:
    spoilt = full_of_faults(records, tmp_path / "full")
    found = [each for each in found_in(tmp_path / "full") if each.severity == ERROR]
    assert set(Counter(each.path for each in found).values()) == {FAULTS}
    assert len(found) == len(spoilt) * FAULTS


def test_it_measures() -> None:
    plan = Plan((SIZE,), None, rounds=1, many=1, seconds=0, peers=False, commits=400)
    told = "\n".join(map(str, measure(plan)))
    assert [goal for goal in range(1, 11) if f"\ngoal {goal}:" in told] == [1, 3, 4, 5, 6, 7, 8, 9, 10]
    assert "lianxi check" in told
    assert "× " in told


def test_limits() -> None:
    assert at_most(2).met(2)
    assert not at_most(2).met(2.1)
    assert at_least(20).met(20)
    assert not at_least(20).met(19)


def test_the_schemas_take_what_the_models_take() -> None:
    schema = json_schema()
    task = schema["$defs"]["Task"]["properties"]
    assert [choice.get("type") for choice in task["lead"]["anyOf"]] == ["string", "array"]
    yamale = yamale_schema("Task", schema["$defs"])
    assert "\ndue: any(day(), include('Counted'), enum('长期坚持'), required=False)\n" in yamale
    assert "\nmeasure: str()\n" in yamale
