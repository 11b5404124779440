"""lianxi export: ledgers, calendars and data as files that other programs open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.folder import Folder, find_folder, read_book
from lianxi.cli.options import AsOf, Audience, Output, Records
from lianxi.cli.output import finish, hand_over
from lianxi.cli.refusal import CLEAN, Refusal
from lianxi.cli.seen import seen
from lianxi.cli.today import today

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book
    from lianxi.cli.seen import Seen
    from lianxi.leak import Piece


UNIT_LISTS = "本单位清单"
"""What a unit gets, fills in and sends back: a file for one unit, or a folder with one for each."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: ``book`` is the one that ``audience`` may see.

    ``unit`` and ``ledger`` are the ones named, if any.
    """

    what: str
    folder: Folder
    book: Book
    day: date
    audience: str
    unit: str | None
    ledger: str | None
    output: Path | None


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be exported, as ``written`` in a module and function of cli: ``Asked`` → bytes.

    ``ending`` is that of its file, ``example`` a name for it without the ending. ``of_unit``
    says whether it can be asked for one unit.
    """

    ending: str
    example: str
    written: str
    of_unit: bool = False


OFFERS = {
    "xlsx": Offer(".xlsx", "台账", "ledgers.every"),
    "议定事项台账": Offer(".xlsx", "议定事项台账", "ledgers.one"),
    "督办台账": Offer(".xlsx", "督办台账", "ledgers.one"),
    "诉求台账": Offer(".xlsx", "诉求台账", "ledgers.one"),
    "办理统计": Offer(".xlsx", "办理统计", "ledgers.one"),
    UNIT_LISTS: Offer(".xlsx", UNIT_LISTS, "form_sheets.unit_list", of_unit=True),
    "ics": Offer(".ics", "日程", "calendars.ics", of_unit=True),
    "json": Offer(".json", "全部记录", "plain.json"),
    "csv": Offer(".csv", "台账", "plain.csv"),
}
"""By name; what comes first among those of an ending is meant where only the file is named."""
_FIRST = next(iter(OFFERS))


def export(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="导出什么",
            help=f"可以写：{'、'.join(OFFERS)}；不写就看 -o 的文件名，再不写就是 {_FIRST}",
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="单位", help="只要一个单位的，写简称，如 市发展改革局")
    ] = None,
    ledger: Annotated[
        Literal["议定事项台账", "督办台账", "诉求台账", "办理统计"] | None,
        typer.Option(
            "--ledger",
            metavar="台账",
            help="csv 要哪一种：议定事项台账、督办台账（不写就是它）、诉求台账、办理统计",
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option("--template", metavar="空白表", help="空白的表，发下去填：诉求收集表"),
    ] = None,
    audience: Audience = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """导出文件：Excel 台账、发下去填的清单和空白表、日历用的日程、数据。

    xlsx 是全部台账加汇总和图表，也可以只要一种台账；本单位清单发给单位填，填好用 lianxi import 收回来；
    ics 是手机和电脑日历用的日程；json、csv 是数据。
    """
    day = today(as_of)
    if template is not None:
        return _template(template, what, day, output, find_folder(records))
    chosen = _chosen(what, output)
    offer = OFFERS[chosen]
    if unit is not None and not offer.of_unit:
        raise Refusal(f"{chosen} 不分单位；去掉 --unit")
    if ledger is not None and chosen != "csv":
        raise Refusal(f"--ledger 只用于 csv；{chosen} 去掉 --ledger")
    folder = find_folder(records)
    reader = seen(folder, audience, output)
    asked = Asked(chosen, folder, reader.book, day, reader.audience, unit, ledger, output)
    if chosen == UNIT_LISTS:
        _refuse_public(reader)
    if chosen == UNIT_LISTS and unit is None:
        from lianxi.cli.form_sheets import each_unit

        return each_unit(asked)
    data = _giver(offer)(asked)
    _guard(reader, data, offer)
    hand_over(data, output, f"{offer.example}{offer.ending}")
    return finish(reader.book.unread)


def _refuse_public(reader: Seen) -> None:
    if reader.public:
        raise Refusal(f"{UNIT_LISTS}发给单位自己填，不公开；去掉 --audience")


def _guard(reader: Seen, data: bytes, offer: Offer) -> None:
    """What is written for everybody is read again, cell by cell or line by line."""
    if reader.public:
        reader.guard(_pieces(data, offer.ending))


def _pieces(data: bytes, ending: str) -> Iterable[Piece]:
    if ending == ".xlsx":
        from lianxi.documents.sheets.written import cells

        return cells(data)
    from lianxi.leak import lines_of

    text = data.decode("utf-8")
    return lines_of(text.replace("\r\n ", "") if ending == ".ics" else text)  # a long line of .ics is folded


def _chosen(what: str | None, output: Path | None) -> str:
    """What is meant by the word, else by the name of the file; the two must agree."""
    ending = output.suffix.lower() if output is not None and not _is_folder(output, what) else None
    if what is None:
        by_ending = (name for name, offer in OFFERS.items() if offer.ending == ending)
        what = next(by_ending, _FIRST)
    elif what not in OFFERS:
        raise Refusal(_unknown(what))
    offer = OFFERS[what]
    if ending is not None and ending != offer.ending:
        raise Refusal(
            f"{what} 是 {offer.ending} 文件，-o 写的却是“{output}”；写成 -o {offer.example}{offer.ending}"
        )
    return what


def _is_folder(output: Path, what: str | None) -> bool:
    """Whether a list for each unit is to be written into ``output``, there or not."""
    return what == UNIT_LISTS and (output.is_dir() or not output.suffix)


def _template(name: str, what: str | None, day: date, output: Path | None, folder: Folder) -> int:
    from lianxi.cli.form_sheets import template

    if what is not None:
        raise Refusal(f"{what} 和 --template 只写一个")
    data = template(name, read_book(folder), day)
    hand_over(data, output, f"{name}.xlsx")
    return CLEAN


def _unknown(what: str) -> str:
    from lianxi.near import near

    meant = near(what, OFFERS)
    return f"没有“{what}”可以导出" + (f"，是否想写 {meant}？" if meant else f"；可以写：{'、'.join(OFFERS)}")


def _giver(offer: Offer) -> Callable[[Asked], bytes]:
    from importlib import import_module

    module, _, name = offer.written.partition(".")
    given: Callable[[Asked], bytes] = getattr(import_module(f"lianxi.cli.{module}"), name)
    return given
