"""What a form is: columns with the names people give them, and what belongs into each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a form.

    ``key`` is what a row calls its value: the field of the record where there is one. ``names``
    are other headers that mean the same, ``like`` a pattern for those nobody has listed, tried
    on the header with all that stands above it. ``choices`` names the list of the conference that
    its cells are chosen from (``area``, ``county``, ``issue_category``, ``unit``), ``values`` is a
    list of its own. What is ``protected`` is sent out filled and comes back unread; what is
    ``private`` is recognised and never taken. Where a table has two such columns, one is ``other``:
    the one whose own header is ``other_like``, else the second.
    """

    name: str
    key: str
    names: tuple[str, ...] = ()
    like: str = ""
    needed: bool = False
    choices: str = ""
    values: tuple[str, ...] = ()
    is_day: bool = False
    protected: bool = False
    private: bool = False
    note: str = ""
    width: float = 9
    printed: bool = True
    other: str = ""
    other_like: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name. A table is one where it has a column for one of each of ``marks``."""

    name: str
    columns: tuple[Column, ...]
    marks: tuple[frozenset[str], ...]

    @property
    def mark_keys(self) -> frozenset[str]:
        """The keys of all its marks."""
        return frozenset().union(*self.marks)

    @property
    def printed(self) -> tuple[Column, ...]:
        """The columns it is sent out with."""
        return tuple(column for column in self.columns if column.printed)

    def column(self, key: str) -> Column:
        """The column of a key."""
        return next(column for column in self.columns if column.key == key)

    def fits(self, keys: frozenset[str]) -> bool:
        """Whether a table with these columns is this form."""
        return all(mark & keys for mark in self.marks)


YES_NO = ("是", "否")

PRIVATE = Column(
    "联系人",
    "contact",
    like="联系人|联系电话|联系方式|电话|手机|身份证|银行|开户|[账帐]号|卡号|邮箱|微信|QQ|住址"
    "|姓名|法人|法定代表人|(?<!责任)负责人|填[报表]人|经办人|统一社会信用代码",
    private=True,
    printed=False,
)
"""Who to call, in whatever words: it stays out of Git."""
NUMBER = Column("序号", "no", ("编次", "No", "NO.", "No.", "次序", "项次"), width=5)
"""The running number of a table."""
