"""The door to Git, on real repositories: what they hold changes neither what is run nor what is read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import IDENTITY
from lianxi import cli
from lianxi.git import GitError, Repository, door, program, repository_of
from lianxi.git.failure import failure

POSIX = pytest.mark.skipif(os.name != "posix", reason="the programs put in the way are shell scripts")
REAL = shutil.which("git") or ""
TASK = "records/tasks/2026/T-2026-001.yaml"


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    """What was found on another test's PATH is looked for again."""
    for found in (program.program, program.search_path, program.version):
        found.cache_clear()


def git(at: Path, *words: str, data: str | None = None) -> str:
    said = subprocess.run(
        [REAL, "-C", str(at), *IDENTITY, *words],
        input=data,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return said.stdout


def commit(at: Path, text: str, path: str = TASK, subject: str = "change") -> str:
    (at / path).parent.mkdir(parents=True, exist_ok=True)
    (at / path).write_text(text, encoding="utf-8")
    git(at, "add", "-A")
    git(at, "commit", "-q", "-m", subject)
    return git(at, "rev-parse", "HEAD").strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one task, which was changed once."""
    place = tmp_path / "work"
    git(tmp_path, "init", "-q", "-b", "main", str(place))
    commit(place, "id: T-2026-001\ntitle: 一\nlead: 市财政局\n", subject="新建任务")
    commit(place, "id: T-2026-001\ntitle: 二\nlead: 市财政局\n", subject="改标题")
    return place


def opened(at: Path) -> Repository:
    found = repository_of(at)
    assert found is not None
    return found


def program_at(place: Path, body: str) -> Path:
    """A shell script in the place of a program."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    place.chmod(0o755)
    return place


@pytest.fixture
def instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a script before the real Git."""

    def put(body: str) -> None:
        program_at(tmp_path / "first" / "git", body)
        monkeypatch.setenv("PATH", f"{tmp_path / 'first'}{os.pathsep}{os.environ['PATH']}")

    return put


@pytest.fixture
def calls(tmp_path: Path, instead: Callable[[str], None]) -> Callable[[], list[str]]:
    """The words of every process that has been run so far."""
    log = tmp_path / "calls"
    instead(f'echo "$LC_ALL $*" >> {log}\nexec {REAL} "$@"')
    return lambda: log.read_text(encoding="utf-8").splitlines() if log.exists() else []


# --- which program is run ---------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("entry", ["{top}", "{top}/bin", ".", "bin", "", "{top}/../{name}/bin"])
def test_a_committed_program_is_never_run(root: Path, monkeypatch: pytest.MonkeyPatch, entry: str) -> None:
    for place in (root / "git", root / "bin" / "git"):
        program_at(place, f'touch {root}/run\nexec {REAL} "$@"')
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", f"{entry.format(top=root, name=root.name)}{os.pathsep}{os.environ['PATH']}")
    found = opened(root / "records")
    assert len(found.history(TASK)) == 2
    assert not (root / "run").exists()
    assert str(root) not in program.environment(found.top)["PATH"]


@POSIX
def test_a_link_into_the_work_tree_is_not_run(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program_at(root / "git", f'touch {root}/run\nexec {REAL} "$@"')
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "git").symlink_to(root / "git")
    monkeypatch.setenv("PATH", f"{tmp_path / 'linked'}{os.pathsep}{os.environ['PATH']}")
    assert opened(root).history(TASK)
    assert not (root / "run").exists()


def test_git_is_missing(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(GitError, match="找不到 Git：请安装"):
        repository_of(root)


@POSIX
def test_git_is_too_old(root: Path, instead: Callable[[str], None]) -> None:
    instead("echo git version 2.17.1")
    with pytest.raises(GitError, match=r"Git 太旧：现在是 2\.17，要 2\.31 以上"):
        repository_of(root)


@POSIX
def test_a_program_that_is_not_git(root: Path, instead: Callable[[str], None]) -> None:
    instead("echo hello")
    with pytest.raises(GitError, match="不像是 Git"):
        repository_of(root)


def test_the_command_line_says_it_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli._failed(GitError("找不到 Git\x1b")) == 3
    assert capsys.readouterr().err == "找不到 Git␛\n"


# --- where the repository is ------------------------------------------------------------------


def test_outside_of_a_repository_git_is_not_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert repository_of(tmp_path / "not" / "there.yaml") is None


def test_a_path_that_is_not_there_yet(root: Path) -> None:
    found = opened(root / "records" / "minutes" / "2026" / "M-2026-01.md")
    assert found.top == root
    assert found.path_of(root / "records" / "minutes" / "M.md") == "records/minutes/M.md"


def test_a_bare_repository_hidden_in_the_tree(root: Path) -> None:
    hidden = root / "records" / "hidden"
    git(root, "clone", "-q", "--bare", ".", str(hidden))
    git(hidden, "config", "core.bare", "false")
    git(hidden, "config", "core.worktree", str(root.parent))
    assert opened(hidden / "refs").git_dir == root / ".git"


def test_a_linked_work_tree_and_a_submodule(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "-q", str(tmp_path / "linked"))
    git(root, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(root), "inner")
    for place in (tmp_path / "linked", root / "inner"):
        found = opened(place / "records")
        assert found.top == place
        assert len(found.history(TASK)) == 2


@pytest.mark.parametrize("around", [False, True])
@pytest.mark.parametrize("mark", ["folder", "file"])
def test_a_broken_repository(root: Path, mark: str, *, around: bool) -> None:
    if around:
        git(root.parent, "init", "-q")
    if mark == "folder":
        (root / ".git" / "HEAD").unlink()
    else:
        shutil.rmtree(root / ".git")
        (root / ".git").write_text("gitdir: /nowhere\n", encoding="utf-8")
    with pytest.raises(GitError):
        repository_of(root)


@POSIX
def test_a_repository_of_another_user(root: Path, instead: Callable[[str], None]) -> None:
    instead(f'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {REAL} "$@"')
    with pytest.raises(GitError, match=f'属于另一个用户.*safe.directory "{root}"'):
        repository_of(root)


# --- what must not matter ---------------------------------------------------------------------


def test_variables_that_name_another_repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "nonsense")
    monkeypatch.setenv("GIT_TRACE", str(root / "trace"))
    assert len(opened(root).history(TASK)) == 2
    assert not (root / "trace").exists()


def test_a_pushed_object_in_quarantine_is_read(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "pushed")
    pushed = git(tmp_path / "pushed", "hash-object", "-w", "--stdin", data="新").strip()
    objects = tmp_path / "pushed" / ".git" / "objects"
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(objects))
    monkeypatch.setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", str(root / ".git" / "objects"))
    with pytest.raises(GitError, match=f"缺少 {pushed}"):
        opened(root).contents([pushed])
    monkeypatch.setenv("GIT_QUARANTINE_PATH", str(objects))
    assert opened(root).contents([pushed]) == {pushed: "新".encode()}
    assert len(opened(root).history(TASK)) == 2


def test_replaced_and_grafted_objects(root: Path) -> None:
    found = opened(root)
    before = found.history(TASK)
    other = git(root, "hash-object", "-w", "--stdin", data="伪造").strip()
    git(root, "replace", str(before[0].after), other)
    git(root, "replace", "--graft", before[0].commit)
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "grafts").write_text(f"{before[0].commit}\n", encoding="utf-8")
    assert found.history(TASK) == before
    assert "二" in found.contents([str(before[0].after)])[str(before[0].after)].decode()


@POSIX
def test_programs_named_by_configuration_and_attributes(root: Path) -> None:
    signing = 'cat > /dev/null; echo "[GNUPG:] SIG_CREATED " >&2; echo SIGNATURE'
    signs = program_at(root.parent / "signs", signing)  # whoever does not read it all breaks the pipe
    git(root, "-c", f"gpg.program={signs}", "commit", "-q", "--amend", "-S", "-C", "HEAD")
    script = program_at(root.parent / "script", f"touch {root.parent}/run")
    settings = (
        "diff.external",
        "diff.x.command",
        "diff.x.textconv",
        "core.fsmonitor",
        "core.pager",
        "gpg.program",
    )
    for name in (*settings, "filter.x.smudge"):
        git(root, "config", name, str(script))
    for name, value in (("log.showSignature", "true"), ("color.ui", "always"), ("log.follow", "true")):
        git(root, "config", name, value)
    for name, value in (
        ("diff.relative", "true"),
        ("log.decorate", "full"),
        ("i18n.logOutputEncoding", "GBK"),
    ):
        git(root, "config", name, value)
    (root / ".gitattributes").write_text("*.yaml diff=x filter=x\n", encoding="utf-8")
    (root / ".mailmap").write_text("骗子 <x@example.invalid> <tests@example.invalid>\n", encoding="utf-8")
    found = opened(root)
    assert [(each.subject, each.author) for each in found.history(TASK)] == [
        ("改标题", "tests"),
        ("新建任务", "tests"),
    ]
    assert found.branch_paths("records") == {TASK}
    assert not (root.parent / "run").exists()


@POSIX
def test_every_process_is_deaf_to_the_rest(root: Path, calls: Callable[[], list[str]]) -> None:
    found = opened(root)
    found.contents(str(each.after) for each in found.history(TASK))
    _ = found.branch_paths("records"), found.is_shallow
    asked = [line for line in calls() if line.strip() != "version"]
    assert len(asked) == 9
    for line in asked:
        for word in ("--no-replace-objects", "--no-optional-locks", "core.fsmonitor=false"):
            assert word in line
        assert "safe.bareRepository=explicit" in line
        assert line.startswith("C ")
    assert all(f"--git-dir={root}/.git --work-tree={root} " in line for line in asked[1:])


@POSIX
@pytest.mark.parametrize("name", ["--output=run", "$(touch run)", 'a\n"b"\t名.yaml', "*", ":(top)x", " x "])
def test_any_name_is_a_name(root: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    commit(root, "x", path=name, subject="；$(touch run)\u202e")
    found = opened(root)
    assert [(each.path, each.subject) for each in found.history(name)] == [(name, "；$(touch run)\u202e")]
    assert found.branch_paths("") == {name, TASK}
    assert sorted(place.name for place in root.iterdir()) == sorted([".git", "records", name])


# --- what is read -----------------------------------------------------------------------------


def test_branches_here_and_elsewhere(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(root), "colleague")
    git(tmp_path / "colleague", "switch", "-q", "-c", "theirs")
    commit(tmp_path / "colleague", "x", "records/tasks/2026/T-2026-002.yaml")
    commit(tmp_path / "colleague", "x", "elsewhere/T-2026-009.yaml")
    git(root, "fetch", "-q", str(tmp_path / "colleague"), "theirs:refs/remotes/origin/theirs")
    git(root, "switch", "-q", "-c", "mine")
    commit(root, "x", "records/issues/2026/I-2026-001.yaml")
    git(root, "switch", "-q", "main")
    numbers = opened(root)
    assert numbers.branch_paths("records") == {
        TASK,
        "records/tasks/2026/T-2026-002.yaml",
        "records/issues/2026/I-2026-001.yaml",
    }
    assert numbers.branch_paths("records/tasks/") == {TASK, "records/tasks/2026/T-2026-002.yaml"}
    assert numbers.branch_paths("records/minutes") == frozenset()
    assert numbers.branch_paths(TASK) == frozenset()


@POSIX
def test_many_branches_need_no_more_processes(root: Path, calls: Callable[[], list[str]]) -> None:
    for number in range(12):
        git(root, "switch", "-q", "-c", f"b{number}", "main")
        commit(root, "x", f"records/tasks/2026/T-2026-{number + 2:03d}.yaml")
    found = opened(root)
    before = len(calls())
    assert len(found.branch_paths("records")) == 13
    assert len(calls()) - before <= 6


def test_a_repository_without_commits(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "new")
    found = opened(tmp_path / "new")
    assert found.history(TASK) == []
    assert found.branch_paths("records") == frozenset()
    assert found.contents([]) == {}


@POSIX
def test_a_history_through_a_rename_by_one_process(root: Path, calls: Callable[[], list[str]]) -> None:
    new = "records/tasks/2026/T-2026-007.yaml"
    git(root, "mv", TASK, new)
    commit(root, "id: T-2026-007\ntitle: 二\nlead: 市财政局\n", new, "换编号")
    commit(root, "x", "records/tasks/2026/T-2026-008.yaml", "无关")
    (root / new).unlink()
    git(root, "commit", "-qam", "删去")
    found = opened(root)
    before = len(calls())
    told = found.history(new)
    assert len(calls()) - before == 1
    assert [(each.subject, each.was, each.path) for each in told] == [
        ("删去", new, new),
        ("换编号", TASK, new),
        ("改标题", TASK, TASK),
        ("新建任务", TASK, TASK),
    ]
    assert told[0].after is None
    assert told[-1].before is None
    assert [each.before for each in told[:-1]] == [each.after for each in told[1:]]
    texts = found.contents(filter(None, (each.after for each in told)))
    assert [texts[each.after].decode().split("\n")[1] for each in told if each.after] == [
        "title: 二",
        "title: 二",
        "title: 一",
    ]


def test_a_copy_has_no_share_in_the_history_of_its_model(root: Path) -> None:
    copy = "records/tasks/2026/T-2026-002.yaml"
    commit(root, "id: T-2026-002\ntitle: 二\nlead: 市财政局\n", copy, "照着写")
    told = opened(root).history(copy)
    assert [(each.subject, each.was, each.before) for each in told] == [("照着写", copy, None)]


def test_author_and_day_are_those_of_the_author(root: Path) -> None:
    git(
        root,
        "commit",
        "-q",
        "--amend",
        "--author=张三 <z@example.invalid>",
        "--date=2026-03-01T08:00:00+08:00",
        "-C",
        "HEAD",
    )
    told = opened(root).history(TASK)[0]
    assert (told.author, told.date.isoformat()) == ("张三", "2026-03-01T08:00:00+08:00")


def test_what_is_too_long_for_a_record_is_passed_over(root: Path) -> None:
    commit(root, "长" * 400_000, "records/long.md")
    found = opened(root)
    ids = [str(found.history(path)[0].after) for path in ("records/long.md", TASK)]
    assert list(found.contents(ids)) == ids[1:]


def test_a_shallow_clone_says_so(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{root}", "shallow")
    assert opened(tmp_path / "shallow").is_shallow
    assert not opened(root).is_shallow


def test_a_missing_object_is_not_fetched(root: Path, tmp_path: Path) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{root}", "partial")
    found = opened(tmp_path / "partial")
    id_ = str(opened(root).history(TASK)[1].after)
    with pytest.raises(GitError, match=r"没有取全|缺少|没有做成"):
        found.contents([id_])
    missing = git(tmp_path / "partial", "rev-list", "--objects", "--all", "--missing=print")
    assert f"?{id_}" in missing


def test_a_damaged_object(root: Path) -> None:
    id_ = git(root, "rev-parse", "HEAD^{tree}").strip()
    place = root / ".git" / "objects" / id_[:2] / id_[2:]
    place.chmod(0o644)
    place.write_bytes(b"")
    with pytest.raises(GitError, match="坏了"):
        opened(root).branch_paths("records")


# --- bounds -----------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize(("body", "match"), [("yes", "结果超过"), ("sleep 60", "还没有做完")])
def test_an_answer_without_end(
    root: Path, instead: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, body: str, match: str
) -> None:
    monkeypatch.setattr(door, "MOST", 1 << 20)
    instead(f'case "$*" in *" log "*) exec {body};; *) exec {REAL} "$@";; esac')
    found = opened(root)
    hasty = replace(found, door=replace(found.door, seconds=1))
    with pytest.raises(GitError, match=match):
        hasty.history(TASK)


@pytest.mark.parametrize(
    "said",
    [
        "fatal: not a tree object: 1234",
        "fatal: Could not read 1234",
        "error: 1234 is a blob, not a tree",
    ],
)
def test_an_object_that_is_not_what_it_should_be_is_told_as_damage(said: str) -> None:
    line = failure(said, Path("/库")).line
    assert "“/库”坏了" in line
    assert "git fsck" in line
