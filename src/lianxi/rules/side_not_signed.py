"""LX329（错误）：各方没有签齐，纪要就印发了。

抓什么：本联席会议规定纪要由各方签署，联席会议的纪要已经印发，signatures 里还缺某一方的签署。
没有写明各方（sides）的不查。

为什么：少一方签署，纪要对它不算数。《通知》没有规定由各方签署；本联席会议的设立文件或者配置有规定的，
按规定查。

怎么改：签署过的补上；没有签署的，签齐了再印发。

要人定：哪一方在哪一天签的，要查签署页。

前提：mechanism.yaml

    rules:
      minutes:
        basis: 协议
        clause: 第三条
        consent: 各方签署

前提：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signatures:
        - unit: 市政府
          date: 2026-02-12
      issued_on: 2026-02-13

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signatures:
        - unit: 市政府
          date: 2026-02-12
        - unit: 省厅
          date: 2026-02-12
      issued_on: 2026-02-13
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.fault import Loc
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY
from lianxi.status.sign_off import BY_ALL_SIDES
from lianxi.wording import listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Every side has signed what is issued."""
    minutes = meeting.minutes
    if minutes is None or minutes.issued_on is None or meeting.kind != PLENARY:
        return
    term = now.terms.settled("minutes", "consent")
    if term is None or term.value != BY_ALL_SIDES:
        return
    signers = [now.bearer(each.unit, each.date) for each in minutes.signatures]
    sides = {now.bearer(side.unit, minutes.issued_on): side.name for side in now.mechanism.sides}
    missing = [unit for unit in sides if unit not in signers]
    if missing and all(now.is_unit(each.unit, each.date) for each in minutes.signatures):
        loc, remedy = _way_out(signers, sides, missing, minutes.issued_on)
        yield Told(
            f"纪要已经印发，缺{listed(sides[unit] for unit in missing)}的签署",
            f"{remedy}\n没有签署的，签齐了再印发",
            loc,
            at_key=loc[-1] == "signatures",
            basis=term.basis,
        )


def _way_out(signers: list[str], sides: dict[str, str], missing: list[str], day: date) -> tuple[Loc, str]:
    lines = "\n".join(f"  - unit: {unit}\n    date: {day}" for unit in missing)
    if not signers:
        return ("minutes", "issued_on"), f"签署过的，在 minutes 里补上：\nsignatures:\n{lines}"
    odd = _odd_one(signers, sides)
    if odd is not None:
        remedy = f"单位写错的，改成 unit: {missing[0]}；漏记的在 signatures 里补上：\n{lines}"
        return ("minutes", "signatures", odd, "unit"), remedy
    return ("minutes", "signatures"), f"签署过的，在 signatures 里补上：\n{lines}"


def _odd_one(signers: list[str], sides: dict[str, str]) -> int | None:
    """The first signature that is no side's, or a side's second: probably meant for one that is missing."""
    seen: set[str] = set()
    for index, unit in enumerate(signers):
        if unit not in sides or unit in seen:
            return index
        seen.add(unit)
    return None
