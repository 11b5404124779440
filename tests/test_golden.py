"""What the program prints for the tiny conference, word for word; ``make bless`` accepts a change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import DAY, Lianxi

GOLDEN = Path(__file__).parent / "golden"
INSIDE = ("--audience", "内部")
CASES = {
    "agenda.md": ["agenda", "--as-of", DAY, *INSIDE],
    "agenda.json": ["agenda", "--as-of", DAY, "--format", "json", *INSIDE],
    "agenda-first-meeting.md": ["agenda", "M-2026-01", "--as-of", "2026-02-05", *INSIDE],
    "invite.md": ["invite", "--as-of", DAY, *INSIDE],
    "invite.json": ["invite", "--as-of", DAY, "--format", "json", *INSIDE],
    "invite-unit.md": ["invite", "--as-of", DAY, "--unit", "二局"],
    "invite-replies.md": ["invite", "--as-of", DAY, "--part", "回复情况"],
    "invite-help.txt": ["invite", "--help"],
    "dossier.md": ["dossier", "--as-of", DAY],
    "dossier.json": ["dossier", "--as-of", DAY, "--format", "json"],
    "dossier-nothing-asked.md": ["dossier", "--as-of", DAY, "--for", "产业处"],
    "history-issue.md": ["history", "I-2026-001", "--as-of", DAY, *INSIDE],
    "history-issue.json": ["history", "I-2026-002", "--as-of", DAY, "--format", "json"],
    "history-task.md": ["history", "T-2026-003", "--as-of", DAY],
    "history-meeting.md": ["history", "M-2026-01", "--as-of", DAY],
    "history-resolution.md": ["history", "R-2026-001", "--as-of", DAY],
    "history-earlier.md": ["history", "I-2026-004", "--as-of", "2026-03-25"],
    "issues.md": ["issues", "--as-of", DAY],
    "issues-by-county.md": ["issues", "--as-of", DAY, "--by", "县区"],
    "front.md": ["--as-of", DAY],
    "show-issue.md": ["show", "I-2026-002", "--as-of", DAY],
    "show-task.md": ["show", "T-2026-003", "--as-of", DAY],
    "show-meeting.md": ["show", "M-2026-02", "--as-of", DAY, *INSIDE],
    "show-resolution.md": ["show", "R-2026-002", "--as-of", DAY],
    "show-unit.md": ["show", "东县政府", "--as-of", DAY],
    "overdue.md": ["overdue", "--as-of", DAY, "--compare", "2026-04-10"],
    "overdue.json": ["overdue", "--as-of", DAY, "--format", "json"],
    "overdue.csv": ["overdue", "--as-of", DAY, "--format", "csv"],
    "notice-reminder.txt": ["notice", "T-2026-001", "--as-of", DAY],
    "notice-unit.md": ["notice", "--unit", "东县政府", "--as-of", DAY],
    "notice.json": ["notice", "T-2026-001", "--as-of", DAY, "--format", "json"],
    "notice-unit.csv": ["notice", "--unit", "东县政府", "--as-of", DAY, "--format", "csv"],
    "bulletin.md": ["bulletin", "--as-of", DAY, "--since", "2026-04-10"],
    "bulletin.json": ["bulletin", "--as-of", DAY, "--format", "json"],
    "stats.md": ["stats", "--as-of", DAY],
    "stats.json": ["stats", "--as-of", DAY, "--format", "json"],
    "stats.csv": ["stats", "--as-of", DAY, "--format", "csv"],
    "overdue-by-unit.md": ["overdue", "--as-of", DAY, "--by", "单位"],
    "minutes.md": ["minutes", "M-2026-01", "--as-of", DAY],
    "minutes.json": ["minutes", "M-2026-01", "--as-of", DAY, "--format", "json"],
    "breakdown.md": ["breakdown", "M-2026-01", "--as-of", DAY],
    "export.json": ["export", "json", "--as-of", DAY],
    "export-help.txt": ["export", "--help"],
    "check.txt": ["check", "--as-of", DAY],
    "help.txt": ["--help"],
    "agenda-help.txt": ["agenda", "--help"],
    "minutes-help.txt": ["minutes", "--help"],
    "plan-help.txt": ["plan", "--help"],
    "extend-help.txt": ["extend", "--help"],
    "new-help.txt": ["new", "--help"],
}
REMINDED = "notices:\n  - {date: 2026-04-16, form: 提醒, reply_by: 2026-04-20}\n"
SERVED = f"{REMINDED}  - {{no: 1, date: 2026-04-30, form: 督办通知单, reply_by: 2026-05-05}}\n"
NOTICED = {
    "notice-sheet.md": (REMINDED, "东县政府"),
    "notice-request.md": (REMINDED, "产业处"),
    "notice-convener.md": (SERVED, "东县政府"),
}
ELSEWHERE = ("plan.md", "plan.json", "year-merged.txt")
"""Those of other tests, which change the conference first."""
BROKEN = {
    "check-broken.txt": ["check", "--as-of", DAY],
    "check-broken.json": ["check", "--as-of", DAY, "--format", "json"],
    "check-broken.github.txt": ["check", "--as-of", DAY, "--format", "github"],
}


def agree(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("LIANXI_BLESS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs: read the change, then make bless"


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, lianxi: Lianxi) -> None:
    ran = lianxi(*CASES[name])
    assert ran.code == 0, ran.err
    assert ran.err == ""
    agree(name, ran.out)


@pytest.mark.parametrize("name", NOTICED)
def test_golden_notices(name: str, lianxi: Lianxi, repository: Path) -> None:
    notices, lead = NOTICED[name]
    task = repository / "records/tasks/2026/T-2026-001.yaml"
    text = task.read_text(encoding="utf-8").replace("lead: 东县政府", f"lead: {lead}")
    task.write_text(text + notices, encoding="utf-8")
    mechanism = repository / "records/mechanism.yaml"
    text = mechanism.read_text(encoding="utf-8")
    convener = "      - do: 提请召集人\n        after:\n          days: 1\n"
    mechanism.write_text(f"{text}{convener}  formal_documents: false\n", encoding="utf-8")
    ran = lianxi("notice", "T-2026-001", "--as-of", DAY)
    assert (ran.code, ran.err) == (0, "")
    agree(name, ran.out)


@pytest.mark.parametrize("name", BROKEN)
def test_golden_findings(name: str, lianxi: Lianxi, repository: Path) -> None:
    task = repository / "records/tasks/2026/T-2026-001.yaml"
    text = (
        task.read_text(encoding="utf-8").replace("by: 东县政府", "by: 东县正府").replace("- 二局", "- 三局")
    )
    task.write_text(text, encoding="utf-8")
    issue = repository / "records/issues/2026/I-2026-003.yaml"
    issue.write_text(issue.read_text(encoding="utf-8").replace("county:", "couny:"), encoding="utf-8")
    ran = lianxi(*BROKEN[name])
    assert ran.code == 1
    agree(name, ran.out)


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {*CASES, *NOTICED, *BROKEN, *ELSEWHERE}
