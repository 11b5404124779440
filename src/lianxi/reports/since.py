"""What has changed since the last list (较上期): derived from the records of both days, stored nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.situation import Situation, situation
from lianxi.status.task import CONFIRMED, DONE, OVERDUE, TaskStanding, task_standing
from lianxi.wording import bare, listed, short_date


@dataclass(frozen=True, slots=True)
class Named:
    """A task, by id and title, and the level it has now."""

    id: str
    title: str
    level: str


@dataclass(frozen=True, slots=True)
class Since:
    """The changes from the end of ``day`` to the day of the list."""

    day: date
    newly_late: tuple[Named, ...]
    no_longer_late: tuple[Named, ...]
    assigned: tuple[Named, ...]
    done: tuple[Named, ...]
    returned: tuple[Named, ...]
    extended: int


def since(book: Book, day: date, now: Situation) -> Since:
    """Compare the tasks of ``book`` as of ``day`` with where they stand ``now``."""
    then = situation(book, day)
    pairs = [
        (task_standing(then.book.tasks[id_], then), task_standing(task, now))
        for id_, task in now.book.tasks.items()
    ]
    ended = {DONE, CONFIRMED}
    return Since(
        day,
        tuple(_named(new) for old, new in pairs if new.level == OVERDUE != old.level),
        tuple(_named(new) for old, new in pairs if old.level == OVERDUE != new.level),
        tuple(_named(new) for old, new in pairs if new.counted and not old.counted),
        tuple(_named(new) for old, new in pairs if new.status in ended and old.status not in ended),
        tuple(_named(new) for old, new in pairs if old.status in ended and new.open),
        sum(_extended(new, day) for _, new in pairs if new.counted),
    )


def _named(found: TaskStanding) -> Named:
    return Named(found.task.id, found.title, found.level or found.status)


def _extended(found: TaskStanding, day: date) -> int:
    granted = (entry.approved_on or entry.date for entry in found.task.extensions if entry.granted)
    return sum(1 for each in granted if each is not None and each > day)


def since_text(changes: Since, today: date) -> str:
    """较上期（6月10日）新增逾期1项；期间批准延期1项, as a sentence."""
    gone = listed(f"{bare(task.title)}（{task.level}）" for task in changes.no_longer_late)
    late = f"新增逾期{len(changes.newly_late)}项" if changes.newly_late else ""
    less = f"不再逾期{len(changes.no_longer_late)}项：{gone}" if gone else ""
    counted = (
        ("交办", len(changes.assigned)),
        ("办结", len(changes.done)),
        ("退办", len(changes.returned)),
        ("批准延期", changes.extended),
    )
    rest = listed(f"{name}{count}项" for name, count in counted if count)
    parts = [part for part in (late, less, f"期间{rest}" if rest else "") if part]
    return f"较上期（{short_date(changes.day, today)}）{'；'.join(parts) or '没有变化'}。"
