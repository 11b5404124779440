"""lianxi site: the conference as a web page that opens from a disk and from any server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.extra import needing
from lianxi.cli.folder import find_folder, read_book
from lianxi.cli.options import AsOf, Records
from lianxi.cli.output import finish, say
from lianxi.cli.refusal import Refusal
from lianxi.cli.seen import seen_as
from lianxi.cli.today import today

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from lianxi.book import Book
    from lianxi.leak import Piece

Target = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="文件夹", help="写到哪个文件夹：新的、空的，或者以前用本命令写成的"
    ),
]
ForWhom = Annotated[
    Literal["公开", "成员单位", "内部"],
    typer.Option("--audience", metavar="给谁看", help="公开、成员单位、内部；不写是内部，要公开的网页须写明"),
]


def site(
    output: Target = None, audience: ForWhom = "内部", as_of: AsOf = None, records: Records = None
) -> int:
    """网页：总览、单位、会议、议题和任务各有一页，能查询、能打印，不用联网。

    双击文件夹里的 index.html 就能看，也可以把整个文件夹放到任何网站上。
    再写到同一个文件夹，只换掉本命令以前写的文件，别的文件不动。
    """
    day = today(as_of)
    folder = find_folder(records)
    if not output:
        raise Refusal("网页是一个文件夹，要写明放在哪里：lianxi site -o 文件夹")
    from pathlib import Path

    from lianxi.cli.site_folder import prepared

    target = prepared(Path(output), folder.path)
    reader = seen_as(read_book(folder), audience)
    pages = _pages(reader.book, day, folder.house)
    reader.guard(_pieces(pages) if reader.public else ())
    target.write(pages)
    say(
        f"写好 {target.path / 'index.html'}，{len(target.written)} 个文件（{audience}，截至 {day}）", err=True
    )
    return finish(reader.book.unread)


def _pieces(pages: Mapping[str, bytes]) -> Iterator[Piece]:
    """Every text of the site, where it stands: of pages as they are read, of the index and charts too."""
    from lianxi.leak import lines_of, lines_of_page

    for path, data in pages.items():
        text = data.decode("utf-8")
        is_page = path.endswith((".html", ".svg"))
        yield from lines_of_page(text, path) if is_page else lines_of(text, f"文件 {path} ")


def _pages(book: Book, day: date, house: Path) -> dict[str, bytes]:
    """Every file of the site, whole, before any is written."""
    from lianxi.cli.counting import counting

    with needing("site", "画网页里的图"):
        from lianxi.documents.site import site as made

    with counting("网页", "页") as done:
        return made(book, day, house, done)
