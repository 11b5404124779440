"""lianxi hooks: sets up the hooks of Git, on a desk or on a server, and is what they call."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.chinese import ChineseCommand, ChineseGroup
from lianxi.cli.options import AsOf
from lianxi.cli.refusal import BROKEN, CLEAN, Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from lianxi.git import Repository

hooks = typer.Typer(cls=ChineseGroup, invoke_without_command=True, rich_markup_mode=None)

Protect = Annotated[
    list[str] | None,
    typer.Option("--protect", metavar="分支", help="默认分支以外，也不收强制推送和删除的，如 release/*"),
]
Way = Annotated[
    str | None,
    typer.Option("--records", metavar="文件夹", help="记录在仓库里的位置；不写就自己找"),
]


@hooks.callback()
def which(ctx: typer.Context) -> int:
    """Git 钩子：提交、推送以前先检查记录；在服务器上，不合格的推送不收。"""
    if ctx.invoked_subcommand is None:
        raise Refusal("要写明做什么：自己的电脑上 lianxi hooks install，服务器上加 --server 和裸仓库的位置")
    return CLEAN


@hooks.command("install", cls=ChineseCommand)
def install(
    place: Annotated[
        Path | None, typer.Argument(metavar="仓库", help="仓库的位置；不写就是当前文件夹")
    ] = None,
    server: Annotated[
        bool, typer.Option("--server", help="装到服务器的裸仓库：推送来的每个分支和标签先检查")
    ] = False,
    protect: Protect = None,
    records: Way = None,
    as_of: AsOf = None,
) -> int:
    """装上 Git 钩子。已有别的钩子的，不动它，只说怎样加一行。

    自己的电脑上装 pre-commit 和 pre-push；--server 在裸仓库里装 pre-receive。重复运行不会装两次。
    """
    where = place or Path.cwd()
    if server:
        return _on_server(where, [*_day(as_of), *_kept(protect)], records)
    if protect:
        raise Refusal("--protect 只用于服务器；请加上 --server")
    return _on_desk(where, _day(as_of), records)


def _day(as_of: str | None) -> list[str]:
    return [] if as_of is None else ["--as-of", today(as_of).isoformat()]


def _kept(protect: list[str] | None) -> list[str]:
    return [word for name in protect or () for word in ("--protect", name)]


def _on_desk(where: Path, words: list[str], records: str | None) -> int:
    from lianxi.cli.folder import find_folder
    from lianxi.cli.hook_files import install as written
    from lianxi.cli.places import repository_with
    from lianxi.git import repository_of

    repository = repository_of(where)
    if repository is None or repository.is_bare:
        raise Refusal(f"“{where}”不在 Git 仓库的工作区里；服务器上的裸仓库，请加上 --server", BROKEN)
    folder = find_folder(Path(records) if records else _usual(repository.top, where))
    holder = repository_with(folder, where)
    if holder is None or holder.top != repository.top:
        raise Refusal(f"记录文件夹“{folder.path}”不在仓库“{repository.top}”里；请核对")
    way = folder.path.resolve().relative_to(repository.top).as_posix()
    return max(written(repository, name, [*words, "--records", way]) for name in ("pre-commit", "pre-push"))


def _usual(top: Path, where: Path) -> Path | None:
    """The records of another repository than that of the working directory."""
    return None if Path.cwd().is_relative_to(top) else where


def _on_server(where: Path, words: list[str], records: str | None) -> int:
    from lianxi.cli.hook_files import install as written
    from lianxi.cli.output import say
    from lianxi.git import served_repository

    repository = served_repository(where)
    if repository is None or not repository.is_bare:
        raise Refusal(
            f"“{where}”不是裸仓库；写明服务器上裸仓库的位置，如 lianxi hooks install --server /srv/联席.git",
            BROKEN,
        )
    code = written(repository, "pre-receive", [*words, *(("--records", records) if records else ())])
    if code == CLEAN:
        say(_protected(repository, where))
    return code


def _protected(repository: Repository, where: Path) -> str:
    """Which branches are safe now, and how another is chosen."""
    from lianxi.git import BRANCHES
    from lianxi.visible import spelt

    main, named = repository.main_branch, spelt(repository.head_branch.removeprefix(BRANCHES))
    refused = "不收强制推送和删除"
    chosen = f"git -C {quote(str(where))} symbolic-ref HEAD {BRANCHES}"
    if main is None:
        why = "看不出哪个是默认分支" if repository.branches else f"默认分支是 {named}，它还没有提交"
        return f"{why}，每个分支都{refused}；要另定默认分支，运行 {chosen}分支"
    if main.ref == repository.head_branch:
        return f"默认分支是 {named}，对它{refused}"
    why = f"默认分支 {named} 还没有提交" if named else "HEAD 没有指着分支"
    return (
        f"{why}，先把 {spelt(main.here)} 当作默认分支，对它{refused}；定下来，运行 {chosen}{quote(main.here)}"
    )


@hooks.command("run", cls=ChineseCommand)
def run(
    name: Annotated[
        Literal["pre-commit", "pre-push", "pre-receive"], typer.Argument(metavar="钩子", help="钩子的名称")
    ],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="参数", help="Git 给钩子的参数，原样传来")
    ] = None,
    protect: Protect = None,
    records: Way = None,
    as_of: AsOf = None,
) -> int:
    """由 Git 的钩子调用，不用自己运行。"""
    from lianxi.cli.hook_runs import before_commit, before_push, before_receiving
    from lianxi.cli.places import as_prefix

    day = today(as_of)
    prefix = None if records is None else as_prefix(records)
    if name == "pre-commit":
        return before_commit(prefix, day)
    if name == "pre-push":
        return before_push(words or [], prefix, day)
    return before_receiving(tuple(protect or ()), prefix, day)
