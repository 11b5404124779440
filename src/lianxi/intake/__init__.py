"""Spreadsheets in: bytes → sheets → tables → proposals; nothing here writes, and no macro is ever run."""
