"""A ZIP archive (.xlsx, .docx) without what differs from day to day and from system to system."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP archive can name."""
_UNIX, _FILE = 3, 0o600 << 16


def settled(archive: bytes) -> bytes:
    """The same entries in the same order, as if packed on one day by one system."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as found, ZipFile(out, "w") as packed:
        for name in found.namelist():
            entry = ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = _UNIX, _FILE
            packed.writestr(entry, found.read(name), ZIP_DEFLATED)
    return out.getvalue()
