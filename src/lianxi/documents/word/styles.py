"""The look of each kind of paragraph by GB/T 9704-2012, as the styles of a Word file.

Sizes are points, lengths characters (字) of the style's own size, unless a name says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.documents.word.paragraph import Kind

SONG_TITLE, FANG, HEI, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"
"""For digits and letters: the habit; the standard names no font for them."""
NO_2, NO_3, NO_4, SMALL_4, NO_5 = 22.0, 16.0, 14.0, 12.0, 10.5
PITCH = 579
"""Twips from line to line: 22 lines in 225 mm; 29 pt would give 21 (5.2.3)."""
CLOSER = -5
"""Twips by which 3号 characters stand closer, so that 28 fit into 156 mm (5.2.3)."""
RED = "FF0000"


@dataclass(frozen=True, slots=True)
class Style:
    """Of one kind of paragraph; ``first`` is the indent of its first line."""

    font: str = FANG
    size: float = NO_3
    side: str = "both"
    first: float = 0
    outline: int | None = None
    colour: str | None = None
    pitch: int = PITCH


CELL_SIZES = {NO_4: "四号", SMALL_4: "小四", NO_5: "五号", 9.0: "小五", 7.5: "六号"}


def pitch_of(points: float) -> int:
    """Twips from line to line where the characters are small: a third more than they are high."""
    return round(points * 20 * 1.35)


STYLES = {
    Kind.MARK: Style(SONG_TITLE, 36, "center", colour=RED),
    Kind.ISSUE: Style(side="center"),
    Kind.ANNEX: Style(HEI, side="left"),
    Kind.TITLE: Style(SONG_TITLE, NO_2, "center", outline=0),
    Kind.SUBTITLE: Style(KAI, side="center"),
    Kind.SUBHEAD: Style(SONG_TITLE, NO_3, "center", outline=1),
    Kind.ADDRESSEE: Style(side="left"),
    Kind.LEVEL_1: Style(HEI, first=2, outline=1),
    Kind.LEVEL_2: Style(KAI, first=2, outline=2),
    Kind.BODY: Style(first=2),
    Kind.LABELLED: Style(),
    Kind.ATTENDANCE: Style(side="left"),
    Kind.SIDES: Style(side="left"),
    Kind.ANNEXES: Style(side="left"),
    Kind.NOTE: Style(size=SMALL_4, pitch=pitch_of(SMALL_4)),
    Kind.SIGNATURE: Style(side="right"),
    Kind.DATE: Style(side="right"),
}


def em_twips(size: float) -> int:
    """The width of one character in twips, with what 3号 is set closer."""
    return round(size * 20) + (CLOSER if size == NO_3 else 0)


def style_id(kind: Kind) -> str:
    return kind.name.title().replace("_", "")


def fonts(east_asian: str, latin: str = LATIN) -> str:
    """Named in both, without the theme, which would win over the names."""
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{east_asian}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def line(twips: int, before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{twips}" w:lineRule="exact"/>'


def styles_xml() -> str:
    """styles.xml: the defaults, one style a kind, those of cells and of the 版记, the fonts of levels."""
    kinds = "".join(_written(style_id(kind), kind.value, style) for kind, style in STYLES.items())
    return f"{_HEAD}{kinds}{''.join(_cells())}{_IMPRINT}{_CHARACTERS}{_TABLES}</w:styles>"


def cell_style(points: float, *, heading: bool) -> str:
    return f"{'Heading' if heading else ''}Cell{round(points * 2)}"


def _cells() -> Iterator[str]:
    for points, name in CELL_SIZES.items():
        for heading, font in ((False, FANG), (True, HEI)):
            style = Style(font, points, "center" if heading else "left", pitch=pitch_of(points))
            title = f"表格{'栏目' if heading else '文字'}（{name}）"
            yield _written(cell_style(points, heading=heading), title, style)


def _written(id_: str, name: str, style: Style) -> str:
    pitch = "" if style.pitch == PITCH else line(style.pitch)
    first = f'<w:ind w:firstLine="{round(style.first * em_twips(style.size))}"/>' if style.first else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    closer = "" if style.size == NO_3 else '<w:spacing w:val="0"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{pitch}{first}<w:jc w:val="{style.side}"/>{outline}</w:pPr>'
        f"<w:rPr>{fonts(style.font)}{colour}{closer}{size(style.size)}</w:rPr></w:style>"
    )


def _character_style(id_: str, font: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{font}字"/>'
        f"<w:rPr>{fonts(font)}</w:rPr></w:style>"
    )


_HEAD = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>'
    f"<w:rPrDefault><w:rPr>{fonts(FANG)}{size(NO_3)}"
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>'
    f'<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>{line(PITCH)}</w:pPr>'
    f'<w:rPr>{fonts(FANG)}<w:spacing w:val="{CLOSER}"/>{size(NO_3)}</w:rPr></w:style>'
)
_IMPRINT = _written("Imprint", "版记", Style(size=NO_4, side="left", pitch=480))
_CHARACTERS = _character_style("Hei", HEI) + _character_style("Kai", KAI)
CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    f'<w:tblInd w:w="0" w:type="dxa"/>{CELL_MARGINS}</w:tblPr></w:style>'
)
