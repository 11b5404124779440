"""lianxi import: a spreadsheet that came in, shown first, written when that is confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.extra import needing
from lianxi.cli.folder import Folder, find_folder, read_book
from lianxi.cli.options import AsOf, On, Records
from lianxi.cli.output import emit, say
from lianxi.cli.refusal import BROKEN, CLEAN, FOUND, Refusal
from lianxi.cli.today import today
from lianxi.system import in_chinese

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lianxi.book import Book
    from lianxi.intake.proposal import Proposal
    from lianxi.intake.sheet import Received
    from lianxi.intake.table import Table
    from lianxi.schema.meeting import Meeting
    from lianxi.situation import Situation


def import_(
    file: Annotated[Path, typer.Argument(metavar="文件", help="县区和单位发来的 .xlsx、.xlsm 或 .csv")],
    meeting: Annotated[
        str | None,
        typer.Option("--meeting", metavar="会议", help="任务分解表和台账是哪次会议定的，如 M-2025-01"),
    ] = None,
    item: Annotated[
        str | None, typer.Option("--item", metavar="序号", help="都是议程第几号定的；表里没有这一栏时写")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="单位", help="谁收集的、谁填报的；表里没有写时用"),
    ] = None,
    on: On = None,
    suggested: Annotated[
        bool, typer.Option("--suggested", help="“是否想写 …？”的，都照建议写；不写这一项，有疑问的行都退回")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="不再问，预览以后就写入")] = False,
    format_: Annotated[
        Literal["text", "md", "json"] | None,
        typer.Option("--format", metavar="格式", help="预览的格式：text 屏幕、md 文档、json 数据"),
    ] = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """导入 Excel 表：诉求收集表、发下去填好收回的本单位清单、过去的任务分解表和台账。

    先预览：哪些新增、已有、有改动，哪些退回、在哪一格、怎么改。在终端里问过才写入；不在终端的，
    加 --yes 才写。能写的行都写，退回的行改好再导入同一个文件，已经写了的不会重复。
    都写入了（或者本来就有）退出码是 0；有退回的，或者没有写入的，是 1。
    """
    from lianxi.cli.import_preview import preview
    from lianxi.cli.import_writing import confirmed, settled, write

    day = today(as_of)
    folder = find_folder(records)
    asked = _asked(file, meeting, item, by, on, day, find=folder)
    found = settled(asked, _proposal(asked, suggested=suggested))
    chosen = format_ or ("text" if _is_terminal() else "md")
    if chosen != "json":
        emit(preview(found, file.name, day, chosen), chosen, None)
    if found.writes and (yes or (chosen != "json" and confirmed(found))):
        written = write(asked, found)
        if chosen == "json":
            emit(preview(found, file.name, day, chosen, written), chosen, None)
        return FOUND if found.refused or written.failed else CLEAN
    if chosen == "json":
        emit(preview(found, file.name, day, chosen), chosen, None)
    if found.writes:
        say("什么也没有写入；核对以后加 --yes 再运行", err=True)
    return FOUND if found.writes or found.refused else CLEAN


@dataclass(frozen=True, slots=True)
class Asked:
    """A file, what it is read by, and what the command line says that the file does not."""

    folder: Folder
    book: Book
    today: date
    now: Situation
    received: Received
    tables: tuple[Table, ...]
    meeting: Meeting | None
    given: Mapping[str, str]


def _asked(
    file: Path,
    meeting: str | None,
    item: str | None,
    by: str | None,
    on: str | None,
    day: date,
    *,
    find: Folder,
) -> Asked:
    from lianxi.cli.ask import Unfit
    from lianxi.cli.values import a_number, a_unit, day_until
    from lianxi.situation import situation

    received, tables = _received(file)
    book = read_book(find)
    _refuse_unread(book, tables)
    now = situation(book, day)
    given: dict[str, str] = {}
    try:
        if on is not None:
            given["date"] = day_until(day)(on).isoformat()
        if by is not None:
            given["by"] = a_unit(now)(by)
        if item is not None:
            given["item"] = str(a_number(item))
    except Unfit as wrong:
        raise Refusal(str(wrong)) from None
    return Asked(find, book, day, now, received, tables, _meeting(book, tables, meeting, day), given)


def _received(file: Path) -> tuple[Received, tuple[Table, ...]]:
    from lianxi.intake.limits import FILE
    from lianxi.intake.reading import tables_of
    from lianxi.intake.receiving import receive
    from lianxi.intake.sheet import NotReadable
    from lianxi.visible import spelt

    name = spelt(file.name)
    try:
        with file.open("rb") as source:
            data = source.read(FILE + 1)
    except OSError as error:
        code = FOUND if file.is_dir() else BROKEN
        raise Refusal(f"读不了“{spelt(str(file))}”：{in_chinese(error)}", code) from error
    try:
        with needing("office", "读 Excel 表"):
            received = receive(data, name)
        return received, tables_of(received)
    except NotReadable as error:
        raise Refusal(f"{name} {error}", FOUND) from error


def _meeting(book: Book, tables: tuple[Table, ...], asked: str | None, day: date) -> Meeting | None:
    """The meeting that the decisions come from, which a table of tasks needs and no other takes."""
    from lianxi.cli.held import held_meeting
    from lianxi.forms.work_table import WORK_TABLE
    from lianxi.intake.reading import forms_of
    from lianxi.wording import listed

    if WORK_TABLE not in forms_of(tables):
        if asked is not None:
            raise Refusal(f"这是{listed(form.name for form in forms_of(tables))}，不用写 --meeting")
        return None
    if asked is None:
        held = [each.id for each in book.meetings.values() if each.held_on]
        raise Refusal(
            f"这是{WORK_TABLE.name}，要写明是哪次会议定的，如 --meeting {held[-1] if held else 'M-2025-01'}；"
            f"开过的会议：{listed(held) or '还没有'}；没有记录的会议，先用 lianxi new 会议 建好，"
            "写上 held_on、agenda 和 minutes，再导入"
        )
    if asked not in book.known:
        raise Refusal(
            f"没有会议“{asked}”的记录；先运行 lianxi new 会议 建好，写上 held_on（召开日期）、"
            "agenda（议程）和 minutes（印发日期），再导入"
        )
    return held_meeting(book, asked, day)


def _refuse_unread(book: Book, tables: tuple[Table, ...]) -> None:
    """What cannot be read may be what would be written once more."""
    from lianxi.forms.collection import COLLECTION
    from lianxi.forms.work_table import WORK_TABLE
    from lianxi.intake.reading import forms_of

    kinds = {COLLECTION: ("I-",), WORK_TABLE: ("M-", "R-", "T-")}
    begins = tuple(begin for form in forms_of(tables) for begin in kinds.get(form, ()))
    lost = sorted(id_ for id_ in book.unreadable if id_.startswith(begins)) if begins else []
    if lost:
        raise Refusal(
            f"记录 {'、'.join(lost[:10])} 读不出来，说不准表里哪些已经有了；"
            "先改好它再导入（lianxi check 看原因）",
            FOUND,
        )


def _proposal(asked: Asked, *, suggested: bool) -> Proposal:
    from lianxi.intake.reading import proposal
    from lianxi.intake.row_reader import Intake
    from lianxi.intake.values import Reading
    from lianxi.naming import Register

    lists = Register(asked.book, asked.now.mechanism).lists
    reading = Reading(asked.now, lists, asked.today.year, suggested)
    intake = Intake(asked.book, reading, asked.given, asked.received.name)
    return proposal(asked.received, asked.tables, intake, asked.meeting)


def _is_terminal() -> bool:
    import sys

    return sys.stdout.isatty()
