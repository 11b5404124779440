"""A seeded records folder of any size, about 1 KB of Chinese text a record."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from conftest import SAMPLE

YEARS = (2024, 2025, 2026)
OPEN = 0.05
"""The share of tasks still in hand."""
PHRASES = (
    "已完成现场勘察并形成初步意见",
    "正在与有关单位会商资金来源",
    "材料已报送并按要求补正",
    "施工单位已进场，基础部分完成",
    "企业反映的问题已逐项梳理",
    "方案已征求各方意见，修改完善后报审",
)


def make_corpus(root: Path, tasks: int, seed: int = 1) -> int:
    """Write the sample's mechanism and calendars, a meeting and ``tasks`` tasks; gives their number."""
    chance = random.Random(seed)  # noqa: S311 - a corpus, no secret
    for name in ("mechanism.yaml", "calendar"):
        source = SAMPLE / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    meeting = root / "meetings" / "2026"
    meeting.mkdir(parents=True)
    shutil.copy(SAMPLE / "meetings" / "2026" / "M-2026-05.yaml", meeting)
    share = tasks // len(YEARS) + 1
    count = 0
    for year in YEARS:
        folder = root / "tasks" / str(year)
        folder.mkdir(parents=True)
        for number in range(1, min(share, tasks - count) + 1):
            name = f"T-{year}-{number:03d}"
            (folder / f"{name}.yaml").write_text(_task(name, year, chance), encoding="utf-8")
            count += 1
    return count


def _task(name: str, year: int, chance: random.Random) -> str:
    month = chance.randint(1, 6)
    lead = chance.choice(("市发展改革局", "市自然资源局", "梅县区政府", "梅州供电局"))
    text = "；".join(chance.sample(PHRASES, 4))
    reports = "".join(
        f"  - date: {year}-{month + n:02d}-15\n    by: {lead}\n    text: |\n      {text}。\n"
        for n in range(3)
    )
    return (
        f"id: {name}\ntitle: 示例任务{name}（示例）\nassigned_on: {year}-{month:02d}-01\nlead: {lead}\n"
        "support:\n  - 市财政局\n  - 蕉岭县政府\n"
        f"measure: |\n  {text}\ndue: {year}-{month + 5:02d}-28\nreports:\n{reports}"
        "instructions:\n"
        f"  - date: {year}-{month:02d}-01\n    post: 召集人\n    unit: 市政府\n"
        f"    text: |\n      {text}。（示例）\n"
        "notes:\n"
        f"  - date: {year}-{month:02d}-02\n    text: |\n      {text}。\n"
        + ("" if chance.random() < OPEN else _ending(year, month + 4, lead))
    )


def _ending(year: int, month: int, lead: str) -> str:
    return (
        f"completions:\n  - reported_on: {year}-{month:02d}-20\n    by: {lead}\n"
        "    evidence: 办结材料（示例）\n"
        f"confirmation:\n  date: {year}-{month:02d}-27\n  by:\n    post: 联络员\n    unit: 市工业和信息化局\n"
    )
