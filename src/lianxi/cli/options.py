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
TaskId = Annotated[str, typer.Argument(metavar="任务编号", help="如 T-2026-007")]
On = Annotated[
    str | None,
    typer.Option("--date", metavar="日期", help="哪一天的事，如 2026-05-12；不写就是今天"),
]
ByUnit = Annotated[
    str | None,
    typer.Option("--by", metavar="单位", help="哪个单位；只有一个牵头单位的，不写就是它"),
]
ByPost = Annotated[
    str | None,
    typer.Option("--by", metavar="职务", help="由谁，如 联络员（市工业和信息化局）；不写就是规定的职务"),
]
Milestone = Annotated[
    str | None,
    typer.Option("--milestone", metavar="阶段", help="分阶段的任务，写是哪一阶段，照抄名称"),
]
ListFormat = Annotated[
    Literal["text", "md", "json", "csv"] | None,
    typer.Option("--format", metavar="格式", help="text 屏幕、md 文档、json 数据、csv 表格（一行一项任务）"),
]
PaperFormat = Annotated[
    Literal["text", "md", "json", "docx"] | None,
    typer.Option("--format", metavar="格式", help="text 屏幕、md 文档、json 数据、docx 公文格式的 Word 文件"),
]
PaperOrListFormat = Annotated[
    Literal["text", "md", "json", "csv", "docx"] | None,
    typer.Option(
        "--format",
        metavar="格式",
        help="text 屏幕、md 文档、json 数据、csv 表格（一行一项任务）、docx 公文格式的 Word 文件",
    ),
]
Audience = Annotated[
    Literal["公开", "成员单位", "内部"] | None,
    typer.Option(
        "--audience",
        metavar="给谁看",
        help="公开、成员单位、内部；不写时屏幕上是内部，写成文件或转给别的程序是成员单位",
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="标题", help="标题")]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="版本", help="同哪个版本比（分支、标签、提交），如 origin/main"),
]
