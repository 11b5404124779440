"""A paper in Markdown → a Word file laid out by GB/T 9704-2012; docs/word.md says how papers are read."""

from __future__ import annotations

from lianxi.documents.word.body import body
from lianxi.documents.word.dialect import sheets
from lianxi.documents.word.inline import plain
from lianxi.documents.word.package import package
from lianxi.documents.word.paragraph import Kind, Paragraph

__all__ = ["docx"]


def docx(markdown: str) -> bytes:
    """The bytes of the .docx file; the same Markdown gives the same bytes."""
    made = sheets(markdown)
    blocks = (block for sheet in made for block in sheet.blocks)
    title = next((each for each in blocks if isinstance(each, Paragraph) and each.kind is Kind.TITLE), None)
    return package(body(made), plain(title.words).replace("\n", "") if title else "")
