"""Runs LibreOffice on Word files, many in one go, with the fonts that .ci/install-papers has set up."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

FONTS = Path(
    os.environ.get("LIANXI_FONTS")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lianxi" / "fonts"
)


def laid_out(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """The PDF of each Word file by its name; one start of LibreOffice for all of them."""
    config = FONTS / "fonts.conf"
    if not config.is_file():
        raise FileNotFoundError(f"{config}: run .ci/install-papers first")
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in files]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        check=True,
        capture_output=True,
        timeout=600,
    )
    return {name: folder / f"{name}.pdf" for name in files}
