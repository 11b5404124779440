"""The records as the audience of a command may see them, and the gate through which its output goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lianxi.cli.folder import Folder, read_book
from lianxi.cli.output import chosen_audience
from lianxi.cli.refusal import FOUND, Refusal

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.leak import Leak, Piece

_TOLD = 5


@dataclass(frozen=True, slots=True)
class Seen:
    """``book`` is what ``audience`` may see of the ``whole``."""

    whole: Book
    book: Book
    audience: str

    @property
    def internal(self) -> bool:
        """Whether nothing is held back."""
        return self.book is self.whole

    @property
    def public(self) -> bool:
        """Whether it is for everybody."""
        from lianxi.disclosure import EVERYBODY

        return self.audience == EVERYBODY

    def require(self, name: str) -> None:
        """Refuse the record ``name``, which there is, where the audience may not see it."""
        if self.whole.record(name) is not None and self.book.record(name) is None:
            raise Refusal(
                f"{name} 不是主动公开的，不能按“{self.audience}”看；去掉 --audience，或者换{_another(name)}"
            )

    def passed(self, text: str) -> str:
        """``text``, once nothing has been found in it that is not public."""
        if self.public:
            from lianxi.leak import lines_of

            self.guard(lines_of(text))
        return text

    def guard(self, pieces: Iterable[Piece]) -> None:
        """The last gate before what is public is written: refuses what holds anything that is not (LX607)."""
        if not self.public:
            return
        from lianxi.leak import leaks

        found = leaks(self.whole, self.book, pieces)
        if found:
            raise Refusal(_refusal(found), FOUND)


def seen(folder: Folder, asked: str | None, output: Path | None) -> Seen:
    """The records for the audience asked for, else for whoever reads the screen, the file or the pipe."""
    return seen_as(read_book(folder), chosen_audience(asked, output))


def seen_as(book: Book, audience: str) -> Seen:
    """``book`` for an audience."""
    from lianxi.disclosure import disclosed

    return Seen(book, disclosed(book, audience), audience)


def _another(name: str) -> str:
    return "一次会议" if name.startswith("M-") else "一条"


def _refusal(found: list[Leak]) -> str:
    from lianxi.book import Entry
    from lianxi.catalogue import on_records
    from lianxi.fault import Fault

    rule = on_records()["leaked"]
    nowhere = Entry("", None, None, None)
    told = []
    for leak in found[:_TOLD]:
        hints = {"record": leak.record, "field": leak.field, "place": leak.place, "closed": leak.closed}
        told.append(rule.says(Fault(rule.name, value=leak.text, hints=hints), nowhere))
    rest = f"\n　另有{len(found) - _TOLD}处" if len(found) > _TOLD else ""
    lines = "".join(f"\n　{each.message}" for each in told)
    return (
        f"{rule.code} 没有给出：要公开的内容里有{len(found)}处不公开的{lines}{rest}\n"
        f"{told[0].remedy}；说明见 lianxi explain {rule.code}"
    )
