"""LX101（错误）：写了不认识的键。

抓什么：一条记录里出现了 lianxi 不认识的键，多半是拼写错了，或者把一个键写到了别的层里。

为什么：不认识的键读不进来，写在它后面的内容就等于没有写；议程、督办清单都不会用到它。

怎么改：照提示改成正确的键；几个键一起不认识的，多半是上面少了它们所属的那一行，补上就行；确实没有这个键的，把内容并到已有的键里，或者删去。

要人定：想写的是哪一个键，只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    leed: 东县政府

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
      - reported_on: 2026-04-15
        by: 东县政府
        evidence: 竣工验收报告（示例）

正确：tasks/2026/T-2026-001.yaml

    lead: 东县政府
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.near import folded, near, same
from lianxi.rule import Told
from lianxi.schema.labels import LABELS, named
from lianxi.shown import shown
from lianxi.wording import listed


def word(fault: Fault, entry: Entry) -> Told:
    """Name the key that was probably meant: by its Chinese name, or by its letters."""
    if "lost" in fault.hints:
        return _headless(fault)
    known, key = fault.hints["known"], shown(fault.value)
    said = _said(fault.value, known)
    meant = said or fault.hints.get("meant") or near(fault.value, known)
    if meant:
        sure = said is not None and said not in fault.hints.get("there", ())
        return Told(
            f"不认识的键“{key}”，是否想写 {named(meant)}？",
            f"把“{key}”改成“{meant}”：",
            instead=meant if sure else None,
            shows=meant,
        )
    return Told(f"不认识的键“{key}”", f"这里可以写的键有：{listed(known)}；用不上的就删去这一行")


def _said(key: object, known: list[str]) -> str | None:
    """The one known key that ``key`` is but for its form, or that bears it as its Chinese name."""
    if not isinstance(key, str):
        return None
    by_form = same(key.replace("_", "-"), [name.replace("_", "-") for name in known])
    if by_form:
        return by_form.replace("-", "_")
    plain = folded(key)
    labels = {name: LABELS.get(name, "") for name in known}
    named_so = [
        name for name, label in labels.items() if plain in {folded(label), folded(label.split("（")[0])}
    ]
    return named_so[0] if len(named_so) == 1 else None


def _headless(fault: Fault) -> Told:
    keys, lost = listed(fault.hints["keys"]), fault.hints["lost"]
    if lost:
        return Told(
            f"{keys} 是 {named(lost)}下面的键，它们上面好像少了 {lost}: 这一行",
            f"在上面补上一行 {lost}: ，这几行缩进写在它下面",
        )
    return Told(f"{keys} 不能写在这里，它们上面好像少了一行", "在上面补上它们所属的键，这几行缩进写在它下面")
