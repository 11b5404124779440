"""The samples for the forges, whose steps are run here in their order, in a real clone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import DAY
from lianxi._version import __version__
from test_hooks import FAULTY, FINE, MOVED, TASK, change, commit, desk, git

__all__ = ["desk"]
ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "docs" / "ci"
ACTIONS = ("github.yml", "gitea.yml")
REQUEST = dict.fromkeys(ACTIONS, "/repos/county/records/issues/7/comments") | {
    "gitlab-ci.yml": "/projects/3/merge_requests/7/notes"
}
"""Where each forge takes a comment on the request."""
EVIL = 'x";touch${IFS}run;"$(touch${IFS}run)`touch${IFS}run`'
"""A branch of this name says what it likes; no script may take it for its own words."""
POSIX = pytest.mark.skipif(os.name != "posix", reason="the steps are scripts for bash")


def read(name: str) -> dict[Any, Any]:
    data: dict[Any, Any] = yaml.safe_load((SAMPLES / name).read_text(encoding="utf-8"))
    return data


@pytest.fixture
def pull(desk: Path) -> Path:
    """The clone in which a pull request is looked at: its branch, and main, which has gone on meanwhile."""
    git(desk, "switch", "-q", "-c", EVIL)
    return desk


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """What a runner has on its PATH: the pinned program, and pip, which here only says what it was asked."""
    folder = tmp_path / "tools"
    folder.mkdir()
    scripts = {
        "lianxi": f'exec {sys.executable} -P -m lianxi "$@"' + f" --as-of {DAY}",
        "pip": f'echo "$*" >> {tmp_path}/installed',
    }
    for name, body in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


def run(script: str, at: Path, tools: Path, given: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """As the runners do it: bash, which gives up at the first that fails."""
    kept = {key: os.environ[key] for key in ("HOME", "PYTHONPATH", "LANG", "TMPDIR") if key in os.environ}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=at,
        env={**kept, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1", **given},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


def event(base: str = "", url: str = "http://localhost") -> dict[str, str]:
    """What the forge says of a pull request, by the expressions that name it."""
    return {
        "github.event.pull_request.base.sha": base,
        "github.event.pull_request.number": "7" if base else "",
        "github.event.pull_request.head.repo.full_name": "county/records" if base else "",
        "github.repository": "county/records",
        "github.head_ref": EVIL,
        "github.event_name": "pull_request" if base else "push",
        "github.token": "secret",
        "url": url,
    }


def filled(text: str, said: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda found: said[found[1]], text)


def holds(condition: str | None, said: Mapping[str, str], *, failed: bool) -> bool:
    parts = condition.split(" && ") if condition is not None else []
    if failed and "always()" not in parts:
        return False
    return all(_is_so(part, said) for part in parts if part != "always()")


def _is_so(comparison: str, said: Mapping[str, str]) -> bool:
    left, right = comparison.split(" == ")
    return said[left] == (right.strip("'") if right.startswith("'") else said[right])


def runner(tmp_path: Path, said: Mapping[str, str]) -> dict[str, str]:
    (tmp_path / "runner").mkdir(exist_ok=True)
    return {
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_API_URL": said["url"],
        "GITHUB_REPOSITORY": said["github.repository"],
    }


def acted(name: str, at: Path, tools: Path, said: Mapping[str, str]) -> list[tuple[str, int, str]]:
    """The steps of a workflow that were run, each with its exit code and what it said."""
    sample, done = read(name), []
    for job in sample["jobs"].values():
        failed = False
        if not holds(job.get("if"), said, failed=False):
            continue
        for step in job["steps"]:
            script = step.get("run")
            if script is None or not holds(step.get("if"), said, failed=failed):
                continue
            given = {**sample.get("env", {}), **runner(at.parent, said), **step.get("env", {})}
            ran = run(script, at, tools, {key: filled(value, said) for key, value in given.items()})
            failed = failed or ran.returncode != 0
            done.append((step["name"], ran.returncode, ran.stdout + ran.stderr))
    return done


@pytest.mark.parametrize("name", ACTIONS)
def test_the_rules_of_safety_hold(name: str) -> None:
    sample = read(name)
    triggers = sample[True]  # YAML 1.1 takes "on" for a truth
    assert set(triggers) == {"pull_request", "push"}
    assert sample["env"]["LIANXI"] == f"lianxi[all]=={__version__}"
    for job in sample["jobs"].values():
        uses = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
        assert uses.index("") < uses.index("actions/checkout")  # installed before there is anything else
        checkout = job["steps"][uses.index("actions/checkout")]["with"]
        assert checkout == {"fetch-depth": 0, "persist-credentials": False}
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "values come through the environment"
            assert "python -m" not in step.get("run", ""), "it would look into the checkout first"


@POSIX
@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize(("new", "code"), [(MOVED, "LX503"), (FAULTY, "LX203"), (FINE, "")])
def test_a_pull_request(name: str, new: tuple[str, str], code: str, pull: Path, tools: Path) -> None:
    base = git(pull, "rev-parse", "main")
    for module in ("lianxi", "pip"):  # of the head, and not to be run
        (pull / f"{module}.py").write_text(f"open('{pull.parent}/run', 'w')\n", encoding="utf-8")
    commit(pull, *new)
    steps = acted(name, pull, tools, event(base))
    assert [step for step, *_ in steps][:2] == ["安装", "检查"]
    assert steps[0][1] == 0
    assert (pull.parent / "installed").read_text().split("\n")[0] == f"install lianxi[all]=={__version__}"
    told = steps[1]
    assert told[1] == (1 if code else 0), told
    assert code in told[2]
    assert ("::error" in told[2]) == (name == "github.yml" and bool(code))
    assert "检查了13个文件" in told[2]
    if name == "github.yml":
        assert steps[2][:2] == ("检查结果放进摘要", 0)
        assert code in (pull.parent / "summary.md").read_text(encoding="utf-8")
    assert not list(pull.parent.glob("**/run"))


@POSIX
@pytest.mark.parametrize("name", ACTIONS)
def test_a_push(name: str, pull: Path, tools: Path) -> None:
    commit(pull, *MOVED)
    assert [code for _, code, _ in acted(name, pull, tools, event())] == [0] * (
        3 if name == "github.yml" else 2
    )


@POSIX
@pytest.mark.parametrize("name", ACTIONS)
def test_a_base_that_was_not_fetched_does_not_pass(name: str, pull: Path, tools: Path) -> None:
    told = acted(name, pull, tools, event("1" * 40))[1]
    assert told[:2] == ("检查", 3)
    assert "没有版本" in told[2]


def gitlab(job: str) -> str:
    sample = read("gitlab-ci.yml")
    lines = [*sample[".lianxi"]["before_script"], *sample[job]["script"]]
    return "\n".join(lines)


@POSIX
@pytest.mark.parametrize(("new", "code"), [(MOVED, "LX503"), (FINE, "")])
def test_a_merge_request_of_gitlab(new: tuple[str, str], code: str, pull: Path, tools: Path) -> None:
    sample = read("gitlab-ci.yml")
    base = git(pull, "rev-parse", "main")
    commit(pull, *new)
    given = {**sample["variables"], "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    ran = run(gitlab("lianxi"), pull, tools, given)
    assert ran.returncode == (1 if code else 0), ran.stderr
    assert code in ran.stdout
    assert "检查了13个文件" in ran.stdout
    (report,) = sample["lianxi"]["artifacts"]["reports"].values()
    issues = json.loads((pull / report).read_text(encoding="utf-8"))
    assert [issue["check_name"] for issue in issues if issue["check_name"] != "LX423"] == [code] * bool(code)
    assert sample["variables"]["GIT_DEPTH"] == "0"
    assert sample["variables"]["LIANXI"] == f"lianxi[all]=={__version__}"
    del given["CI_MERGE_REQUEST_DIFF_BASE_SHA"]
    assert run(gitlab("lianxi"), pull, tools, given).returncode == 0  # the main branch, by itself


class Forge(BaseHTTPRequestHandler):
    """Keeps what is written to it."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.comments.append((self.path, dict(self.headers), body))  # type: ignore[attr-defined]
        self.send_response(201)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def forge() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Forge)
    server.comments = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def planned(name: str, pull: Path, tools: Path, base: str, forge: HTTPServer) -> None:
    """The steps that tell what will change, none of which fails."""
    url = f"http://127.0.0.1:{forge.server_port}"
    if name in ACTIONS:
        assert all(code == 0 for _, code, _ in acted(name, pull, tools, event(base, url)))
    else:
        ran = run(gitlab("lianxi-plan"), pull, tools, merge_request(base, url))
        assert ran.returncode == 0, ran.stderr


@POSIX
@pytest.mark.parametrize("name", [*ACTIONS, "gitlab-ci.yml"])
def test_what_will_change_is_written_to_the_request(
    name: str, pull: Path, tools: Path, forge: HTTPServer
) -> None:
    base = git(pull, "rev-parse", "main")
    change(pull, "due: 2026-04-15", "due: 2026-04-15\nextensions:\n" + EXTENSION)
    commit(pull)
    planned(name, pull, tools, base, forge)
    ((path, headers, body),) = forge.comments  # type: ignore[attr-defined]
    assert "secret" in str(headers)
    assert path == REQUEST[name]
    assert "由4月15日延至5月15日（第1次延期）" in json.loads(body)["body"]


@POSIX
@pytest.mark.parametrize("name", [*ACTIONS, "gitlab-ci.yml"])
def test_a_request_that_changes_nothing_for_people_gets_no_comment(
    name: str, pull: Path, tools: Path, forge: HTTPServer
) -> None:
    base = git(pull, "rev-parse", "main")
    change(pull, "due: 2026-04-15", "due: 2026-04-15 # 又及")
    commit(pull)
    planned(name, pull, tools, base, forge)
    assert forge.comments == []  # type: ignore[attr-defined]


@POSIX
@pytest.mark.parametrize("name", [*ACTIONS, "gitlab-ci.yml"])
def test_what_will_change_is_told_though_a_record_cannot_be_read(
    name: str, pull: Path, tools: Path, forge: HTTPServer
) -> None:
    base = git(pull, "rev-parse", "main")
    change(pull, "due: 2026-04-15", "due: 2026-04-15\nextensions:\n" + EXTENSION)
    change(pull, "lead: ", "lead: [", "records/tasks/2026/T-2026-002.yaml")
    commit(pull)
    url = f"http://127.0.0.1:{forge.server_port}"
    if name in ACTIONS:
        codes = {step: code for step, code, _ in acted(name, pull, tools, event(base, url))}
        assert [code for step, code in codes.items() if "变化" in step] == [1]
        assert codes["写进合并请求"] == 0
    else:
        ran = run(gitlab("lianxi-plan"), pull, tools, merge_request(base, url))
        assert ran.returncode == 1
        assert "第1次延期" in ran.stdout
    ((_, _, body),) = forge.comments  # type: ignore[attr-defined]
    assert "1 条记录读不出来" in json.loads(body)["body"]


@POSIX
@pytest.mark.parametrize("name", [*ACTIONS, "gitlab-ci.yml"])
def test_what_would_be_merged_is_looked_at_and_not_what_is_checked_out(
    name: str, pull: Path, tools: Path
) -> None:
    """With an encoding of its own a file lies there otherwise than it is committed."""
    base = git(pull, "rev-parse", "main")
    commit(pull, *MOVED)
    attribute = f"{TASK} working-tree-encoding=UTF-16\n"
    (pull / ".gitattributes").write_text(attribute, encoding="utf-8")
    git(pull, "add", ".gitattributes")
    git(pull, "commit", "-q", "-m", "attributes")
    shown = git(pull, "show", f"main:{TASK}") + "\n"
    (pull / TASK).write_text(shown, encoding="utf-8", newline="\n")  # as it was, to whoever looks there
    if name in ACTIONS:
        _, (_, code, said), *_ = acted(name, pull, tools, event(base))
    else:
        ran = run(gitlab("lianxi"), pull, tools, merge_request(base, ""))
        code, said = ran.returncode, ran.stdout
    assert code == 1
    assert "LX503" in said


def merge_request(base: str, url: str) -> dict[str, str]:
    """What GitLab says of one, and the token that the project keeps."""
    said = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_API_V4_URL": url, "CI_PROJECT_ID": "3"}
    return said | {"CI_MERGE_REQUEST_IID": "7", "LIANXI_TOKEN": "secret", "LIANXI": "x"}


EXTENSION = (
    "  - requested_on: 2026-04-14\n    reason: 管材到货推迟（示例）\n    progress: 管网已铺设八成\n"
    "    new_due: 2026-05-15\n"
    "    approved_by: {post: 联络员, unit: 一局}\n    approved_on: 2026-04-15\n"
)


# --- the pre-commit framework -------------------------------------------------------------------


@POSIX
def test_the_hook_of_the_framework(desk: Path, tools: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["language"], hook["pass_filenames"], hook["always_run"]) == ("python", False, True)
    assert "files" not in hook  # a record that is deleted is in no list of files
    assert run(hook["entry"], desk, tools, {}).returncode == 0
    change(desk, *MOVED)
    assert run(hook["entry"], desk, tools, {}).returncode == 0
    git(desk, "add", TASK)
    refused = run(hook["entry"], desk, tools, {"LIANXI_RECORDS": "/nowhere"})
    assert refused.returncode == 1
    assert "LX503" in refused.stderr
