"""Findings as GitHub workflow commands, which become annotations on the changed lines."""

from __future__ import annotations

from lianxi.finding import ERROR, Finding, Summary
from lianxi.summing import told
from lianxi.visible import spelt, visible


def written(findings: list[Finding], summary: Summary) -> str:
    """One line a finding, then what is left of each code and the figures as plain text."""
    first, rest = told(findings)
    lines = [_command(found) for found in first]
    lines += [f"{each.code} 还有{each.count}处，在{each.files}个文件里" for each in rest]
    figures = f"共{summary.records}个文件，错误{summary.errors}处，提醒{summary.warnings}处"
    mendable = f"，其中{summary.mendable}处运行 lianxi fmt 就能改好" if summary.mendable else ""
    return "\n".join([*lines, figures + mendable]) + "\n"


def _command(found: Finding) -> str:
    kind = "error" if found.severity == ERROR else "warning"
    where = f"file={_property(spelt(found.path))},line={found.line},col={found.column},title={found.code}"
    return f"::{kind} {where}::{_data(visible(f'{found.message}。{found.remedy}'))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
