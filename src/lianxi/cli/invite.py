"""lianxi invite: what goes out before a meeting, and who has answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.asked import before_it_was_held, meeting_id, warn_when_passed
from lianxi.cli.folder import find_folder, read_book
from lianxi.cli.options import AsOf, Audience, Output, PaperFormat, Records
from lianxi.cli.output import PAPER, as_json, chosen_audience, chosen_format, emit, finish, say
from lianxi.cli.refusal import Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.reports.invite import Invite

Part = Literal["通知", "回执", "签到表", "主持词", "回复情况"]


def invite(
    meeting: Annotated[
        str | None, typer.Argument(metavar="会议编号", help="如 M-2026-05；不写就是最近一次还没开的会议")
    ] = None,
    part: Annotated[
        Part | None,
        typer.Option("--part", metavar="部分", help="只要一部分：通知、回执、签到表、主持词、回复情况"),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", metavar="单位", help="只要给这个单位的通知和回执，写明它的事项和材料"),
    ] = None,
    audience: Audience = None,
    format_: PaperFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """会议通知：通知和回执、签到表、主持词，以及谁回复了、谁的材料没到；改期、取消的另行措辞。

    屏幕上显示全部；写成文件或者转给别的程序时，只有发给各单位的通知和回执，要别的用 --part。
    -o 后面写一个已有的文件夹，就给每个单位各写一份。
    """
    day = today(as_of)
    folder = find_folder(records)
    book = read_book(folder)
    id_ = meeting_id(book, day, meeting, "invite")
    from lianxi.disclosure import INTERNAL, disclosed
    from lianxi.invitations import TO_SEND, chosen_facts, invite_markdown
    from lianxi.reports.invite import PARTS
    from lianxi.reports.invite import invite as all_of_it

    _refuse_outsiders(audience, part, id_)
    reader = chosen_audience(audience, output)
    book = disclosed(book, reader)
    found = all_of_it(book, before_it_was_held(book, day, id_), id_)
    warn_when_passed(found)
    called = _called(unit, found, book) if unit is not None else None
    if called is not None and part not in {None, *TO_SEND}:
        raise Refusal(f"--unit 只用于通知和回执，“{part}”是全会的；去掉 --unit，或改 --part")
    if found.cancelled and part not in {None, "通知"}:
        raise Refusal(f"{id_} 已经取消，只有取消通知，没有“{part}”；去掉 --part")
    for_units = found.cancelled or called is not None or output is not None or reader != INTERNAL
    whole = TO_SEND if for_units else PARTS
    parts = (part,) if part else whole
    chosen = chosen_format(format_, output, PAPER)

    def give(to: str | None, file: Path | None) -> None:
        if chosen == "json":
            emit(as_json(chosen_facts(found, parts, to)), chosen, file)
        else:
            emit(invite_markdown(found, parts, to, folder.house), chosen, file)

    if output is None or not output.is_dir() or not set(parts) <= set(TO_SEND):
        give(called, output)
        return finish(book.unread)
    wanted = [each for each in found.invitees if called in {None, each.unit}]
    for each in wanted:
        give(each.unit, output / f"{each.name}.{chosen if chosen in PAPER else 'md'}")
    say(f"已在文件夹“{output}”里给{len(wanted)}个单位各写一份")
    return finish(book.unread)


def _refuse_outsiders(asked: str | None, part: str | None, id_: str) -> None:
    """An invitation goes to the units that are called; the rest is the office's own."""
    from lianxi.disclosure import EVERYBODY, MEMBERS
    from lianxi.invitations import TO_SEND

    if asked == EVERYBODY:
        raise Refusal(f"会议通知发给参会单位，不公开；要公开的是议程，用 lianxi agenda {id_} --audience 公开")
    if asked == MEMBERS and part not in {None, *TO_SEND}:
        raise Refusal(f"“{part}”是办公室自己用的，不发给成员单位；去掉 --audience")


def _called(name: str, found: Invite, book: Book) -> str:
    """The unit as the list of those called has it."""
    from lianxi.near import near
    from lianxi.reports.unit import find_unit

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    known = find_unit(book.mechanism, name)
    units = [each.unit for each in found.invitees]
    name = next((each.unit for each in found.invitees if each.name == name), name)
    asked = known.name if known else name
    if asked in units:
        return asked
    meant = near(name, units)
    if known is None and meant:
        raise Refusal(f"没有单位“{name}”，是否想写 {meant}？")
    why = f"没有单位“{name}”" if known is None else f"{known.name}不在{found.name}的参会单位里"
    raise Refusal(f"{why}；参会单位有：{'、'.join(units) or '无'}")
