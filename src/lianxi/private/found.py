"""Private data in a text: each found once, its kind decided once, and never shown whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from lianxi.fault import Place
from lianxi.private.numbers import bank_cards, credit_codes, id_numbers, landlines, mobiles, narrow
from lianxi.private.shape import may_hold
from lianxi.private.signs import chat_accounts, emails, homes, plates

ID_NUMBER = "身份证号"
CREDIT_CODE = "统一社会信用代码"
BANK_CARD = "银行卡号"
MOBILE = "手机号码"
LANDLINE = "座机号码"
EMAIL = "电子邮箱"
CHAT_ACCOUNT = "QQ号或微信号"
PLATE = "车牌号"
HOME = "住址"
LASTING = "已经提交过的，删去这一行并不能从历史里抹掉，请同管理员联系"
"""What everyone is told who has to take something out."""
_KINDS = (
    (ID_NUMBER, id_numbers),
    (CREDIT_CODE, credit_codes),
    (BANK_CARD, bank_cards),
    (MOBILE, mobiles),
    (LANDLINE, landlines),
    (EMAIL, emails),
    (CHAT_ACCOUNT, chat_accounts),
    (PLATE, plates),
    (HOME, homes),
)
"""The most specific first: what one has taken is not told by another."""
_KEPT = {
    ID_NUMBER: (3, 4),
    CREDIT_CODE: (4, 2),
    BANK_CARD: (4, 4),
    MOBILE: (3, 4),
    LANDLINE: (4, 2),
    EMAIL: (2, 4),
    CHAT_ACCOUNT: (2, 1),
    PLATE: (3, 1),
    HOME: (1, 0),
}
"""How many characters of each kind are shown before and after the masked ones."""


@dataclass(frozen=True, slots=True)
class Private:
    """One piece of private data: its kind, how it is written, and where."""

    kind: str
    text: str
    start: int
    place: Place

    @property
    def masked(self) -> str:
        """As long as it is written, with only so much to be read that it can be found."""
        head, tail = _KEPT[self.kind]
        head, tail = (head, tail) if len(self.text) > head + tail else (1, 0)
        return self.text[:head] + "*" * (len(self.text) - head - tail) + self.text[len(self.text) - tail :]

    @property
    def digits(self) -> str:
        """Its digits alone."""
        return "".join(char for char in narrow(self.text) if char.isdigit())


def of_kind(text: str, kind: str) -> Iterator[Private]:
    """The private data of one kind in ``text``."""
    return (found for found in found_in(text) if found.kind == kind)


# Every rule asks in turn for the same text.
@lru_cache(maxsize=4)
def found_in(text: str) -> tuple[Private, ...]:
    """All private data in ``text``, in its order; nothing is found twice."""
    return tuple(_searched(text)) if may_hold(text, text.encode("utf-8", "replace")) else ()


def concealed(text: str) -> str:
    """``text`` with all private data in it masked; every character keeps its place."""
    pieces, done = [], 0
    for found in found_in(text):
        pieces += [text[done : found.start], found.masked]
        done = found.start + len(found.text)
    return "".join([*pieces, text[done:]])


def cleared(was: str, now: str) -> bool:
    """Whether ``now`` is ``was`` with nothing done but that private data was taken out, or masked."""
    rest, done = now, 0
    for found in found_in(was):
        piece, done = was[done : found.start], found.start + len(found.text)
        if piece not in rest or (found.start == len(piece) and not rest.startswith(piece)):
            return False
        rest = rest.partition(piece)[2]
    return done > 0 and rest.endswith(was[done:]) and len(now) <= len(was) and not found_in(now)


def _searched(text: str) -> Iterator[Private]:
    plain = narrow(text)
    taken = bytearray(len(text))
    spans = []
    for kind, finds in _KINDS:
        for start, end in finds(plain):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                spans.append((start, end, kind))
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for start, end, kind in sorted(spans):
        line = bisect_right(starts, start)
        yield Private(kind, text[start:end], start, Place(line, start - starts[line - 1] + 1, end - start))
