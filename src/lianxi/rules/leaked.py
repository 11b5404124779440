"""LX607（错误）：要公开的材料里有不公开的内容。

抓什么：用 --audience 公开 给出的文档、表格、日程、数据和网页，写出来以前逐行逐格查一遍。不是主动公开的议题、
会议、议定事项、任务，和主动公开的记录里不公开的栏目，有下面任何一种写了进去，就不给出：连续12个字一样的（标点、
空格、全角半角不算；单位名称、日期和“由…牵头，于…前完成”这类说法以外，还要有6个字）；8个字以上、整栏照抄的；
企业名称、人名；记录的编号。公开的记录自己也这样说的，不算。

为什么：公开按栏目放行，本来带不出不公开的内容；但是模板里、记录里人写的话会带出来，所以写成以后再查一遍。涉及
商业秘密、个人隐私的信息不得公开（政府信息公开条例第十五条），公开以前要先审查（第十七条）。设立文件没有规定怎么
查，这是 lianxi 的默认办法。

怎么改：按提示的位置，从模板或记录里删去这句话，或者改成公开的记录自己的说法；经批准可以公开的，把那条记录的
disclosure 改成 主动公开。

要人定：能不能公开，要问起草的单位。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def word(fault: Fault, entry: Entry) -> Told:
    """One place; the hints name the record, its field, and whether the whole record is closed."""
    record, field, place = (fault.hints[name] for name in ("record", "field", "place"))
    whose = (
        f"{record} 的{field}，这条记录不是主动公开的"
        if fault.hints["closed"]
        else f"{record} 的{field}，这一栏不公开"
    )
    return Told(
        f"{place}有“{fault.value}”，出自{whose}",
        "从模板或记录里删去这句话；可以公开的，把那条记录改成主动公开",
        basis=DEFAULT,
    )
