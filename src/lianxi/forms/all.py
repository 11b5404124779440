"""The forms by which a table that came in is known."""

from __future__ import annotations

from lianxi.forms.collection import COLLECTION
from lianxi.forms.form import Form
from lianxi.forms.unit_list import RAISED, UNIT_LIST
from lianxi.forms.work_table import WORK_TABLE

FORMS: tuple[Form, ...] = (UNIT_LIST, COLLECTION, WORK_TABLE, RAISED)
