"""The columns of a form as a sheet has them: what may be chosen, what may be written, how it is filled."""

from __future__ import annotations

from collections.abc import Mapping

from lianxi.documents.sheets.workbook import Column, Kind
from lianxi.forms.form import Column as FormColumn
from lianxi.forms.form import Form

Lists = Mapping[str, tuple[str, ...]]
"""What cells are chosen from, by the name of the list."""


def form_columns(form: Form, lists: Lists) -> tuple[Column, ...]:
    """One column for each that the form is sent out with; what is not protected is open."""
    return tuple(_column(column, lists) for column in form.printed)


def _column(column: FormColumn, lists: Lists) -> Column:
    kind: Kind = "whole" if column.key == "no" else "day" if column.is_day else "text"
    needed = "要填。" if column.needed else ""
    return Column(
        column.name,
        column.width,
        kind,
        choices=column.values or lists.get(column.choices, ()),
        open=not column.protected and column.key != "no",
        note=f"{needed}{column.note}",
        centred=bool(column.values),
    )
