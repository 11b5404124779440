"""lianxi minutes and lianxi breakdown: what a held meeting has settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.folder import Folder, find_folder, read_book
from lianxi.cli.held import held_meeting
from lianxi.cli.options import AsOf, Output, Records, ReportFormat
from lianxi.cli.output import as_json, chosen_format, emit, finish, say, write_file
from lianxi.cli.refusal import CLEAN, FOUND, Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from lianxi.book import Book
    from lianxi.reports.minutes import Minutes
    from lianxi.schema.meeting import Meeting

MeetingId = Annotated[str, typer.Argument(metavar="会议编号", help="如 M-2026-03，开过的会议")]


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
    format_: ReportFormat = None,
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
    book = read_book(folder)
    record = held_meeting(book, meeting, day)
    if advance or reseal:
        from lianxi.cli.minutes_life import advanced
        from lianxi.cli.reseal import resealed

        if reseal:
            return resealed(folder, book, record, day)
        return advanced(folder, book, record, day, {"--by": by, "--date": on, "--reply-by": reply_by})
    if write or commit:
        data = _to_keep(folder, record, _text(facts_of(book, record), folder).encode("utf-8"))
        return _committed(folder, record, data) if commit else _written(folder, record, data)
    facts = facts_of(book, record)
    text = _text(facts, folder)
    _warn(facts, record, text)
    chosen = chosen_format(format_, output)
    emit(_json(facts, day) if chosen == "json" else text, chosen, output)
    return finish(book.unread)


def breakdown(
    meeting: MeetingId,
    format_: ReportFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """任务分解表：会议定下的每项任务，谁牵头、谁配合、什么时候完成。"""
    from lianxi.minutes import breakdown_markdown

    day = today(as_of)
    folder = find_folder(records)
    book = read_book(folder)
    record = held_meeting(book, meeting, day)
    table = facts_of(book, record).breakdown
    if table is None:
        say(f"{record.id} 没有议定任务，也没有为原有任务重新明确什么")
        return finish(book.unread)
    chosen = chosen_format(format_, output)
    emit(_json(table, day) if chosen == "json" else breakdown_markdown(table, folder.house), chosen, output)
    return finish(book.unread)


def facts_of(book: Book, record: Meeting) -> Minutes:
    """What the minutes say. Raises ``Refusal`` where a 更正 cannot be undone for the reprint."""
    from lianxi.reports.minutes import minutes as facts
    from lianxi.status.correction import Uncorrectable

    try:
        return facts(book, record.id)
    except Uncorrectable as error:
        raise Refusal(f"{record.id} 的纪要印不出来：{error}", FOUND) from error


def paper(folder: Folder, id_: str) -> Path:
    """The minutes file of the meeting ``id_``."""
    from lianxi.sealed import minutes_path

    return folder.path / minutes_path(id_)


def shown(folder: Folder, id_: str) -> str:
    """The same as messages show it."""
    from lianxi.sealed import minutes_path

    return folder.prefix + minutes_path(id_)


def _text(facts: Minutes, folder: Folder) -> str:
    from lianxi.minutes import minutes_markdown

    return minutes_markdown(facts, folder.house)


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


def warn_of_undecided(facts: Minutes) -> None:
    """Items of which nothing is recorded: perhaps nothing was decided, perhaps it was forgotten."""
    open_ = "、".join(item.ordinal for item in facts.items if not item.decided)
    if open_:
        say(f"注意：第{open_}项还没有议定事项；补上用 lianxi resolve {facts.meeting}", err=True)


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


def _to_keep(folder: Folder, record: Meeting, fresh: bytes) -> bytes:
    """What belongs in the file: of sealed minutes what was sealed, and nothing else."""
    from lianxi.sealed import digest, with_lf

    seal = record.minutes.sha256 if record.minutes and record.minutes.issued_on else None
    if seal is None or digest(fresh) == seal:
        return fresh
    path = paper(folder, record.id)
    kept = path.read_bytes() if path.is_file() else b""
    if digest(kept) == seal:
        say("纪要已经印发，文件没有动；现在的记录同它不一致，要更正的写 corrections 再 --reseal", err=True)
        return with_lf(kept)
    raise Refusal(
        f"{record.id} 的纪要已经印发，按现在的记录生成的同印发的摘要对不上，没有写；"
        "印发的那一份从 Git 里取回，要更正的写 corrections 再运行 --reseal",
        FOUND,
    )


def _written(folder: Folder, record: Meeting, data: bytes) -> int:
    path = paper(folder, record.id)
    if path.is_file() and path.read_bytes() == data:
        say(f"{shown(folder, record.id)} 没有变化")
        return CLEAN
    write_file(path, data.decode("utf-8"))
    say(f"已写 {shown(folder, record.id)}")
    return CLEAN


def _committed(folder: Folder, record: Meeting, data: bytes) -> int:
    from lianxi.committing import commit_file
    from lianxi.sealed import digest

    issued = record.minutes is not None and record.minutes.issued_on is not None
    number = f"（第{record.minutes.issue_no}期）" if record.minutes else ""
    message = f"{'纪要' if issued else '纪要稿'}：{record.id}{number}"
    trailers = {"Lianxi-Meeting": record.id, "Lianxi-Digest": f"sha256:{digest(data)}"}
    made = commit_file(paper(folder, record.id), data, message, trailers)
    if made is None or made.id is None:
        say(f"{shown(folder, record.id)} 已经提交过，没有变化")
        return CLEAN
    say(f"已提交 {shown(folder, record.id)}（{made.id[:10]}），只有这一个文件；会议记录的改动另行提交")
    if made.said.strip():
        say(made.said.strip())
    return CLEAN
