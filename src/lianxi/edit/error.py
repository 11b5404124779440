"""Why a record was left as it is."""

from __future__ import annotations


class EditError(Exception):
    """What stands in the way of an edit, in Chinese, with what to do instead."""


class Taken(EditError):
    """Another file has the name already."""
