"""Facts → Markdown or HTML through templates: sandboxed, values escaped, a blank is an error.

Lianxi's own templates are filled in here. Those that the records bring with them are not trusted: they
are filled in by a process of its own, within limits (``apart``).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from lianxi.render.environment import OWN, escape, filled
from lianxi.render.error import RenderError
from lianxi.system import in_chinese

__all__ = ["RenderError", "escape", "render"]


def render(name: str, facts: Mapping[str, Any], house: Path | None = None) -> str:
    """Fill in the template ``name``; a file of that name in ``house`` goes before lianxi's own.

    Raises ``RenderError`` for a template that is missing, is wrong, leaves a blank, reaches for what it
    may not have, or has no end.
    """
    try:
        ours = house is None or house.samefile(OWN) or not _replaces(house, PurePosixPath(name).parent)
    except (FileNotFoundError, NotADirectoryError):
        ours = True
    except OSError as error:
        raise RenderError(name, None, f"放模板的文件夹打不开：{in_chinese(error)}") from error
    if house is None or ours:
        return filled(name, facts)
    from lianxi.render.apart import filled_apart  # noqa: PLC0415 - most houses have no templates

    return filled_apart(name, facts, house)


def _replaces(house: Path, folder: PurePosixPath) -> bool:
    """Whether a file of the house, whatever it is, stands in the place of one of our own in ``folder``."""
    names = {place.name for place in (house / folder).iterdir()}
    return any(place.name in names for place in (OWN / folder).iterdir())
