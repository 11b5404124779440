"""进展报告: a unit says how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from lianxi.acts import NotAllowed, place_of, require_in_hand
from lianxi.edit.change import Append, Change
from lianxi.schema.task import Report, Task
from lianxi.situation import Situation


def reported(task: Task, now: Situation, report: Report) -> Sequence[Change]:
    """``report`` among the others by its day. Raises ``NotAllowed``."""
    ended = task.confirmation.date if task.confirmation else None
    if ended is None or report.date > ended:  # what was said before the end may be written down after it
        require_in_hand(task, now, "报告进展")
    if any(_says(each) == _says(report) for each in task.reports):
        raise NotAllowed("同一天同样的报告已经写过了")
    return [Append(("reports",), [report], place_of(report.date, (each.date for each in task.reports)))]


def _says(report: Report) -> tuple[object, ...]:
    return report.date, report.by, report.text.strip()
