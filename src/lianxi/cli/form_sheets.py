"""What lianxi export gives to be filled in: 诉求收集表 and 本单位清单."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.ledgers import as_file
from lianxi.cli.output import finish, say, write_file
from lianxi.cli.refusal import Refusal

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book
    from lianxi.cli.export import Asked
    from lianxi.reports.unit_list import UnitList


def template(name: str, book: Book, day: date) -> bytes:
    """The empty form ``name``. Raises ``Refusal`` where there is none."""
    from lianxi.documents.sheets.collection_form import collection_form
    from lianxi.forms.collection import COLLECTION
    from lianxi.situation import situation

    if name not in {COLLECTION.name, f"企业{COLLECTION.name}"}:
        raise Refusal(f"没有空白表“{name}”；可以写：{COLLECTION.name}")
    return as_file(collection_form(situation(book, day)))


def unit_list(asked: Asked) -> bytes:
    """本单位清单 of one unit."""
    from lianxi.cli.values import named_unit
    from lianxi.reports.unit_list import unit_list as listed_for

    return _file(listed_for(asked.book, asked.day, named_unit(asked.book, asked.unit or "")))


def each_unit(asked: Asked) -> int:
    """A file for each unit that has something on its list, in the folder that was named."""
    from lianxi.reports.unit_list import unit_list as listed_for

    folder = asked.output
    if folder is None or (folder.suffix and not folder.is_dir()):
        raise Refusal("要写 --unit 单位，或者 -o 文件夹（每个单位一个文件）")
    assert asked.book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    count = 0
    for unit in asked.book.mechanism.units:
        found = listed_for(asked.book, asked.day, unit)
        if found.tasks or found.raised:
            write_file(folder / f"{_plain(unit.name)}.xlsx", _file(found))
            count += 1
    say(f"已写{count}个单位的清单，在 {folder}" if count else "没有要发的清单：没有办理中的任务")
    return finish(asked.book.unread)


def _file(found: UnitList) -> bytes:
    from lianxi.documents.sheets.unit_form import unit_form

    return as_file(unit_form(found))


def _plain(name: str) -> str:
    """A unit's name as a file may be called everywhere."""
    return "".join("_" if char in '\\/:*?"<>|' or char < " " else char for char in name)
