"""企业诉求收集表 → issues: what is new, what is recorded already, and what its record says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from lianxi.edit.change import Fill
from lianxi.forms.collection import ASKED, COLLECTION
from lianxi.intake import values
from lianxi.intake.above import day_above, unit_above, year_above
from lianxi.intake.matter import Matter, Matters
from lianxi.intake.proposal import CHANGED, NEW, RECORDED, REFUSED, Deed, Difference, Draft, Line
from lianxi.intake.row_reader import Intake, RowReader
from lianxi.intake.screening import safe, screened
from lianxi.intake.sheet import Cell
from lianxi.intake.table import Table
from lianxi.intake.values import Reading, Unread
from lianxi.near import folded
from lianxi.schema.base import Note
from lianxi.schema.issue import PUBLIC, WITHHELD, Issue
from lianxi.schema.kinds import ISSUE
from lianxi.wording import listed, remark_of

KIND = "企业诉求"
NOT_SAID = "收集表没有写公开属性，先按不予公开，待审定"
NO_REASON = "收集表没有写理由，待补"
_OTHER = "其他"
_WORDS = {
    "用地": ("用地", "土地"),
    "用能": ("用电", "电力", "供电", "能耗", "用气"),
    "融资": ("资金", "贷款", "信贷"),
    "用工": ("招工", "人才", "劳动"),
    "审批": ("环评", "手续", "报批"),
    "物流": ("运输",),
    "政策": ("税", "补贴", "扶持"),
}
_MEANT = {word: category for category, words in _WORDS.items() for word in words}
"""What other words for a category probably mean, where the conference has that category."""
_LABEL = re.compile(r"(?:请求事项|请求|诉求)|[^\w]")
"""What ledgers print between the texts of a record."""
_NOTED = (
    ("wanted_by", "办理时限"),
    ("handling", "办理情况"),
    ("satisfaction", "企业反馈"),
    ("province", "需省级协调"),
)
"""What the record has a field for only once more is known, or none at all: it goes into a note."""
_FILLED = ("area", "county", "industry", "enterprise_proposal", "plan")
"""What an existing record takes where it has nothing."""
_COMPARED = ("category", "situation", "request", *_FILLED)


def issues_in(tables: Iterable[Table], intake: Intake) -> Iterator[Line]:
    """A line for each row."""
    matters = Matters(intake.book.issues.values())
    for table in tables:
        reading = replace(intake.reading, year=_year(table, intake.reading))
        for row in table.rows:
            yield _line(RowReader(row, table, reading, intake), matters)


def _year(table: Table, reading: Reading) -> int | None:
    day = day_above(table)
    return day.year if day else year_above(table) or reading.year


def _line(reader: RowReader, matters: Matters) -> Line:
    row, sheet = reader.row, reader.table.sheet.name
    reader.refused += screened(row, reader.table)
    if not reader.refused:
        _read(reader)
    title = _shown_title(reader)
    if reader.refused:
        return Line(sheet, row.number, REFUSED, title, refused=tuple(reader.refused))
    matter = _matter(reader.values)
    known, twin = matters.find(matter, row.text("id"))
    if twin is not None:
        told = (f"同这个文件{twin}是同一件事，只收一次",)
        return Line(sheet, row.number, RECORDED, title, told=told)
    if known is not None:
        return _known(reader, known)
    like = matters.beside(matter)
    if like:
        reader.told.append(f"同一企业同一类别已有 {listed(like)}，内容不同，核对是不是一件事")
    matters.add(matter, reader.where)
    _note(reader)
    draft = Draft(ISSUE, reader.values["collected_on"].year, reader.values, reader.addresses)
    return Line(sheet, row.number, NEW, title, told=tuple(reader.told), draft=draft)


def _shown_title(reader: RowReader) -> str:
    title = reader.values.get("title") or reader.row.text("title") or reader.row.text("enterprise")
    return safe(title or reader.row.text("situation") or reader.row.text("request"))


def _matter(read: Mapping[str, Any]) -> Matter:
    return Matter(
        read.get("enterprise") or read["raised_by"], read["category"], (read["situation"], read["request"])
    )


def _read(reader: RowReader) -> None:
    for key in ("enterprise", "industry", "enterprise_proposal", "plan", "disclosure_reason", "title"):
        reader.keep(key, _text)
    _take_asked(reader)
    _take_choices(reader)
    reader.keep("key", _yes)
    reader.keep("collected_on", lambda cell: values.day(cell, reader.reading))
    if not reader.row.text("collected_on"):
        _default_day(reader)
    on = reader.values.get("collected_on")
    for key in ("collected_by", "raised_by"):
        reader.keep(key, lambda cell: values.unit(cell.text, on, reader.reading))
    lead = values.unit_or_none(reader.row.text("suggested_lead"), on, reader.reading, group=True)
    if lead is not None:  # several, or one that nobody knows, stay in a note
        reader.keep("suggested_lead", lambda _: lead)
    _derive(reader)


def _text(cell: Cell) -> str:
    return cell.text


def _yes(cell: Cell) -> bool:
    said = values.yes(cell.text)
    if said is None:
        raise Unread(f"“{safe(cell.text)}”要写成 是 或者 否")
    return said


def _take_choices(reader: RowReader) -> None:
    """What is chosen from the lists of the conference."""
    lists, reading = reader.reading.lists, reader.reading
    categories, counties, areas = lists["issue_category"], lists["county"], lists["area"]
    levels = COLLECTION.column("disclosure").values
    place = reading.now.mechanism.place_label
    reader.keep("category", lambda cell: values.choice(cell.text, categories, "类别", reading, _MEANT))
    reader.keep("county", lambda cell: values.choice(cell.text, counties, place, reading))
    reader.keep("area", lambda cell: values.choice(cell.text, areas, "领域", reading))
    reader.keep("disclosure", lambda cell: values.choice(cell.text, levels, "公开属性", reading))


def _take_asked(reader: RowReader) -> None:
    """What the enterprise says and asks: one column for both says both, till it is sorted."""
    cells = {key: reader.row.cells.get(key) for key in ASKED}
    said = {key: cell for key, cell in cells.items() if cell is not None and cell.text}
    if not said:
        reader.refuse("situation", "没有写诉求内容")
        return
    for key in ASKED:
        cell = said.get(key) or next(iter(said.values()))
        reader.values[key], reader.addresses[key] = cell.text, cell.address


def _default_day(reader: RowReader) -> None:
    """The day that stands above the table, or was given."""
    day = day_above(reader.table) or reader.intake.day
    if day is None:
        reader.refuse("collected_on", "没有写收集日期；填上，或者加 --date 日期")
    elif day > reader.reading.now.today:
        reader.refuse("collected_on", f"表头写的日期 {day} 还没有到")
    else:
        reader.values["collected_on"] = day


def _derive(reader: RowReader) -> None:
    """What the table need not say: who collected it, who raised it, its kind and its title."""
    read, kinds = reader.values, reader.reading.lists["issue_kind"]
    read["kind"] = KIND if KIND in kinds or not kinds else kinds[0]
    if not reader.row.text("collected_by"):
        _default_collector(reader)
    if not reader.row.text("category"):
        reader.refuse("category", f"没有写诉求类别；可以写：{listed(reader.reading.lists['issue_category'])}")
    if reader.refused:
        return
    read.setdefault("raised_by", _raiser(read, reader.reading))
    read.setdefault("title", _title(read))
    _disclose(read)
    if "plan" in read:
        read["plan_on"] = read["collected_on"]
    if read.get("key") is False:
        del read["key"]


def _default_collector(reader: RowReader) -> None:
    """The unit that was given, or that stands above the table, or the only one that collects."""
    term, units = reader.reading.now.terms.collectors, reader.reading.now.units
    only = term.value[0] if term is not None and len(term.value) == 1 and term.value[0] in units else None
    above, given = unit_above(reader.table), reader.intake.given.get("by")
    if given is None and above is not None:
        _take_collector(reader, above)
    elif given or only:
        reader.values["collected_by"] = given or only
    else:
        reader.refuse("collected_by", "没有写收集单位；填上，或者加 --by 单位")


def _take_collector(reader: RowReader, above: str) -> None:
    """The unit that the lines above the table name."""
    try:
        found = values.unit(above, reader.values.get("collected_on"), reader.reading)
    except Unread as error:
        reader.refuse("collected_by", f"表头上面写的单位不对：{error}")
    else:
        reader.values["collected_by"] = found


def _raiser(read: Mapping[str, Any], reading: Reading) -> str:
    """The government of its county, where one unit is that; else who collected it."""
    here = [
        unit.name for unit in reading.now.mechanism.units if unit.county and unit.county == read.get("county")
    ]
    return (
        here[0] if here and reading.now.is_unit(here[0], read["collected_on"]) else str(read["collected_by"])
    )


def _title(read: Mapping[str, Any]) -> str:
    """As titles of issues read: 示例企业A用能问题（示例）."""
    name = read.get("enterprise") or read.get("county") or read["raised_by"]
    about = "有关" if read["category"] == _OTHER else read["category"]
    remark = remark_of(name) or ("（示例）" if name.startswith("示例") else "")
    return f"{name.removesuffix(remark_of(name))}{about}问题{remark}".replace("\n", "")


def _disclose(read: dict[str, Any]) -> None:
    if "disclosure" not in read:
        read["disclosure"] = WITHHELD
        read.setdefault("disclosure_reason", NOT_SAID)
    elif read["disclosure"] == PUBLIC:
        return
    read.setdefault("disclosure_reason", NO_REASON)


def _note(reader: RowReader) -> None:
    """All that the record has no field for, with the headers it stood under, and where it came from."""
    row = reader.row
    parts = [f"{name}：{row.text(key)}" for key, name in _NOTED if row.text(key)]
    if row.text("suggested_lead") and "suggested_lead" not in reader.values:
        parts.append(f"建议牵头单位：{row.text('suggested_lead')}")
        reader.told.append("建议牵头单位不是一个单位的简称，记在备注里")
    text = "\n".join([*parts, *reader.extras, reader.origin])
    reader.values["notes"] = [Note.model_construct(date=reader.reading.now.today, text=text)]


def _known(reader: RowReader, known: Issue) -> Line:
    """A matter that is recorded: what its record lacks is filled in, what it says otherwise is shown."""
    read, sheet, number = reader.values, reader.table.sheet.name, reader.row.number
    title = safe(known.title)
    fills, differs = _compared(read, known)
    if not fills and not differs:
        return Line(sheet, number, RECORDED, title, known.id)
    if not fills:
        return Line(sheet, number, CHANGED, title, known.id, was_now=differs)
    names = listed(COLLECTION.column(key).name for key in fills)
    address = listed(reader.addresses[key] for key in fills)
    if "plan" in fills:
        fills["plan_on"] = read["plan_on"]
    change = Fill((), fills)
    deed = Deed(known.id, f"补上原来没有的：{names}", address, names, lambda *_: [change])
    return Line(sheet, number, CHANGED, title, known.id, was_now=differs, deeds=(deed,))


def _compared(read: Mapping[str, Any], known: Issue) -> tuple[dict[str, Any], tuple[Difference, ...]]:
    """What the record lacks, and what it says otherwise: that stays, for a person has settled it since."""
    fills: dict[str, Any] = {}
    differs = []
    is_open = known.exit is None and known.feedback is None
    for key in _COMPARED:
        was, now = getattr(known, key), read.get(key)
        if now is None or _same(was, now) or (key in ASKED and _is_said_elsewhere(known, now)):
            continue
        if was is None and key in _FILLED and is_open:
            fills[key] = now
        else:
            differs.append((COLLECTION.column(key).name, safe(str(was or "")), safe(str(now))))
    return fills, tuple(differs)


def _is_said_elsewhere(known: Issue, text: str) -> bool:
    """Whether the record has a text under the other key, or a ledger has printed all of it in one."""
    rest = folded(text)
    if rest in {folded(known.situation), folded(known.request)}:
        return True
    for part in (known.title, known.situation, known.request):
        rest = rest.replace(folded(part), "", 1)
    return not _LABEL.sub("", rest)


def _same(one: object, other: object) -> bool:
    return folded(str(one or "")) == folded(str(other or ""))
