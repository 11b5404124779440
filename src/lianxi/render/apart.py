"""Has the templates of a house filled in by a process of its own, which can be stopped whatever it does.

Nothing inside a process truly bounds a template: counting lines does not see a filter that pads a text to a
gigabyte, no thread can be stopped, and signals reach only the main thread of POSIX. Another process can be
killed, on every system and from every thread. It is started once and fills in all that follows; it gets
values only, and gives text or a reason (``within_limits``).
"""

from __future__ import annotations

import dataclasses
import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any, cast

from lianxi.render.error import RenderError
from lianxi.render.within_limits import receive, send

SECONDS = 10.0
"""A paper takes a hundredth of one."""
_GRACE = 5.0
"""Seconds after the child has noticed by itself, or has hung in a step that notices nothing."""
_turn = threading.Lock()
_children: list[subprocess.Popen[bytes]] = []


def filled_apart(name: str, facts: Mapping[str, Any], house: Path) -> str:
    """The template ``name`` of the house, or ours where it has none, with its facts.

    Raises ``RenderError``.
    """
    request = pickle.dumps((name, values(facts), house, SECONDS))
    with _turn:
        answer = _answer(request)
    if answer is None:
        raise RenderError(name, None, f"过了 {SECONDS + _GRACE:.0f} 秒停不下来，或者要的内存太多")
    if "text" in answer:
        return cast(str, answer["text"])
    raise RenderError(answer["template"], answer["line"], answer["why"])


def values(facts: Any) -> Any:
    """Facts as values alone, by the names that templates call them: no method of ours goes with them."""
    if dataclasses.is_dataclass(facts):
        names = [name for name in dir(facts) if not name.startswith("_")]
        held = {name: getattr(facts, name) for name in names}
        return SimpleNamespace(**{name: values(value) for name, value in held.items() if not callable(value)})
    if isinstance(facts, Mapping):
        return {key: values(value) for key, value in facts.items()}
    if isinstance(facts, (list, tuple)):
        return [values(value) for value in facts]
    return facts


def _answer(request: bytes) -> dict[str, Any] | None:
    """What the child says; None where it had to be stopped, or has died of what it was asked."""
    if not _children:
        _children.append(_started())
    child = _children[0]
    timer = threading.Timer(SECONDS + _GRACE, child.kill)
    timer.daemon = True
    timer.start()
    try:
        send(cast(IO[bytes], child.stdin), request)
        answer = receive(cast(IO[bytes], child.stdout))
    except OSError:
        answer = None
    finally:
        timer.cancel()
    if answer is None:
        _children.remove(child)
        child.kill()
        child.communicate()
        return None
    return cast(dict[str, Any], json.loads(answer))


def _started() -> subprocess.Popen[bytes]:
    """It ends by itself when we do: there is nothing more to read for it."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "lianxi.render.within_limits"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
