"""Optional parts: one line says what to install where a library is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lianxi.cli.refusal import BROKEN, Refusal


@contextmanager
def needing(extra: str, what: str) -> Iterator[None]:
    """Around the import of what lianxi[``extra``] installs, to make ``what``.

    Raises ``Refusal`` where a library of others is missing; one of our own is a fault of ours.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "lianxi":
            raise
        raise Refusal(
            f"要{what}，还缺一个组件（{error.name}）；请运行：pip install 'lianxi[{extra}]'", BROKEN
        ) from error
