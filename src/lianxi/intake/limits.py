"""How much of a file is read: more than any conference sends, less than what would fill a machine."""

from __future__ import annotations

FILE = 32 * 1024 * 1024
"""Bytes of the file itself."""
UNPACKED = 256 * 1024 * 1024
"""Bytes of all the XML in it."""
STRINGS = 64 * 1024 * 1024
"""Bytes of the table of strings, which is held in memory."""
SHEETS = 50
ROWS = 10_000
"""Filled rows of one sheet."""
COLUMNS = 256
TEXT = 5_000
"""Characters of one cell."""
LAST_ROW = 1_048_576
"""As many rows as a sheet can have."""
