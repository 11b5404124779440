"""The templates that the records bring with them: plain files only, of a plain size."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from lianxi.render.error import Unfit
from lianxi.tree import FolderTree, Obstacle

LARGEST = 256 * 1024
"""Bytes of one template; lianxi's own have a few thousand."""
_WHY = {
    "symlink": "是一个链接，请换成文件",
    "not_a_file": "不是文件",
    "unreadable": "打不开",
    "too_large": f"太大，最多 {LARGEST // 1024} KB",
}
_NAME = re.compile(r"[^.\\:][^\\:]*")
"""Of a file or folder that is seen, and that lies where its way says, on every system."""


def may_be_read(way: str) -> bool:
    """Whether a template may stand, or be included from, there."""
    return all(map(_NAME.fullmatch, way.split("/")))


@dataclass(frozen=True)
class HouseLoader(BaseLoader):
    """Loads from the folder of the house; raises ``Unfit`` for what is there and is no plain text."""

    folder: Path

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        del environment
        if not may_be_read(template):
            raise TemplateNotFound(template)
        file = self.folder / template
        if not file.is_symlink() and not file.exists():
            raise TemplateNotFound(template)
        return self._text(template, file), str(file), lambda: False

    def _text(self, template: str, file: Path) -> str:
        linked = next((place for place in self._folders(file) if place.is_symlink()), None)
        if linked is not None:
            raise Unfit(f"放模板“{template}”的文件夹是一个链接（{linked.name}）")
        data = FolderTree(self.folder).read(template, LARGEST)
        if isinstance(data, Obstacle):
            raise Unfit(f"模板“{template}”{_WHY[data.why]}")
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Unfit(f"模板“{template}”不是 UTF-8 的文本") from error
        if "\0" in text:
            raise Unfit(f"模板“{template}”不是文本")
        return text

    def _folders(self, file: Path) -> list[Path]:
        return [place for place in file.parents if place == self.folder or place.is_relative_to(self.folder)]
