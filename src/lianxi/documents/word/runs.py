"""Words and paragraphs as WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from lianxi.documents.word.inline import Span, Words, cut, plain

_HINT = '<w:rFonts w:hint="eastAsia"/>'
"""Quotation marks and dashes stand in both fonts: the Chinese one is meant."""


def runs(words: Words, style: str = "", tail: str = "") -> str:
    """``words`` as runs; ``style`` and ``tail`` are properties that come first and last."""
    return "".join(_run(span, style, tail) for span in words if span.text)


def led(words: Words, lead: int, style: str | None) -> str:
    """``words``, of which ``lead`` characters have a character style instead of being bold."""
    head = Span(plain(cut(words, 0, lead)))
    styled = f'<w:rStyle w:val="{style}"/>' if style else ""
    return runs((head,), styled) + runs(cut(words, lead))


def _run(span: Span, style: str, tail: str) -> str:
    bold = "<w:b/>" if span.strong else ""
    return f"<w:r><w:rPr>{style}{_HINT}{bold}{tail}</w:rPr>{_text(span.text)}</w:r>"


def _text(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split("\n"))
    return "<w:br/>".join(lines)


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"
