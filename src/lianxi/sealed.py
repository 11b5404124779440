"""Where the minutes of a meeting lie, and the digest that seals them."""

from __future__ import annotations

import re
from hashlib import sha256

FOLDER = "minutes"
LIMIT = 1024 * 1024
"""Bytes: the minutes of a meeting of three hundred items are a third of it."""
_NOTE = re.compile("〔注[0-9]*〕")
_CORRECTED = "\n---\n\n〔注"
_PATH = re.compile(rf"{FOLDER}/(?P<year>[0-9]{{4}})/(?P<id>M-(?P=year)-[0-9]{{2,}})\.md")


def minutes_path(id_: str) -> str:
    """The way from the records folder to the minutes of the meeting ``id_``."""
    return f"{FOLDER}/{id_[2:6]}/{id_}.md"


def meeting_at(path: str) -> str | None:
    """The meeting whose minutes stand at ``path``; ``None`` where no minutes may stand."""
    found = _PATH.fullmatch(path)
    return found["id"] if found else None


def with_lf(data: bytes) -> bytes:
    """``data`` with its lines ended by LF, as Git keeps it whatever a checkout on Windows made of it."""
    return data.replace(b"\r\n", b"\n")


def as_first_printed(data: bytes) -> list[str]:
    """The lines of minutes without the 〔注〕 of a reprint and what it says of its 更正 at the end."""
    body = with_lf(data).decode("utf-8", "replace").partition(_CORRECTED)[0]
    return _NOTE.sub("", body).rstrip().split("\n")


def digest(data: bytes) -> str:
    """The SHA-256 of ``data`` in hexadecimal, however its lines are ended."""
    return sha256(with_lf(data)).hexdigest()
