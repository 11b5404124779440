"""python -m papers DIR: all papers of the sample year as .docx, .pdf and .png, to be looked at."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from conftest import SAMPLE, SAMPLE_DAY
from lianxi.documents.word import docx
from papers.collected import collected
from papers.office import laid_out


def main(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    papers = collected(SAMPLE, SAMPLE_DAY)
    made = laid_out({name: docx(text) for name, text in papers.items()}, folder)
    shutil.rmtree(folder / "profile")
    for name, file in made.items():
        subprocess.run(["pdftoppm", "-r", "80", "-png", str(file), str(folder / name)], check=True)
    sys.stdout.write(f"{len(made)} papers in {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
