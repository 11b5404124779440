"""One slip in one record is one finding, though rules of several families could tell something by it."""

from __future__ import annotations

import pytest

from beside import FILES, new_in

MECHANISM = "mechanism.yaml"


def told_after(path: str, old: str, new: str) -> list[tuple[str, str]]:
    assert FILES[path].count(old) == 1, FILES[path].count(old)
    return [(each.code, each.path) for each in new_in({**FILES, path: FILES[path].replace(old, new)})]


SLIPS = [
    # A deadline before its meeting: no request for more time is late by it.
    ("LX405", "tasks/2026/T-2026-017.yaml", "due: 2026-09-24", "due: 2025-09-24"),
    # Whether the first extension was granted is not known: the second is not late by the old deadline.
    ("LX125", "tasks/2025/T-2025-005.yaml", "    approved_on: 2026-05-22\n", ""),
    # Minutes issued before their meeting: no task has been silent since then.
    ("LX404", "meetings/2026/M-2026-04.yaml", "issued_on: 2026-07-15", "issued_on: 2026-06-05"),
    # A meeting that begins forty days before it ends: no issue is unready for it.
    ("LX126", "meetings/2026/M-2026-05.yaml", "starts: 2026-09-29T09:00", "starts: 2026-08-20T09:00"),
    # A holiday to the end of the year: no deadline leaves the published years by it.
    ("LX127", "calendar/2026.yaml", "to: 2026-10-07", "to: 2027-10-07"),
    # A unit that bears another's name: what was its own is not told wherever it stands.
    ("LX226", MECHANISM, "  - name: 梅州供电局\n", "  - name: 市科技局\n"),
    # A county that lost its mark: told once, though two issues name it.
    ("LX212", MECHANISM, "    county: 平远县\n", ""),
    # A post set in a unit that has not got it: nobody is held to it.
    (
        "LX210",
        MECHANISM,
        "      post: 副召集人\n      unit: 市政府\n",
        "      post: 副召集人\n      unit: 市委金融办\n",
    ),
]


@pytest.mark.parametrize(
    ("code", "path", "old", "new"), SLIPS, ids=[f"{slip[0]} {slip[3][:18]!r}" for slip in SLIPS]
)
def test_one_slip_is_told_once_and_where_it_stands(code: str, path: str, old: str, new: str) -> None:
    found = told_after(path, old, new)
    assert [each for each, _ in found] == [code]
    assert code == "LX212" or found == [(code, path)]


def test_a_post_that_was_moved_is_told_once_to_all_who_name_it() -> None:
    old = "  - post: 联络员\n    unit: 市工业和信息化局\n"
    found = told_after(MECHANISM, old, "  - post: 联络员\n    unit: 平远县政府\n")
    assert [code for code, _ in found] == ["LX210"]
