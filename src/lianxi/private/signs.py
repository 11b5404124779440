"""What leads to somebody without being a plain number: addresses, accounts, plates."""

from __future__ import annotations

import re

from lianxi.private.numbers import AFTER, Spans

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64}+@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24})"
    "(?![A-Za-z0-9])"
)
_QQ = re.compile(rf"(?:QQ|qq)(?:号码|群号|号|群)? ?[:：为是]? ?([1-9][0-9]{{4,10}}){AFTER}")
_WECHAT = re.compile(
    "微信(?:(?:号码|号|[账帐]号|ID|id) ?[:：为是]?| ?[:：]) ?([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_-])"
)
_PLATE = re.compile(
    "([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][ ·•.]?"
    "(?=(?:[A-Z]*[0-9]){3})[A-HJ-NP-Z0-9]{5,6})(?![0-9A-Za-z])"
)

# A place that somebody lives at reads on without a mark; 农村 and 园区的道路 are no such place.
_IN = "[^，。；、,;#\"'的\n]"
_DETAIL = "(?:(?<!农)村|路|街|巷|小区|花园|苑|社区|大道|[0-9]+[号栋幢座室房组])"
_REST = rf"(?:(?![0-9]{{5}}){_IN}){{0,30}}"
_HOME = re.compile(
    rf"(?:家住|现住(?![户房院])|(?:住|家庭地|居住地|户籍地)址[:：为是在])[ :：]*"
    rf"({_IN}{{0,12}}?(?:[省市区县镇乡]|街道){_IN}{{1,20}}?{_DETAIL}{_REST})"
)
_HEADED_HOME = re.compile(rf"(?:住|家庭地|居住地|户籍地)址[:：] ?({_IN}{{1,30}}?{_DETAIL}{_REST})")


def emails(text: str) -> Spans:
    """E-mail addresses."""
    return _found(text, _EMAIL)


def chat_accounts(text: str) -> Spans:
    """QQ and 微信 accounts, where they are called so."""
    return _found(text, _QQ, _WECHAT)


def plates(text: str) -> Spans:
    """Licence plates of five signs, or of six as new-energy vehicles have."""
    return _found(text, _PLATE)


def homes(text: str) -> Spans:
    """Places that somebody is said to live at."""
    return _found(text, _HOME, _HEADED_HOME)


def _found(text: str, *patterns: re.Pattern[str]) -> Spans:
    return (found.span(1) for pattern in patterns for found in pattern.finditer(text))
