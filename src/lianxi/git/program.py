"""The ``git`` program: an absolute one outside the work tree, new enough for what is asked of it."""

from __future__ import annotations

import os
import re
import subprocess
from functools import cache
from pathlib import Path

from lianxi.git.failure import GitError

Version = tuple[int, int]
OLDEST: Version = (2, 31)
"""Of March 2021: it knows every option that is passed, ``--end-of-options`` among them."""
_NAME = "git.exe" if os.name == "nt" else "git"
_SECONDS = 10
_QUARANTINE = ("GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")
"""Where a pre-receive hook finds what is being pushed."""


@cache
def search_path(top: Path) -> tuple[Path, ...]:
    """The folders of ``PATH`` in which programs may be looked for: absolute ones outside ``top``.

    ``top`` is the work tree: whoever commits a ``git`` or a ``gpg`` to it must not get it run.
    """
    return tuple(
        Path(folder) for folder in os.get_exec_path() if Path(folder).is_absolute() and _outside(folder, top)
    )


@cache
def program(top: Path) -> Path:
    """The program for the work tree ``top``.

    Raises ``GitError`` where there is none, or only one that is too old.
    """
    for folder in search_path(top):
        place = folder / _NAME
        if place.is_file() and os.access(place, os.X_OK) and _outside(place, top):
            _demand(version(place, top), OLDEST)
            return place
    raise GitError("找不到 Git：请安装 Git（版本不低于 {}.{}），并让它在 PATH 里".format(*OLDEST))


def environment(top: Path) -> dict[str, str]:
    """Ours without Git's variables, which may name another repository; ``PATH`` keeps out of ``top``."""
    kept = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
    if _QUARANTINE[0] in os.environ:
        kept |= {key: os.environ[key] for key in _QUARANTINE if key in os.environ}
    return kept | {"PATH": os.pathsep.join(map(os.fspath, search_path(top)))}


@cache
def version(place: Path, top: Path) -> Version:
    """The version of the program there, as far as it counts."""
    try:
        done = subprocess.run(
            [place, "version"], capture_output=True, timeout=_SECONDS, check=False, env=environment(top)
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(f"Git 程序“{place}”运行不了，请重新安装 Git") from error
    found = re.match(rb"git version ([0-9]{1,3})\.([0-9]{1,3})", done.stdout)
    if found is None:
        raise GitError(f"“{place}”不像是 Git：运行 git version 没有给出版本")
    return int(found[1]), int(found[2])


def _demand(have: Version, need: Version) -> None:
    if have < need:
        why = "更旧的不认识要用的选项，如 --end-of-options"
        raise GitError("Git 太旧：现在是 {}.{}，要 {}.{} 以上（{}）；请升级 Git".format(*have, *need, why))


def _outside(place: str | Path, top: Path) -> bool:
    written = Path(os.path.normpath(place))
    return not any(way.is_relative_to(top) for way in (written, written.resolve()))
