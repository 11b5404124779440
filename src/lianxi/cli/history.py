"""lianxi history: what has become of one matter, and who changed its record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.asked import require_record
from lianxi.cli.folder import Folder, find_folder
from lianxi.cli.options import AsOf, Audience, Output, Records, ReportFormat
from lianxi.cli.output import chosen_format, finish, say, tell
from lianxi.cli.refusal import BROKEN, Refusal
from lianxi.cli.seen import seen
from lianxi.cli.today import today

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book
    from lianxi.reports.history.edits import Edit


def history(
    name: Annotated[
        str, typer.Argument(metavar="编号", help="议题、会议、议定事项或任务，如 I-2026-011、T-2026-007")
    ],
    git: Annotated[
        bool, typer.Option("--git", help="另列记录的修改：谁在什么时候改了哪几项（查 Git，改过名的也跟着查）")
    ] = False,
    audience: Audience = None,
    format_: ReportFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """办理经过：一件事从提出到办结，按日期一句一句说。

    议题连同研究它的会议和任务的主要节点一起说；任务从交办说到销号；会议从通知说到纪要印发。
    """
    day = today(as_of)
    folder = find_folder(records)
    reader = seen(folder, audience, output)
    _refuse_unit(name, reader.whole)
    require_record(name, reader.whole, day)
    reader.require(name)
    if git and reader.public:
        raise Refusal("谁改过记录不公开；去掉 --git，或者去掉 --audience")
    book = reader.book
    from dataclasses import replace

    from lianxi.reports.history.told import history as told

    found = told(book, day, name)
    if git:
        found = replace(found, edits=_edits(folder, book.paths[name], day, inside=reader.internal))
    if output is not None:  # a paper names no ids
        found = replace(found, related=())
    chosen = chosen_format(format_, output)
    tell(found, "history.md.j2", "history", chosen, output, folder.house, reader.passed)
    return finish(book.unread)


def _refuse_unit(name: str, book: Book) -> None:
    from lianxi.reports.unit import find_unit

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    if find_unit(book.mechanism, name) is not None:
        raise Refusal(f"“{name}”是单位，办理经过要写编号；看单位的事项用 lianxi show {name}")


def _edits(folder: Folder, path: str, day: date, *, inside: bool) -> tuple[Edit, ...]:
    from lianxi.git import repository_of
    from lianxi.reports.history.edits import INTERNAL, edits

    file = folder.path / path
    repository = repository_of(file)
    if repository is None:
        raise Refusal(f"“{folder.path}”不在 Git 仓库里，查不到谁改过；去掉 --git 再运行", BROKEN)
    if repository.is_shallow:
        say("仓库没有取全（浅克隆），更早的修改查不到；运行 git fetch --unshallow 取全", err=True)
    revisions = repository.history(repository.path_of(file))
    ids = (id_ for revision in revisions for id_ in (revision.before, revision.after) if id_)
    return edits(revisions, repository.contents(ids), day, frozenset() if inside else INTERNAL)
