"""The parts of a Word file in one ZIP, the same bytes for the same paper on every machine.

It is written here, not by python-docx: of a paper by GB/T 9704 nearly all (East Asian fonts, exact pitch,
footers of odd and even pages, tables apart from the text) has to be written as XML in either case, while the
template that python-docx starts from brings styles, fonts, a picture and an author of its own, which another
version may change.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from lianxi.documents.word.page import EVEN, ODD, footer
from lianxi.documents.word.styles import styles_xml

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships"'
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP can tell: it is no date of the paper."""
_KINDS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "footer1": "footer",
    "footer2": "footer",
}


def package(body: str, title: str) -> bytes:
    """The .docx file with ``body`` as its text."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, text in _parts(body, title).items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 0
            # Stored, not packed: what packing gives depends on the library of the machine.
            file.writestr(entry, (_DECLARED + text).encode("utf-8"), zipfile.ZIP_STORED)
    return held.getvalue()


def _parts(body: str, title: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title),
        "word/document.xml": f"<w:document {_NAMES}>{body}</w:document>",
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_OFFICE}/relationships/styles", "styles.xml"),
            ("rId2", f"{_OFFICE}/relationships/settings", "settings.xml"),
            (ODD, f"{_OFFICE}/relationships/footer", "footer1.xml"),
            (EVEN, f"{_OFFICE}/relationships/footer", "footer2.xml"),
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _SETTINGS,
        "word/footer1.xml": f"<w:ftr {_NAMES}>{footer(odd=True)}</w:ftr>",
        "word/footer2.xml": f"<w:ftr {_NAMES}>{footer(odd=False)}</w:ftr>",
    }


def _types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in _KINDS.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{overrides}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core(title: str) -> str:
    """The title alone: neither an author nor a date, which would be those of a machine."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


_SETTINGS = (
    f'<w:settings {_NAMES}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat><w:doNotExpandShiftReturn/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
