"""lianxi plan: what a merge will change for people, said before it is merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.options import AsOf, Audience, Output, Records, ReportFormat, Since
from lianxi.cli.output import chosen_audience, chosen_format, emit, finish, say, tell
from lianxi.cli.refusal import MISUSED, Refusal
from lianxi.cli.seen import seen_as
from lianxi.cli.today import today

if TYPE_CHECKING:
    from lianxi.cli.since import Sides

_NOTHING = "这次合并不改变任何人要办的事。"


def plan(
    since: Since = None,
    rev: Annotated[
        str | None,
        typer.Option("--rev", metavar="版本", help="说这个版本合并进去会怎样，不看工作区；裸仓库里也行"),
    ] = None,
    audience: Audience = None,
    format_: ReportFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """合并以前先看：合并进去，谁要办的事会变，时限、逾期、会议、纪要会怎么变。

    同 --since 写的版本分开的地方比，两边都按同一天看。谁的事都不变的（只动注释、格式、顺序），什么都不写。
    json 里 summary 是一句话，points 一类一条（kind 类别、text 怎么说、items 是哪几条记录），
    units 一个单位一条（gains 新增、moves 改期、losses 不再要办），unread 是读不出来、没有计入的条数，
    uncompared 是合并以前读不出来、没有比较的条数。
    """
    if since is None:
        raise Refusal("没有写同哪个版本比；写 --since 版本，如 lianxi plan --since origin/main")
    day = today(as_of)
    from lianxi.cli.places import place_of
    from lianxi.cli.since import both_sides
    from lianxi.cli.state import looked_at
    from lianxi.reports.plan import plan as report

    place = place_of(records, in_git=True)
    chosen = chosen_format(format_, output)
    with (
        looked_at(place, rev, staged=False) as state,
        both_sides(place.demanded(), state, since, rev or "HEAD") as sides,
    ):
        _require_mechanism(sides, state.prefix)
        reader = seen_as(sides.head, chosen_audience(audience, output))
        facts = report(sides.base, sides.head, day, since, reader.audience)
        if facts.has_nothing:
            say(_NOTHING, err=True)
        if facts.has_nothing and chosen != "json":
            emit("", chosen, output)
        else:
            tell(facts, "plan.md.j2", "plan", chosen, output, sides.house, reader.passed)
    return finish(facts.unread)


def _require_mechanism(sides: Sides, prefix: str) -> None:
    if sides.head.mechanism is None:
        raise Refusal(
            f"{prefix}mechanism.yaml 不在或者读不出来，说不了；运行 lianxi check 看原因，改好再运行", MISUSED
        )
