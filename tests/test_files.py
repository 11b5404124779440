"""What no page can show: files that are no plain texts, in a real folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import DAY, TINY_DAY, unprivileged
from lianxi.book import Book, load
from lianxi.check import check
from lianxi.finding import WARNING, Finding
from lianxi.tree import FolderTree

TASK = "tasks/2026/T-2026-001.yaml"
POSIX = pytest.mark.skipif(os.name != "posix", reason="only POSIX has such files")


@pytest.fixture
def folder(tiny: dict[str, str], tmp_path: Path) -> Path:
    for path, text in tiny.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def found_in(folder: Path) -> tuple[Book, list[Finding]]:
    book = load(FolderTree(folder))
    found = check(book, TINY_DAY)
    return book, [each for each in found if each.code != "LX423"]  # one task is late anyway


def only(folder: Path, code: str, line: int = 1, path: str = TASK) -> Book:
    """The one finding is this; the other records are read."""
    book, found = found_in(folder)
    assert [(each.code, each.path, each.line) for each in found] == [(code, path, line)], found
    assert found[0].message
    assert found[0].remedy
    assert found[0].record == Path(path).stem
    assert len(book.entries) == 13
    assert book.unread == 1
    assert "T-2026-001" in book.known
    return book


def test_a_byte_order_mark_is_warned_of_and_read_over(folder: Path) -> None:
    (folder / TASK).write_bytes(b"\xef\xbb\xbf" + (folder / TASK).read_bytes())
    book, found = found_in(folder)
    assert [(each.code, each.severity, each.path, each.line) for each in found] == [
        ("LX005", WARNING, TASK, 1)
    ]
    assert book.unread == 0
    assert book.tasks["T-2026-001"].title.startswith("示例园区A")


def test_windows_line_ends_are_no_fault(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert found_in(folder)[1] == []


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x07", "\x7f", "\x85", "\u2028"])
def test_a_control_character_is_told_by_its_number(
    folder: Path, tiny: dict[str, str], character: str
) -> None:
    text = tiny[TASK].replace("管网已铺设八成", f"管网已铺设{character}八成")
    (folder / TASK).write_text(text, encoding="utf-8", newline="\n")
    only(folder, "LX013", text[: text.index(character)].count("\n") + 1)
    assert f"U+{ord(character):04X}" in found_in(folder)[1][0].message
    assert character not in found_in(folder)[1][0].message


@pytest.mark.parametrize(
    ("encoding", "line", "named"), [("gbk", 2, "GBK"), ("utf-16", 1, "UTF-16"), ("utf-16-le", 2, "UTF-16")]
)
def test_another_encoding_is_named(
    folder: Path, tiny: dict[str, str], encoding: str, line: int, named: str
) -> None:
    (folder / TASK).write_bytes(tiny[TASK].encode(encoding))
    only(folder, "LX012", line)
    assert named in found_in(folder)[1][0].message


def test_a_picture_is_no_record(folder: Path) -> None:
    (folder / TASK).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    only(folder, "LX012")


@POSIX
@pytest.mark.parametrize("target", ["T-2026-002.yaml", "nowhere.yaml", "/etc/hostname"])
def test_a_link_is_not_followed(folder: Path, target: str) -> None:
    (folder / TASK).unlink()
    (folder / TASK).symlink_to(target)
    only(folder, "LX009")


@POSIX
def test_a_linked_folder_is_not_entered(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "T-2027-001.yaml").write_text("id: T-2027-001\n", encoding="utf-8")
    (folder / "tasks" / "2027").symlink_to(elsewhere)
    _, found = found_in(folder)
    assert [(each.code, each.path) for each in found] == [("LX009", "tasks/2027")]


def test_a_folder_named_like_a_record(folder: Path) -> None:
    (folder / TASK).unlink()
    (folder / TASK).mkdir()
    only(folder, "LX010")


@POSIX
def test_a_pipe_does_not_make_us_wait(folder: Path) -> None:
    (folder / TASK).unlink()
    os.mkfifo(folder / TASK)
    only(folder, "LX010")


def test_a_large_file_is_not_read(folder: Path, tiny: dict[str, str]) -> None:
    (folder / TASK).write_text(tiny[TASK] + "#" * 70 * 1024, encoding="utf-8")
    only(folder, "LX008")


@POSIX
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / TASK).chmod(0)
    words = ("check", "--records", str(folder), "--as-of", DAY, "--format", "json")
    ran = subprocess.run(
        [sys.executable, "-m", "lianxi", *words],
        capture_output=True,
        check=False,
        preexec_fn=unprivileged,
    )
    found = json.loads(ran.stdout)["findings"]
    assert [each["code"] for each in found if each["record"] == "T-2026-001"] == ["LX011"]


def test_a_file_that_the_disk_does_not_give(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: str, flags: int) -> int:
        if os.fspath(path).endswith("T-2026-001.yaml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    only(folder, "LX011")


def brackets() -> str:
    return "instructions: " + "[" * 60_000 + "\n"


def alias_bomb() -> str:
    first = "instructions: &a [x, x, x, x, x, x, x, x, x]\n"
    return first + "".join(f"k{n}: &b{n} [*a, *a, *a, *a, *a, *a, *a, *a]\n" for n in range(20))


def merge_chain() -> str:
    return "cancelled:\n  <<: {date: 2026-04-20}\n  reason: x\n"


def ladder() -> str:
    return "".join(f"{' ' * depth}a:\n" for depth in range(200))


@pytest.mark.parametrize(
    ("make", "code", "line"),
    [
        (brackets, "LX007", 1),
        (alias_bomb, "LX019", 4),
        (merge_chain, "LX019", 5),
        (ladder, "LX007", 24),
    ],
)
def test_a_text_that_means_harm_is_refused(
    folder: Path, tiny: dict[str, str], make: Callable[[], str], code: str, line: int
) -> None:
    lines = tiny[TASK].splitlines(keepends=True)
    (folder / TASK).write_text("".join([*lines[:3], make(), *lines[3:]]), encoding="utf-8", newline="\n")
    only(folder, code, line)


def test_a_hundred_thousand_brackets_are_too_large_and_not_read(folder: Path) -> None:
    (folder / TASK).write_text("[" * 100_000, encoding="utf-8")
    only(folder, "LX008")


def test_a_hundred_thousand_brackets_in_the_mechanism(folder: Path, tiny: dict[str, str]) -> None:
    path = "mechanism.yaml"
    (folder / path).write_text(tiny[path] + "x: " + "[" * 100_000, encoding="utf-8")
    only(folder, "LX007", path=path)
