"""What an import will do, before it is done: for a person at a terminal, and as data for programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from lianxi.wording import listed

if TYPE_CHECKING:
    from datetime import date

    from lianxi.cli.import_writing import Settled, Written
    from lianxi.intake.proposal import Line, Refused

_MANY, _SHOWN = 3, 20
"""From how many cells on a fault is told once, and how many of them are named."""


def preview(found: Settled, name: str, day: date, format_: str, written: Written | None = None) -> str:
    """Which rows are new, recorded, changed or refused, and in which cell something is to be mended."""
    from lianxi.cli.import_writing import counted
    from lianxi.intake.proposal import STATUSES

    if format_ == "json":
        return _as_json(found, name, day, written)
    from lianxi.render.environment import filled

    groups = {status: [line for line in found.lines if line.status == status] for status in STATUSES}
    same, partly = _grouped(found.lines)
    refused = list(chain.from_iterable(line.refused for line in found.lines))
    facts = {
        "name": name,
        "form": found.proposal.form,
        "remarks": found.proposal.remarks,
        "counts": listed(f"{status}{len(lines)}" for status, lines in groups.items() if lines),
        "total": len(found.lines),
        "groups": groups,
        "same": same,
        "partly": partly,
        "cells": len(refused),
        "suggestions": sum(each.instead is not None for each in refused),
        "writes": counted(found) if found.writes else "",
        "sheets": len({line.sheet for line in found.lines}) > 1,
    }
    return filled("import.md.j2", {"preview": facts})


def _grouped(lines: Iterable[Line]) -> tuple[list[tuple[Refused, str, int]], list[Line]]:
    """What is wrong alike in many rows, told once with all its cells; and the rows with the rest."""
    by_fault: dict[tuple[str, str], list[Refused]] = defaultdict(list)
    for line in lines:
        for each in line.refused:
            by_fault[each.column, each.why].append(each)
    many = {fault: found for fault, found in by_fault.items() if len(found) >= _MANY}
    told = [(found[0], _cells(found), len(found)) for found in many.values()]
    rest = [
        replace(line, refused=tuple(each for each in line.refused if (each.column, each.why) not in many))
        for line in lines
    ]
    return told, [line for line in rest if line.refused]


def _cells(refused: list[Refused]) -> str:
    more = f"等{len(refused)}格" if len(refused) > _SHOWN else ""
    return listed(each.address for each in refused[:_SHOWN]) + more


def _as_json(found: Settled, name: str, day: date, written: Written | None) -> str:
    from lianxi.cli.output import as_json

    ids = written.ids if written is not None else {}
    return as_json(
        {
            "today": day,
            "file": name,
            "form": found.proposal.form,
            "written": written is not None,
            "failed": list(written.failed) if written is not None else [],
            "remarks": list(found.proposal.remarks),
            "rows": [_line(line, ids) for line in found.lines],
        }
    )


def _line(line: Line, ids: dict[int, str]) -> dict[str, Any]:
    return {
        "sheet": line.sheet,
        "row": line.row,
        "status": line.status,
        "title": line.title,
        "id": ids.get(id(line.draft), line.id) if line.draft is not None else line.id,
        "told": list(line.told),
        "was_now": [{"column": column, "was": was, "now": now} for column, was, now in line.was_now],
        "does": [deed.what for deed in line.deeds],
        "refused": [_refused(each) for each in line.refused],
    }


def _refused(each: Refused) -> dict[str, Any]:
    return {
        "cell": each.address,
        "column": each.column,
        "value": each.shown,
        "why": each.why,
        "instead": each.instead,
    }
