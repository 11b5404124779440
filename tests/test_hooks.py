"""Hooks on a desk and on a server: real repositories, real pushes, and what whoever pushes is told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from conftest import DAY, IDENTITY, TINY, TINY_DAY, Lianxi, Ran
from lianxi.cli.pushes import Gate
from lianxi.cli.refusal import Refusal
from lianxi.finding import Finding
from lianxi.git import Branch, GitError, Pushed, received, repository_of, sent

TASK = "records/tasks/2026/T-2026-001.yaml"
MOVED = ("due: 2026-04-15", "due: 2026-06-30")
"""A deadline that must not move: LX503."""
FAULTY = ("lead: 东县政府", "lead: 东县")
"""A unit that there is none of."""
FINE = ("reports:\n", "notes:\n  - date: 2026-05-06\n    text: 已电话沟通\nreports:\n")
POSIX = pytest.mark.skipif(os.name != "posix", reason="the hooks are started by a shell")


def program(at: Path, *words: str, data: str | None = None, **environment: str) -> Ran:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "LIANXI_"))}
    done = subprocess.run(
        words,
        cwd=at,
        env={**clean, "PYTHONUTF8": "1", **environment},
        input=data,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def lianxi_at(at: Path, *words: str, data: str | None = None) -> Ran:
    return program(at, sys.executable, "-P", "-m", "lianxi", *words, data=data)


def tried(at: Path, *words: str) -> Ran:
    return program(at, "git", *IDENTITY, *words)


def git(at: Path, *words: str) -> str:
    ran = tried(at, *words)
    assert ran.code == 0, ran.err
    return ran.out.strip()


def change(at: Path, old: str, new: str, path: str = TASK) -> None:
    text = (at / path).read_text(encoding="utf-8")
    assert old in text
    (at / path).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def commit(at: Path, *change_: str) -> str:
    if change_:
        change(at, *change_)
    git(at, "add", "-A")
    git(at, "commit", "-q", "--no-verify", "--allow-empty", "-m", "change")
    return git(at, "rev-parse", "HEAD")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with the tiny conference on its branch main."""
    place = tmp_path / "desk"
    git(tmp_path, "init", "-q", "-b", "main", str(place))
    commit(place)
    shutil.copytree(TINY, place / "records")
    commit(place)
    return place


@pytest.fixture
def server(desk: Path, tmp_path: Path) -> Path:
    """A bare repository with the hook, to which the desk has pushed main."""
    place = tmp_path / "联席.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(place))
    assert lianxi_at(tmp_path, "hooks", "install", "--server", str(place), "--as-of", DAY).code == 0
    git(desk, "remote", "add", "origin", str(place))
    git(desk, "push", "-q", "-u", "origin", "main")
    return place


def hook(at: Path, name: str) -> Path:
    return at / ".git" / "hooks" / name


# --- what may be pushed -----------------------------------------------------------------------


def gate(at: Path, *kept: str, prefix: str | None = None, main: str = "main") -> Gate:
    repository = repository_of(at)
    assert repository is not None
    branch = Branch(f"refs/heads/{main}", git(at, "rev-parse", main), main) if main else None
    return Gate(repository, branch, (), kept or (() if main else ("*",)), prefix, TINY_DAY)


def codes(given: Gate, ref: str, old: str, new: str) -> list[str] | None:
    answer = given.check(Pushed(ref, old, new))
    return None if answer is None else [each.code for each in answer[1] if each.code != "LX423"]


def test_a_change_of_the_main_branch_is_compared_with_what_stood_there(desk: Path) -> None:
    old = git(desk, "rev-parse", "HEAD")
    at = gate(desk)
    assert codes(at, "refs/heads/main", old, commit(desk, *FINE)) == []
    assert codes(at, "refs/heads/main", old, commit(desk, *MOVED)) == ["LX503"]


def test_a_new_branch_is_compared_with_where_it_has_left_the_main_one(desk: Path) -> None:
    at = gate(desk)
    git(desk, "switch", "-q", "-c", "mine")
    new = commit(desk, *MOVED)
    assert codes(at, "refs/heads/mine", "", new) == ["LX503"]
    assert codes(at, "refs/heads/same", "", git(desk, "rev-parse", "main")) is None
    git(desk, "switch", "-q", "main")
    later = commit(desk, "title: ", "title: 别人改的", "records/tasks/2026/T-2026-002.yaml")
    assert codes(gate(desk), "refs/heads/mine", "", new) == ["LX503"]
    assert codes(gate(desk), "refs/heads/main", later, later) is None


def test_what_only_its_own_branch_has_may_be_written_anew(desk: Path) -> None:
    at = gate(desk)
    git(desk, "switch", "-q", "-c", "mine")
    old = commit(desk, *MOVED)
    git(desk, "reset", "-q", "--hard", "main")
    assert codes(at, "refs/heads/mine", old, commit(desk, *FINE)) == []


@pytest.mark.parametrize("kept", [(), ("release/*",)])
def test_nothing_is_thrown_away_where_it_counts(desk: Path, kept: tuple[str, ...]) -> None:
    ref = "refs/heads/release/2026" if kept else "refs/heads/main"
    at, old = gate(desk, *kept), git(desk, "rev-parse", "HEAD")
    git(desk, "commit", "-q", "--amend", "-m", "again")
    new = git(desk, "rev-parse", "HEAD")
    with pytest.raises(Refusal, match="会丢掉已有的1次提交"):
        codes(at, ref, old, new)
    with pytest.raises(Refusal, match="不能删去"):
        codes(at, ref, old, "")
    assert codes(at, "refs/heads/mine", old, "") is None
    assert codes(at, "refs/tags/v1", old, "") is None


def test_until_there_is_a_main_branch_every_branch_is_kept(desk: Path) -> None:
    at, old = gate(desk, main=""), git(desk, "rev-parse", "HEAD")
    assert codes(at, "refs/heads/one", "", old) == []
    assert codes(at, "refs/heads/one", old, commit(desk, *MOVED)) == ["LX503"]
    git(desk, "commit", "-q", "--amend", "-m", "again")
    with pytest.raises(Refusal, match="会丢掉"):
        codes(at, "refs/heads/one", git(desk, "rev-parse", "HEAD@{1}"), git(desk, "rev-parse", "HEAD"))


def test_a_tag_is_judged_as_a_branch_is(desk: Path) -> None:
    at = gate(desk)
    git(desk, "switch", "-q", "-c", "mine")
    assert codes(at, "refs/tags/v1", "", git(desk, "rev-parse", "main")) is None
    assert codes(at, "refs/tags/v1", "", commit(desk, *MOVED)) == ["LX503"]
    assert codes(gate(desk, main=""), "refs/tags/v1", "", git(desk, "rev-parse", "HEAD")) == []
    change(desk, MOVED[1], MOVED[0])
    commit(desk, *FAULTY)
    git(desk, "tag", "-a", "-m", "标签", "v2")
    assert codes(at, "refs/tags/v2", "", git(desk, "rev-parse", "v2")) == ["LX203", "LX504"]
    blob = git(desk, "rev-parse", f"HEAD:{TASK}")
    with pytest.raises(Refusal, match="指的不是提交"):
        codes(at, "refs/tags/v3", "", blob)


@pytest.mark.parametrize("ref", ["refs/notes/x", "refs/replace/00", "refs/x", "HEAD"])
def test_only_branches_and_tags_are_taken(desk: Path, ref: str) -> None:
    with pytest.raises(Refusal, match="只收分支"):
        codes(gate(desk), ref, "", git(desk, "rev-parse", "HEAD"))


def test_a_history_of_its_own_does_not_pass(desk: Path) -> None:
    git(desk, "checkout", "-q", "--orphan", "other")
    new = commit(desk, *MOVED)
    with pytest.raises(GitError, match="没有共同的来历"):
        codes(gate(desk), "refs/heads/other", "", new)
    with pytest.raises(Refusal, match="会丢掉"):
        codes(gate(desk), "refs/heads/main", git(desk, "rev-parse", "main"), new)


def test_records_do_not_pass_by_lying_elsewhere(desk: Path) -> None:
    git(desk, "switch", "-q", "-c", "mine")
    git(desk, "mv", "records", "elsewhere")
    for name in (desk / "elsewhere").iterdir():
        name.rename(desk / name.name)
    assert codes(gate(desk), "refs/heads/mine", "", commit(desk)) == []
    change(desk, *MOVED, TASK.removeprefix("records/"))
    assert codes(gate(desk), "refs/heads/mine", "", commit(desk)) == ["LX503"]
    git(desk, "mv", "mechanism.yaml", "mechanism")
    answer = gate(desk).check(Pushed("refs/heads/mine", "", commit(desk)))
    assert answer is not None
    assert answer[0].mechanism is None


def test_records_do_not_pass_beside_a_decoy(desk: Path) -> None:
    """The decoy first: it would be compared with itself, and the records be gone."""
    shutil.copy(desk / "records" / "mechanism.yaml", desk)
    old, decoy = git(desk, "rev-parse", "HEAD"), commit(desk)
    with pytest.raises(Refusal, match=r"mechanism\.yaml、records/mechanism\.yaml 都在"):
        codes(gate(desk, main=""), "refs/heads/main", old, decoy)
    assert codes(gate(desk, prefix="records/"), "refs/heads/main", old, decoy) == []
    git(desk, "rm", "-qr", "records")
    with pytest.raises(Refusal, match="都在"):
        codes(gate(desk), "refs/heads/main", decoy, commit(desk))


@POSIX
def test_a_decoy_is_not_committed(desk: Path) -> None:
    shutil.copy(desk / "records" / "mechanism.yaml", desk)
    git(desk, "add", "-A")
    ran = lianxi_at(desk, "hooks", "run", "pre-commit", "--as-of", DAY)
    assert (ran.code, "都在" in ran.err) == (2, True)
    assert lianxi_at(desk, "check", "--since", "main", "--as-of", DAY).code == 2
    assert lianxi_at(desk, "hooks", "run", "pre-commit", "--records", "records", "--as-of", DAY).code == 0


def test_templates_of_the_head_are_not_used(desk: Path) -> None:
    meeting = "records/meetings/2026/M-2026-01.yaml"
    digest = next(line for line in (desk / meeting).read_text("utf-8").split("\n") if "sha256" in line)
    change(desk, f"  issued_on: 2026-02-13\n{digest}\n", "", meeting)  # a draft, which is rendered anew
    written = lianxi_at(desk, "minutes", "M-2026-01", "--write", "--as-of", DAY)
    assert written.code == 0, written.err
    commit(desk)
    at = gate(desk)
    git(desk, "switch", "-q", "-c", "mine")
    (desk / "templates").mkdir()
    (desk / "templates" / "minutes.md.j2").write_text("别的\n", encoding="utf-8")
    new = commit(desk)
    for ref in ("refs/heads/mine", "refs/tags/v1"):
        assert not [code for code in codes(at, ref, "", new) or [] if code.startswith("LX6")]
    assert any(each.code.startswith("LX6") for each in checked_alone(desk))


def checked_alone(desk: Path) -> list[Finding]:
    """What the same is told where its own templates are used."""
    answer = gate(desk, main="").check(Pushed("refs/tags/v1", "", git(desk, "rev-parse", "HEAD")))
    assert answer is not None
    return answer[1]


def test_what_git_says_of_a_push() -> None:
    nothing, one = "0" * 40, "1" * 40
    assert received(f"{nothing} {one} refs/heads/一\n{one} {nothing} refs/tags/v\n".encode()) == [
        Pushed("refs/heads/一", "", one),
        Pushed("refs/tags/v", one, ""),
    ]
    assert sent(f"(delete) {nothing} refs/heads/x {one}\n".encode()) == [Pushed("refs/heads/x", one, "")]
    odd = received(b"%s %s refs/heads/\xff\xe2\x80\xae\n" % (nothing.encode(), one.encode()))
    assert odd[0].shown == "分支 \\udcff\\u202e"
    with pytest.raises(GitError, match="不用自己运行"):
        received(b"refs/heads/main\n")


# --- a server ---------------------------------------------------------------------------------


@POSIX
def test_a_push_is_refused_and_says_why(server: Path, desk: Path) -> None:
    before = git(server, "rev-parse", "main")
    commit(desk, *MOVED)
    git(desk, "tag", "-a", "-m", "x", "v1", "HEAD")
    pushed = tried(desk, "push", "origin", "main", "HEAD:refs/heads/other", "v1")
    assert pushed.code != 0
    told = [line.removeprefix("remote: ").rstrip() for line in pushed.err.splitlines() if "remote: " in line]
    assert told[0] == "lianxi：分支 main 没有收下：错误1处"
    assert f"  {TASK} 第9行 错误 LX503" in told
    assert "lianxi：分支 other 没有收下：错误1处" in told
    assert "lianxi：标签 v1 没有收下：错误1处" in told
    assert "\x1b" not in pushed.err
    assert git(server, "for-each-ref", "--format=%(refname) %(objectname)") == f"refs/heads/main {before}"
    change(desk, MOVED[1], MOVED[0])
    git(desk, "commit", "-qa", "--amend", "-m", "mended", "--allow-empty")
    assert tried(desk, "push", "origin", "main").code == 0
    assert git(server, "rev-parse", "main") == git(desk, "rev-parse", "main")


@POSIX
def test_a_push_that_throws_away_or_deletes(server: Path, desk: Path) -> None:
    git(desk, "push", "-q", "origin", "main:refs/heads/mine")
    git(desk, "commit", "-q", "--amend", "-m", "again")
    for words in (["-f", "origin", "main"], ["origin", ":main"], ["--mirror", "origin"]):
        assert tried(desk, "push", *words).code != 0, words
    assert git(server, "rev-parse", "main", "mine").split("\n") == [git(desk, "rev-parse", "main@{1}")] * 2
    assert tried(desk, "push", "-f", "origin", "main:mine").code == 0
    assert tried(desk, "push", "origin", ":mine").code == 0


@POSIX
def test_the_first_push_is_checked_by_itself(desk: Path, tmp_path: Path) -> None:
    place = tmp_path / "empty.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "trunk", str(place))
    told = lianxi_at(place, "hooks", "install", "--server", "--as-of", DAY).out
    assert "默认分支是 trunk" in told
    assert "symbolic-ref HEAD" in told
    git(desk, "remote", "add", "empty", str(place))
    commit(desk, *FAULTY)
    pushed = tried(desk, "push", "empty", "main")
    assert pushed.code != 0
    assert "LX203" in pushed.err
    git(desk, "push", "-q", "empty", "HEAD~1:refs/heads/main")


@POSIX
@pytest.mark.parametrize("head", ["refs/heads/master", ""])
def test_a_server_whose_own_branch_is_not_there(head: str, desk: Path, server: Path) -> None:
    """Git's default is ``master`` while people push ``main``; and a HEAD may name no branch."""
    if head:
        git(server, "symbolic-ref", "HEAD", head)
    else:
        git(server, "update-ref", "--no-deref", "HEAD", "main")
    told = lianxi_at(server, "hooks", "install", "--server", "--as-of", DAY).out
    assert "把 main 当作默认分支，对它不收强制推送和删除" in told
    assert "默认分支是" not in told
    git(desk, "config", "push.default", "nothing")
    git(desk, "push", "-q", "origin", "main:old")
    assert tried(desk, "push", "origin", ":main").code != 0
    git(desk, "switch", "-q", "-c", "mine")
    commit(desk, *MOVED)
    assert "LX503" in tried(desk, "push", "origin", "mine").err


@POSIX
def test_a_server_of_which_no_branch_is_the_main_one(desk: Path, tmp_path: Path) -> None:
    place = tmp_path / "空 白.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "trunk", str(place))
    assert lianxi_at(desk, "hooks", "install", "--server", str(place), "--as-of", DAY).code == 0
    git(desk, "push", "-q", str(place), "main:one", "main:two")
    told = lianxi_at(desk, "hooks", "install", "--server", str(place), "--as-of", DAY).out
    assert "每个分支都不收强制推送和删除" in told
    assert f"git -C '{place}' symbolic-ref HEAD refs/heads/" in told
    git(desk, "switch", "-q", "-c", "mine")
    commit(desk, *FINE)
    git(desk, "push", "-q", str(place), "mine:three")
    commit(desk, *MOVED)
    assert "LX503" in tried(desk, "push", str(place), "mine:four").err


@POSIX
@pytest.mark.parametrize("way", ["联席.git", "x/.git"])
def test_a_server_below_another_repository(way: str, desk: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", ".")
    place = tmp_path / way
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(place))
    installed = lianxi_at(tmp_path, "hooks", "install", "--server", str(place), "--as-of", DAY)
    assert installed.code == 0, installed.err
    git(desk, "push", "-q", str(place), "main")
    commit(desk, *MOVED)
    refused = tried(desk, "push", str(place), "main")
    assert refused.code != 0
    assert "LX503" in refused.err
    assert lianxi_at(tmp_path, "hooks", "install", "--server", str(desk / ".git")).code == 3


@POSIX
def test_a_repository_without_records_is_told_so(desk: Path, server: Path) -> None:
    git(desk, "rm", "-qr", "records")
    commit(desk)
    pushed = tried(desk, "push", "origin", "main")
    assert pushed.code != 0
    assert "lianxi" in pushed.err
    assert git(server, "rev-parse", "main") == git(desk, "rev-parse", "main~1")


@POSIX
def test_many_clones_push_at_once_and_nothing_is_lost(server: Path, tmp_path: Path) -> None:
    """Half of them take the next number of an issue, half report on one task."""
    places = [tmp_path / f"clone{number}" for number in range(8)]
    for place in places:
        git(tmp_path, "clone", "-q", str(server), str(place))
    with ThreadPoolExecutor(3) as pool:  # more at a time would only wait for the processor
        said = list(pool.map(_adds_and_pushes, places))
    git(places[0], "pull", "-q")
    folder = places[0] / "records" / "issues" / "2026"
    records = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))]
    assert [record["id"] for record in records] == [f"I-2026-{number:03d}" for number in range(1, 9)]
    task = yaml.safe_load((places[0] / TASK).read_text(encoding="utf-8"))
    reports = [report["text"].strip() for report in task["reports"]]
    assert len(reports) == len(set(reports)) == 5
    assert set(said) <= {*reports, *(record["title"] for record in records)}
    begun = git(places[0], "rev-list", "--reverse", "main").split()[1]
    assert lianxi_at(places[0], "check", "--as-of", DAY, "--since", begun).code == 0
    assert git(places[0], "rev-list", "--no-merges", "--count", "main") == str(2 + len(places))


@POSIX
@pytest.mark.parametrize("way", ["merge", "rebase"])
def test_a_number_taken_twice_is_settled_as_the_message_says(way: str, server: Path, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    for place in (mine, other):
        git(tmp_path, "clone", "-q", str(server), str(place))
        _new_issue(place, f"{place.name}的一件（示例）")
        commit(place)
    git(other, "push", "-q", "origin", "main")
    git(mine, "fetch", "-q")
    taken = lianxi_at(mine, "check", "--since", "origin/main", "--as-of", DAY).out
    assert "LX560" in taken
    assert tried(mine, way, "origin/main").code != 0
    conflict = lianxi_at(mine, "check", "--as-of", DAY).out
    (number,) = set(re.findall(r"lianxi renumber (\S+)", conflict + taken))
    assert "git merge origin/main" in taken.replace("\n", "").replace(" ", "").replace(
        "gitmerge", "git merge "
    )
    assert f"git {way} --abort" in conflict
    git(mine, way, "--abort")
    assert lianxi_at(mine, "renumber", number).code == 0
    commit(mine)
    git(mine, "merge", "-q", "--no-edit", "origin/main")
    git(mine, "push", "-q", "origin", "main")


def _adds_and_pushes(place: Path) -> str:
    """One person's work: what was added is pushed, and settled with what others were faster to push."""
    number = int(place.name[-1])
    said = f"{place.name}所记（示例）"
    if number % 2:
        _new_issue(place, said)
    else:
        made = lianxi_at(
            *(place, "report", "T-2026-001", "--text", said, "--date", f"2026-05-0{1 + number // 2}"),
            *("--as-of", DAY),
        )
        assert made.code == 0, made.err
    commit(place)
    for _ in range(30):
        if tried(place, "push", "-q", "origin", "main").code == 0:
            return said
        git(place, "fetch", "-q")
        if tried(place, "merge", "-q", "--no-edit", "origin/main").code != 0:
            (_takes_another_number if number % 2 else _keeps_both)(place)
    raise AssertionError(place)


def _new_issue(place: Path, title: str) -> None:
    given = {
        "title": title,
        "kind": "企业诉求",
        "category": "用地",
        "county": "东县",
        "raised-by": "东县政府",
        "collected-by": "一局",
        "date": "2026-05-05",
        "situation": "情况（示例）。",
        "request": "请求（示例）。",
        "disclosure": "主动公开",
    }
    words = [word for key, value in given.items() for word in (f"--{key}", value)]
    made = lianxi_at(place, "new", "议题", *words, "--as-of", DAY)
    assert made.code == 0, made.err


def _keeps_both(place: Path) -> None:
    ran = lianxi_at(place, "fmt", "T-2026-001", "--as-of", DAY)
    assert ran.code == 0, ran.err
    git(place, "add", "-A")
    git(place, "commit", "-q", "--no-edit")


def _takes_another_number(place: Path) -> None:
    git(place, "merge", "--abort")
    (mine,) = git(place, "diff", "--name-only", "origin/main...HEAD").split("\n")
    ran = lianxi_at(place, "renumber", Path(mine).stem)
    assert ran.code == 0, ran.err
    git(place, "add", "-A")
    git(place, "commit", "-q", "--amend", "--no-edit")
    git(place, "merge", "-q", "--no-edit", "origin/main")


# --- a desk -----------------------------------------------------------------------------------


def test_installing_twice_changes_nothing(desk: Path) -> None:
    first = lianxi_at(desk / "records", "hooks", "install")
    assert first.code == 0
    assert first.out.count("已装好") == 2
    files = {name: hook(desk, name).read_bytes() for name in ("pre-commit", "pre-push")}
    second = lianxi_at(desk, "hooks", "install", str(desk))
    assert second.code == 0
    assert second.out.count("已是最新的") == 2
    assert {name: hook(desk, name).read_bytes() for name in files} == files
    assert all(b"\r" not in data and data.startswith(b"#!/bin/sh\n") for data in files.values())
    assert all(os.access(hook(desk, name), os.X_OK) for name in files)
    assert git(desk, "status", "--porcelain") == ""


@POSIX
@pytest.mark.parametrize("linked", [False, True])
def test_a_hook_of_somebody_else_is_left_alone_and_can_call_it(desk: Path, *, linked: bool) -> None:
    theirs = hook(desk, "pre-commit").with_name("theirs") if linked else hook(desk, "pre-commit")
    theirs.write_text("#!/bin/sh\necho theirs >&2\n", encoding="utf-8")
    theirs.chmod(0o755)
    if linked:
        hook(desk, "pre-commit").symlink_to("theirs")
    before = theirs.read_bytes()
    ran = lianxi_at(desk, "hooks", "install", "--as-of", DAY)
    assert ran.code == 1
    assert theirs.read_bytes() == before
    assert hook(desk, "pre-push").exists()
    line = ran.err.strip().split("\n")[-1]
    theirs.write_text(f"{before.decode()}{line}\n", encoding="utf-8")
    change(desk, *MOVED)
    refused = tried(desk, "commit", "-qam", "x")
    assert refused.code == 1
    assert "theirs" in refused.err
    assert "LX503" in refused.err


READS = '#!/bin/sh\nwhile read -r line; do echo "read $line" >> {}/seen; done\n'
"""A hook of somebody else, which needs what Git gives it."""


@POSIX
@pytest.mark.parametrize("name", ["pre-receive", "pre-push"])
def test_a_hook_of_somebody_else_that_reads(name: str, server: Path, desk: Path, tmp_path: Path) -> None:
    on_server = name == "pre-receive"
    theirs = server / "hooks" / name if on_server else hook(desk, name)
    own = theirs if on_server else server / "hooks" / "pre-receive"
    own.unlink()
    theirs.write_text(READS.format(tmp_path), encoding="utf-8")
    theirs.chmod(0o755)
    ran = lianxi_at(
        desk, "hooks", "install", *(("--server", str(server)) if on_server else ()), "--as-of", DAY
    )
    assert ran.code == 1
    assert "不收强制推送" not in ran.out
    first, *rest = theirs.read_text(encoding="utf-8").splitlines()
    lines = ran.err.strip().splitlines()[1:]
    theirs.write_text("\n".join([first, *lines, *rest, ""]), encoding="utf-8")
    git(desk, "push", "-q", "origin", commit(desk, *FINE) + ":refs/heads/main")
    assert (tmp_path / "seen").read_text().count("read ") == 1
    commit(desk, *MOVED)
    refused = tried(desk, "push", "origin", "main")
    assert refused.code != 0
    assert "LX503" in refused.err
    assert (tmp_path / "seen").read_text().count("read ") == 1
    theirs.write_text("\n".join([first, *rest, *lines, ""]), encoding="utf-8")  # where nothing is left
    refused = tried(desk, "push", "origin", "main")
    assert ("什么也没有读到" in refused.err) == on_server


def test_nothing_to_read_on_a_server_is_no_pass(server: Path) -> None:
    ran = lianxi_at(server, "hooks", "run", "pre-receive", data="")
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    ran = lianxi_at(server, "hooks", "run", "pre-receive", data=f"{'0' * 40} {'1' * 40} refs/heads/x\n")
    assert ran.code == 3
    assert "111111111" in ran.err
    assert "编码的说明" not in ran.err


def test_hooks_that_are_shared_are_left_alone(desk: Path, tmp_path: Path) -> None:
    git(desk, "config", "core.hooksPath", str(tmp_path / "shared"))
    ran = lianxi_at(desk, "hooks", "install")
    assert ran.code == 1
    assert "core.hooksPath" in ran.err
    assert "hooks run pre-commit" in ran.err
    assert "hooks run pre-push" in ran.err
    assert not (tmp_path / "shared").exists()
    assert not hook(desk, "pre-commit").exists()


@pytest.mark.parametrize("words", [(), ("--server",), ("--protect", "x")])
def test_where_there_is_no_such_repository(words: tuple[str, ...], tmp_path: Path) -> None:
    ran = lianxi_at(tmp_path, "hooks", "install", *words)
    assert ran.code in (2, 3)
    assert ran.err.count("\n") == 1


@POSIX
def test_a_commit_waits_for_the_check(desk: Path) -> None:
    assert lianxi_at(desk, "hooks", "install", "--as-of", DAY).code == 0
    before = git(desk, "rev-parse", "HEAD")
    change(desk, *MOVED)
    for words in (["-qam", "x"], ["-qm", "x", TASK]):  # these hand the hook an index of their own
        refused = tried(desk, "commit", *words)
        assert refused.code == 1
        assert f"{TASK} 第9行 错误 LX503" in refused.err
        assert "改好并 git add 以后再提交" in refused.err
    assert git(desk, "rev-parse", "HEAD") == before
    git(desk, "add", TASK)
    change(desk, MOVED[1], MOVED[0])
    assert tried(desk, "commit", "-qm", "staged").code == 1  # what is staged counts, not what lies there
    git(desk, "add", TASK)
    assert tried(desk, "commit", "-qm", "x", "--allow-empty").code == 0


@POSIX
def test_a_linked_work_tree_has_the_same_hooks(desk: Path, tmp_path: Path) -> None:
    git(desk, "worktree", "add", "-q", str(tmp_path / "linked"))
    assert lianxi_at(tmp_path / "linked", "hooks", "install", "--as-of", DAY).code == 0
    assert hook(desk, "pre-commit").exists()
    change(tmp_path / "linked", *MOVED)
    assert "LX503" in tried(tmp_path / "linked", "commit", "-qam", "x").err


@POSIX
@pytest.mark.usefixtures("server")
def test_what_nobody_else_has_may_be_amended(desk: Path) -> None:
    assert lianxi_at(desk, "hooks", "install", "--as-of", DAY).code == 0
    commit(desk, *MOVED)
    change(desk, MOVED[1], MOVED[0])
    assert tried(desk, "commit", "-qam", "as it was").code == 0
    commit(desk, *MOVED)
    refused = tried(desk, "push", "origin", "main")
    assert refused.code != 0
    assert "lianxi：分支 main 没有推送：错误1处" in refused.err
    assert "remote:" not in refused.err


@POSIX
def test_a_push_to_a_place_without_a_name(server: Path, desk: Path) -> None:
    (server / "hooks" / "pre-receive").unlink()
    assert lianxi_at(desk, "hooks", "install", "--as-of", DAY).code == 0
    commit(desk, *MOVED)
    for words in (("main",), ("main:refs/heads/other",)):
        assert "LX503" in tried(desk, "push", str(server), *words).err
    git(desk, "remote", "remove", "origin")
    assert "LX503" in tried(desk, "push", str(server), "main").err  # what stands there is known here
    assert tried(desk, "push", str(server), "HEAD~1:main").code == 0


@POSIX
def test_another_repository_whose_only_branch_has_a_name_of_its_own(desk: Path, tmp_path: Path) -> None:
    place = tmp_path / "主干.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "主干", str(place))
    git(desk, "branch", "-m", "主干")
    git(desk, "remote", "add", "origin", str(place))
    git(desk, "push", "-q", "-u", "origin", "主干")
    assert lianxi_at(desk, "hooks", "install", "--as-of", DAY).code == 0
    change(desk, "铺设八成", "铺设九成")
    refused = tried(desk, "commit", "-qa", "--amend", "-m", "x")
    assert refused.code != 0
    assert "LX510" in refused.err
    commit(desk)
    refused = tried(desk, "push", "origin", "主干:另")
    assert refused.code != 0
    assert "运行 lianxi check --since 'origin/主干' 看" in refused.err


@POSIX
def test_a_merge_is_compared_with_what_it_brings_in(server: Path, desk: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(server), "other")
    other = tmp_path / "other"
    assert lianxi_at(other, "hooks", "install", "--as-of", DAY).code == 0
    commit(other, "title: ", "# 自己的\ntitle: ", "records/tasks/2026/T-2026-002.yaml")
    commit(desk, *MOVED)
    git(server, "fetch", "-q", str(desk), "main:main")  # as whoever keeps the server may let it in
    git(other, "fetch", "-q")
    assert tried(other, "merge", "-q", "--no-commit", "origin/main").code == 0
    assert tried(other, "commit", "-q", "--no-edit").code == 0
    commit(other, *FINE)
    git(other, "push", "-q")


@POSIX
def test_the_first_commit_and_a_branch_without_records(tmp_path: Path) -> None:
    place = tmp_path / "new"
    git(tmp_path, "init", "-q", str(place))
    shutil.copytree(TINY, place / "records")
    assert lianxi_at(place, "hooks", "install", "--as-of", DAY).code == 0
    change(place, *FAULTY)
    git(place, "add", ".")
    assert "LX203" in tried(place, "commit", "-qm", "first").err
    change(place, FAULTY[1], FAULTY[0])
    git(place, "add", ".")
    assert tried(place, "commit", "-qm", "first").code == 0
    git(place, "checkout", "-q", "--orphan", "pages")
    git(place, "rm", "-rqf", ".")
    (place / "index.html").write_text("x", encoding="utf-8")
    git(place, "add", ".")
    assert tried(place, "commit", "-qm", "pages").code == 0


@POSIX
@pytest.mark.parametrize("way", [".", "资料/联席 记录"])
def test_records_that_lie_elsewhere(way: str, tmp_path: Path) -> None:
    place = tmp_path / "new"
    git(tmp_path, "init", "-q", str(place))
    shutil.copytree(TINY, place / way, dirs_exist_ok=True)
    commit(place)
    assert lianxi_at(place / way, "hooks", "install", "--as-of", DAY).code == 0
    change(place / way, *MOVED, TASK.removeprefix("records/"))
    assert "LX503" in tried(place, "commit", "-qam", "x").err


@POSIX
def test_a_hook_without_its_program_says_so_and_lets_nothing_pass(desk: Path) -> None:
    assert lianxi_at(desk, "hooks", "install").code == 0
    text = hook(desk, "pre-commit").read_text(encoding="utf-8")
    gone = text.replace(Path(sys.executable).as_posix(), "/nowhere/python")
    hook(desk, "pre-commit").write_text(gone, encoding="utf-8")
    change(desk, *FINE)
    refused = tried(desk, "commit", "-qam", "x")
    assert refused.code != 0
    assert "/nowhere/python 不在了" in refused.err
    assert refused.err.count("\n") == 1


@POSIX
def test_what_is_committed_is_not_run(desk: Path) -> None:
    assert lianxi_at(desk, "hooks", "install", "--as-of", DAY).code == 0
    for name in ("lianxi", "typer", "pydantic", "sitecustomize"):
        (desk / name).mkdir()
        (desk / name / "__init__.py").write_text(f"open('{desk.parent}/run', 'w')\n", encoding="utf-8")
        (desk / name / "__main__.py").write_text(f"open('{desk.parent}/run', 'w')\n", encoding="utf-8")
    git(desk, "add", "-A")
    assert tried(desk, "commit", "-qm", "x").code == 0
    assert not (desk.parent / "run").exists()


def test_the_command_alone_says_how_it_is_written(lianxi: Lianxi) -> None:
    assert lianxi("hooks").code == 2
    assert "lianxi hooks install" in lianxi("hooks").err
    assert lianxi("hooks", "run", "pre-commit", "--as-of", DAY).code == 0
