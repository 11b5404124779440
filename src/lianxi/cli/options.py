"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Records = Annotated[
    Path | None,
    typer.Option("--records", metavar="文件夹", help="记录所在的文件夹；不写就从当前文件夹往上找"),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="日期", help="按哪一天看，如 2026-09-21；不写就是今天"),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="文件", help="写到文件，不在屏幕上显示"),
]
ReportFormat = Annotated[
    Literal["text", "md", "json"] | None,
    typer.Option("--format", metavar="格式", help="text 屏幕、md 文档、json 数据"),
]
