"""The pages of all rules as one document, which is also docs/rules.md."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lianxi.finding import ERROR
from lianxi.rule import Rule

FAMILIES = {
    "LX0": "文件",
    "LX1": "写法",
    "LX2": "引用",
    "LX3": "本联席会议的规矩",
    "LX4": "时间和先后",
    "LX5": "改动",
    "LX6": "生成的文稿",
    "LX7": "公开和隐私",
}
_HEAD = """# 检查规则

`lianxi check` 的每一处提示都有一个编码。这里是全部编码：抓什么、为什么、怎么改，附例子。\
一个编码的说明也可以运行 `lianxi explain LX101` 看。

级别是“错误”的，`lianxi check` 不让通过；是“提醒”的，只是告诉一声。只因日子过去而来的，都是提醒。\
每一处提示都写明依据：设立联席会议的文件（附条号）、本联席会议的配置，还是 lianxi 的默认设定或记录格式。

确有理由不改的，在那一行或它上面一行写注释 `# lianxi: allow LX703 理由`。理由不能省；\
LX0、LX1、LX2、LX5、LX6 不能这样放行。
"""
_EXAMPLE = re.compile(r"^(错误|正确|前提)：(\S+)\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def table(rules: Iterable[Rule]) -> str:
    """Every code with its level and title, one line each."""
    rows = [f"| {rule.code} | {_level(rule)} | {rule.title} |\n" for rule in rules]
    return "| 编码 | 级别 | 抓什么 |\n|---|---|---|\n" + "".join(rows)


def rulebook(rules: Iterable[Rule]) -> str:
    """The whole document: a table and the pages of each family."""
    by_family: dict[str, list[Rule]] = {}
    for rule in rules:
        by_family.setdefault(rule.code[:3], []).append(rule)
    parts = [f"\n## {code}　{FAMILIES[code]}\n\n{_family(found)}" for code, found in by_family.items()]
    return _HEAD + "".join(parts)


def _family(rules: list[Rule]) -> str:
    return table(rules) + "".join(f"\n### {page(rule)}" for rule in rules)


def page(rule: Rule) -> str:
    """A rule's page as Markdown, its first line the heading."""
    first, _, rest = rule.page.partition("\n")
    return f"{first.rstrip('。')}\n{_EXAMPLE.sub(_fenced, rest)}".rstrip("\n") + "\n"


def _fenced(found: re.Match[str]) -> str:
    text = re.sub(r"^    ", "", found[3], flags=re.MULTILINE).strip("\n")
    return f"{found[1]}：`{found[2]}`\n\n```yaml\n{text}\n```\n\n"


def _level(rule: Rule) -> str:
    return "错误" if rule.severity == ERROR else "提醒"
