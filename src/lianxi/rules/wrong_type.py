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

import re
from unicodedata import normalize

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.numerals import NUMERAL, number_in, value_of
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown
from lianxi.source.plain import as_text, quoted
from lianxi.spoken import QUOTES
from lianxi.wording import listed

_YES = frozenset({"是", "对", "真", "yes", "y", "on", "true", "t", "1", "√"})
_NO = frozenset({"否", "不是", "假", "no", "n", "off", "false", "f", "0", "×"})
_LIKELY = {"有": "true", "无": "false", "没有": "false"}
_NUMBER = re.compile(
    rf"[（(]?第?\s*({NUMERAL})\s*个?(?:次|期|项|号|条|份|分钟|工作日|日|天|月|年)?[)）]?[.、]?"
)
_UNITS = {"workdays": "工作日", "days": "日天", "months": "月"}
_NAMES = {dict: "分成几个键", list: "列表", bool: "true 或 false", int: "数字", float: "数字", str: "一句话"}


def word(fault: Fault, entry: Entry) -> Told:
    """Say what is expected here and show the value written so."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    value = fault.value
    found = f"{named(key)}写成了“{shown(fault.hints.get('raw', value))}”"
    match fault.hints.get("expected"):
        case "boolean":
            return _yes_or_no(f"{found}，只认 true 和 false", key, value)
        case "integer" | "number":
            return _number(f"{found}，这里要写数字", key, value)
        case "list":
            return _listed(f"{found}，这里要写成列表", fault)
        case "mapping":
            known = listed(fault.hints.get("keys") or [])
            can = f"，可以写的键有：{known}" if known else ""
            return Told(f"{found}，这里要分成几个键写", f"另起一行，缩进两格，一个键一行写在 {key} 下面{can}")
        case "text" if not isinstance(value, dict | list):
            return _text(f"{found}，这里要写文字", key, fault)
        case "text":
            return Told(f"{found}，这里只写一句话", f"不要再分层或分项，合成一句：{key}: ……")
    kind = _NAMES.get(type(value), "别的东西")
    return Told(f"{found}，这里不能写{kind}", f"查一查 {named(key)}该怎么写，照样改过来")


def _text(message: str, key: str, fault: Fault) -> Told:
    """A text in quotes; a name is none of what was written."""
    if fault.hints.get("spaces"):
        return Told(message, f"这里写名称或者编号：{key}: ……")
    return Told(message, "加上英文双引号：", instead=lambda _, raw: quoted(raw))


def _yes_or_no(message: str, key: str, value: object) -> Told:
    text = normalize("NFKC", str(value)).strip(QUOTES).casefold()
    if text in _YES or text in _NO:
        return Told(message, "改成：", instead="true" if text in _YES else "false")
    if text in _LIKELY:
        return Told(message, "改成：", shows=_LIKELY[text])
    return Told(message, f"是，写 {key}: true；不是，写 {key}: false")


def _number(message: str, key: str, value: object) -> Told:
    text = str(int(value) if isinstance(value, float) and value.is_integer() else value)
    text = normalize("NFKC", text).strip(QUOTES)
    whole = _NUMBER.fullmatch(text)
    if whole and not isinstance(value, bool) and value_of(whole[1]) and _fits(key, text):
        return Told(message, "只写阿拉伯数字，不加引号和单位：", instead=str(value_of(whole[1])))
    number = None if isinstance(value, bool) else number_in(text)
    if number is None:
        return Told(message, "写一个阿拉伯数字，不加引号和单位，如（换成实际的数字）：", shows="3")
    return Told(message, "只写阿拉伯数字，不加引号和单位：", shows=str(number))


def _fits(key: str, text: str) -> bool:
    """Whether a unit that was written is the key's own: a month is not so many days."""
    written = [name for name in ("工作日", "日", "天", "月") if name in text]
    return not written or (key in _UNITS and written[0] in _UNITS[key])


def _listed(message: str, fault: Fault) -> Told:
    """One item a line; a mending where the only value is one that may stand there."""
    key, value = str(fault.loc[-1]), fault.value
    if isinstance(value, dict):
        return Told(message, f"每一项以“- ”开头，其余各行与第一行的键左对齐：\n{key}:\n  - {_first(value)}")
    text = str(value).lstrip("-").strip()
    item = f"\n  - {as_text(text) if isinstance(value, str) else text}"
    spaces, known = fault.hints.get("spaces", ()), fault.hints.get("known", ())
    if not isinstance(value, str) and spaces != ("agenda_item",):
        return Told(message, f"一项一行，写成文字：\n{key}:\n  - ……")
    sure = (not spaces or text in known or text.isdigit()) and text == str(value).strip()
    return Told(message, "一项一行：", instead=item if sure else None, shows=item)


def _first(value: dict[object, object]) -> str:
    key, first = next(iter(value.items()), ("……", ""))
    return f"{key}: {'……' if isinstance(first, dict | list) else shown(first)}"
