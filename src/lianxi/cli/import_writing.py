"""What a spreadsheet proposes, held against the check, and written."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from lianxi.cli.output import say
from lianxi.cli.progress import Progress
from lianxi.cli.refusal import BROKEN, INTERRUPTED, Refusal
from lianxi.cli.writing import Desk, reworked
from lianxi.system import in_chinese

if TYPE_CHECKING:
    from lianxi.cli.importing import Asked
    from lianxi.finding import Finding
    from lianxi.intake.proposal import Deed, Draft, Line, Proposal

_KEY = re.compile(r"([a-z_]+):")
_PRIVACY = "LX7"


@dataclass(frozen=True, slots=True)
class Settled:
    """A proposal that the check has passed: what it would refuse is refused here, with its cell."""

    proposal: Proposal
    lines: tuple[Line, ...]

    @property
    def refused(self) -> int:
        """How many rows have something that is not taken."""
        return sum(bool(line.refused) for line in self.lines)

    @property
    def drafts(self) -> list[Draft]:
        """What is to be written, a decision before its tasks."""
        found: dict[int, Draft] = {}
        for line in self.lines:
            for draft in drafts_of(line):
                found.setdefault(id(draft), draft)
        return list(found.values())

    @property
    def deeds(self) -> dict[str, list[Deed]]:
        """What is to be done to each record that there is."""
        found: dict[str, list[Deed]] = defaultdict(list)
        for line in self.lines:
            for deed in line.deeds:
                found[deed.id].append(deed)
        return dict(found)

    @property
    def writes(self) -> bool:
        """Whether anything is to be written."""
        return any(line.draft or line.deeds for line in self.lines)


@dataclass
class Written:
    """What was written: the ids of new records by the place of their draft, and what could not be."""

    ids: dict[int, str] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def settled(asked: Asked, proposal: Proposal) -> Settled:
    """Try everything without writing it."""
    lines = _with_tried_deeds(asked, proposal.lines)
    return Settled(proposal, tuple(_with_checked_drafts(asked, lines)))


def _with_tried_deeds(asked: Asked, lines: Iterable[Line]) -> list[Line]:
    """Each act tried on the record as the acts before it would leave it."""
    now: dict[str, bytes] = {}
    return [_tried(asked, line, now) if line.deeds else line for line in lines]


def _tried(asked: Asked, line: Line, now: dict[str, bytes]) -> Line:
    from lianxi.acts import NotAllowed
    from lianxi.edit import EditError
    from lianxi.intake.proposal import CHANGED, REFUSED, Refused

    kept, refused = [], list(line.refused)
    for deed in line.deeds:
        at = Desk(asked.folder, deed.id, asked.today)
        try:
            raw = now.get(deed.id) or at.path.read_bytes()
            now[deed.id], _ = reworked(at, raw, deed.act)
            kept.append(deed)
        except (EditError, NotAllowed, Refusal, OSError) as error:
            refused.append(Refused(deed.address, deed.column, deed.what, _why(error, at)))
    status = CHANGED if kept or line.was_now else REFUSED
    return replace(line, status=status, deeds=tuple(kept), refused=tuple(refused))


def _why(error: Exception, at: Desk) -> str:
    """Why an act is refused."""
    if isinstance(error, Refusal):
        return error.line.removeprefix(f"{at.shown} 没有改动：")
    return in_chinese(error) if isinstance(error, OSError) else str(error)


def _with_checked_drafts(asked: Asked, lines: list[Line]) -> Iterator[Line]:
    """A draft that the check finds an error in is refused, at the cell it came from."""
    drafted = _Drafted(asked)
    progress = Progress(len(lines), "核对")
    for line in lines:
        drafted.add(line)
        progress.step()
    progress.end()
    found = _found(asked, drafted.texts)
    for line in lines:
        yield line if line.draft is None else _checked(line, drafted, found)


def _checked(line: Line, drafted: _Drafted, found: Mapping[str, list[Finding]]) -> Line:
    from lianxi.finding import ERROR
    from lianxi.intake.proposal import REFUSED, Refused

    told, refused = list(line.told), []
    for draft in drafts_of(line):
        if id(draft) in drafted.broken:
            refused.append(Refused(f"第{line.row}行", "", "", drafted.broken[id(draft)]))
        path = draft.kind.path_of(drafted.ids[id(draft)])
        for finding in found.get(path, ()):
            key = _key_at(drafted.texts[path], finding.line)
            address = draft.addresses.get(key, f"第{line.row}行")
            if finding.severity == ERROR:
                refused.append(Refused(address, "", "", f"{finding.message}（{finding.code}）"))
            elif finding.code.startswith(_PRIVACY):
                told.append(f"{address} {finding.message}（{finding.code}，提醒）")
    if refused:
        return replace(line, status=REFUSED, draft=None, refused=tuple(refused), told=tuple(told))
    return replace(line, told=tuple(told))


def drafts_of(line: Line) -> list[Draft]:
    """What a row is written as: a task after its decision."""
    if line.draft is None:
        return []
    return [line.draft] if line.draft.parent is None else [line.draft.parent, line.draft]


@dataclass
class _Drafted:
    """The drafts under the numbers they would get now; whoever writes meanwhile may take these."""

    asked: Asked
    ids: dict[int, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    broken: dict[int, str] = field(default_factory=dict)
    _last: dict[tuple[str, int], str] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """The drafts of one row, each once."""
        from lianxi.edit import EditError

        for draft in drafts_of(line):
            if id(draft) in self.ids:
                continue
            id_ = self.ids[id(draft)] = self._number(draft)
            try:
                self.texts[draft.kind.path_of(id_)] = text_of(draft, id_, self.ids)
            except EditError as error:
                self.broken[id(draft)] = str(error)

    def _number(self, draft: Draft) -> str:
        from lianxi.cli.creating import next_number
        from lianxi.next_id import next_id

        key = (draft.kind.name, draft.year)
        if key in self._last:
            id_ = next_id(draft.kind, draft.year, [self._last[key]])
        else:
            id_ = next_number(self.asked.folder, draft.kind, draft.year)
        self._last[key] = id_
        return id_


def _found(asked: Asked, over: Mapping[str, str]) -> dict[str, list[Finding]]:
    """What the check tells of the drafts, beside all that they name."""
    from lianxi.book import load
    from lianxi.check import check
    from lianxi.schema.kinds import MECHANISM
    from lianxi.tree import Excerpt, FolderTree

    tree = FolderTree(asked.folder.path)
    beside = {MECHANISM.pattern, *(path for path in tree.paths() if path.startswith("calendar/"))}
    if asked.meeting is not None:
        beside |= {asked.book.paths[asked.meeting.id]}
        named = {item.issue for item in asked.meeting.agenda if item.issue}
        decisions = asked.book.resolutions_of_meeting(asked.meeting.id)
        named |= {each.id for each in decisions}
        beside |= {asked.book.paths[id_] for id_ in named if id_ in asked.book.paths}
    data = {path: text.encode("utf-8") for path, text in over.items()}
    book = load(Excerpt(tree, frozenset(beside | data.keys()), data))
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in check(book, asked.today):
        if finding.path in data:
            found[finding.path].append(finding)
    return found


def text_of(draft: Draft, id_: str, ids: Mapping[int, str]) -> str:
    """The record in block style, its keys in the order of the schema. Raises ``EditError``."""
    from lianxi.edit.block import as_data, block, ordered

    values: dict[str, Any] = {"id": id_, **draft.values}
    if draft.parent is not None:
        values[draft.under] = ids[id(draft.parent)]
    lines = block(ordered(as_data(values), draft.kind.model), 0)
    return "".join(f"{line}\n" for line in lines)


def _key_at(text: str, line: int) -> str:
    """The key at the margin to which a line belongs."""
    for each in reversed(text.split("\n")[:line]):
        found = _KEY.match(each)
        if found:
            return found[1]
    return ""


def confirmed(found: Settled) -> bool:
    """Whether a person at the terminal wants it written; without a terminal nobody does."""
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(f"写入{counted(found)}？写 y 回车写入，直接回车不写：")
    sys.stderr.flush()
    try:
        return input().strip().casefold() in {"y", "yes", "是", "ｙ"}
    except EOFError:
        return False
    except KeyboardInterrupt:
        raise Refusal("已中断，什么也没有写入", INTERRUPTED) from None


def counted(found: Settled) -> str:
    """2条议题、1条记录的改动."""
    from lianxi.wording import listed

    kinds: dict[str, int] = defaultdict(int)
    for draft in found.drafts:
        kinds[draft.kind.title] += 1
    words = [f"新的{title}{number}条" for title, number in kinds.items()]
    if found.deeds:
        acts = sum(len(deeds) for deeds in found.deeds.values())
        words.append(f"{len(found.deeds)}条记录里的{acts}处")
    return listed(words)


def write(asked: Asked, found: Settled) -> Written:
    """Write all of it, one file after the other: what is cut short is completed by another run."""
    written = Written()
    progress = Progress(len(found.drafts) + len(found.deeds), "写入")
    try:
        for draft in found.drafts:
            _write_draft(asked, draft, written)
            progress.step()
        for id_, deeds in found.deeds.items():
            _write_deeds(asked, id_, deeds, written)
            progress.step()
    except KeyboardInterrupt:
        raise Refusal(f"已中断；{_done(written)}，再运行一次就写完其余的", INTERRUPTED) from None
    finally:
        progress.end()
    _tell(asked, written)
    return written


def _write_draft(asked: Asked, draft: Draft, written: Written) -> None:
    from lianxi.cli.creating import write_numbered

    id_ = write_numbered(asked.folder, draft.kind, draft.year, lambda id_: text_of(draft, id_, written.ids))
    written.ids[id(draft)] = id_


def _write_deeds(asked: Asked, id_: str, deeds: list[Deed], written: Written) -> None:
    from lianxi.acts import NotAllowed
    from lianxi.edit import EditError, rewrite

    at = Desk(asked.folder, id_, asked.today)

    def rewriting(raw: bytes) -> bytes:
        for deed in deeds:
            raw, _ = reworked(at, raw, deed.act)
        return raw

    try:
        rewrite(at.path, rewriting)
    except (EditError, NotAllowed, Refusal) as error:
        written.failed.append(f"{at.shown} 没有写入：{_why(error, at)}")
    except OSError as error:
        raise Refusal(f"{at.shown} 没有写成：{in_chinese(error)}；排除以后再运行", BROKEN) from error
    else:
        written.changed.append(id_)


def _done(written: Written) -> str:
    return f"已写入{len(written.ids)}条新记录，改了{len(written.changed)}条"


def _tell(asked: Asked, written: Written) -> None:
    from lianxi.wording import listed

    new = list(written.ids.values())
    if new:
        say(f"已新建{len(new)}条：{_range(new)}", err=True)
    if written.changed:
        say(f"已改{len(written.changed)}条：{listed(written.changed)}", err=True)
    for line in written.failed:
        say(line, err=True)
    say(f"下一步：运行 lianxi check，核对 {asked.folder.prefix or '记录'} 里的改动后提交", err=True)


def _range(ids: list[str]) -> str:
    """The ids by kind and year: I-2026-021 至 I-2026-040."""
    from lianxi.wording import listed

    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        groups[id_[:6]].append(id_)
    return listed(each[0] if len(each) == 1 else f"{each[0]} 至 {each[-1]}" for each in groups.values())
