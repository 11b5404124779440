"""What a stranger may have put into a repository changes neither what check runs nor what it reads."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import zlib
from pathlib import Path

import pytest

from conftest import DAY, Ran
from test_git import program_at
from test_hooks import FINE, MOVED, TASK, commit, desk, git, lianxi_at, program, tried

__all__ = ["desk"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="the programs put in the way are shell scripts")
SINCE, REV, STAGED = ("--since", "main"), ("--rev", "HEAD"), ("--staged",)
WAYS = (SINCE, (*SINCE, *REV), (*SINCE, *STAGED))


def checked(at: Path, *words: str) -> Ran:
    return lianxi_at(at, "check", "--as-of", DAY, *words)


def refused(ran: Ran, *words: str) -> None:
    """One line that says why, and no pass."""
    assert ran.code in (2, 3), ran
    assert ran.err.count("\n") == 1, ran.err
    assert all(word in ran.err for word in words), ran.err
    assert "没有问题" not in ran.out


@pytest.fixture
def moved(desk: Path) -> Path:
    """A branch on which a deadline was moved; the index and the work tree are as the branch."""
    git(desk, "switch", "-q", "-c", "mine")
    commit(desk, *MOVED)
    return desk


def caught(at: Path) -> None:
    for words in WAYS:
        ran = checked(at, *words)
        assert ran.code == 1, (words, ran)
        assert "LX503" in ran.out


# --- what must not be run or believed -----------------------------------------------------------


@POSIX
def test_programs_that_the_repository_names(moved: Path) -> None:
    script = program_at(moved.parent / "script", f"touch {moved.parent}/run")
    for name in ("core.fsmonitor", "diff.external", "diff.x.textconv", "filter.x.smudge", "filter.x.clean"):
        git(moved, "config", name, str(script))
    for name in ("core.pager", "core.sshCommand", "alias.ls-tree", "uploadpack.packObjectsHook"):
        git(moved, "config", name, f"!{script}" if name.startswith("alias") else str(script))
    (moved / ".gitattributes").write_text("* diff=x filter=x text eol=crlf\n", encoding="utf-8")
    for place in ("git", "git.exe", "lianxi.py", "typer.py"):
        program_at(moved / place, f"touch {moved.parent}/run")
    (moved.parent / "run").unlink(missing_ok=True)
    caught(moved)
    assert not (moved.parent / "run").exists()


@POSIX
@pytest.mark.parametrize("place", ["records/hidden", "records", "records/hidden/refs"])
def test_a_bare_repository_hidden_in_the_tree(moved: Path, place: str) -> None:
    script = program_at(moved.parent / "script", f"touch {moved.parent}/run")
    hidden = moved / "records" / "hidden"
    git(moved, "clone", "-q", "--bare", ".", str(hidden))
    git(hidden, "config", "core.fsmonitor", str(script))
    git(hidden, "config", "core.worktree", str(moved))
    for words in WAYS:
        ran = checked(moved / place, *words)
        assert ran.code == 1, ran
        assert "LX503" in ran.out
    assert not (moved.parent / "run").exists()


def test_objects_that_are_said_to_be_others(moved: Path) -> None:
    honest, lie = git(moved, "rev-parse", f"main:{TASK}"), git(moved, "rev-parse", f"HEAD:{TASK}")
    git(moved, "replace", honest, lie)
    git(moved, "replace", git(moved, "rev-parse", "main"), git(moved, "rev-parse", "HEAD"))
    assert git(moved, "show", f"main:{TASK}") == git(moved, "show", f"HEAD:{TASK}")
    caught(moved)
    (moved / ".git" / "info").mkdir(exist_ok=True)
    grafts = moved / ".git" / "info" / "grafts"
    grafts.write_text(f"{git(moved, 'rev-parse', 'HEAD')}\n", encoding="utf-8")
    caught(moved)


def test_variables_that_name_another_repository(moved: Path) -> None:
    nowhere = dict.fromkeys(
        ("GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_CEILING_DIRECTORIES"), "/"
    )
    for words in WAYS:
        ran = program(moved, sys.executable, "-P", "-m", "lianxi", "check", "--as-of", DAY, *words, **nowhere)
        assert ran.code == 1
        assert "LX503" in ran.out


# --- names ----------------------------------------------------------------------------------------

NAMES = [
    "",
    "-",
    "--output=run",
    "-x",
    "HEAD\nmain",
    "main^{tree}",
    ":/x",
    "@{u}",
    "主干",
    "x" * 5000,
    "0" * 40,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_no_commit(moved: Path, name: str) -> None:
    for words in ((f"--since={name}",), (f"--rev={name}",), (f"--since={name}", "--staged")):
        refused(checked(moved, *words))
    assert not (moved / "run").exists()


def test_a_branch_with_the_name_of_an_option(moved: Path) -> None:
    git(moved, "update-ref", "refs/heads/--all", "main")
    for name in ("--all", "refs/heads/--all"):
        ran = checked(moved, f"--since={name}", "--rev=mine")
        assert ran.code == 1, ran
        assert "LX503" in ran.out


@pytest.mark.parametrize("taken", ["refs/tags/origin/main", "refs/heads/origin/main"])
def test_a_name_that_means_two_commits(taken: str, moved: Path) -> None:
    git(moved, "update-ref", "refs/remotes/origin/main", "main")
    git(moved, "update-ref", taken, "main")
    assert "LX503" in checked(moved, "--since", "origin/main").out  # both are one commit
    git(moved, "update-ref", taken, "mine")
    for words in (("--since", "origin/main"), ("--since", "origin/main^0"), ("--rev", "origin/main")):
        refused(checked(moved, *words), "refs/remotes/origin/main", taken)
    assert "LX503" in checked(moved, "--since", "refs/remotes/origin/main").out


PATHS = [
    b"-n",
    b"--output=x.yaml",
    b":(glob)**.yaml",
    b"a\nb.yaml",
    b"\xff\xfe.yaml",
    b"\xe2\x80\xae.yaml",
    b"t-2026-001.yaml",
    b"T-2026-001.YAML",
]


@POSIX
@pytest.mark.parametrize("path", PATHS)
def test_a_file_of_any_name(moved: Path, path: bytes) -> None:
    folder = os.fsencode(moved / "records" / "tasks" / "2026")
    shutil.copy(os.fsencode(moved / TASK), folder + b"/" + path)
    commit(moved)
    for words in WAYS:
        ran = checked(moved, *words)
        assert ran.code == 1
        assert "LX503" in ran.out
        assert ("LX015" in ran.out) == path.lower().endswith(b".yaml")
        assert "\u202e" not in ran.out


@POSIX
@pytest.mark.parametrize(
    "path", ["Tasks/2026/T-2026-001.yaml", "tasks/2026/t-2026-001.yaml", "Mechanism.yaml"]
)
def test_two_paths_that_some_file_systems_take_for_one(desk: Path, path: str) -> None:
    place = desk / "records" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(
        desk / "records" / (TASK.removeprefix("records/") if "asks" in path else "mechanism.yaml"), place
    )
    commit(desk)
    for words in (REV, STAGED, ()):
        ran = checked(desk, *words)
        assert ran.code == 1
        assert f"records/{path}" in ran.out


# --- what lies where a record should -----------------------------------------------------------------


def planted(at: Path, mode: str, id_: str, path: str) -> None:
    """An entry that no checkout of this system would make."""
    git(at, "update-index", "--add", "--cacheinfo", f"{mode},{id_},{path}")
    git(at, "commit", "-q", "--no-verify", "-m", "planted")


@pytest.mark.parametrize(("mode", "code"), [("160000", "LX010"), ("120000", "LX009")])
def test_a_submodule_or_a_link_in_the_place_of_a_record(desk: Path, mode: str, code: str) -> None:
    id_ = git(desk, "rev-parse", "HEAD" if mode == "160000" else f"HEAD:{TASK}")
    planted(desk, mode, id_, TASK)
    for words in (REV, STAGED, (*REV, "--since", "HEAD~1")):
        ran = checked(desk, *words)
        assert ran.code == 1
        assert code in ran.out


@pytest.mark.parametrize("mode", ["160000", "120000"])
@pytest.mark.parametrize("path", ["records", "records/tasks"])
def test_a_submodule_or_a_link_in_the_place_of_a_folder(desk: Path, mode: str, path: str) -> None:
    id_ = git(desk, "rev-parse", "HEAD" if mode == "160000" else f"HEAD:{TASK}")
    git(desk, "rm", "-rq", "--cached", path)
    planted(desk, mode, id_, path)
    for words in (REV, STAGED, (*REV, "--since", "HEAD~1")):
        ran = checked(desk, *words)
        if path == "records":
            refused(ran, "没有记录")
        else:
            assert ran.code == 1


# --- records that lie elsewhere ----------------------------------------------------------------------


def test_records_that_were_moved_are_compared_with_what_they_were(desk: Path) -> None:
    git(desk, "switch", "-q", "-c", "mine")
    git(desk, "mv", "records", "台账")
    commit(desk)
    at = ("--records", "台账")
    for words in WAYS:
        ran = checked(desk, *words, *at)
        assert (ran.code, "LX5" in ran.out) == (0, False), ran
    assert lianxi_at(desk, "plan", *SINCE, *at, "--as-of", DAY).out == ""
    git(desk, "rm", "-q", "台账/tasks/2026/T-2026-003.yaml")
    commit(desk, *MOVED, TASK.replace("records", "台账"))
    for words in WAYS:
        ran = checked(desk, *words, *at)
        assert ran.code == 1, ran
        assert all(code in ran.out for code in ("LX501", "LX503", "台账/tasks")), ran.out
        assert "records/" not in ran.out
    decoy = desk / "attic" / "mechanism.yaml"
    decoy.parent.mkdir()
    shutil.copy(desk / "台账" / "mechanism.yaml", decoy)
    git(desk, "switch", "-q", "main")
    commit(desk)
    git(desk, "switch", "-q", "mine")
    git(desk, "merge", "-q", "--no-edit", "main")
    refused(checked(desk, *SINCE, *at), "attic/mechanism.yaml、records/mechanism.yaml")


@POSIX
def test_records_behind_a_link(moved: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(moved / "records", target_is_directory=True)
    assert "LX503" in checked(moved, *SINCE, "--records", str(tmp_path / "link")).out
    git(moved, "mv", "records", "attic")
    (moved / "records").symlink_to("attic")
    commit(moved)
    for words in (*WAYS, (*SINCE, "--records", "records")):
        refused(checked(moved, *words), "是链接", "attic")
    refused(lianxi_at(moved, "plan", *SINCE, "--as-of", DAY), "是链接")
    refused(lianxi_at(moved, "hooks", "install"), "是链接")
    assert "LX503" in checked(moved, *SINCE, "--records", "attic").out


def test_records_in_a_submodule(moved: Path, tmp_path: Path) -> None:
    git(moved, "filter-branch", "--subdirectory-filter", "records", "--", "--all")
    outer = tmp_path / "outer"
    git(tmp_path, "init", "-q", "-b", "main", str(outer))
    git(outer, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(moved), "records")
    commit(outer)
    for words in WAYS:
        refused(checked(outer, *words), "子模块", "cd records")
    refused(lianxi_at(outer, "plan", *SINCE, "--as-of", DAY), "子模块")
    refused(lianxi_at(outer, "hooks", "install"), "子模块")
    git(outer / "records", "branch", "main", "origin/main")
    assert checked(outer).code == 0
    for words in WAYS:
        assert "LX503" in checked(outer / "records", *words).out
    assert lianxi_at(outer / "records", "hooks", "install", "--as-of", DAY).code == 0


def test_a_pointer_in_the_place_of_a_record(desk: Path) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 812\n"
    (desk / TASK).write_text(pointer, encoding="utf-8")
    commit(desk)
    for words in (REV, STAGED, (), ("--since", "HEAD~1")):
        ran = checked(desk, *words)
        assert ran.code == 1
        assert "LX033" in ran.out
        assert "Git LFS" in ran.out


def test_a_revision_without_a_mechanism(desk: Path) -> None:
    git(desk, "rm", "-q", "--cached", "records/mechanism.yaml")
    git(desk, "commit", "-qm", "x")
    for words in (REV, STAGED):
        ran = checked(desk, *words)
        assert ran.code == 2
        assert "mechanism.yaml 不在" in ran.err


# --- what is not there -------------------------------------------------------------------------------


def test_a_clone_that_ends_too_early(desk: Path, tmp_path: Path) -> None:
    git(desk, "branch", "old")
    for number in range(3):
        commit(desk, "title: ", f"# {number}\ntitle: ")
    git(tmp_path, "clone", "-q", "--depth=2", f"file://{desk}", "shallow")
    shallow = tmp_path / "shallow"
    git(shallow, "fetch", "-q", "--depth=1", f"file://{desk}", "old:refs/heads/old")
    refused(checked(shallow, "--since", "old"), "浅克隆", "fetch-depth: 0")
    assert checked(shallow, "--since", "HEAD~1").code == 0


def test_two_histories(desk: Path) -> None:
    git(desk, "checkout", "-q", "--orphan", "other")
    commit(desk, *FINE)
    for words in WAYS:
        refused(checked(desk, *words), "没有共同的来历")


@pytest.mark.parametrize("what", ["HEAD^{tree}", f"HEAD:{TASK}", "HEAD:records/tasks", "HEAD", "main"])
def test_an_object_that_is_damaged_or_gone(moved: Path, what: str) -> None:
    name = git(moved, "rev-parse", what)
    place = moved / ".git" / "objects" / name[:2] / name[2:]
    for damage in (b"", b"garbage" * 9, None):
        place.chmod(0o644) if place.exists() else None
        place.write_bytes(damage) if damage is not None else place.unlink()
        refused(checked(moved, "--since", "main", "--rev", "mine"))


def test_an_object_that_is_kept_under_the_id_of_another(moved: Path) -> None:
    kept = moved / ".git" / "objects"
    names = [git(moved, "rev-parse", f"{branch}:{TASK}") for branch in ("main", "mine")]
    old, new = (kept / name[:2] / name[2:] for name in names)
    old.chmod(0o644)
    old.write_bytes(new.read_bytes())
    refused(checked(moved, "--since", "main", "--rev", "mine"), "内容不是原来的")


def object_of(at: Path, kind: str, data: bytes) -> str:
    """An object that Git itself would not make."""
    raw = b"%s %d\0" % (kind.encode(), len(data)) + data
    name = hashlib.sha1(raw, usedforsecurity=False).hexdigest()
    place = at / ".git" / "objects" / name[:2] / name[2:]
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(zlib.compress(raw))
    return name


def folder_of(at: Path, entries: list[tuple[str, str, str]]) -> str:
    data = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(id_) for mode, name, id_ in entries)
    return object_of(at, "tree", data)


TWICE = [
    [("100644", "T-2026-001.yaml", "forged"), ("100644", "T-2026-001.yaml", "own")],
    [("100644", "T-2026-001.yaml", "own"), ("100644", "T-2026-001.yaml", "forged")],
    [("100644", "../T-2026-001.yaml", "forged"), ("100644", "T-2026-001.yaml", "own")],
    [("100644", "..", "forged"), ("100644", "T-2026-001.yaml", "own")],
    [("100644", ".git", "forged"), ("100644", "T-2026-001.yaml", "own")],
]


@pytest.mark.parametrize("entries", TWICE)
@pytest.mark.parametrize("deep", [True, False])
def test_a_folder_with_two_of_one_name(
    entries: list[tuple[str, str, str]], moved: Path, *, deep: bool
) -> None:
    """Git takes the one that it finds first: what is checked would not be what is merged."""
    ids = {"own": git(moved, "rev-parse", f"main:{TASK}"), "forged": git(moved, "rev-parse", f"mine:{TASK}")}
    years = [("40000", "2026", folder_of(moved, [(mode, name, ids[id_]) for mode, name, id_ in entries]))]
    if not deep:  # the folder itself is there twice
        years = [
            ("40000", "2026", folder_of(moved, [("100644", "T-2026-001.yaml", id_)])) for id_ in ids.values()
        ]
    rest = git(moved, "ls-tree", "main:records").splitlines()
    lines = [(line.split()[0].lstrip("0"), line.split()[3], line.split()[2]) for line in rest]
    tasks = folder_of(moved, years)
    records = folder_of(moved, [(mode, name, tasks if name == "tasks" else id_) for mode, name, id_ in lines])
    top = folder_of(moved, [("40000", "records", records)])
    made = git(moved, "commit-tree", "-p", "main", "-m", "x", top)
    refused(checked(moved, "--since", "main", "--rev", made), "坏了", "git fsck")


def test_a_clone_without_contents(moved: Path, tmp_path: Path) -> None:
    git(moved, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{moved}", "partial")
    shutil.copytree(moved / "records", tmp_path / "partial" / "records")
    refused(checked(tmp_path / "partial", "--since", "origin/main"), "没有取全")
    missing = git(tmp_path / "partial", "rev-list", "--objects", "--all", "--missing=print")
    assert "?" in missing  # nothing was fetched behind the back


def test_a_conflict_in_the_index(moved: Path) -> None:
    git(moved, "switch", "-q", "main")
    commit(moved, "due: 2026-04-15", "due: 2026-05-15")
    assert tried(moved, "merge", "-q", "mine").code == 1
    refused(checked(moved, "--staged"), TASK, "冲突")


def test_what_is_only_announced_is_not_looked_at(desk: Path) -> None:
    """``git add -N``: the index has it as empty, and no commit will have it."""
    new = desk / "records" / "issues" / "2026" / "I-2026-031.yaml"
    new.write_text("id: I-2026-031\n", encoding="utf-8")
    git(desk, "add", "-N", str(new))
    assert checked(desk, "--since", "main", "--staged").code == 0
    new.write_text("", encoding="utf-8")
    git(desk, "add", str(new))
    assert "LX016" in checked(desk, "--since", "main", "--staged").out


def test_outside_of_a_repository(desk: Path) -> None:
    shutil.rmtree(desk / ".git")
    for words in WAYS:
        refused(checked(desk, *words), "不在 Git 仓库里")


def test_a_bare_repository_is_checked_by_its_revisions(moved: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(moved), "bare.git")
    bare = tmp_path / "bare.git"
    assert "LX503" in checked(bare, "--since", "main", "--rev", "mine").out
    assert checked(bare, "--rev", "main").code == 0
    for words in (("--since", "main"), ("--staged",), ()):
        refused(checked(bare, *words))
