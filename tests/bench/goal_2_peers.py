"""Goal 2: ``check`` beside the tools that people check YAML with, which do less with the same records."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.doorstop_items import make_items
from bench.plan import ROOT, Ground, python_path, say
from bench.programs import check
from bench.table import Limit, Table, at_least, note, row, table
from bench.timing import Measured, Work, in_turn

BIN = ROOT / ".venv-bench" / "bin"
INSTALL = "make .venv-bench/.stamp"
FOLDERS = ("issues", "meetings", "resolutions", "tasks")
YAMALE = "yamale.schema"
"""One beside the records of each kind; lianxi does not look at it."""
STYLE = (
    "{extends: default, rules: {document-start: disable, line-length: disable, truthy: {check-keys: false}}}"
)
"""yamllint's own rules, without those that say of every record that it is written as one."""


@dataclass(frozen=True)
class Stuff:
    """A corpus, and what the peers need beside it, made when it is asked for."""

    records: Path

    @cached_property
    def schema(self) -> str:
        """The JSON Schema; yamale's schemas come with it."""
        path = str(self.records.parent / "schema.json")
        words = (sys.executable, "-m", "bench.peer_schemas", path, str(self.records), YAMALE)
        subprocess.run(words, check=True, env=python_path())
        return path

    @cached_property
    def files(self) -> list[Path]:
        return [path for folder in FOLDERS for path in sorted((self.records / folder).rglob("*.yaml"))]

    @cached_property
    def items(self) -> Path:
        """The same texts as doorstop's items."""
        root = self.records.parent / "doorstop"
        make_items(root, (path.read_text(encoding="utf-8") for path in self.files))
        return root

    def work(self, label: str, *words: str, cwd: Path | None = None) -> Work:
        return Work(label, (str(BIN / words[0]), *words[1:]), cwd or self.records)


def check_jsonschema(stuff: Stuff) -> Work:
    files = (path.relative_to(stuff.records).as_posix() for path in stuff.files)
    return stuff.work("check-jsonschema", "check-jsonschema", "--schemafile", stuff.schema, *files)


def yamllint(stuff: Stuff) -> Work:
    return stuff.work("yamllint, its default rules", "yamllint", "-d", STYLE, *FOLDERS)


def yamale(stuff: Stuff) -> Work:
    assert stuff.schema  # its own come with it
    others = ("-e", "mechanism.yaml", "-e", "calendar/")
    return stuff.work("yamale, its 4 processes", "yamale", "-s", YAMALE, *others, ".")


def ryl(stuff: Stuff) -> Work:
    return stuff.work("ryl, the same rules, no cache", "ryl", "check", "--no-cache", "-d", STYLE, *FOLDERS)


def doorstop(stuff: Stuff) -> Work:
    return stuff.work("doorstop, as it runs by default", "doorstop", cwd=stuff.items)


def doorstop_reading(stuff: Stuff) -> Work:
    return stuff.work("doorstop --no-reformat", "doorstop", "--no-reformat", cwd=stuff.items)


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool by its package, and how many times as long as ``check`` it is to take."""

    package: str
    work: Callable[[Stuff], Work]
    goal: Limit | None = None


PEERS = (
    Peer("check-jsonschema", check_jsonschema, at_least(20)),
    Peer("yamllint", yamllint, at_least(20)),
    Peer("yamale", yamale, at_least(2)),
    Peer("ryl", ryl),
)
SLOW = (Peer("doorstop", doorstop, at_least(150)), Peer("doorstop", doorstop_reading))
"""They take minutes with the largest folder: the first is run on it once, if it takes no more than three."""
SLOWER = 24
"""How many times as long doorstop takes with ten times as many items."""
PATIENCE = 180


def tables(ground: Ground) -> Iterator[Table]:
    if not ground.plan.peers:
        return
    there = [peer for peer in (*PEERS, *SLOW) if (BIN / peer.package).exists()]
    *smaller, most = ground.plan.sizes
    slow: float = 0
    for size in smaller:
        found = _found(ground, size, there)
        lines = _lines(found, there, held=False)
        yield table(_title(size), found, [*_known(there), *lines])
        slow = max(each.wall for each in found)
    quick = [peer for peer in there if peer in PEERS]
    found = _found(ground, most, quick)
    yield table(_title(most), found, _lines(found, quick, held=True))
    yield from _slowest(ground, most, slow * SLOWER, [peer for peer in there if peer is SLOW[0]])


def _title(size: int) -> str:
    return f"goal 2: other tools with {size:,} records; the ratio is how many times as long as check"


def _found(ground: Ground, size: int, peers: list[Peer], rounds: int = 3) -> list[Measured]:
    stuff = Stuff(ground.records(size))
    works = [check(stuff.records), *(peer.work(stuff) for peer in peers)]
    return in_turn(works, rounds, ground.plan.seconds * 2)


def _lines(found: list[Measured], peers: list[Peer], *, held: bool) -> list[str]:
    checked, *others = found
    pairs = zip(others, peers, strict=True)
    return [row(checked), *(row(each, checked, peer.goal if held else None) for each, peer in pairs)]


def _slowest(ground: Ground, size: int, expected: float, peers: list[Peer]) -> Iterator[Table]:
    if expected > PATIENCE:
        say(f"doorstop would take about {expected:.0f} s with {size:,} items: left out")
    elif peers:
        say(f"doorstop takes about {expected:.0f} s with {size:,} items …")
        found = _found(ground, size, peers, rounds=1)
        yield table(_title(size), found, _lines(found, peers, held=True))


def _known(there: list[Peer]) -> list[str]:
    """The versions of those that are there, and how to get the others."""
    packages = list(dict.fromkeys(peer.package for peer in there))
    missing = dict.fromkeys(peer.package for peer in (*PEERS, *SLOW) if peer.package not in packages)
    lines = [f"{package} is not measured: {INSTALL} installs it" for package in missing]
    if packages:
        words = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
        asked = (str(BIN / "python"), "-c", words, *packages)
        versions = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()
        lines.append(", ".join(f"{name} {number}" for name, number in zip(packages, versions, strict=True)))
    return [note(line) for line in lines]
