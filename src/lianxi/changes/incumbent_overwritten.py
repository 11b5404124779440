"""LX540（错误）：任职的人改写了，不是到期另起一行。

抓什么：posts 下面 incumbents 里原有的一行，姓名、单位、职务名称、起止日期改了，或者整行删了。
原来空着的可以补，until 可以填，新任的可以另加一行。

为什么：谁在哪一天任这个职务，要一直查得到。改写以后，以前的纪要、批准就像是后来的人签的。

怎么改：改回去；离任的在原来那一行填 until，新任的另加一行，写明 since。

要人定：从哪一天起换人，以任免文件为准。

前提：mechanism.yaml

    posts:
      - {post: 召集人, unit: 省厅, rank: 1}
      - post: 召集人
        unit: 市政府
        rank: 1
        incumbents:
          - {person: 示例甲, title: 示例市市长, since: 2024-01-10}
      - {post: 联络员, unit: 一局}
      - {post: 办公室主任, unit: 一局}

错误：mechanism.yaml

    posts:
      - {post: 召集人, unit: 省厅, rank: 1}
      - post: 召集人
        unit: 市政府
        rank: 1
        incumbents:
          - {person: 示例戊, title: 示例市市长, since: 2024-01-10}
      - {post: 联络员, unit: 一局}
      - {post: 办公室主任, unit: 一局}

正确：mechanism.yaml

    posts:
      - {post: 召集人, unit: 省厅, rank: 1}
      - post: 召集人
        unit: 市政府
        rank: 1
        incumbents:
          - {person: 示例甲, title: 示例市市长, since: 2024-01-10, until: 2026-04-30}
          - {person: 示例戊, title: 示例市市长, since: 2026-05-01}
      - {post: 联络员, unit: 一局}
      - {post: 办公室主任, unit: 一局}
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.differing import differences
from lianxi.fault import Loc
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.mechanism import Incumbent, Mechanism, PostHeld

RECORD = Mechanism
_WAY_OUT = "改回去；离任的在原来那一行填 until，新任的另加一行，写明 since"


def compare(before: Mechanism, after: Mechanism, merge: Merge) -> Iterator[Told]:
    """Every incumbent stays, as far as it was written."""
    for held in before.posts:
        index = _again(held, after, merge)
        if index is None:
            for each in held.incumbents:
                yield _gone(each, held, ("posts",))
        elif after.posts[index].incumbents != held.incumbents:
            yield from _rows(held, after.posts[index], ("posts", index, "incumbents"))


def _again(held: PostHeld, after: Mechanism, merge: Merge) -> int | None:
    """The same post, of the unit under the name it has now."""
    places = [index for index, each in enumerate(after.posts) if each.post == held.post]
    same = [index for index in places if merge.head.same_unit(after.posts[index].unit, held.unit)]
    exact = [index for index in same if after.posts[index].unit == held.unit]
    return next(iter((*exact, *same)), None)


def _rows(was: PostHeld, now: PostHeld, loc: Loc) -> Iterator[Told]:
    """Each row of before with the one of after that only adds to it; what is left over was overwritten."""
    free = list(range(len(now.incumbents)))
    lost = []
    for row in was.incumbents:
        index = next((each for each in free if _adds_to(row, now.incumbents[each])), None)
        if index is None:
            lost.append(row)
        else:
            free.remove(index)
    for row in lost:
        index = _instead(row, was, now, free)
        if index is None:
            yield _gone(row, was, loc)
        else:
            free.remove(index)
            yield from _overwritten(row, now.incumbents[index], (*loc, index), _post(was))


def _instead(row: Incumbent, was: PostHeld, now: PostHeld, free: list[int]) -> int | None:
    """The row that stands where it stood: of the same person, else in the same place."""
    same = [index for index in free if now.incumbents[index].person == row.person]
    place = was.incumbents.index(row)
    return next(iter((*same, *(index for index in free if index == place))), None)


def _adds_to(was: Incumbent, now: Incumbent) -> bool:
    return all(each.fills for each in differences(was, now))


def _overwritten(was: Incumbent, now: Incumbent, loc: Loc, post: str) -> Iterator[Told]:
    first = next(each for each in differences(was, now, loc) if not each.fills)
    yield Told(f"{post}{was.person}的任职改写了：{first.said}", _WAY_OUT, first.place, at_key=first.at_key)


def _gone(row: Incumbent, held: PostHeld, loc: Loc) -> Told:
    """Told at the key of the list in which it stood."""
    return Told(f"{_post(held)}{row.person}的任职没有了", _WAY_OUT, loc, at_key=True)


def _post(held: PostHeld) -> str:
    return f"{held.post}（{held.unit}）"
