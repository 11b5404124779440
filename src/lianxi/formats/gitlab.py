"""Findings as a Code Quality report, which GitLab shows in the merge request."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from lianxi.finding import ERROR, Finding, Summary
from lianxi.visible import as_json, spelt, visible

_SEVERITIES = {ERROR: "critical"}
"""What stops a merge is shown in red; the rest is ``minor``."""


def written(findings: list[Finding], summary: Summary) -> str:  # noqa: ARG001 - the report has no place for figures
    """Every finding, as https://docs.gitlab.com/ci/testing/code_quality/ has it."""
    seen: Counter[tuple[str, ...]] = Counter()
    return as_json([_issue(found, seen) for found in findings])


def _issue(found: Finding, seen: Counter[tuple[str, ...]]) -> dict[str, object]:
    path = spelt(found.path)
    return {
        "description": _line(f"{found.message}。改法：{found.remedy}"),
        "check_name": found.code,
        "fingerprint": _fingerprint((found.code, path, found.excerpt.strip()), seen),
        "severity": _SEVERITIES.get(found.severity, "minor"),
        "location": {"path": path, "lines": {"begin": found.line}},
    }


def _fingerprint(same: tuple[str, ...], seen: Counter[tuple[str, ...]]) -> str:
    """What a finding is known by from run to run, wherever its line has moved and whatever day it is.

    The message may count days, so it has no share in it; of several on equal lines each has its number.
    """
    seen[same] += 1
    return sha256("\0".join((*same, str(seen[same]))).encode("utf-8", "surrogatepass")).hexdigest()


def _line(text: str) -> str:
    return " ".join(visible(text).split())
