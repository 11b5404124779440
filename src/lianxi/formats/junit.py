"""Findings as a JUnit report, which GitLab, Jenkins and others show as a list of tests.

It keeps to both schemas that are in use, that of Ant's JUnit task and that of Jenkins: the first knows no
attributes of ``testsuites`` and no ``file``, and demands a time, a host and what was printed.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree as ET

from lianxi.finding import ERROR, Finding, Summary
from lianxi.formats.text import block, counted
from lianxi.visible import inert, spelt, visible

_ITSELF = ("lianxi", "check")
"""The test that has run in any case: Jenkins takes a report without one for a fault."""


def written(findings: list[Finding], summary: Summary) -> str:
    """A test for each code in each file: failed where it is an error, skipped where it is a warning."""
    suites = ET.Element("testsuites")
    tests = _tests(findings)
    failures = sum(1 for each in tests if each.find("failure") is not None)
    figures = {"tests": len(tests), "failures": failures, "errors": 0, "skipped": len(tests) - failures - 1}
    suite = ET.SubElement(suites, "testsuite", _suite(summary))
    suite.attrib |= {name: str(number) for name, number in figures.items()}
    ET.SubElement(suite, "properties")
    suite.extend(tests)
    ET.SubElement(suite, "system-out").text = _figures(summary)
    ET.SubElement(suite, "system-err")
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _suite(summary: Summary) -> dict[str, str]:
    """Who and when: the day that was looked at, so that the same records give the same bytes."""
    name = " ".join(_ITSELF)
    when = f"{summary.as_of}T00:00:00"
    return {
        "name": name,
        "package": _ITSELF[0],
        "id": "0",
        "timestamp": when,
        "hostname": "localhost",
        "time": "0",
    }


def _tests(findings: list[Finding]) -> list[ET.Element]:
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for found in findings:
        groups[found.path, found.code].append(found)
    return [_test(*_ITSELF), *(_of_code(found) for found in groups.values())]


def _test(group: str, name: str) -> ET.Element:
    return ET.Element("testcase", {"classname": group, "name": name, "time": "0"})


def _of_code(findings: list[Finding]) -> ET.Element:
    """What one code says of one file; errors and warnings never share a code."""
    first = findings[0]
    test = _test(_dotted(first.path), f"{first.code} {first.record or ''}".strip())
    more = f"（共{len(findings)}处）" if len(findings) > 1 else ""
    told = {"message": visible(first.message) + more, "type": first.code}
    kind = "failure" if first.severity == ERROR else "skipped"
    body = ET.SubElement(test, kind, told)
    body.text = inert("\n" + "\n".join(f"{spelt(each.path)}\n{block(each)}" for each in findings))
    return test


def _dotted(path: str) -> str:
    """The path as the name of a class: Jenkins makes folders of its parts."""
    return spelt(path).removesuffix(".yaml").replace("/", ".")


def _figures(summary: Summary) -> str:
    told = counted(summary.errors, summary.warnings) or "没有问题"
    return f"检查了{summary.records}个文件（{summary.as_of}）：{told}"
