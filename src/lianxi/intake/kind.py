"""What kind of file came in, by its first bytes, and what to do about one that is not read."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lianxi.intake.limits import FILE, SHEETS, STRINGS, UNPACKED
from lianxi.intake.sheet import NotReadable

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_ANEW = "请用 Excel 或 WPS 打开，“另存为”选“Excel 工作簿（*.xlsx）”，再导入"
_WORKBOOK = "xl/workbook.xml"
_NOT_XLSX = {
    "xl/workbook.bin": "是二进制的 .xlsb 文件，读不了",
    "word/document.xml": "是 Word 文件，不是表格",
    "ppt/presentation.xml": "是演示文稿，不是表格",
    "content.xml": "是 .ods 一类的文件，读不了",
}
_KB = 1024
_MB = 1024 * 1024


def is_workbook(data: bytes) -> bool:
    """Whether ``data`` is a workbook, an .xlsx or .xlsm; false where it may be a text.

    Raises ``NotReadable`` for what is neither.
    """
    if not data:
        raise NotReadable("是空文件（0字节），请核对是不是传坏了")
    if len(data) > FILE:
        raise NotReadable(f"有{len(data) // _MB}MB，最多读{FILE // _MB}MB；请删去图片和多余的工作表，再导入")
    if data.startswith(_COMPOUND):
        raise NotReadable(_compound(data))
    if data.startswith(b"PK"):
        _refuse_package(data)
        return True
    _refuse_text(data[:_KB].lstrip(b"\xef\xbb\xbf \r\n\t").lower())
    return False


def _compound(data: bytes) -> str:
    """What an old container holds: an encrypted workbook, a Word file, or an .xls or .et."""
    if _ENCRYPTED in data:
        return "设了打开密码，读不了；请用 Excel 或 WPS 打开，去掉打开密码保存，再导入"
    if _WORD in data:
        return "是旧的 Word 文件（.doc、.wps），不是表格；请把表格粘贴到 Excel 里，存为 .xlsx，再导入"
    return f"是旧的表格文件（.xls、.et），读不了；{_ANEW}"


def _refuse_package(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as package:
            sizes = {each.filename: each.file_size for each in package.infolist()}
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise NotReadable(f"打不开，可能没有传完或者损坏了；{_ANEW}") from error
    if _WORKBOOK not in sizes:
        why = next((why for part, why in _NOT_XLSX.items() if part in sizes), "是压缩文件，不是表格")
        raise NotReadable(f"{why}；{_ANEW}")
    parts = {name: size for name, size in sizes.items() if name.endswith((".xml", ".rels"))}
    strings = sum(size for name, size in parts.items() if name.lower().endswith("sharedstrings.xml"))
    if sum(parts.values()) > UNPACKED or strings > STRINGS:
        raise NotReadable(
            f"解开有{sum(parts.values()) // _MB}MB，最多读{UNPACKED // _MB}MB；"
            "请把要导入的行复制到新表里，再导入"
        )
    if sum(name.startswith("xl/worksheets/") and name.endswith(".xml") for name in parts) > SHEETS:
        raise NotReadable(f"有{SHEETS}张以上的工作表；请把要导入的几张另存一份，再导入")


def _refuse_text(start: bytes) -> None:
    if start.startswith((b"<html", b"<!doctype html", b"<table")) or b"<html" in start:
        raise NotReadable(f"是网页存成的表格，读不了；{_ANEW}")
    if start.startswith(b"<?xml"):
        raise NotReadable(f"是 XML 文件，读不了；{_ANEW}")
    if start.startswith((b"%pdf", b"{\\rtf", b"\x89png", b"\xff\xd8", b"gif8", b"rar!", b"7z")):
        raise NotReadable("不是表格，是图片、PDF 或别的文件；请要一份 .xlsx")
