"""Findings as JSON, for programs."""

from __future__ import annotations

import dataclasses

from lianxi.finding import Finding, Summary
from lianxi.private.found import concealed
from lianxi.visible import as_json

_ON_SCREEN = ("excerpt", "width")


def written(findings: list[Finding], summary: Summary) -> str:
    """Version 1: ``as_of``, ``findings`` and ``summary``."""
    figures = dataclasses.asdict(summary)
    as_of = figures.pop("as_of")
    data = {
        "version": 1,
        "as_of": as_of,
        "findings": [_plain(found) for found in findings],
        "summary": figures,
    }
    return as_json(data)


def _plain(found: Finding) -> dict[str, object]:
    data = dataclasses.asdict(found)
    if found.mend is not None:
        mend = found.mend
        data["mend"] = {**data["mend"], "was": concealed(mend.was), "now": concealed(mend.now)}
    return {key: value for key, value in data.items() if key not in _ON_SCREEN}
