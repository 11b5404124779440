"""Writes one file and commits exactly that; what is refused half-way leaves the file as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from lianxi.atomic import replace_file
from lianxi.edit.error import EditError
from lianxi.edit.lock import locked
from lianxi.git import Committed, GitError, Repository, repository_of


def commit_file(path: Path, data: bytes, message: str, trailers: Mapping[str, str]) -> Committed | None:
    """Make ``data`` the file ``path`` and commit that and nothing else; None where it is committed already.

    ``message`` is the subject, and after an empty line whatever is to be told; the trailers follow it:
    ``{"Lianxi-Meeting": "M-2026-02", "Lianxi-Digest": "sha256:…"}``. The file is written before the hooks
    run, which may look at it, and put back where they, Git or the disk refuse. A kill leaves the repository
    as it was or with the commit; the file may then be written and not yet committed, and the same call
    completes it.

    Raises ``GitError`` with one line for people: no repository, a merge under way, no branch, a lock, a
    file that is ignored, a hook that fails, nobody to commit as. Raises ``OSError`` where the file cannot
    be written.
    """
    repository = repository_of(path.parent)
    if repository is None:
        raise GitError(f"“{path.parent}”不在 Git 仓库里，不能提交；先在记录所在的文件夹运行 git init")
    if path.is_symlink():
        raise GitError(f"“{path}”是一个链接，不能提交；把它换成文件再运行")
    with _alone(repository.git_dir), _written(path, data, repository):
        return repository.commit(repository.path_of(path), data, _whole(message, trailers))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One commit at a time, so that what one puts back is not what another has just committed."""
    try:
        with locked(folder):
            yield
    except EditError as error:
        raise GitError(str(error)) from error


@contextmanager
def _written(path: Path, data: bytes, repository: Repository) -> Iterator[None]:
    """The file with ``data``; if what is then done fails, the file as it was before.

    It is written by way of Git's own folder: what a kill leaves there, nobody has to look at.
    """
    before = path.read_bytes() if path.exists() else None
    missing = [folder for folder in path.parents if not folder.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if before != data:
            replace_file(path, data, _on_disk_of(path, repository.git_dir))
        yield
    except BaseException as error:
        # Whoever interrupts may come too late: then the commit is made, and the file belongs to it.
        if isinstance(error, Exception) or not repository.holds(repository.path_of(path), data):
            _put_back(path, before, missing)
        raise


def _on_disk_of(path: Path, folder: Path) -> Path | None:
    return folder if folder.stat().st_dev == path.parent.stat().st_dev else None


def _put_back(path: Path, before: bytes | None, made: list[Path]) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != before:
        replace_file(path, before)
    for folder in made:
        with suppress(OSError):  # somebody has put something in
            folder.rmdir()


def _whole(message: str, trailers: Mapping[str, str]) -> str:
    told = "".join(f"{name}: {value}\n" for name, value in trailers.items())
    return f"{message.strip()}\n\n{told}"
