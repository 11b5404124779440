"""The command line: words in, one exit code out; each command is in a file of its group."""

from __future__ import annotations

import gc
import io
import sys
from typing import Annotated, Any

import typer

from lianxi.cli.chinese import TopGroup, usage_line
from lianxi.cli.options import AsOf, Audience, Records, ReportFormat
from lianxi.cli.refusal import BROKEN, INTERRUPTED, MISUSED, Refusal
from lianxi.system import in_chinese
from lianxi.visible import inert, visible

app = typer.Typer(
    cls=TopGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)


@app.callback()
def lianxi(
    ctx: typer.Context,
    records: Records = None,
    as_of: AsOf = None,
    format_: ReportFormat = None,
    audience: Audience = None,
    version: Annotated[bool, typer.Option("--version", help="显示版本")] = False,
) -> int:
    """联席会议的记录、议程和督办。不写命令时，一屏看下次会议、任务灯和今天要办的事。"""
    if ctx.invoked_subcommand is not None:
        given = {"--records": records, "--as-of": as_of, "--format": format_, "--audience": audience}
        misplaced = [option for option, value in given.items() if value is not None]
        if misplaced:
            option = misplaced[0]
            raise Refusal(
                f"{option} 要写在命令后面：lianxi {ctx.invoked_subcommand} {option} {given[option]}"
            )
        return 0
    if version:
        from lianxi._version import __version__

        typer.echo(f"lianxi {__version__}")
        return 0
    from lianxi.cli.front import front

    return front(records, as_of, format_, audience)


def run(argv: list[str]) -> int:
    """Run one command and give its exit code; a person's mistake is one line, never a traceback."""
    gc.disable()  # records are read once and hold no circles; looking for some costs a sixth of the reading
    if sys.stdout is None:  # closed by whoever runs us: there is nobody to print to
        sys.stdout = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        result = app(argv, prog_name="lianxi", standalone_mode=False)
        sys.stdout.flush()
    except Refusal as refusal:
        return _told(refusal.line, refusal.code)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return _told("已中断", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - sorted out there; what nobody can cause is raised again
        return _failed(error)
    if result == INTERRUPTED:  # typer has caught it
        return _told("已中断", INTERRUPTED)
    return result if isinstance(result, int) else 0


def _failed(error: Exception) -> int:
    """Usage errors and templates in Chinese; what is nobody's mistake keeps its traceback."""
    if hasattr(error, "format_message") and hasattr(error, "ctx"):
        return _told(usage_line(error), MISUSED)
    if type(error).__name__ == "RenderError":
        return _told(_template_line(error), MISUSED)
    if type(error).__name__ == "GitError":
        return _told(str(error), BROKEN)
    if isinstance(error, OSError):
        named = f"（{error.filename}）" if error.filename else ""
        return _told(f"读写失败：{in_chinese(error)}{named}", BROKEN)
    raise error


def _told(line: str, code: int) -> int:
    sys.stderr.write(f"{inert(visible(line))}\n")
    return code


def _template_line(error: Any) -> str:
    where = f"第{error.line}行" if error.line else ""
    return f"模板 {error.template} {where}填不出来：{error.why}；请改模板，或删去它用默认的"
