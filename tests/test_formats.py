"""The formats that other programs read, each held to the schema they publish."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

import pytest
from lxml import etree
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from conftest import DAY, TINY_DAY, Lianxi
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import ERROR, WARNING, Finding, Summary
from lianxi.tree import TextTree

SCHEMAS = Path(__file__).parent / "schemas"
TASK = "tasks/2026/T-2026-001.yaml"
UNSEEN = "\0\x0b\x1b\ud800\ufffe\uffff\u202e]]>&<\"'::error::\U0001f600\U00020bb7"


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Begin(Strict):
    begin: Annotated[int, Field(ge=1)]


class Location(Strict):
    path: Annotated[str, Field(pattern=r"^[^./]", min_length=1)]
    lines: Begin


class Issue(Strict):
    """As https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format tells it."""

    description: Annotated[str, Field(min_length=1)]
    check_name: Annotated[str, Field(min_length=1)]
    fingerprint: Annotated[str, Field(min_length=1)]
    severity: Literal["info", "minor", "major", "critical", "blocker"]
    location: Location


REPORT = TypeAdapter(list[Issue])


def written(name: str, findings: list[Finding]) -> str:
    summary = Summary.of(findings, 13, DAY)
    text: str = import_module(f"lianxi.formats.{name}").written(findings, summary)
    return text


def code_quality(findings: list[Finding]) -> list[Issue]:
    text = written("gitlab", findings)
    assert text.startswith("[")  # a byte order mark is refused
    issues = REPORT.validate_json(text)
    assert len({issue.fingerprint for issue in issues}) == len(issues) == len(findings)
    return issues


def junit(findings: list[Finding]) -> etree._Element:
    tree = etree.fromstring(written("junit", findings).encode("utf-8"))
    for name in ("junit-ant", "junit-jenkins"):
        etree.XMLSchema(etree.parse(SCHEMAS / f"{name}.xsd")).assertValid(tree)
    return tree


def told_in(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


@pytest.fixture
def findings(tiny: dict[str, str]) -> list[Finding]:
    """Two errors of one code in one file, another beside them, and what passing days have brought."""
    text = tiny[TASK].replace("by: 东县政府", "by: 东县正府").replace("lead: 东县政府", "lead: 东县")
    found = check(load(TextTree({**tiny, TASK: f"# 上面\n{text}colour: 红\n"})), TINY_DAY, "records/")
    found += check(load(TextTree(tiny)), TINY_DAY, "records/")
    assert {each.severity for each in found} == {ERROR, WARNING}
    return found


def test_a_report_for_gitlab(findings: list[Finding]) -> None:
    issues = code_quality(findings)
    assert [issue.severity == "critical" for issue in issues] == [f.severity == ERROR for f in findings]
    assert [(i.check_name, i.location.path, i.location.lines.begin) for i in issues] == [
        (f.code, f.path, f.line) for f in findings
    ]
    assert all("\n" not in issue.description and "改法：" in issue.description for issue in issues)


def test_a_finding_is_known_again_wherever_it_has_moved(findings: list[Finding]) -> None:
    moved = [replace(each, line=each.line + 7, message=f"{each.message}，又过了1天") for each in findings]
    before, after = code_quality(findings), code_quality(moved)
    assert [issue.fingerprint for issue in before] == [issue.fingerprint for issue in after]


def test_one_more_on_an_equal_line_changes_none_of_the_others(findings: list[Finding]) -> None:
    before = code_quality(findings[:1] * 2)
    after = code_quality(findings[:1] * 3)
    assert [issue.fingerprint for issue in after][:2] == [issue.fingerprint for issue in before]


def test_a_report_of_tests(findings: list[Finding]) -> None:
    (suite,) = junit(findings)
    cases = suite.findall("testcase")
    codes = {(each.path, each.code): each for each in findings}
    assert len(cases) == len(codes) + 1
    assert int(suite.attrib["tests"]) == len(cases)
    assert int(suite.attrib["failures"]) == sum(each.severity == ERROR for each in codes.values())
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
    assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped")) > 0
    told = told_in(suite)
    assert all(each.message in told and f"第{each.line}行" in told for each in findings)
    assert {case.get("classname") for case in cases[1:]} == {"records.tasks.2026.T-2026-001"}


def test_a_report_of_nothing_still_holds_one_test() -> None:
    (suite,) = junit([])
    assert [(case.get("name"), len(case)) for case in suite.findall("testcase")] == [("check", 0)]
    assert suite.findtext("system-out") == f"检查了13个文件（{DAY}）：没有问题"
    assert code_quality([]) == []


def test_what_neither_json_nor_xml_can_hold_is_made_visible(findings: list[Finding]) -> None:
    odd = [
        replace(findings[0], message=UNSEEN * 900, remedy=UNSEEN, excerpt=UNSEEN, path=f"records/{UNSEEN}")
    ]
    (issue,) = code_quality(odd)
    assert "\U0001f600\U00020bb7" in issue.description
    assert not set("\0\x1b\u202e") & set(issue.description + issue.location.path)
    text = told_in(junit(odd))
    assert "␀" in text
    assert "\U0001f600\U00020bb7" in text


def test_github_shows_ten_annotations_and_the_report_beside_them(findings: list[Finding]) -> None:
    lines = written("github", findings).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    kinds = [line.split(" ")[0] for line in commands]
    assert len(commands) == len(findings)
    assert kinds == sorted(kinds)  # errors first: of each kind only ten are shown
    assert "\n".join(lines[len(commands) :]) + "\n" == written("text", findings)


@pytest.mark.parametrize(("name", "begins"), [("gitlab", "["), ("junit", "<?xml"), ("json", "{")])
def test_the_file_is_written_and_the_report_shown(
    name: str, begins: str, lianxi: Lianxi, tmp_path: Path
) -> None:
    target = tmp_path / "new" / "report"
    plain = lianxi("check", "--as-of", DAY)
    ran = lianxi("check", "--as-of", DAY, "--format", name, "-o", str(target))
    assert (ran.code, ran.out, ran.err) == (plain.code, plain.out, "")
    assert target.read_text(encoding="utf-8") == lianxi("check", "--as-of", DAY, "--format", name).out
    assert target.read_text(encoding="utf-8").startswith(begins)


def test_a_file_that_cannot_be_written(lianxi: Lianxi, tmp_path: Path) -> None:
    ran = lianxi("check", "--as-of", DAY, "--format", "gitlab", "-o", str(tmp_path))
    assert ran.code == 2
    assert "写不了文件" in ran.err
    assert ran.out  # what was found is told all the same
