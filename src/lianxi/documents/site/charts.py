"""Figures as pictures: stacked bars in the colours of the mechanism, drawn without network or script.

A picture is an image of its own, so that the strict policy of the pages needs no exception for its styles.
The same figures always stand in a table beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygal
from pygal.etree import etree
from pygal.style import Style

from lianxi.reports.tally import Tally
from lianxi.visible import visible

# Its finder has no find_spec, and every later import would warn of it: https://github.com/Kozea/pygal/pull/532
sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]

FONTS = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
INKS = {"红": "#c0392b", "橙": "#d9791a", "黄": "#e0b400", "绿": "#3d8b4f", "蓝": "#2f6db0", "灰": "#8a8f98"}
"""The colours a mechanism may name, in print and on screens."""
_STACK: tuple[tuple[str, str, Callable[[Tally], int]], ...] = (
    ("已办结", "已办结", lambda told: told.done),
    ("按计划", "正常", lambda told: told.on_track + told.lasting),
    ("临期", "临期", lambda told: told.due_soon),
    ("滞后", "滞后", lambda told: told.stale),
    ("逾期", "逾期", lambda told: told.overdue),
    ("待批复或暂缓", "待上级批复", lambda told: told.awaiting + told.suspended),
)
"""The parts of a bar from its foot: name, the level whose colour it has, and how many."""
_LABEL = 8
"""Characters of a label; the table beside the picture has it whole."""
_BAR, _MARGIN, _SIZE = 34, 110, 13


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and where it lies; ``says`` is what it shows, for those who do not see it."""

    path: str
    title: str
    says: str
    width: int
    height: int
    svg: bytes


def standing_bars(
    path: str, title: str, figures: Sequence[tuple[str, Tally]], colours: dict[str, str]
) -> Chart:
    """One column a name: how the tasks stand."""
    return _chart(pygal.StackedBar, path, title, figures, colours, 320)


def lying_bars(path: str, title: str, figures: Sequence[tuple[str, Tally]], colours: dict[str, str]) -> Chart:
    """One line a name, the first on top, for names that are long."""
    height = _MARGIN + _BAR * len(figures)
    return _chart(pygal.HorizontalStackedBar, path, title, [*reversed(figures)], colours, height)


def _chart(  # noqa: PLR0913, PLR0917 - what a picture is made of
    kind: Any,
    path: str,
    title: str,
    figures: Sequence[tuple[str, Tally]],
    colours: dict[str, str],
    height: int,
) -> Chart:
    etree.to_etree()  # the same bytes whether or not lxml is there
    parts = [
        (name, INKS[colours[level]], [count(told) for _, told in figures]) for name, level, count in _STACK
    ]
    parts = [part for part in parts if any(part[2])]
    says = "；".join(f"{name}：{_line(told)}" for name, told in figures)
    width = 720
    chart = kind(
        width=width,
        height=height,
        explicit_size=True,
        js=[],
        disable_xml_declaration=False,
        legend_at_bottom=True,
        legend_at_bottom_columns=6,
        legend_box_size=12,
        truncate_legend=-1,
        truncate_label=-1,
        margin=8,
        margin_left=8 + _narrower(figures),
        spacing=8,
        show_y_guides=True,
        max_scale=6,
        value_formatter=lambda value: f"{value:.0f}",
        style=Style(
            font_family=FONTS,
            background="#ffffff",
            plot_background="#ffffff",
            foreground="#222222",
            foreground_strong="#111111",
            foreground_subtle="#6b6f76",
            opacity="1",
            opacity_hover="1",
            transition="0s",
            label_font_size=_SIZE,
            major_label_font_size=_SIZE,
            legend_font_size=13,
            tooltip_font_size=13,
            colors=tuple(ink for _, ink, _ in parts) or ("#8a8f98",),
        ),
    )
    chart.uuid = "c"
    chart.x_labels = [_short(name) for name, _ in figures]
    for name, _, numbers in parts:
        chart.add(name, numbers)
    chart.add_xml_filter(lambda root: _bare(root, visible(title), visible(says)))
    return Chart(path, title, says, width, height, chart.render())


def _short(name: str) -> str:
    name = visible(name)
    return name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…"


def _narrower(figures: Sequence[tuple[str, Tally]]) -> int:
    """What pygal, which takes letters to be narrower than they are high, leaves too little for labels."""
    return max((len(_short(name)) for name, _ in figures), default=0) * _SIZE * 2 // 5


def _line(told: Tally) -> str:
    parts = [f"{name}{count(told)}项" for name, _, count in _STACK if count(told)]
    return "、".join(parts) or "没有任务"


def _bare(root: Any, title: str, says: str) -> Any:
    """Without script, the day of its making and the maker's name; with what it shows in words."""
    for parent in list(root.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag.endswith("script"):
                parent.remove(child)
    root.set("role", "img")
    for node in root:
        if str(node.tag).endswith("title"):
            node.text = title
            described = type(node)("desc")
            described.text = says
            root.insert(list(root).index(node) + 1, described)
            break
    return root
