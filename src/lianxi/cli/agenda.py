"""lianxi agenda: the papers of a meeting to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.asked import before_it_was_held, meeting_id, unreadable_meetings, warn_when_passed
from lianxi.cli.folder import Folder, find_folder, read_book
from lianxi.cli.options import AsOf, Audience, Output, PaperFormat, Records
from lianxi.cli.output import PAPER, as_json, chosen_audience, chosen_format, emit, finish, say
from lianxi.cli.refusal import FOUND, Refusal
from lianxi.cli.seen import seen_as
from lianxi.cli.today import today

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book

Part = Literal["议程", "附件1", "附件2", "工作单"]


def agenda(
    meeting: Annotated[
        str | None, typer.Argument(metavar="会议编号", help="如 M-2026-05；不写就是最近一次还没开的会议")
    ] = None,
    part: Annotated[
        Part | None,
        typer.Option("--part", metavar="部分", help="只要一部分：议程、附件1、附件2、工作单"),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="把已具备条件的议题补进会议记录，已写的内容不动")
    ] = False,
    audience: Audience = None,
    format_: PaperFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """会议议程：议程、附件1 落实情况、附件2 议题材料，和只给联络员的工作单。

    工作单只给办公室看：屏幕上显示全部；写成文件或者转给别的程序时，只有给参会人员的部分。
    """
    day = today(as_of)
    folder = find_folder(records)
    book = read_book(folder)
    id_ = meeting_id(book, day, meeting, "agenda")
    if write:
        return _write(book, day, id_, folder)
    from lianxi.disclosure import INTERNAL
    from lianxi.papers import FOR_PARTICIPANTS, agenda_markdown, chosen_facts
    from lianxi.reports.meeting_papers import PARTS, WORKSHEET, meeting_papers

    chosen = chosen_format(format_, output, PAPER)
    reader = chosen_audience(audience, output)
    on_paper = output is not None or chosen == "docx"
    if part == WORKSHEET and (on_paper or reader != INTERNAL):
        raise Refusal("工作单只给联络员看，不写成文件，也不给别人；去掉 -o，写 --audience 内部")
    parts = (part,) if part else PARTS if reader == INTERNAL and not on_paper else FOR_PARTICIPANTS
    shown = seen_as(book, reader)
    shown.require(id_)
    book = shown.book
    papers = meeting_papers(book, before_it_was_held(book, day, id_), id_, parts)
    warn_when_passed(papers)
    as_data = chosen == "json"
    text = as_json(chosen_facts(papers, parts)) if as_data else agenda_markdown(papers, parts, folder.house)
    emit(shown.passed(text), chosen, output)
    return finish(book.unread)


def _write(book: Book, day: date, id_: str, folder: Folder) -> int:
    from lianxi.edit import EditError, append_to_list
    from lianxi.reports.proposal import proposal

    path = book.paths[id_]
    shown = f"{folder.prefix}{path}"
    if book.meetings[id_].held_on or book.meetings[id_].cancelled:
        raise Refusal(f"{id_} 已经召开或取消，议程不再补列")
    lost = unreadable_meetings(book)
    if lost:
        raise Refusal(f"会议记录 {lost} 读不出来，说不准哪些议题已经列入；先改好它再补列", FOUND)
    items = proposal(book, day, id_)
    if not items:
        say(f"没有可以补列的议题，{shown} 没有改动")
        return finish(book.unread)
    try:
        append_to_list(folder.path / path, "agenda", [item.record() for item in items])
    except EditError as error:
        raise Refusal(f"{shown} 没有改动：{error}") from error
    say(f"已把{len(items)}项写入 {shown}：")
    for item in items:
        say(f"  第{item.no}号　{item.title}（{item.reason}）")
    say("请补上时间和提请会议议定事项，核对汇报单位，再提交。")
    return finish(book.unread)
