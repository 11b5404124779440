"""The only writer of records: finds the place, splices the bytes, re-reads, replaces atomically.

A change is a value (``Fill``, ``Append``, ``Replace``); ``edit_record`` puts several into one file,
``write_new`` writes another. Who decides by what the file says uses ``rewrite`` with ``changed``.
"""

from lianxi.edit.change import Append, Change, Fill, Replace
from lianxi.edit.error import EditError, Taken
from lianxi.edit.files import (
    append_to_list,
    changed,
    edit_record,
    kind_of_file,
    mend_file,
    remove,
    rewrite,
    write_new,
)

__all__ = [
    "Append",
    "Change",
    "EditError",
    "Fill",
    "Replace",
    "Taken",
    "append_to_list",
    "changed",
    "edit_record",
    "kind_of_file",
    "mend_file",
    "remove",
    "rewrite",
    "write_new",
]
