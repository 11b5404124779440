"""Where two branches have parted: one place, known for certain, or no comparison."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import IDENTITY
from test_door import checked, refused
from test_hooks import FINE, MOVED, commit, desk, git, program

__all__ = ["desk"]
REPORTED = (
    "reports:\n  - date: 2026-04-10\n",
    "reports:\n  - date: 2026-04-09\n    by: 东县政府\n    text: 已完成五成\n  - date: 2026-04-10\n",
)
REWRITTEN = ("已完成五成", "没有完成")
ORDERS = [("2026-01-03T00:00:00", "2026-01-02T00:00:00"), ("2026-01-02T00:00:00", "2026-01-03T00:00:00")]


def other(at: Path, name: str) -> str:
    """A commit that touches no record."""
    (at / name).write_text(name, encoding="utf-8")
    return commit(at)


def dated(at: Path, day: str) -> str:
    """The last commit, made on another day."""
    ran = program(at, "git", *IDENTITY, "commit", "-q", "--amend", "--no-edit", GIT_COMMITTER_DATE=day)
    assert ran.code == 0, ran.err
    return git(at, "rev-parse", "HEAD")


def merge(at: Path, name: str) -> None:
    git(at, "merge", "-q", "--no-edit", name)


@pytest.mark.parametrize("depth", range(1, 8))
def test_a_clone_in_which_the_branches_seem_to_have_parted_earlier(
    depth: int, desk: Path, tmp_path: Path
) -> None:
    """A report came to main, and was rewritten on a branch that another, older one has merged."""
    git(desk, "branch", "older")
    commit(desk, *REPORTED)
    git(desk, "switch", "-q", "-c", "newer")
    commit(desk, *REWRITTEN)
    for name in ("one", "two", "three"):
        other(desk, name)
    git(desk, "switch", "-q", "older")
    other(desk, "four")
    merge(desk, "newer")
    assert "LX510" in checked(desk, "--since", "main").out
    git(tmp_path, "clone", "-q", f"--depth={depth}", "--no-single-branch", f"file://{desk}", "shallow")
    ran = checked(tmp_path / "shallow", "--since", "origin/main")
    if ran.code == 1:
        assert "LX510" in ran.out
    else:
        refused(ran, "浅克隆", "git fetch --unshallow")


def test_a_shallow_clone_is_enough_where_the_parting_is_certain(desk: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        other(desk, name)
    git(desk, "switch", "-q", "-c", "mine")
    commit(desk, *MOVED)
    git(desk, "switch", "-q", "main")
    other(desk, "three")
    git(tmp_path, "clone", "-q", "--depth=3", "--no-single-branch", f"file://{desk}", "shallow")
    git(tmp_path / "shallow", "switch", "-q", "mine")
    assert "LX503" in checked(tmp_path / "shallow", "--since", "origin/main").out


@pytest.mark.parametrize(("one", "two"), ORDERS)
def test_branches_that_have_merged_each_other(one: str, two: str, desk: Path) -> None:
    """Which of two places Git names first depends on the clock; after a merge there is one."""
    git(desk, "switch", "-q", "-c", "mine")
    other(desk, "mine")
    dated(desk, one)
    git(desk, "switch", "-q", "main")
    commit(desk, *REPORTED)
    reported = dated(desk, two)
    merge(desk, "mine")
    git(desk, "switch", "-q", "mine")
    merge(desk, reported)
    commit(desk, *FINE)
    refused(checked(desk, "--since", "main"), "互相合并过", "git merge origin/main")
    merge(desk, "main")
    assert checked(desk, "--since", "main").code == 0
    commit(desk, *REWRITTEN)
    assert "LX510" in checked(desk, "--since", "main").out
