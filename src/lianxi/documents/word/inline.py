"""The words of one line of Markdown: what is strong in them, and what a sheet of paper cannot show."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from lianxi.visible import visible

_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<ticks>`+)(?P<code>[^`]+)(?P=ticks)(?!`)
    | <(?P<address>[a-z]+:[^<>\s]+)>
    | (?P<broken><br\s*/?>)
    | !?\[(?P<shown>(?:\\.|[^\\\[\]])*)\]\(\s*<?(?P<target>[^()<>\s]*)>?(?:\s+"(?P<told>[^"]*)")?\s*\)
    | \*\*(?=\S)(?P<strong>(?:\\.|[^\\])+?)(?<=\S)\*\*
    | \*(?=[^\s*])(?P<stressed>(?:\\.|[^\\*])+?)(?<=\S)\*(?!\*)
    """,
    re.VERBOSE,
)
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
"""What XML 1.0 forbids beside what ``visible`` has replaced already."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line; a line feed in it is a break that somebody has put there."""

    text: str
    strong: bool = False


Words = tuple[Span, ...]


def words(markdown: str) -> Words:
    """A line as spans: escapes and entities resolved, links with their address, nothing left out."""
    return _joined(_spans(markdown, strong=False))


def plain(line: Words) -> str:
    """The text alone."""
    return "".join(span.text for span in line)


def cut(line: Words, start: int, stop: int | None = None) -> Words:
    """The characters from ``start`` to ``stop``, as strong as they were."""
    kept, at = [], 0
    for span in line:
        text = span.text[max(start - at, 0) : None if stop is None else max(stop - at, 0)]
        if text:
            kept.append(Span(text, span.strong))
        at += len(span.text)
    return tuple(kept)


def _spans(markdown: str, *, strong: bool) -> list[Span]:
    found, at = [], 0
    for match in _TOKEN.finditer(markdown):
        found.append(Span(_seen(markdown[at : match.start()]), strong))
        found += _token(match, strong=strong)
        at = match.end()
    return [*found, Span(_seen(markdown[at:]), strong)]


def _token(match: re.Match[str], *, strong: bool) -> list[Span]:
    kind, text = match.lastgroup, match[0]
    if match["strong"] is not None:
        return _spans(match["strong"], strong=True)
    if match["stressed"] is not None:
        return _spans(match["stressed"], strong=strong)
    if match["shown"] is not None:
        address = "，".join(filter(None, (match["target"], match["told"])))
        shown = _spans(match["shown"], strong=strong)
        return [*shown, Span(f"（{address}）" if address else "", strong)]
    if match["entity"] is not None:
        return [Span(_seen(html.unescape(text)), strong)]
    if kind == "broken":
        return [Span("\n", strong)]
    return [Span(_seen(match["escaped"] or match["code"] or match["address"] or text), strong)]


def _seen(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", visible(text.replace("\n", " ")))


def _joined(spans: list[Span]) -> Words:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].strong == span.strong:
            joined[-1] = Span(joined[-1].text + span.text, span.strong)
        elif span.text:
            joined.append(span)
    return tuple(joined)
