"""变更牵头单位: the duty passes from the unit that leads now to another."""

from __future__ import annotations

from collections.abc import Sequence

from lianxi.acts import NotAllowed, place_of, require_in_hand
from lianxi.edit.change import Append, Change
from lianxi.schema.task import Reassignment, Task
from lianxi.situation import Situation
from lianxi.status.task import acting_lead
from lianxi.wording import listed


def reassigned(task: Task, now: Situation, change: Reassignment) -> Sequence[Change]:
    """From one of the acting leads to another unit. Raises ``NotAllowed``."""
    require_in_hand(task, now, "变更牵头单位")
    leads = acting_lead(task, now)
    if now.present(change.from_) not in leads:
        raise NotAllowed(f"{change.from_}现在不是牵头单位；现在由{listed(leads)}牵头")
    if now.present(change.to) in leads:
        raise NotAllowed(f"{change.to}现在已经是牵头单位")
    place = place_of(change.date, (each.date for each in task.reassignments))
    return [Append(("reassignments",), [change], place)]
