"""Numbers that belong to somebody, told by their form and, where they have one, by their checksum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lianxi.private.shape import is_number

Spans = Iterator[tuple[int, int]]
"""From where to where each is written."""

_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")
# Neither a part of a longer number, of a code or of a name, nor of a number with a fraction.
_BEFORE = r"(?<![0-9A-Za-z_])(?<![0-9][-.])"
AFTER = r"(?![0-9A-Za-z_])(?![-.][0-9])"

_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
# In a lookahead, so that a number is also found where another stands before it.
_ID_NUMBER = re.compile(rf"{_BEFORE}(?=({_PROVINCE}(?:[ -]{{0,2}}[0-9]){{15}}[ -]{{0,2}}[0-9Xx]){AFTER})")
_OLD_ID_NUMBER = re.compile(rf"身份证[^0-9\n]{{0,10}}({_PROVINCE}[0-9]{{13}}){AFTER}")
_CHECKS = "10X98765432"
_BORN = (1900, 2019)
"""Who was born later takes no part in a conference; codes built on the day of a project begin then."""

_CREDIT_CODE = re.compile(rf"{_BEFORE}([1-9AGNY][1-59][0-9]{{6}}[0-9A-HJ-NP-RT-UW-Y]{{10}}){AFTER}")
_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"

_FOURS = r"[3-9][0-9]{3}([ -])[0-9]{4}\2[0-9]{4}\2[0-9]{4}"
_BANK_CARDS = (
    re.compile(rf"{_BEFORE}([3-9][0-9]{{15,18}}|[3-9][0-9]{{5}} [0-9]{{10,13}}){AFTER}"),
    re.compile(rf"{_BEFORE}({_FOURS}\2[0-9]{{1,3}}){AFTER}"),
    re.compile(rf"{_BEFORE}({_FOURS}){AFTER}"),
)
_BANK = re.compile("[账帐][号户]|卡号|开户|银行卡|储蓄卡|收款")
_NEAR = 40

# An address whose name is a mobile number is told as the number: the graver of the two.
_MOBILE = re.compile(
    rf"(?<![¥￥$]){_BEFORE}((?:(?:\+|00)?86[ -]{{0,2}})?1[3-9][0-9](?:[ -]{{0,3}}[0-9]{{4}}){{2}}"
    rf"(?:@[A-Za-z0-9.-]++)?){AFTER}"
    "(?! ?(?:[元万亿吨度亩股%％‰]|千[瓦克]|平方|立方|公[里斤顷]|美元|人民币))"
)
_LANDLINE = re.compile(
    rf"{_BEFORE}([(（]?(?:\+86[ -]?|0)(?:10|2[0-9]|[3-9][0-9]{{2}})[)）]?[ —–-]{{0,2}}"
    rf"[2-8][0-9]{{2,3}} ?[0-9]{{4}}(?:[-—转][0-9]{{1,6}})?){AFTER}"
)


def narrow(text: str) -> str:
    """Full-width digits and hyphens as ASCII ones, each in its place."""
    return text.translate(_NARROW)


def id_numbers(text: str) -> Spans:
    """身份证号 by GB 11643; the old form of 15 digits only where it is called so."""
    for found in _ID_NUMBER.finditer(text):
        if _is_id_number(found[1]):
            yield found.span(1)
    for found in _OLD_ID_NUMBER.finditer(text):
        if _is_birthday(f"19{found[1][6:12]}"):
            yield found.span(1)


def _is_id_number(text: str) -> bool:
    number = _bare(text).upper()
    total = sum(int(digit) * 2 ** (17 - at) for at, digit in enumerate(number[:17]))
    return is_number(text) and _is_birthday(number[6:14]) and _CHECKS[total % 11] == number[17]


def _is_birthday(text: str) -> bool:
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return False
    return _BORN[0] <= day.year <= _BORN[1]


def credit_codes(text: str) -> Spans:
    """统一社会信用代码 by GB 32100."""
    for found in _CREDIT_CODE.finditer(text):
        *values, check = (_CREDIT_SIGNS.index(sign) for sign in found[1])
        if (sum(value * pow(3, at, 31) for at, value in enumerate(values)) + check) % 31 == 0:
            yield found.span(1)


def bank_cards(text: str) -> Spans:
    """Cards and accounts, where they are called so nearby."""
    for pattern in _BANK_CARDS:
        for found in pattern.finditer(text):
            start, end = found.span(1)
            if _is_card(found[1]) and _BANK.search(text, max(start - _NEAR, 0), end + _NEAR):
                yield start, end


def _is_card(text: str) -> bool:
    """Luhn's checksum."""
    digits = [int(digit) for digit in reversed(_bare(text))]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def mobiles(text: str) -> Spans:
    """Mobile numbers, with the address whose name they are; no amounts."""
    return (found.span(1) for found in _MOBILE.finditer(text) if is_number(found[1]))


def landlines(text: str) -> Spans:
    """Numbers with an area code."""
    return (found.span(1) for found in _LANDLINE.finditer(text))


def _bare(text: str) -> str:
    return text.replace(" ", "").replace("-", "")
