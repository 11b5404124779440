"""lianxi alone: the conference's state on one screen."""

from __future__ import annotations

from pathlib import Path

from lianxi.cli.folder import find_folder
from lianxi.cli.output import chosen_format, finish, tell
from lianxi.cli.refusal import Refusal
from lianxi.cli.seen import seen
from lianxi.cli.today import today


def front(records: Path | None, as_of: str | None, format_: str | None, audience: str | None) -> int:
    """Print the screen."""
    day = today(as_of)
    folder = find_folder(records)
    reader = seen(folder, audience, None)
    if reader.public:
        raise Refusal(
            "首屏是办公室的待办，不公开；公开的用 lianxi issues、overdue、bulletin 加 --audience 公开"
        )
    from lianxi.reports import front as report

    facts = report.front(reader.book, day)
    chosen = chosen_format(format_, None)
    tell(facts, "front.md.j2", "front", chosen, None, folder.house, reader.passed)
    return finish(reader.book.unread)
