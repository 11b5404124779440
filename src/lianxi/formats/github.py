"""Findings as GitHub workflow commands, which become annotations on the changed lines."""

from __future__ import annotations

from lianxi.finding import ERROR, Finding, Summary


def written(findings: list[Finding], summary: Summary) -> str:
    """One line a finding, then the figures as plain text."""
    lines = [_command(found) for found in findings]
    figures = f"共{summary.records}个文件，错误{summary.errors}处，提醒{summary.warnings}处"
    return "\n".join([*lines, figures]) + "\n"


def _command(found: Finding) -> str:
    kind = "error" if found.severity == ERROR else "warning"
    where = f"file={_property(found.path)},line={found.line},col={found.column},title={found.code}"
    return f"::{kind} {where}::{_data(f'{found.message}。{found.remedy}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
