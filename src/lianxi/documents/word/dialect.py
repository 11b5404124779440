"""What each line of a paper is, told by its text: docs/word.md says it for those who write templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from lianxi.documents.word.inline import Words, cut, plain
from lianxi.documents.word.measure import em
from lianxi.documents.word.paragraph import Imprint, Kind, Paragraph, Sheet
from lianxi.documents.word.reading import Block, Heading, Line, Part, Table, parts

_FIRST_LEVEL = re.compile(r"[〇一二三四五六七八九十百]+、")
_SECOND_LEVEL = re.compile(r"[（(][〇一二三四五六七八九十百]+[）)]")
_SENTENCE = re.compile(r"[。；！？]")
_ANNEX = re.compile(r"附件\s*[0-9０-９一二三四五六七八九十]*$")
_ANNEXES = re.compile(r"附件：(?:[0-9]+[．.])?")
_NEXT_ANNEX = re.compile(r"[0-9]+[．.]")
_SIDES = re.compile(r"(.*?[^　])　{4,}([^　].*)$", re.DOTALL)
_LABEL = re.compile(r"[^：，。；、（）—\s]{1,8}：(?=.)")
_REMARK = re.compile(r"（.*）$", re.DOTALL)
_TABLE_NOTE = re.compile(r"(?:说明|注|备注)：")
_DRAFT_NOTE = "（代拟稿"
"""Says to the unit what to do with a text that is drafted for it: it is no part of that text."""
_ATTENDANCE = re.compile(r"(?:出席|请假|列席|缺席|参加|参会)(?:人员|单位)?：")
_DISTRIBUTION = re.compile(r"(?:主送|发|分送|抄送|抄报|报送|报|送)：")
_ISSUED = re.compile(r"[日　]印发$")
_DATE = re.compile(r".{0,8}年.{1,4}月.{1,4}日$")
_FAR = 6
"""So many blanks before a line, or more, push it to the right: a signature."""
_DEEPEST = 9
_WIDEST = 26
_LEFT = 2
"""A paragraph begins two characters from the edge (7.3.3)."""


def sheets(markdown: str) -> list[Sheet]:
    """The sheets of a paper in their order."""
    found: list[Sheet] = []
    head: tuple[Paragraph, ...] = ()
    for part in parts(markdown):
        if _is_head(part) and not head:
            head = tuple(_head(part))
        elif _is_imprint(part):
            imprint = _imprint([block for block in part if isinstance(block, Line)])
            before = Sheet(head) if head else found.pop() if found and not found[-1].imprint else Sheet(())
            found.append(replace(before, imprint=imprint))
            head = ()
        else:
            found.append(Sheet((*head, *_part(part))))
            head = ()
    return [*found, Sheet(head)] if head else found


def _is_head(part: Part) -> bool:
    first = part[0]
    return isinstance(first, Line) and first.centred and all(isinstance(block, Line) for block in part)


def _head(part: Part) -> Iterator[Paragraph]:
    """The 标志, what is centred below it, and the line with office and date, above the red line."""
    lines = [block for block in part if isinstance(block, Line)]
    for index, line in enumerate(lines):
        strong = bool(line.words) and line.words[0].strong
        made = _sides(line, left=1)
        if made is None:
            kind = Kind.MARK if index == 0 and strong else Kind.ISSUE if line.centred else Kind.BODY
            made = Paragraph(kind, line.words)
        yield replace(made, ruled=index == len(lines) - 1)


def _is_imprint(part: Part) -> bool:
    last = part[-1]
    lines = all(isinstance(block, Line) for block in part)
    return lines and isinstance(last, Line) and _ISSUED.search(plain(last.words)) is not None


def _imprint(lines: Sequence[Line]) -> Imprint:
    texts = [plain(line.words) for line in lines]
    begins = next((at for at, text in enumerate(texts) if _DISTRIBUTION.match(text)), len(lines) - 1)
    last = lines[-1]
    return Imprint(
        tuple(Paragraph(Kind.BODY, line.words) for line in lines[:begins]),
        tuple(_distributed(line.words) for line in lines[begins:-1]),
        _sides(last, left=1) or Paragraph(Kind.BODY, last.words),
    )


def _distributed(words: Words) -> Paragraph:
    label = _DISTRIBUTION.match(plain(words))
    return Paragraph(Kind.BODY, words, hang=em(label[0]) if label else 0)


def _part(part: Part) -> Iterator[Paragraph | Table]:
    """The blocks of a part, each told by its text and by what stands before it."""
    made: list[Paragraph | Table] = []
    for block in part:
        made.append(_block(block, made))
    yield from _signed(made)


def _block(block: Block, before: Sequence[Paragraph | Table]) -> Paragraph | Table:
    if isinstance(block, Table):
        return block
    titled = any(_is(each, Kind.TITLE) for each in before)
    if isinstance(block, Heading):
        return Paragraph(Kind.SUBHEAD if titled and block.level > 1 else Kind.TITLE, block.words)
    text, last = plain(block.words), before[-1] if before else None
    kind = last.kind if isinstance(last, Paragraph) else None
    if not before and _ANNEX.match(text):
        return Paragraph(Kind.ANNEX, block.words)
    if kind in {Kind.TITLE, Kind.SUBTITLE} and _REMARK.fullmatch(text):
        return Paragraph(Kind.SUBTITLE, block.words)
    if block.centred:
        return Paragraph(Kind.SUBTITLE, block.words)
    if text.startswith(_DRAFT_NOTE) or (isinstance(last, Table) and _TABLE_NOTE.match(text)):
        return _noted(block.words)
    if block.indent >= _FAR:
        return Paragraph(Kind.DATE if _DATE.match(text) else Kind.SIGNATURE, block.words)
    open_ = all(_is(each, *_BEFORE_TEXT) for each in before)
    return _sides(block, left=min(block.indent, _LEFT)) or _line(block, kind, addressed=titled and open_)


_BEFORE_TEXT = {Kind.ANNEX, Kind.TITLE, Kind.SUBTITLE, Kind.SIDES, Kind.SIGNATURE, Kind.ADDRESSEE}


def _line(line: Line, last: Kind | None, *, addressed: bool) -> Paragraph:
    text = plain(line.words)
    annexes = _ANNEXES.match(text)
    if annexes:
        return Paragraph(Kind.ANNEXES, line.words, left=_LEFT, hang=em(annexes[0]))
    follows = _NEXT_ANNEX.match(text)
    if last is Kind.ANNEXES and follows:
        return Paragraph(Kind.ANNEXES, line.words, left=_LEFT + em("附件："), hang=em(follows[0]))
    if addressed and not line.indent and text.endswith("："):
        return Paragraph(Kind.ADDRESSEE, line.words)
    return _labelled(line) or levelled(line.words)


def _sides(line: Line, left: float) -> Paragraph | None:
    """A line with a wide gap, as 办公室　　　　日期: its halves stand at both ends."""
    found = _SIDES.match(plain(line.words))
    if found is None:
        return None
    return Paragraph(
        Kind.SIDES,
        cut(line.words, 0, found.end(1)),
        left=left,
        inset=left,
        right=cut(line.words, found.start(2)),
    )


def _noted(words: Words) -> Paragraph:
    label = _TABLE_NOTE.match(plain(words))
    return Paragraph(Kind.NOTE, words, hang=em(label[0]) if label else 0)


def _labelled(line: Line) -> Paragraph | None:
    """**出席：**…, 时间：…: a word in 黑体, and all lines under the first character after it (10.3)."""
    text = plain(line.words)
    strong = len(line.words[0].text) if line.words[0].strong else 0
    if strong and text[:strong].endswith("："):
        label = text[:strong]
    elif not line.indent and (found := _LABEL.match(text)):
        label = found[0]
    else:
        return None
    if em(label) > _DEEPEST or "\n" in label:
        return None
    kind = Kind.ATTENDANCE if strong and _ATTENDANCE.fullmatch(label) else Kind.LABELLED
    return Paragraph(kind, line.words, lead=len(label) - 1, left=_LEFT, hang=em(label))


def levelled(words: Words) -> Paragraph:
    """A paragraph of the text, in the fonts of its level (7.3.3): 一、 黑体, （一） 楷体, the rest 仿宋.

    What is strong at its beginning is its heading; without that a line of the first two levels is a
    heading where it holds no sentence.
    """
    text = plain(words)
    strong = len(words[0].text) if words[0].strong else 0
    heading = strong == len(text) or (not strong and not _SENTENCE.search(text))
    for level, kind in ((_FIRST_LEVEL, Kind.LEVEL_1), (_SECOND_LEVEL, Kind.LEVEL_2)):
        if level.match(text) and heading:
            return Paragraph(kind, words, lead=len(text))
    return Paragraph(Kind.BODY, words, lead=strong)


def _signed(blocks: Sequence[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """署名 two characters from the edge, its date two further in than it begins (7.3.5.2).

    Where the date is the longer one, it is the date that stands two characters from the edge.
    """
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if _is(block, Kind.SIGNATURE) and _is(following, Kind.DATE):
            yield replace(block, inset=_LEFT + max(0, _longer(following, block)))
        elif _is(block, Kind.DATE) and _is(before, Kind.SIGNATURE):
            yield replace(block, inset=_LEFT + max(0, -_longer(block, before)))
        else:
            yield replace(block, inset=_LEFT) if _is(block, Kind.SIGNATURE, Kind.DATE) else block


def _is(block: Paragraph | Table | None, *kinds: Kind) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.kind in kinds


def _longer(date: Paragraph, name: Paragraph) -> float:
    """By how much the date, set two characters in, would stand out beyond the name."""
    wide = em(plain(name.words))
    return em(plain(date.words)) + _LEFT - (wide if wide <= _WIDEST else 0)
