"""A file that came in, whatever it is, as sheets, or why not."""

from __future__ import annotations

from lianxi.intake.delimited import read_delimited
from lianxi.intake.kind import is_workbook
from lianxi.intake.sheet import NotReadable, Received
from lianxi.intake.workbook import read_workbook


def receive(data: bytes, name: str) -> Received:
    """The sheets of a file. Raises ``NotReadable``."""
    received = read_workbook(data, name) if is_workbook(data) else read_delimited(data, name)
    if not received.sheets:
        raise NotReadable("里面没有内容；请核对是不是选错了文件")
    return received
