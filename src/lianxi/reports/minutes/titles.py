"""How minutes are called: on their head, in their title, and where they are cited."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.meeting import PLENARY
from lianxi.wording import remark_of, titled

_SHORT = "联席会议"


@dataclass(frozen=True, slots=True)
class Titles:
    """The names of one meeting's minutes.

    ``prefix`` is the conference's name, which stands on a line of its own above ``title``; it is
    empty where the meeting's own title does not begin with it. ``remark`` is what the title ends
    with, as （示例）.
    """

    mark: str
    prefix: str
    title: str
    remark: str
    table: str
    cited: str
    subject: str


def titles(meeting: Meeting, now: Situation) -> Titles:
    """The names of the minutes of ``meeting``."""
    head, name = now.mechanism.name, meeting_name(meeting, now)
    prefix, title = _title(meeting, name, head)
    remark, issue = remark_of(title), f"（第{meeting.minutes.issue_no}期）" if meeting.minutes else ""
    bare = f"{prefix}{title.removesuffix(remark)}纪要"
    short = f"{short_name(now)}{name}"
    return Titles(
        f"{head}{'' if meeting.kind == PLENARY else meeting.kind}纪要",
        prefix,
        titled(title, "纪要"),
        remark,
        f"{short}议定事项任务分解表",
        f"《{bare}》{issue}",
        f"{short}纪要{issue}",
    )


def short_name(now: Situation) -> str:
    """联席会议 for a conference of that name; what is called otherwise has no shorter name."""
    name = now.mechanism.name
    return _SHORT if name.endswith(_SHORT) else name


def _title(meeting: Meeting, name: str, head: str) -> tuple[str, str]:
    if meeting.title is None:
        return head, name
    rest = meeting.title.removeprefix(head)
    return ("", meeting.title) if rest in {meeting.title, ""} else (head, rest)
