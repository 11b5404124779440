"""What is generated and committed is current: docs/rules.md says what the rules' pages say."""

from __future__ import annotations

import os
from pathlib import Path

from conftest import Lianxi
from lianxi.catalogue import catalogue

RULES = Path(__file__).parents[1] / "docs" / "rules.md"


def test_the_table_of_codes_is_current(lianxi: Lianxi) -> None:
    text = lianxi("explain", "--all").out
    if os.environ.get("LIANXI_BLESS"):
        RULES.parent.mkdir(exist_ok=True)
        RULES.write_text(text, encoding="utf-8", newline="\n")
    assert text == RULES.read_text(encoding="utf-8"), "docs/rules.md is old: read the change, then make bless"


def test_every_code_has_its_row_and_its_page() -> None:
    text = RULES.read_text(encoding="utf-8")
    for rule in catalogue().values():
        assert f"| {rule.code} | " in text
        assert f"\n### {rule.code}（" in text
