"""The tiny conference that most tests stand on, and the program run on it for real."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # how long a case takes says nothing on a busy machine
settings.load_profile("patient")

HERE = Path(__file__).parent
TINY = HERE / "tiny" / "records"
SAMPLE = HERE.parent / "records"
TINY_DAY = date(2026, 5, 6)
"""The day on which the tiny conference is looked at."""
DAY = TINY_DAY.isoformat()
SAMPLE_DAY = date(2026, 9, 21)
"""The day on which the sample is looked at."""


@dataclass(frozen=True)
class Ran:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Lianxi = Callable[..., Ran]


def unprivileged() -> None:
    """Root may read and write anywhere; a program that is started with this may not (``preexec_fn``)."""
    if os.geteuid() == 0:
        drop, override, read_search = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        for power in (override, read_search):
            ctypes.CDLL(None).prctl(drop, power, 0, 0, 0)


def texts(folder: Path) -> dict[str, str]:
    """The YAML files of a records folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


@pytest.fixture
def tiny() -> dict[str, str]:
    """The tiny conference's files by path."""
    return texts(TINY)


@pytest.fixture
def whole(tiny: dict[str, str]) -> dict[str, str]:
    """The same with its minutes."""
    papers = sorted((TINY / "minutes").rglob("*.md"))
    return tiny | {each.relative_to(TINY).as_posix(): each.read_text(encoding="utf-8") for each in papers}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A temporary Git repository that holds the tiny conference, committed."""
    root = tmp_path / "repository"
    shutil.copytree(TINY, root / "records")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "start"]):
        subprocess.run(["git", "-C", str(root), *IDENTITY, *words], check=True)
    return root


IDENTITY = ["-c", "user.name=tests", "-c", "user.email=tests@example.invalid", "-c", "commit.gpgsign=false"]


@pytest.fixture
def lianxi(repository: Path) -> Lianxi:
    """Run ``lianxi`` in the repository, as a person would."""

    def run(*words: str, cwd: Path = repository, **environment: str) -> Ran:
        clean = {key: value for key, value in os.environ.items() if key != "LIANXI_RECORDS"}
        done = subprocess.run(
            [sys.executable, "-m", "lianxi", *words],
            cwd=cwd,
            env={**clean, "PYTHONUTF8": "1", **environment},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
