"""lianxi notice: the next step of chasing, as a paper or a short message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.folder import find_folder, read_book
from lianxi.cli.options import AsOf, Audience, Output, PaperOrListFormat, Records
from lianxi.cli.output import PAPER_OR_LIST, as_json, chosen_format, emit, finish, say
from lianxi.cli.refusal import FOUND, Refusal
from lianxi.cli.today import named_day, today
from lianxi.visible import inert, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from lianxi.book import Book
    from lianxi.cli.folder import Folder
    from lianxi.reports.notice import Notice, Wish


def notice(
    task: Annotated[
        str | None, typer.Argument(metavar="任务编号", help="如 T-2026-007；或者用 --unit 写单位")
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", metavar="单位", help="它牵头的、到了时候的：一条短消息，另外一事一单"),
    ] = None,
    form: Annotated[
        Literal["提醒", "督办通知单", "提请函", "提请召集人"] | None,
        typer.Option(
            "--form",
            metavar="形式",
            help="提醒、督办通知单、提请函、提请召集人；不写就是催办次序的下一步",
        ),
    ] = None,
    reply_by: Annotated[
        str | None,
        typer.Option("--reply-by", metavar="日期", help="反馈期限；不写时提醒2个工作日，单和函4个工作日"),
    ] = None,
    requirement: Annotated[
        list[str] | None,
        typer.Option("--requirement", metavar="要求", help="办理要求，一条写一次；不写就按记录拟"),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="记进任务：编号、日期、形式、反馈期限、办理要求")
    ] = False,
    audience: Audience = None,
    format_: PaperOrListFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """催办文书：提醒短消息、督办通知单、提请函、提请召集人，按催办次序出。

    当天已经记进任务的，再运行就是重印那一份。
    """
    day = today(as_of)
    wanted = _wish(form, reply_by, requirement, day)
    if (task is None) == (unit is None):
        raise Refusal("写一项任务，或者用 --unit 写一个单位，如 lianxi notice T-2026-007")
    from lianxi.disclosure import MEMBERS, disclosed

    if audience not in {None, MEMBERS}:
        raise Refusal(f"催办文书发给承办单位，写的是成员单位能看的，没有给“{audience}”的；去掉 --audience")
    folder = find_folder(records)
    book = disclosed(read_book(folder), MEMBERS)
    chosen = chosen_format(format_, output, PAPER_OR_LIST)
    if unit is not None:
        return _for_unit(book, day, unit, wanted, chosen, output, folder, write=write)
    made = _on_task(book, day, task or "", wanted)
    _warn_of_unknown_days([made])
    if write:
        _record([made], book, folder)
    elif made.too_early:
        say(f"{made.task}：{made.too_early}。下面是样稿，还不能发。", err=True)
    _give([made], "", made, chosen, output, folder.house)
    return finish(book.unread)


def _wish(form: str | None, reply_by: str | None, requirement: list[str] | None, day: date) -> Wish:
    from lianxi.reports.notice import Wish

    until = named_day(reply_by, "--reply-by") if reply_by else None
    if until is not None and until <= day:
        raise Refusal(f"--reply-by 的日期 {until} 要晚于发出的日期 {day}；换一个反馈期限")
    blank = [text for text in requirement or () if not text.strip()]
    if blank:
        raise Refusal("--requirement 是空的；写明要求，或者去掉它")
    return Wish(form, until, tuple(" ".join(text.split()) for text in requirement or ()))


def _on_task(book: Book, day: date, id_: str, wanted: Wish) -> Notice:
    if id_ not in book.tasks:
        if id_ in book.known:
            raise Refusal(f"{id_} 读不出来，或者不是任务；运行 lianxi check 看原因", FOUND)
        from lianxi.near import near

        meant = near(id_, book.tasks)
        raise Refusal(f"没有任务“{id_}”{f'，是否想写 {meant}？' if meant else '；单位要写在 --unit 后面'}")
    from lianxi.reports.notice import notice as report

    made = report(book, day, id_, wanted)
    if made.unfit:
        raise Refusal(f"{id_}：{made.unfit}")
    return made


def _for_unit(
    book: Book,
    day: date,
    name: str,
    wanted: Wish,
    chosen: str,
    output: Path | None,
    folder: Folder,
    *,
    write: bool,
) -> int:
    from lianxi.reports.unit import find_unit
    from lianxi.reports.unit_notices import unit_notices

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    unit = find_unit(book.mechanism, name)
    if unit is None:
        from lianxi.near import near

        meant = near(name, [each.name for each in book.mechanism.units])
        raise Refusal(f"没有单位“{name}”{f'，是否想写 {meant}？' if meant else ''}")
    sent = unit_notices(book, day, unit.name, wanted)
    _warn_of_unknown_days(sent.notices)
    if write:
        _record(sent.notices, book, folder)
    if not sent.message and chosen not in {"json", "csv"}:
        say(f"{sent.unit}牵头的任务没有逾期、滞后或者临期的，今天没有要发的。")
        return finish(book.unread)
    _give(sent.notices, sent.message, sent, chosen, output, folder.house)
    return finish(book.unread)


def _warn_of_unknown_days(notices: Sequence[Notice]) -> None:
    for year in sorted({made.reply_by.year for made in notices if made.provisional and made.reply_by}):
        say(f"{year}年放假安排未入库，反馈期限按周一至周五推算；要定准，用 --reply-by 写明", err=True)


def _record(notices: Sequence[Notice], book: Book, folder: Folder) -> None:
    """Write down what goes out today; one that is in the records already stays as it is."""
    from lianxi.edit import EditError, append_to_list

    if not notices:
        say("没有到时候的催办，记录没有改动。", err=True)
    for made in notices:
        path = book.paths[made.task]
        shown = f"{folder.prefix}{path}"
        if made.recorded:
            say(f"{shown} 已经记有今天的{made.form}，没有改动。", err=True)
            continue
        _refuse_out_of_turn(made, book)
        try:
            append_to_list(folder.path / path, "notices", [made.entry()])
        except EditError as error:
            raise Refusal(f"{shown} 没有改动：{error}") from error
        number = f"第{made.no}号" if made.no else ""
        until = f"，反馈期限{made.reply}" if made.reply else ""
        say(f"已记入 {shown}：{made.form}{number}{until}", err=True)


def _refuse_out_of_turn(made: Notice, book: Book) -> None:
    lost = "、".join(sorted(id_ for id_ in book.unreadable if id_.startswith("T-")))
    if made.no and lost:
        raise Refusal(f"任务记录 {lost} 读不出来，说不准{made.form}编到了几号；先改好它再记", FOUND)
    if made.too_early:
        raise Refusal(f"{made.task} 没有记：{made.too_early}")
    later = [entry.date for entry in book.tasks[made.task].notices if entry.date > made.today]
    if later:
        raise Refusal(f"{made.task} 没有记：{max(later)} 已经记有更晚的催办；补记请手工写在它前面")


def _give(
    notices: Sequence[Notice],
    message: str,
    facts: object,
    chosen: str,
    output: Path | None,
    house: Path,
) -> None:
    if chosen == "json":
        emit(as_json(facts), chosen, output)
    elif chosen == "csv":
        from lianxi.reports.notice import COLUMNS
        from lianxi.tabular import as_csv

        emit(as_csv(COLUMNS, [made.cells() for made in notices]), chosen, output)
    else:
        from lianxi.obligations.chasing import REMINDER
        from lianxi.papers import notice_markdown

        plain = inert(visible(message or "".join(made.message for made in notices)))
        texts = [notice_markdown(made, house) for made in notices if made.form != REMINDER]
        if chosen == "text" and output is None and plain:
            emit(f"{plain}\n\n" if texts else f"{plain}\n", "md", None)  # on one line, to be pasted
            plain = ""
        if chosen == "docx":
            from lianxi.render import escape

            plain = escape(plain)
        parts = [*([f"{plain}\n"] if plain else []), *texts]
        if parts:
            emit("\n---\n\n".join(parts), chosen, output)
