"""lianxi dossier: what is known of each matter before a meeting, for all or for one division."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.asked import before_it_was_held, meeting_id
from lianxi.cli.folder import find_folder, read_book
from lianxi.cli.options import AsOf, Audience, Output, PaperFormat, Records
from lianxi.cli.output import PAPER, chosen_audience, chosen_format, finish, tell
from lianxi.cli.refusal import Refusal
from lianxi.cli.seen import seen_as
from lianxi.cli.today import today

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.schema.mechanism import Unit


def dossier(
    meeting: Annotated[
        str | None, typer.Argument(metavar="会议编号", help="如 M-2026-05；不写就是最近一次还没开的会议")
    ] = None,
    division: Annotated[
        str | None,
        typer.Option("--for", metavar="处室", help="只要提请这个处室（单位）支持的事项，一事一页"),
    ] = None,
    audience: Audience = None,
    format_: PaperFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """议题材料：每项议题的情况、意见、方案和办理经过；--for 是给一个处室的提请支持事项。"""
    day = today(as_of)
    folder = find_folder(records)
    book = read_book(folder)
    id_ = meeting_id(book, day, meeting, "dossier")
    shown = seen_as(book, chosen_audience(audience, output))
    shown.require(id_)
    if division is not None and shown.public:
        raise Refusal("提请支持事项是给处室的，不公开；去掉 --for，或者去掉 --audience")
    reader = _division(book, division) if division is not None else None
    day = before_it_was_held(book, day, id_)
    chosen = chosen_format(format_, output, PAPER)
    if reader is None:
        from lianxi.reports.dossier import dossier as whole

        facts = whole(shown.book, day, id_)
        tell(facts, "dossier.md.j2", "dossier", chosen, output, folder.house, shown.passed)
    else:
        from lianxi.reports.support import support

        sheets = support(shown.book, day, id_, reader)
        tell(sheets, "support.md.j2", "support", chosen, output, folder.house, shown.passed)
    return finish(book.unread)


def _division(book: Book, name: str) -> Unit:
    from lianxi.near import near
    from lianxi.reports.support import divisions
    from lianxi.reports.unit import find_unit

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    unit = find_unit(book.mechanism, name)
    if unit is not None:
        return unit
    known = divisions(book)
    meant = near(name, known)
    ask = f"，是否想写 {meant}？" if meant else ""
    raise Refusal(
        f"没有处室“{name}”{ask}；可以写的有：{'、'.join(known) or '无（mechanism.yaml 里没有处室）'}"
    )
