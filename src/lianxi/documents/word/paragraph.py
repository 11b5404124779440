"""What stands on the sheets of a paper: paragraphs of named kinds, tables, and the 版记 at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lianxi.documents.word.inline import Words
from lianxi.documents.word.reading import Table


class Kind(Enum):
    """The kinds of GB/T 9704-2012, by the names under which Word lists their styles."""

    MARK = "纪要标志"
    ISSUE = "期号"
    ANNEX = "附件标识"
    TITLE = "公文标题"
    SUBTITLE = "副标题"
    SUBHEAD = "小标题"
    ADDRESSEE = "主送机关"
    LEVEL_1 = "一级标题"
    LEVEL_2 = "二级标题"
    BODY = "公文正文"
    LABELLED = "栏目"
    ATTENDANCE = "出席名单"
    SIDES = "两端行"
    ANNEXES = "附件说明"
    NOTE = "表格说明"
    SIGNATURE = "署名"
    DATE = "成文日期"


TITLES = {Kind.TITLE, Kind.SUBTITLE}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; lengths are in characters (字) of its own size.

    ``lead`` characters at its beginning are set in the font of its level. Lines after the first begin
    ``hang`` further right. ``right`` is what stands at the other end of the line; ``inset`` is how far
    the paragraph ends from the right edge.
    """

    kind: Kind
    words: Words
    lead: int = 0
    left: float = 0
    hang: float = 0
    inset: float = 0
    right: Words = ()
    ruled: bool = False
    """The red line is below it (7.2.7)."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """The 版记 (7.4): what stands above it, to whom the paper goes, and who has issued it when."""

    above: tuple[Paragraph, ...]
    to: tuple[Paragraph, ...]
    issued: Paragraph


@dataclass(frozen=True, slots=True)
class Sheet:
    """What begins on a new page, and the 版记 at its end."""

    blocks: tuple[Paragraph | Table, ...]
    imprint: Imprint | None = None
