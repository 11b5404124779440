"""Where a title is broken into lines: at its sense, in the shape of a trapezium or a lozenge (7.3.1).

No library that divides Chinese is worth it here: jieba has had no release since 2020, the others bring models
of hundreds of megabytes. Titles of this kind are written with few words, and those are listed below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

from lianxi.documents.word.measure import em

_KINDS_OF_PAPER = (
    "加快 联席会议 专题工作会议 工作会议 联络员会议 全体会议 筹备 第二次 会议纪要"
    " 会议议程 会议通知 会议材料 议题材料 参会单位 一览表 参会回执 回执 签到表 主持词"
    " 议程 纪要 通报 通知 通知单 督办通知单 情况通报 提请函 提请召集人 议定事项"
    " 任务分解表 落实情况 办理情况 进展情况 有关情况 有关内容 有关事项 有关工作 情况 事项"
    " 说明 方案 办法 意见 报告 汇报 清单 台账 制度 规则 机制 问题 工作 任务 材料"
    " 会议 办公室 召集人 成员单位 联络员"
)
_OF_THE_FIELD = (
    "工业和信息化 发展改革 人力资源和社会保障 人力资源社会保障 住房和城乡建设 住房城乡建设"
    " 自然资源 生态环境 农业农村 市场监督管理 市场监管 科学技术 财政 商务 应急管理"
    " 人民政府 管委会 管理委员会 领导小组 新能源 新材料 生物医药 信息化 节能 审查"
    " 产业共建 省市共建 共建 产业园 产业集群 产业链 产业 集群 园区 项目 企业 工业 经济"
    " 民营 重点 重大 示例 高质量发展 振兴发展 发展 振兴 建设 建立 推进 促进 协调 支持"
    " 保障 要素保障 落实 研究 部署 印发 召开 更正 申报 审批 试点 数字化转型 数字化"
    " 转型 创新 合作 对接 融资 用地 用林 用能 指标 环评 排水 供电 污水处理 扩容"
    " 标准厂房 特色产业园 电路板 铜箔 高端 印制 制造业 中心 专线 流域 生态 保护 综合"
    " 治理 养老 服务 物流 统计 现代 省级 市级 县级 部门 单位 关于 第一 第二 进一步"
    " 加强 做好 开展 年度 上半年 下半年 季度"
)
_WORDS = tuple(sorted({*_KINDS_OF_PAPER.split(), *_OF_THE_FIELD.split()}, key=len, reverse=True))
_MEETING = "(?:全体|专题工作|联络员)?会议(?:纪要|议程|通知)?"
_NUMBERED = rf"第[0-9〇一二三四五六七八九十百]+[次期届号项季批轮](?:{_MEETING})?|[0-9]+次(?:{_MEETING})?"
_PIECE = re.compile(
    rf"《[^》]*》|“[^”]*”|（[^）]*）|{_NUMBERED}"
    rf"|[0-9A-Za-z.%/〔〕-]+[年月日次项个期号]?|{'|'.join(_WORDS)}|.",
    re.DOTALL,
)
_BEGINS_WELL = re.compile(
    rf"{_NUMBERED}|联席会议|专题工作会议|联络员会议|全体会议|议定事项|任务分解表|落实情况|办理情况|有关|议题材料"
)
_NOT_FIRST = "的地得之、，；：。）》”〕！？·—和及与等了"
_NOT_LAST = "（《“〔第各从在对向由将把被于按请"
_GOOD, _FAIR, _POOR, _WRONG = 0.0, 1.0, 6.0, 60.0
_FEW, _MOST, _LONGEST = 4, 4, 84
"""A line of fewer characters looks lost; more lines, or a longer title, are broken as they come."""


def title_lines(title: str, columns: int) -> list[str]:
    """``title`` in lines of at most ``columns`` characters; breaks that stand in it are kept."""
    return [line for given in title.split("\n") for line in _broken(given.strip(), columns)]


@cache
def _broken(title: str, columns: int) -> tuple[str, ...]:
    wide = em(title)
    if wide <= columns:
        return (title,)
    if wide > _LONGEST or wide > _MOST * columns:
        return tuple(_filled(title, columns))
    fewest = -int(-wide // columns)
    gaps = _gaps(title)
    tries = (
        (cost, lines)
        for count in (fewest, fewest + 1)
        for cost, lines in _divisions(title, gaps, count, columns)
    )
    best = min(tries, default=None)
    return best[1] if best else tuple(_filled(title, columns))


def _divisions(
    title: str, gaps: dict[int, float], count: int, columns: int
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """All ways into ``count`` lines that fit, each with what speaks against it."""
    for chosen in combinations(sorted(gaps), count - 1):
        ends = [*chosen, len(title)]
        lines = tuple(title[a:b] for a, b in zip([0, *chosen], ends, strict=True))
        widths = [em(line) for line in lines]
        if max(widths) <= columns:
            yield sum(gaps[at] for at in chosen) + _shape(widths) + 1.2 * count, lines


def _shape(widths: list[float]) -> float:
    """What speaks against a shape: an hourglass, a rectangle, a line that looks lost."""
    steps = [b - a for a, b in pairwise(widths)]
    falls = [at for at, step in enumerate(steps) if step < 0]
    hourglass = any(step > 0 for step in steps[falls[0] :]) if falls else False
    rectangle = max(widths) - min(widths) < 1
    lost = sum(width < _FEW + 1 for width in widths)
    return 5 * hourglass + 1.5 * rectangle + 4 * lost + 3 * (1 - min(widths) / max(widths))


def _gaps(title: str) -> dict[int, float]:
    """What speaks against a break before each character; inside a word there is none."""
    pieces = _PIECE.findall(title)
    gaps, at = {}, 0
    for before, after in pairwise(pieces):
        at += len(before)
        gaps[at] = _against(before, after)
    return gaps


def _against(before: str, after: str) -> float:
    if after[0] in _NOT_FIRST or before in _NOT_LAST or after.startswith("（"):
        return _WRONG
    if before in {"、", "；", "，"} or _BEGINS_WELL.match(after):
        return _GOOD
    known = len(before) > 1, len(after) > 1
    if before in {"和", "及", "与", "的"}:
        return _FAIR if known[1] else _FAIR * 2
    return _FAIR if all(known) else _FAIR * 3 if any(known) else _POOR


def _filled(title: str, columns: int) -> Iterator[str]:
    """Line after line as full as the words allow."""
    line = ""
    for piece in _PIECE.findall(title):
        for chunk in _chunks(piece, columns):
            if line and em(line + chunk) > columns and chunk not in _NOT_FIRST:
                yield line
                line = ""
            line += chunk
    yield line


def _chunks(piece: str, columns: int) -> Iterator[str]:
    while em(piece) > columns:
        yield piece[:columns]
        piece = piece[columns:]
    yield piece
