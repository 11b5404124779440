"""Tables as WordprocessingML: lists with a header row that comes again, and forms with words at the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lianxi.documents.word.columns import MARGIN, WORDS, Grid, form_grid, grid, squeezed
from lianxi.documents.word.inline import Words, plain
from lianxi.documents.word.measure import em
from lianxi.documents.word.reading import Side, Table
from lianxi.documents.word.runs import paragraph, runs
from lianxi.documents.word.styles import CELL_MARGINS, NO_4, NO_5, SMALL_4, cell_style, pitch_of

_SMALLER = (SMALL_4, NO_5, 9.0, 7.5)
_HIGH, _LOW = 8, 12
"""Lines of a row that is still easily read, upright and on its side."""
_SHEET = 9000
"""Twips of a row that may not be divided; a higher one has to go over the page's end."""
_FORM_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """A table with its columns and the side to which each of them stands.

    A form has no header row, but words in every other column.
    """

    table: Table
    grid: Grid
    sides: tuple[Side, ...]
    form: bool = False


def set_upright(table: Table, width: int) -> Setting | None:
    """The table for a page that stands upright; None where its rows would be too high there."""
    texts = _texts(table)
    if _is_form(table):
        sides: tuple[Side, ...] = tuple("left" if at % 2 else "center" for at in range(len(table.sides)))
        return Setting(table, form_grid(texts, width, NO_4), sides, form=True)
    tries = (grid(texts, width, points, WORDS[:1]) for points in (SMALL_4, NO_5))
    made = next((each for each in tries if each and max(each.lines) <= _HIGH), None)
    return Setting(table, made, _sides(table, made)) if made else None


def set_anyhow(table: Table, width: int) -> Setting:
    """The table in the largest characters that do."""
    texts = _texts(table)
    tries = [made for points in _SMALLER if (made := grid(texts, width, points))]
    low = next((made for made in tries if max(made.lines) <= _LOW), None)
    fitting = low or (tries[0] if tries else squeezed(texts, width, _SMALLER[-1]))
    return Setting(table, fitting, _sides(table, fitting))


def _sides(table: Table, made: Grid) -> tuple[Side, ...]:
    """As the paper says, else in the middle where every cell of the column is one line, or from the left."""
    columns = zip(table.sides, made.widths, zip(*table.rows, strict=True), strict=True)
    return tuple(
        side
        or ("center" if max(map(em, map(plain, cells))) * made.size * 20 <= width - 2 * MARGIN else "left")
        for side, width, cells in columns
    )


def _is_form(table: Table) -> bool:
    """Two columns, or a first row with an empty cell: its words are no headings of columns."""
    return len(table.sides) == _FORM_COLUMNS or not all(map(plain, table.rows[0]))


def _texts(table: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in table.rows]


def table_xml(setting: Setting) -> str:
    widths = setting.grid.widths
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(setting, index) for index in range(len(setting.table.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{_BORDERS}'
        f'<w:tblLayout w:type="fixed"/>{CELL_MARGINS}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def _row(setting: Setting, index: int) -> str:
    cells, pitch = setting.table.rows[index], pitch_of(setting.grid.size)
    header = not setting.form and index == 0
    whole = "<w:cantSplit/>" if setting.grid.lines[index] * pitch < _SHEET else ""
    blank = any(not plain(cell) for cell in cells)
    least = pitch * (1 if not blank else 3 if setting.form else 2) + pitch // 3
    made, at = "", 0
    for span in _spans(cells) if setting.form else [1] * len(cells):
        heading = header or (setting.form and at % 2 == 0)
        properties = _properties(setting, at, heading=heading)
        made += _cell(cells[at], sum(setting.grid.widths[at : at + span]), span, properties)
        at += span
    height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr>{whole}{height}{'<w:tblHeader/>' if header else ''}</w:trPr>{made}</w:tr>"


def _spans(cells: Sequence[Words]) -> list[int]:
    """Of a form's row whose cells are empty from the third on, the second one takes their place."""
    if any(map(plain, cells[2:])) or len(cells) <= _FORM_COLUMNS:
        return [1] * len(cells)
    return [1, len(cells) - 1]


def _properties(setting: Setting, at: int, *, heading: bool) -> str:
    side = setting.sides[at]
    towards = "" if heading or side == "left" else f'<w:jc w:val="{side}"/>'
    return f'<w:pStyle w:val="{cell_style(setting.grid.size, heading=heading)}"/>{towards}'


def _cell(words: Words, width: int, span: int, properties: str) -> str:
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(runs(words), properties)}</w:tc>"
    )
