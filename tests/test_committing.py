"""One file is committed and nothing else changes, whatever is going on, and wherever it is killed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import IDENTITY
from lianxi.committing import commit_file
from lianxi.git import Committed, GitError, commit, hooks, landing, program, readiness

POSIX = pytest.mark.skipif(os.name != "posix", reason="the hooks are shell scripts")
REAL = shutil.which("git") or ""
FILE = "records/minutes/2026/M-2026-02.md"
MESSAGE = "起草纪要：第二次会议（示例）"
TRAILERS = {"Lianxi-Meeting": "M-2026-02", "Lianxi-Digest": "sha256:00"}
PROGRAM = """
import sys
from pathlib import Path
from lianxi.committing import commit_file
from lianxi.git import GitError
try:
    commit_file(Path(sys.argv[1]), sys.argv[2].encode(), "起草纪要", {"Lianxi-Meeting": "M-2026-02"})
except GitError as error:
    print(error.line)
"""
"""As a person runs it: in a process of its own."""


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    """What was found on another test's PATH is looked for again."""
    for found in (program.program, program.search_path, program.version):
        found.cache_clear()


def git(at: Path, *words: str, check: bool = True) -> str:
    said = subprocess.run([REAL, "-C", str(at), *IDENTITY, *words], capture_output=True, check=False)
    assert said.returncode == 0 or not check, said.stderr.decode()
    return said.stdout.decode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository in which a good deal is staged, changed and new."""
    place = tmp_path / "work"
    git(tmp_path, "init", "-q", "-b", "main", str(place))
    git(place, "config", "user.name", "示例甲")
    git(place, "config", "user.email", "jia@example.invalid")
    for name in ("kept", "staged", "both", "changed", "removed", "gone"):
        (place / name).write_text(f"{name}\n", encoding="utf-8")
    git(place, "add", ".")
    git(place, "commit", "-q", "-m", "start")
    for name in ("staged", "both", "new"):
        (place / name).write_text(f"{name} staged\n", encoding="utf-8")
    git(place, "add", "staged", "both", "new")
    for name in ("both", "changed", "untracked", "meant"):
        (place / name).write_text(f"{name} changed\n", encoding="utf-8")
    git(place, "add", "-N", "meant")
    git(place, "rm", "-q", "--cached", "removed")
    (place / "gone").unlink()
    return place


def others(root: Path) -> tuple[str, str, str]:
    """Everything that is staged or changed beside the file: entries, what is staged, what the state is."""
    beside = f":(exclude){FILE}"
    return (
        git(root, "ls-files", "--stage", "--", ".", beside),
        git(root, "diff", "--cached", "--", ".", beside),
        git(root, "status", "--porcelain", "-uall", "--", ".", beside),
    )


def put(root: Path, text: str = "纪要\n", message: str = MESSAGE) -> Committed | None:
    return commit_file(root / FILE, text.encode(), message, TRAILERS)


def refused(root: Path, match: str, text: str = "纪要\n") -> str:
    """It is refused, with this line, and everything is as it was."""
    before = state(root)
    with pytest.raises(GitError, match=match) as error:
        put(root, text)
    assert state(root) == before
    assert "\n" not in error.value.line
    return error.value.line


def state(root: Path) -> tuple[object, ...]:
    head = git(root, "rev-parse", "-q", "--verify", "HEAD", check=False)
    files = {
        place: place.read_bytes()
        for place in root.rglob("*")
        if place.is_file() and ".git" not in place.parts
    }
    folders = {place for place in root.rglob("*") if place.is_dir() and ".git" not in place.parts}
    locks = (
        sorted(place.name for place in (root / ".git").rglob("*.lock")) if (root / ".git").is_dir() else []
    )
    return (
        head,
        files,
        folders,
        locks,
        git(root, "status", "--porcelain", "-uall"),
        git(root, "ls-files", "-s"),
    )


def hook(root: Path, name: str, body: str, folder: str = ".git/hooks") -> None:
    place = root / folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    place.chmod(0o755)


def commits(root: Path) -> int:
    return int(git(root, "rev-list", "--count", "HEAD"))


# --- what is committed ------------------------------------------------------------------------


def test_exactly_the_file_is_committed(root: Path) -> None:
    before = others(root)
    done = put(root)
    assert done is not None
    assert done.id == git(root, "rev-parse", "HEAD").strip()
    assert git(root, "show", "--format=", "--name-status", "-z", "HEAD") == f"A\0{FILE}\0"
    assert git(root, "show", f"HEAD:{FILE}") == (root / FILE).read_text(encoding="utf-8") == "纪要\n"
    assert others(root) == before
    assert git(root, "status", "--porcelain", "--", FILE) == ""
    assert git(root, "log", "-1", "--format=%an <%ae>|%cn|%P|%s").strip() == (
        f"示例甲 <jia@example.invalid>|示例甲|{git(root, 'rev-parse', 'HEAD^').strip()}|{MESSAGE}"
    )
    assert git(root, "log", "-1", "--format=%(trailers)").strip().splitlines() == [
        "Lianxi-Meeting: M-2026-02",
        "Lianxi-Digest: sha256:00",
    ]
    assert git(root, "reflog", "-1", "--format=%gs") == f"commit: {MESSAGE}\n"
    assert git(root, "reflog", "-1", "--format=%gs", "main") == f"commit: {MESSAGE}\n"


def test_twice_is_one_commit(root: Path) -> None:
    put(root)
    before = state(root)
    assert put(root) is None
    assert state(root) == before
    assert commits(root) == 2


def test_a_change_is_a_second_commit(root: Path) -> None:
    put(root)
    before = others(root)
    put(root, "纪要改了\n")
    assert commits(root) == 3
    assert git(root, "show", "--format=", "--name-status", "HEAD") == f"M\t{FILE}\n"
    assert others(root) == before


@pytest.mark.parametrize("added", ["add", "add -N"])
def test_the_file_itself_was_staged_otherwise(root: Path, added: str) -> None:
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text("别的\n", encoding="utf-8")
    git(root, *added.split(), FILE)
    before = others(root)
    put(root)
    assert git(root, "show", f"HEAD:{FILE}") == "纪要\n"
    assert git(root, "status", "--porcelain", "--", FILE) == ""
    assert others(root) == before


def test_an_index_that_fell_behind_catches_up(root: Path) -> None:
    put(root)
    before = others(root)
    git(root, "rm", "-q", "--cached", FILE)
    assert put(root) == Committed(None)
    assert commits(root) == 2
    assert git(root, "status", "--porcelain", "--", FILE) == ""
    assert others(root) == before


@pytest.mark.parametrize("format_", ["sha1", "sha256"])
def test_the_first_commit_of_all(tmp_path: Path, format_: str) -> None:
    git(tmp_path, "init", "-q", "-b", "main", f"--object-format={format_}", "work")
    root = tmp_path / "work"
    git(root, "config", "user.name", "示例甲")
    git(root, "config", "user.email", "jia@example.invalid")
    (root / "new").write_text("x", encoding="utf-8")
    git(root, "add", "new")
    put(root)
    assert commits(root) == 1
    assert git(root, "ls-tree", "-r", "--name-only", "HEAD") == f"{FILE}\n"
    assert git(root, "status", "--porcelain") == "A  new\n"
    put(root, "改了\n")
    assert commits(root) == 2


def test_a_linked_work_tree_and_a_submodule(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "-q", "-b", "side", str(tmp_path / "linked"))
    outer = tmp_path / "outer"
    git(tmp_path, "init", "-q", str(outer))
    git(outer, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(root), "inner")
    for name in ("user.name", "user.email"):
        git(outer / "inner", "config", name, "jia@example.invalid")
    for place in (tmp_path / "linked", outer / "inner"):
        (place / "new").write_text("x", encoding="utf-8")
        git(place, "add", "new")
        before = others(place)
        put(place)
        assert commits(place) == 2
        assert others(place) == before
    assert commits(root) == 1


def test_the_settings_of_users_count(root: Path) -> None:
    for name, value in (
        ("core.autocrlf", "input"),
        ("core.splitIndex", "true"),
        ("core.untrackedCache", "true"),
    ):
        git(root, "config", name, value)
    git(root, "update-index", "--split-index", "--untracked-cache")
    git(root, "config", "i18n.commitEncoding", "GBK")
    before = others(root)
    shared = set((root / ".git").glob("sharedindex*"))
    put(root)
    assert set((root / ".git").glob("sharedindex*")) <= shared
    assert others(root) == before
    assert git(root, "status", "--porcelain", "--", FILE) == ""
    made = git(root, "cat-file", "commit", "HEAD")
    assert MESSAGE in made
    assert "\nencoding" not in made


def test_a_sparse_work_tree(root: Path, tmp_path: Path) -> None:
    put(root)
    git(tmp_path, "clone", "-q", str(root), "sparse")
    sparse = tmp_path / "sparse"
    for name in ("user.name", "user.email"):
        git(sparse, "config", name, "jia@example.invalid")
    git(sparse, "sparse-checkout", "init", "--cone", "--sparse-index")
    git(sparse, "sparse-checkout", "set", "elsewhere")
    before = others(sparse)
    put(sparse, "改了\n")
    assert git(sparse, "show", "--format=", "--name-only", "HEAD") == f"{FILE}\n"
    assert others(sparse) == before
    assert git(sparse, "status", "--porcelain") == ""


def test_an_executable_file_stays_one(root: Path) -> None:
    put(root)
    git(root, "update-index", "--chmod=+x", FILE)
    (root / FILE).chmod(0o755)
    git(root, "commit", "-q", "-m", "x", "--", FILE)
    put(root, "改了\n")
    assert git(root, "ls-files", "-s", FILE).startswith("100755 ")


def test_who_commits_may_be_said_by_variables(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "config", "--unset", "user.name")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "示例乙")
    put(root)
    assert git(root, "log", "-1", "--format=%an|%cn").strip() == "示例乙|示例乙"


@POSIX
def test_a_commit_is_signed_where_the_configuration_says_so(root: Path, tmp_path: Path) -> None:
    hook(tmp_path, "gpg", 'cat > signed\necho "[GNUPG:] SIG_CREATED " >&2\necho SIGNATURE', folder="bin")
    git(root, "config", "gpg.program", str(tmp_path / "bin" / "gpg"))
    git(root, "config", "commit.gpgsign", "true")
    put(root)
    (root / "signed").unlink()
    assert "gpgsig SIGNATURE" in git(root, "cat-file", "commit", "HEAD")
    hook(tmp_path, "gpg", "echo 'no secret key\x1b[31m' >&2; exit 2", folder="bin")
    line = refused(root, r"没有签成名：.*commit\.gpgsign", "改了\n")
    assert "\x1b" not in line


# --- hooks ------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("folder", [".git/hooks", "tools/hooks"])
def test_hooks_run_as_git_runs_them(root: Path, tmp_path: Path, folder: str) -> None:
    if folder != ".git/hooks":
        git(root, "config", "core.hooksPath", folder)
    log = tmp_path / "log"
    tell = f'echo "$(basename $0) $2 $GIT_EDITOR $(git diff --cached --name-only)" >> {log}'
    for name in ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"):
        hook(root, name, f"{tell}\necho {name} said", folder)
    hook(root, "commit-msg", f'{tell}\necho "Change-Id: I1" >> "$1"', folder)
    staged = git(root, "diff", "--cached", "--name-only").split()
    done = put(root)
    assert done is not None
    told = log.read_text(encoding="utf-8").replace("\n", " ").split()
    assert told == [
        *("pre-commit", ":", FILE),
        *("prepare-commit-msg", "message", ":", FILE),
        *("commit-msg", ":", FILE),
        *("post-commit", ":", *staged),
    ]
    assert done.said.split("\n") == ["pre-commit said", "prepare-commit-msg said", "post-commit said", ""]
    assert git(root, "log", "-1", "--format=%(trailers:key=Change-Id)").strip() == "Change-Id: I1"


@POSIX
@pytest.mark.parametrize("name", ["pre-commit", "prepare-commit-msg", "commit-msg"])
@pytest.mark.parametrize("before", [None, "旧稿\n"])
def test_a_hook_that_fails(root: Path, name: str, before: str | None) -> None:
    if before is not None:
        (root / FILE).parent.mkdir(parents=True)
        (root / FILE).write_text(before, encoding="utf-8")
    hook(root, name, f"echo 'too \x1b]0;long' >&2; echo more >> {FILE}; exit 3")
    line = refused(root, rf"钩子 {name} 不让提交（退出码 3）：.*too .*long")
    assert "\x1b" not in line


@POSIX
def test_a_hook_that_adds_to_the_commit(root: Path) -> None:
    hook(root, "pre-commit", "git add changed")
    refused(root, "钩子 pre-commit 改了要提交的内容")


@POSIX
def test_a_hook_that_empties_the_message(root: Path) -> None:
    hook(root, "commit-msg", ': > "$1"')
    refused(root, "提交说明改成了空的")


@POSIX
def test_a_hook_that_only_fails_afterwards(root: Path) -> None:
    hook(root, "post-commit", "echo late; exit 1")
    assert put(root) is not None
    assert commits(root) == 2


@POSIX
def test_a_transaction_that_is_refused(root: Path) -> None:
    hook(root, "reference-transaction", 'test "$1" != prepared || { echo "closed" >&2; exit 1; }')
    refused(root, "没有做成")


@POSIX
@pytest.mark.parametrize("times", [1, 9])
def test_somebody_commits_meanwhile(root: Path, tmp_path: Path, times: int) -> None:
    theirs = "git -c core.hooksPath=/dev/null commit -q --allow-empty --only -m theirs"
    once = f"echo >> {tmp_path}/n; test $(wc -l < {tmp_path}/n) -gt {times} || {theirs}"
    hook(root, "pre-commit", f"unset GIT_INDEX_FILE; {once}")
    before = others(root)
    if times == 1:
        put(root)
        assert git(root, "log", "--format=%s") == f"{MESSAGE}\ntheirs\nstart\n"
    else:
        with pytest.raises(GitError, match="每次提交的时候，分支上都多了别的提交"):
            put(root)
        assert git(root, "log", "--format=%s") == "theirs\n" * 3 + "start\n"
        assert not (root / "records").exists()
    assert others(root) == before


@POSIX
def test_somebody_stages_meanwhile(root: Path) -> None:
    hook(root, "commit-msg", "unset GIT_INDEX_FILE; git add untracked")
    put(root)
    assert "A  untracked" in git(root, "status", "--porcelain")
    assert git(root, "show", "--format=", "--name-only", "HEAD") == f"{FILE}\n"


@POSIX
def test_an_older_git_runs_no_hooks(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "_RUNS_HOOKS", (99, 0))
    put(root)
    hook(root, "pre-commit", "exit 0")
    refused(root, r"钩子 pre-commit，运行它要 Git 99\.0 以上", "改了\n")


# --- what forbids it --------------------------------------------------------------------------


@pytest.fixture
def forked(tmp_path: Path) -> Path:
    """Two branches that both changed one file."""
    root = tmp_path / "forked"
    git(tmp_path, "init", "-q", "-b", "main", str(root))
    git(root, "config", "user.name", "示例甲")
    git(root, "config", "user.email", "jia@example.invalid")
    (root / "a").write_text("0\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "start")
    git(root, "branch", "side")
    for branch in ("side", "main"):
        git(root, "switch", "-q", branch)
        (root / "a").write_text(f"{branch}\n", encoding="utf-8")
        git(root, "commit", "-qam", branch)
    return root


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("merge side", "正在合并.*git merge --continue"),
        ("cherry-pick side", "正在拣选提交.*git cherry-pick --continue"),
        ("revert HEAD~1", "正在撤销提交.*git revert"),
        ("rebase side", "正在变基.*git rebase --continue"),
        ("merge --no-commit -s ours side", "正在合并"),
    ],
)
def test_something_is_under_way(forked: Path, words: str, match: str) -> None:
    git(forked, "commit", "-q", "--allow-empty", "-m", "more")
    if words.startswith("revert"):
        (forked / "a").write_text("later\n", encoding="utf-8")
        git(forked, "commit", "-qam", "later")
        words = "revert HEAD~2"
    git(forked, *words.split(), check=False)
    refused(forked, match)


def test_a_conflict_that_nothing_else_shows(forked: Path) -> None:
    git(forked, "merge", "side", check=False)
    (forked / ".git" / "MERGE_HEAD").unlink()
    refused(forked, "有冲突没有解决：a；")


def test_no_branch(root: Path) -> None:
    git(root, "checkout", "-q", "--detach")
    refused(root, "不在任何分支上.*git switch")


def test_a_bare_repository(root: Path) -> None:
    git(root, "config", "core.bare", "true")
    with pytest.raises(GitError, match="裸仓库"):
        put(root)
    assert not (root / "records").exists()


def test_outside_of_a_repository(tmp_path: Path) -> None:
    with pytest.raises(GitError, match=r"不在 Git 仓库里.*git init"):
        put(tmp_path)
    assert not (tmp_path / "records").exists()


def test_a_file_that_is_ignored(root: Path) -> None:
    (root / ".gitignore").write_text("# 草稿\n/records/minutes/\n", encoding="utf-8")
    refused(root, f"{FILE} 被 .gitignore 第2行“/records/minutes/”忽略")
    git(root, "add", "-f", ".gitignore")
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text("旧\n", encoding="utf-8")
    git(root, "add", "-f", FILE)
    assert put(root) is not None  # once it is tracked the rule no longer counts


@pytest.mark.parametrize("unset", [("user.name",), ("user.name", "user.email")])
def test_nobody_to_commit_as(root: Path, monkeypatch: pytest.MonkeyPatch, unset: tuple[str, ...]) -> None:
    for name in unset:
        git(root, "config", "--unset", name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("EMAIL", "")
    refused(root, "不知道提交人是谁.*git config --global user.name")


@POSIX
def test_a_lock_is_waited_for_and_never_deleted(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "PATIENCE", 0.2)
    hook(root, "pre-commit", f"touch {tmp_path}/run")
    (root / ".git" / "index.lock").touch()
    refused(root, r"另一个 Git 程序占用.*index\.lock")
    assert not (tmp_path / "run").exists()  # a hook may take minutes: not in vain


@POSIX
def test_a_lock_that_goes_away(root: Path) -> None:
    lock = root / ".git" / "index.lock"
    lock.touch()
    with subprocess.Popen(["sh", "-c", f"sleep 0.3; rm {lock}"]):
        assert put(root) is not None


@POSIX
@pytest.mark.parametrize("what", ["file", "folder", "submodule"])
def test_something_else_is_in_the_place(root: Path, what: str) -> None:
    (root / "records").mkdir()
    if what == "file":
        (root / "records" / "minutes").write_text("x", encoding="utf-8")
    elif what == "folder":
        (root / FILE).mkdir(parents=True)
        (root / FILE / "x").write_text("x", encoding="utf-8")
    else:
        id_ = git(root, "rev-parse", "HEAD").strip()
        git(root, "update-index", "--add", "--cacheinfo", f"160000,{id_},records")
    git(root, "add", "records")
    git(root, "commit", "-q", "-m", "in the way")
    shutil.rmtree(root / "records")
    before = git(root, "ls-files", "-s"), git(root, "rev-parse", "HEAD")
    with pytest.raises(GitError, match=r"有同名的文件、文件夹或子模块|在子模块或者链接里"):
        put(root)
    assert (git(root, "ls-files", "-s"), git(root, "rev-parse", "HEAD")) == before


@POSIX
def test_a_link_in_the_place(root: Path) -> None:
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).symlink_to("/etc/hostname")
    refused(root, "是一个链接")


@POSIX
def test_configuration_does_not_run_programs(root: Path, tmp_path: Path) -> None:
    hook(tmp_path, "script", f"touch {tmp_path}/run", folder="bin")
    for name in ("core.fsmonitor", "core.pager", "core.editor", "diff.external"):
        git(root, "config", name, str(tmp_path / "bin" / "script"))
    put(root)
    assert not (tmp_path / "run").exists()


# --- killed -----------------------------------------------------------------------------------


def started(root: Path, text: str, environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(root / FILE), text],
        env={**os.environ, "TMPDIR": str(root.parent), **(environment or {})},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def marked(root: Path, text: str, victim: Path, environment: dict[str, str] | None = None) -> int:
    """Run it, with its process group written down first; gives its exit code."""
    mark = "import os, sys; open(sys.argv[3], 'w').write(str(os.getpid()))\n"
    process = subprocess.Popen(
        [sys.executable, "-c", mark + PROGRAM, str(root / FILE), text, str(victim)],
        env={**os.environ, "TMPDIR": str(root.parent), **(environment or {})},
        start_new_session=True,
    )
    return process.wait()


def finished(root: Path, text: str) -> bool:
    """Whether the commit was made; the repository is whole, and as before or as after."""
    time.sleep(0.05)  # what has been told to land lands
    git(root, "fsck", "--strict")
    assert not list((root / ".git").rglob("*.lock"))
    made = git(root, "show", f"HEAD:{FILE}", check=False) == text
    told = git(root, "status", "--porcelain", "-uall", "--", FILE)
    assert told in ([""] if made else ["", f"?? {FILE}\n", f" M {FILE}\n"])
    return made


@POSIX
def test_killed_at_every_call_of_git(root: Path, tmp_path: Path) -> None:
    """By a Git that kills whoever runs the commit, with all its group, as it is called for the nth time."""
    for name in ("pre-commit", "commit-msg"):
        hook(root, name, "exit 0")
    count, victim = tmp_path / "count", tmp_path / "victim"
    kill = f'test "$n" != "$DIES_AT" || kill -9 -$(cat {victim})'
    body = f'n=$(($(cat {count}) + 1)); echo $n > {count}; {kill}; {REAL} "$@"; code=$?; exit $code'
    hook(tmp_path, "git", body, folder="first")
    before, made, calls = others(root), commits(root), 0
    for dies_at in range(1, 40, int(os.environ.get("LIANXI_EVERY", "3"))):
        text = f"第{dies_at}稿\n"
        count.write_text("0\n", encoding="utf-8")
        environment = {
            "PATH": f"{tmp_path / 'first'}{os.pathsep}{os.environ['PATH']}",
            "DIES_AT": str(dies_at),
        }
        killed = marked(root, text, victim, environment) == -signal.SIGKILL
        made += finished(root, text)
        assert commits(root) == made
        put(root, text)  # the next run completes it, with nothing to clear away
        made = commits(root)
        assert git(root, "show", f"HEAD:{FILE}") == text
        assert others(root) == before
        if not killed:
            break
        calls = dies_at
    assert 20 < calls < 39


@POSIX
@pytest.mark.parametrize("stage", ["prepared", "committed"])
def test_killed_while_branch_and_index_move(root: Path, tmp_path: Path, stage: str) -> None:
    """What has begun to land lands, though all of the group is gone."""
    victim, before = tmp_path / "victim", others(root)
    hook(root, "reference-transaction", f'test "$1" != {stage} || kill -9 -$(cat {victim})')
    assert marked(root, "纪要\n", victim) == -signal.SIGKILL
    time.sleep(0.2)
    assert finished(root, "纪要\n")
    assert others(root) == before


@POSIX
def test_killed_at_any_moment(root: Path) -> None:
    """For LIANXI_KILLS times; make it thousands to look for what is rare."""
    chance = random.Random(os.environ.get("LIANXI_SEED", "4"))  # noqa: S311 - not for secrets
    before = others(root)
    for number in range(int(os.environ.get("LIANXI_KILLS", "12"))):
        text = f"第{number}稿\n"
        process = started(root, text)
        time.sleep(chance.uniform(0.05, 0.3))
        os.killpg(process.pid, chance.choice((signal.SIGKILL, signal.SIGINT)))
        process.communicate()
        made = finished(root, text)
        count = commits(root)
        put(root, text)
        assert commits(root) == count + (not made)
        assert others(root) == before


def test_interrupted_too_late(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(commit._Work, "_after", interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(root)
    assert finished(root, "纪要\n")
    assert (root / FILE).exists()


def test_interrupted_in_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    before = state(root)
    monkeypatch.setattr(commit._Work, "_land", interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(root)
    assert state(root) == before


def test_several_at_once(root: Path) -> None:
    before = others(root)
    racing = [started(root, f"{number % 2}\n") for number in range(4)]
    assert [process.communicate()[0] for process in racing] == [b""] * 4
    assert {process.returncode for process in racing} == {0}
    text = git(root, "show", f"HEAD:{FILE}")
    assert text in ("0\n", "1\n")
    assert finished(root, text)
    assert others(root) == before


# --- landing ----------------------------------------------------------------------------------


FILES = {"index", "seen", "prepared"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("index", "old"), ("seen", "old"), ("prepared", "new")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def landed(folder: Path, moving: str = "", line: bytes = b"update HEAD\n") -> tuple[str, str, set[str]]:
    """What it says at last, and what is then in the folder."""
    words = [str(folder / name) for name in ("index", "seen", "prepared")]
    program = [sys.executable, "-I", "-S", landing.__file__, *words]
    told = [*program, *(["/bin/sh", "-c", moving, str(folder)] if moving else [])]
    done = subprocess.run(told, input=line, capture_output=True, check=True)
    ready, _, said = done.stdout.decode().partition("\n")
    assert ready == landing.READY
    left = {place.name for place in folder.iterdir()} ^ FILES
    return said, (folder / "index").read_text(encoding="utf-8"), left


GIT = """read a; echo start: ok; read a || exit 0; read b; echo "$a" > $0/told
{prepared}; echo prepare: ok; read c || exit 0; {made}; echo commit: ok"""
"""What ``git update-ref --stdin`` answers."""


@POSIX
def test_landing(folder: Path) -> None:
    assert landed(folder, GIT.format(prepared=":", made="cp $0/index $0/then")) == (
        "done",
        "new",
        {"told", "then"},
    )
    assert (folder / "told").read_text(encoding="utf-8") == "update HEAD\n"
    assert (folder / "then").read_text(encoding="utf-8") == "new"


def test_landing_of_the_index_alone(folder: Path) -> None:
    assert landed(folder, line=b"\n") == ("done", "new", set())


@POSIX
def test_landing_on_an_index_that_changed(folder: Path) -> None:
    (folder / "index").write_text("other", encoding="utf-8")
    assert landed(folder, GIT.format(prepared=":", made=":")) == ("moved", "other", set())


@POSIX
def test_landing_on_an_index_that_is_locked(folder: Path) -> None:
    (folder / "index.lock").touch()
    assert landed(folder, GIT.format(prepared=":", made=":")) == ("locked", "old", {"index.lock"})


@POSIX
@pytest.mark.parametrize(("prepared", "made"), [("echo no >&2; exit 1", ":"), (":", "echo no >&2; exit 1")])
def test_landing_where_git_refuses(folder: Path, prepared: str, made: str) -> None:
    assert landed(folder, GIT.format(prepared=prepared, made=made)) == ("no\n", "old", {"told"})


@POSIX
@pytest.mark.parametrize("line", [b"", b"update HEAD"])
def test_whoever_asked_has_gone(folder: Path, line: bytes) -> None:
    assert landed(folder, GIT.format(prepared=":", made=":"), line) == ("", "old", set())
