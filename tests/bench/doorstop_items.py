"""The records as items of a doorstop document, as doorstop writes them, in a Git repository."""

from __future__ import annotations

import subprocess
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

_DOCUMENT = "settings:\n  digits: 6\n  prefix: REC\n  sep: ''\n"
_ITEM = """active: true
derived: false
header: ''
level: {number}.0
links: []
normative: true
ref: ''
reviewed: {stamp}
text: |
{text}"""


def make_items(root: Path, texts: Iterable[str]) -> None:
    """An item of each text, reviewed, so that doorstop finds nothing to say and nothing to rewrite."""
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    folder = root / "records"
    folder.mkdir()
    (folder / ".doorstop.yml").write_text(_DOCUMENT, encoding="utf-8")
    for number, text in enumerate(texts, 1):
        uid = f"REC{number:06d}"
        stamp = urlsafe_b64encode(sha256(f"{uid}{text.strip()}".encode()).digest()).decode()
        indented = "".join(f"  {line}\n" for line in text.splitlines())
        item = _ITEM.format(number=number, stamp=stamp, text=indented)
        (folder / f"{uid}.yml").write_text(item, encoding="utf-8")
