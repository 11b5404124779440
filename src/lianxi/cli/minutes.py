"""lianxi minutes and lianxi breakdown: what a held meeting has settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.folder import find_folder, read_book
from lianxi.cli.held import MeetingId, held_meeting
from lianxi.cli.minutes_paper import facts_of, text_of, warn_of_undecided
from lianxi.cli.options import AsOf, Audience, Output, PaperFormat, Records
from lianxi.cli.output import PAPER, as_json, chosen_audience, chosen_format, emit, finish, say
from lianxi.cli.refusal import Refusal
from lianxi.cli.seen import seen, seen_as
from lianxi.cli.today import today

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from lianxi.reports.minutes import Minutes
    from lianxi.schema.meeting import Meeting


def minutes(
    meeting: MeetingId,
    write: Annotated[bool, typer.Option("--write", help="写到记录文件夹的 minutes 里")] = False,
    commit: Annotated[bool, typer.Option("--commit", help="写好并提交这一个文件，别的改动不碰")] = False,
    advance: Annotated[
        bool, typer.Option("--advance", help="往前走一步：起草、征求意见、签发、印发，规定有的才走")
    ] = False,
    reseal: Annotated[
        bool, typer.Option("--reseal", help="印发以后更正过，按更正重印，换上新的摘要")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="职务或单位", help="谁签发，如 召集人（市政府）；各方签署的写单位"),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--date", metavar="日期", help="这一步是哪一天的；不写就是今天")
    ] = None,
    reply_by: Annotated[
        str | None, typer.Option("--reply-by", metavar="日期", help="征求意见的反馈期限")
    ] = None,
    audience: Audience = None,
    format_: PaperFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """会议纪要：由会议、议题、议定事项和任务的记录生成，不用另写。

    要改字，改记录里的 judgement（会议认为）、demands（会议要求）、议定事项的 text、任务的 measure。
    """
    day = today(as_of)
    folder = find_folder(records)
    _refuse_mixture(write=write or commit, advance=advance, reseal=reseal, output=output)
    if (by or on or reply_by) and not advance:
        raise Refusal("--by、--date、--reply-by 同 --advance 一起用")
    if audience and (write or commit or advance or reseal):
        raise Refusal(
            "--write、--commit、--advance、--reseal 办的是会议自己的纪要，不分给谁看；去掉 --audience"
        )
    book = read_book(folder)
    record = held_meeting(book, meeting, day)
    if advance or reseal:
        from lianxi.cli.minutes_life import advanced
        from lianxi.cli.reseal import resealed

        if reseal:
            return resealed(folder, book, record, day)
        return advanced(folder, book, record, day, {"--by": by, "--date": on, "--reply-by": reply_by})
    if write or commit:
        from lianxi.cli.minutes_file import committed, to_keep, written

        data = to_keep(folder, record, text_of(facts_of(book, record), folder).encode("utf-8"))
        return committed(folder, record, data) if commit else written(folder, record, data)
    reader = seen_as(book, chosen_audience(audience, output))
    reader.require(record.id)
    facts = facts_of(reader.book, reader.book.meetings[record.id])
    text = text_of(facts, folder)
    if not reader.public:
        _warn(facts, record, text)
    chosen = chosen_format(format_, output, PAPER)
    emit(reader.passed(_json(facts, day) if chosen == "json" else text), chosen, output)
    return finish(book.unread)


def breakdown(
    meeting: MeetingId,
    audience: Audience = None,
    format_: PaperFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """任务分解表：会议定下的每项任务，谁牵头、谁配合、什么时候完成。"""
    from lianxi.minutes import breakdown_markdown

    day = today(as_of)
    folder = find_folder(records)
    reader = seen(folder, audience, output)
    record = held_meeting(reader.whole, meeting, day)
    reader.require(record.id)
    book = reader.book
    table = facts_of(book, book.meetings[record.id]).breakdown
    if table is None:
        say(f"{record.id} 没有议定任务，也没有为原有任务重新明确什么")
        return finish(book.unread)
    chosen = chosen_format(format_, output, PAPER)
    text = _json(table, day) if chosen == "json" else breakdown_markdown(table, folder.house)
    emit(reader.passed(text), chosen, output)
    return finish(book.unread)


def _json(facts: object, day: date) -> str:
    from dataclasses import asdict

    return as_json({"today": day, **asdict(facts)})  # type: ignore[call-overload]


def _refuse_mixture(*, write: bool, advance: bool, reseal: bool, output: Path | None) -> None:
    chosen = [
        name
        for name, given in (
            ("--write 或 --commit", write),
            ("--advance", advance),
            ("--reseal", reseal),
            ("-o", output is not None),
        )
        if given
    ]
    if len(chosen) > 1:
        raise Refusal(f"{'、'.join(chosen)} 一次只用一个")


def _warn(facts: Minutes, record: Meeting, text: str) -> None:
    """What the reader of the paper cannot see of it."""
    from lianxi.sealed import digest

    warn_of_undecided(facts)
    written = record.minutes
    if written is None or written.issued_on is None:
        return
    if written.sha256 is None:
        say("注意：这期纪要在 lianxi 以外印发，同印发稿没有核对过", err=True)
    elif digest(text.encode("utf-8")) != written.sha256:
        say("注意：这是按现在的记录生成的，同印发的纪要不一致；印发的那一份在 minutes 文件夹里", err=True)
