"""Imports run one way: no floor of the house knows a higher one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "lianxi"
FLOORS = (
    {"fault", "finding", "tree", "width", "wording", "near", "shown", "atomic", "_version"}
    | {"system", "visible"},
    {"summing", "mending", "git", "tabular", "sealed"},
    {"numerals", "spoken", "ids", "private", "classified"},
    {"source"},
    {"schema"},
    {"book", "workdays", "called", "correcting", "aligned"},
    {"renumbering"} | {"as_of", "membership", "unit_names", "part", "next_id", "disclosure", "leak", "forms"},
    {"terms"},
    {"situation"},
    {"status"},
    {"obligations"},
    {"chronology", "naming", "rule", "choices", "whole_line", "recurring", "allowance"}
    | {"merge", "changed_value", "differing"},
    {"entry_edits"},
    {"recorded"},
    {"keeping"},
    {"told_entry"},
    {"rules", "changes", "reports", "placing"},
    {"catalogue"},
    {"check", "gate", "render", "formats", "edit", "rulebook", "committing"},
    {"papers", "acts", "skeleton", "invitations", "minutes", "documents"},
    {"generated", "intake"},
    {"cli"},
    {"__main__"},
)
"""From the ground up."""
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
APART = (
    ("rules", "reports"),
    ("formats", "edit"),
    ("formats", "render"),
    ("check", "render"),
    ("check", "edit"),
)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {room_of(alias.name) for alias in node.names if alias.name.startswith("lianxi.")}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "lianxi":
            if node.module == "lianxi":
                found |= {alias.name for alias in node.names}
            else:
                found.add(room_of(node.module))
    return found


def problems(room: str, known: set[str]) -> list[str]:
    wrong = []
    for other in sorted(known - {room, ""}):
        if LEVEL[other] > LEVEL[room]:
            wrong.append(f"{room} imports {other}, which lies above it")
        if (room, other) in APART or (other, room) in APART:
            wrong.append(f"{room} imports {other}, which lies beside it")
    return wrong


FILES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__init__.py" or path.parent != SOURCE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_run_one_way(path: Path) -> None:
    way = path.relative_to(SOURCE)
    room = way.parts[0].removesuffix(".py")
    assert room in LEVEL, f"{room} has no floor yet: give it one in {Path(__file__).name}"
    assert problems(room, imports(path)) == []


def test_a_higher_floor_is_refused() -> None:
    assert problems("schema", {"cli"}) == ["schema imports cli, which lies above it"]
    assert problems("reports", {"rules"}) == ["reports imports rules, which lies beside it"]


def test_a_record_does_no_io() -> None:
    doors = {"open", "os", "pathlib", "io", "subprocess"}
    for path in (SOURCE / "schema").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        }
        calls = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not (names | calls) & doors, path.name


def test_only_the_command_line_reads_the_clock() -> None:
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path != SOURCE / "cli" / "today.py":
            assert ".now(" not in text, path
            assert ".today()" not in text, path
            assert "time.time" not in text, path


def test_only_the_writer_touches_records() -> None:
    writers = {
        path.name for path in SOURCE.rglob("*.py") if "replace_file(" in path.read_text(encoding="utf-8")
    }
    assert writers == {"atomic.py", "committing.py", "files.py", "output.py"}
