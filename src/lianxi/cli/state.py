"""Which state of the records a check looks at: folder, index or revision, and the base before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lianxi.cli.folder import Folder
from lianxi.cli.places import Place, prefix_in
from lianxi.cli.refusal import BROKEN, Refusal
from lianxi.system import in_chinese
from lianxi.tree import FolderTree, Obstacle, Snapshot, Tree

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.git import Held, Repository

_TEMPLATES = "templates/"
_TEMPLATE = ".j2"
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class State:
    """The records at one moment, with the folder of templates that they bring with them.

    ``ids`` are those of the files' bytes as Git names them, where they come from Git; ``prefix`` is the
    way to the records from the top of the repository.
    """

    tree: Tree
    prefix: str
    house: Path | None
    ids: Mapping[str, Held] | None = None


@contextmanager
def looked_at(place: Place, rev: str | None, *, staged: bool) -> Iterator[State]:
    """The state that is to be checked; what a revision needs on disk goes with the block."""
    if staged:
        repository = place.demanded()
        prefix = _folder(place).prefix
        held, way = repository.staged(prefix), way_to_templates(prefix)
        with _on_disk(repository, repository.staged(way) if way else {}) as house:
            yield State(repository.snapshot(held), prefix, house, held)
    elif rev is not None:
        repository = place.demanded()
        with at_commit(repository, repository.commit_of(rev), place.prefix) as state:
            yield state
    else:
        folder = _folder(place)
        yield State(FolderTree(folder.path), folder.prefix, folder.house)


@contextmanager
def at_commit(repository: Repository, commit: str, prefix: str | None) -> Iterator[State]:
    """The records of a commit, with its templates in a folder of their own while the block runs.

    They lie at ``prefix``, or are to be looked for.
    """
    prefix = prefix_in(repository, commit) if prefix is None else prefix
    held = repository.listing(commit, prefix)
    with templates_of(repository, commit, prefix) as house:
        yield State(repository.snapshot(held), prefix, house, held)


def base_of(repository: Repository, held: Mapping[str, Held], head: State, known: Book) -> Book:
    """The records that a commit holds; only what ``head`` has otherwise is read, ``known`` is its book."""
    from lianxi.book import load

    same = frozenset(path for path, each in held.items() if _is_same(path, each, head))
    other = repository.snapshot({path: each for path, each in held.items() if path not in same})
    tree = Snapshot(other.files, same, head.tree)
    entries = {each.path: each for each in known.entries if each.path in same and not each.faults}
    return load(tree, entries)


def _is_same(path: str, held: Held, head: State) -> bool:
    from lianxi.git import blob_id

    if head.ids is not None:
        return head.ids.get(path) == held
    raw = head.tree.read(path, _LARGEST)
    return not held.why and not isinstance(raw, Obstacle) and blob_id(raw, len(held.id)) == held.id


@contextmanager
def templates_of(repository: Repository, commit: str, prefix: str) -> Iterator[Path | None]:
    """The templates that a commit has beside its records, as a folder; None where it has none."""
    way = way_to_templates(prefix)
    with _on_disk(repository, repository.listing(commit, way) if way else {}) as house:
        yield house


def way_to_templates(prefix: str) -> str:
    """Where a repository keeps them; nothing where the records are all there is in it."""
    return f"{prefix.removesuffix('/').rpartition('/')[0]}/{_TEMPLATES}".lstrip("/") if prefix else ""


def templates_in(house: Path | None) -> dict[str, bytes]:
    """The templates of a folder by their way in it; so is what another file there names, to include it."""
    if house is None or not house.is_dir():
        return {}
    found = dict(_readable(FolderTree(house)))
    return {path: data for path, data in found.items() if path.endswith(_TEMPLATE) or _is_named(path, found)}


def _is_named(path: str, files: Mapping[str, bytes]) -> bool:
    name = path.rpartition("/")[2].encode()
    return any(name in data for other, data in files.items() if other != path)


def _readable(tree: Tree) -> Iterator[tuple[str, bytes]]:
    """What may be a template, or be included by one."""
    from lianxi.render.house import may_be_read

    for path in filter(may_be_read, tree.paths()):
        data = tree.read(path, _LARGEST)
        if isinstance(data, bytes):
            yield path, data


@contextmanager
def _on_disk(repository: Repository, held: Mapping[str, Held]) -> Iterator[Path | None]:
    if not held:
        yield None
        return
    with TemporaryDirectory(prefix="lianxi-", ignore_cleanup_errors=True) as folder:
        for path, data in _readable(repository.snapshot(held)):
            _write(Path(folder) / path, data)
        yield Path(folder)


def _write(place: Path, data: bytes) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    except OSError as error:
        raise Refusal(f"模板“{place.name}”取不出来：{in_chinese(error)}", BROKEN) from error


def _folder(place: Place) -> Folder:
    if place.folder is None:
        raise Refusal("裸仓库里没有工作区；用 --rev 写明检查哪个版本，如 --rev main")
    return place.folder
