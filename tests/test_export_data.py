"""All records as data for other programs: what is recorded, what is derived, and the ledgers as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from conftest import DAY, SAMPLE, SAMPLE_DAY, Lianxi
from lianxi.book import load
from lianxi.reports.dataset import dataset
from lianxi.source import read
from lianxi.status.task import CONFIRMED
from lianxi.tree import FolderTree

SAMPLE_BOOK = load(FolderTree(SAMPLE))


def as_recorded(id_: str) -> dict[str, Any]:
    data = read((SAMPLE / SAMPLE_BOOK.paths[id_]).read_bytes()).data
    assert isinstance(data, dict)
    return data


def test_every_record_is_there_with_its_own_keys() -> None:
    data = dataset(SAMPLE_BOOK, SAMPLE_DAY)
    told = {record["id"]: record for kind in ("issues", "meetings", "tasks") for record in data[kind]}
    for id_, record in told.items():
        written = as_recorded(id_)
        assert {key for key, value in written.items() if value} - set(record) == set(), id_
        assert record["id"] == written["id"]
    assert len(data["tasks"]) == len(SAMPLE_BOOK.tasks)


def test_what_is_derived_agrees_with_the_counts() -> None:
    data = dataset(SAMPLE_BOOK, SAMPLE_DAY)
    for kind in ("issues", "meetings", "tasks"):
        assert sum(data["counts"][kind].values()) == len(data[kind])
    confirmed = [task["id"] for task in data["tasks"] if task["derived"]["status"] == CONFIRMED]
    assert data["counts"]["tasks"][CONFIRMED] == len(confirmed)
    keys = [tuple(task["derived"]) for task in data["tasks"]]
    assert len(set(keys)) == 1


def test_an_earlier_day_knows_nothing_later(lianxi: Lianxi) -> None:
    data = json.loads(lianxi("export", "json", "--as-of", "2026-02-09").out)
    assert [issue["id"] for issue in data["issues"]] == ["I-2026-001", "I-2026-002"]
    assert (data["resolutions"], data["tasks"]) == ([], [])
    assert (data["version"], data["as_of"], data["audience"]) == (1, "2026-02-09", "成员单位")


@pytest.mark.parametrize("ledger", ["议定事项台账", "督办台账", "诉求台账"])
def test_a_ledger_as_csv_has_the_rows_of_its_workbook(ledger: str, lianxi: Lianxi) -> None:
    ran = lianxi("export", "csv", "--ledger", ledger, "--as-of", DAY)
    assert (ran.code, ran.err) == (0, "")
    head, *rows = csv.reader(io.StringIO(ran.out.removeprefix("\ufeff")))
    assert head[:2] == ["序号", "编号"]
    assert rows
    assert {len(row) for row in rows} == {len(head)}
    assert [row[0] for row in rows] == [str(number + 1) for number in range(len(rows))]


def test_the_statistics_as_csv_are_given_too(lianxi: Lianxi) -> None:
    assert "牵头单位" in lianxi("export", "csv", "--ledger", "办理统计", "--as-of", DAY).out


def test_a_ledger_is_named_for_csv_only(lianxi: Lianxi) -> None:
    ran = lianxi("export", "json", "--ledger", "诉求台账", "--as-of", DAY)
    assert (ran.code, ran.err) == (2, "--ledger 只用于 csv；json 去掉 --ledger\n")
    assert (
        lianxi("export", "csv", "--as-of", DAY).out
        == lianxi("export", "csv", "--ledger", "督办台账", "--as-of", DAY).out
    )
