"""The least that can be done with the same files by the same parser: read, parse, validate.

Run as a program. The files are listed and read as ``lianxi check`` does it, and the records are
kept, as they must be to check references. Nothing of lianxi is imported but its models.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator


def read(root: str) -> Iterator[tuple[str, str]]:
    """Every YAML file by its path."""
    for path in sorted(_walk(root, "")):
        yield path, _text(f"{root}/{path}")


def parse(root: str) -> Iterator[tuple[str, object]]:
    """Every file as plain mappings."""
    from yaml_rs import loads  # noqa: PLC0415 - reading alone does not need it

    for path, text in read(root):
        yield path, loads(text, parse_datetime=False)


def validate(root: str) -> Iterator[object]:
    """Every file as the record of its kind."""
    from lianxi.schema.kinds import kind_at  # noqa: PLC0415

    for path, data in parse(root):
        kind = kind_at(path)
        assert kind is not None, path
        yield kind.model.model_validate(data)


def _walk(root: str, below: str) -> list[str]:
    found = []
    with os.scandir(f"{root}/{below}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found += _walk(root, f"{below}{entry.name}/")
            elif entry.name.endswith(".yaml"):
                found.append(f"{below}{entry.name}")
    return found


def _text(path: str) -> str:
    handle = os.open(path, os.O_RDONLY)
    try:
        return os.read(handle, 1 << 18).decode()
    finally:
        os.close(handle)


STAGES = {"read": read, "parse": parse, "validate": validate}

if __name__ == "__main__":
    gc.disable()  # as lianxi does
    kept = list(STAGES[sys.argv[1]](sys.argv[2]))
