"""Findings as GitHub workflow commands, which become annotations on the changed lines, and the plain report.

GitHub shows ten annotations of a kind a step, and Gitea none at all: the report below them is complete.
"""

from __future__ import annotations

from lianxi.finding import ERROR, Finding, Summary
from lianxi.formats import text
from lianxi.summing import told
from lianxi.visible import spelt, visible


def written(findings: list[Finding], summary: Summary) -> str:
    """One command a finding, errors first, for those that are shown; then what a person would read."""
    first, _ = told(findings)
    commands = [_command(found) for found in sorted(first, key=lambda found: found.severity != ERROR)]
    return "".join(f"{command}\n" for command in commands) + text.written(findings, summary)


def _command(found: Finding) -> str:
    kind = "error" if found.severity == ERROR else "warning"
    where = f"file={_property(spelt(found.path))},line={found.line},col={found.column},title={found.code}"
    return f"::{kind} {where}::{_data(visible(f'{found.message}。{found.remedy}'))}"


def _data(line: str) -> str:
    return line.replace("%", "%25").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
