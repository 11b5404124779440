"""Fills in templates that are not trusted, within limits of time, size and memory; ``apart`` runs it.

``python -P -m lianxi.render.within_limits`` reads requests from its input and writes answers to its output,
each after its length: a pickle of name, facts, folder and seconds; JSON with the text, or what was wrong.
"""

from __future__ import annotations

import json
import pickle
import signal
import struct
import sys
import threading
from _thread import interrupt_main
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import FrameType
from typing import IO, Any

from jinja2 import Template

from lianxi.render.environment import MOST, environment
from lianxi.render.error import Unfit, render_error
from lianxi.render.house import HouseLoader

_MEMORY = 1 << 30
_LENGTH = struct.Struct("<I")


def send(to: IO[bytes], data: bytes) -> None:
    """Write a message after its length."""
    to.write(_LENGTH.pack(len(data)) + data)
    to.flush()


def receive(source: IO[bytes]) -> bytes | None:
    """The next message; None where the other side has gone."""
    length = source.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(length)
    data = source.read(size)
    return data if len(data) == size else None


def answer(name: str, facts: Mapping[str, Any], house: Path, seconds: float) -> dict[str, Any]:
    """The text, or the template, the line and the reason."""
    timer = threading.Timer(seconds, interrupt_main)
    timer.daemon = True
    timer.start()
    try:
        template = environment(_loader(house)).get_template(name)
        return {"text": "".join(_bounded(template, facts))}
    except Exception as error:  # noqa: BLE001 - whatever it is, the template has done it
        found = render_error(error, name, house)
        return {"template": found.template, "line": found.line, "why": found.why}
    finally:
        timer.cancel()


@cache
def _loader(house: Path) -> HouseLoader:
    return HouseLoader(house)


def _bounded(template: Template, facts: Mapping[str, Any]) -> Iterator[str]:
    """The pieces of the paper; that which makes it too long is refused where it was made."""
    pieces = template.generate(facts)
    left = MOST
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            pieces.throw(Unfit(f"填出来的超过 {MOST} 字"))  # type: ignore[attr-defined]
        yield piece


def _late(signal_: int, frame: FrameType | None) -> None:
    del signal_, frame
    raise Unfit("太久没有填完，是不是有没有尽头的循环")


def _limit_memory() -> None:
    """Where the system can; on Windows the time alone is limited."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        with suppress(OSError, ValueError):  # not on every system, and not above a limit that is lower
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))


def main() -> None:
    _limit_memory()
    signal.signal(signal.SIGINT, _late)
    while (request := receive(sys.stdin.buffer)) is not None:
        said = answer(*pickle.loads(request))  # noqa: S301 - from ourselves
        send(sys.stdout.buffer, json.dumps(said).encode())


if __name__ == "__main__":
    main()
