"""LX104（错误）：内容的写法不对。

抓什么：要写一句话的地方写成了数字或列表，要写 true、false 的地方写了“是”，要写列表的地方写了一句话，等等。

为什么：写法不对就读不出意思：数字、是否、列表各有各的用处。

怎么改：照提示改写。

要人定：该写什么，要看本来的意思。

错误：issues/2026/I-2026-003.yaml

    key: 是

错误：resolutions/2026/R-2026-001.yaml

    item: 第一项

正确：issues/2026/I-2026-003.yaml

    key: true
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.numerals import number_in
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import pasted, shown
from lianxi.wording import listed

_YES = frozenset({"是", "对", "有", "yes", "Yes", "YES", "y", "Y", "on", "On", "ON", "1", "真"})
_NO = frozenset({"否", "不是", "无", "没有", "no", "No", "NO", "n", "N", "off", "Off", "OFF", "0", "假"})
_NAMES = {dict: "分成几个键", list: "列表", bool: "true 或 false", int: "数字", float: "数字", str: "一句话"}


def word(fault: Fault, entry: Entry) -> Told:
    """Say what is expected here and show the value written so."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    value = fault.value
    found = f"{named(key)}写成了“{shown(value)}”"
    match fault.hints.get("expected"):
        case "boolean":
            return Told(f"{found}，只认 true 和 false", _yes_or_no(key, value))
        case "integer" | "number":
            return Told(f"{found}，这里要写数字", _number(key, value))
        case "list":
            return Told(f"{found}，这里要写成列表", f"一项一行：\n{key}:\n  - {_item(value)}")
        case "mapping":
            return Told(f"{found}，这里要分成几个键写", _mapping(key, fault.hints.get("known") or []))
        case "text" if not isinstance(value, dict | list):
            return Told(f"{found}，这里要写文字", f'加上英文双引号：{key}: "{pasted(value)}"')
        case "text":
            return Told(f"{found}，这里只写一句话", f"不要再分层或分项，合成一句：{key}: ……")
    kind = _NAMES.get(type(value), "别的东西")
    return Told(f"{found}，这里不能写{kind}", f"查一查 {named(key)}该怎么写，照样改过来")


def _yes_or_no(key: str, value: object) -> str:
    text = str(value).strip()
    if text in _YES or text in _NO:
        return f"改成 {key}: {'true' if text in _YES else 'false'}"
    return f"是，写 {key}: true；不是，写 {key}: false"


def _number(key: str, value: object) -> str:
    number = number_in(str(int(value) if isinstance(value, float) and value.is_integer() else value))
    if number is None:
        return f"写一个阿拉伯数字，不加引号和单位，如 {key}: 3（换成实际的数字）"
    return f"只写阿拉伯数字，不加引号和单位：{key}: {number}"


def _item(value: object) -> str:
    return "……" if isinstance(value, dict) else shown(str(value).lstrip("-").strip())


def _mapping(key: str, known: list[str]) -> str:
    if not known:
        return f"另起一行，缩进两格，一个键一行写在 {key} 下面"
    return f"另起一行，缩进两格，一个键一行写在 {key} 下面，可以写的键有：{listed(known)}"
