"""``python -m corpus FOLDER SIZE`` writes a corpus into an empty folder."""

import sys
from pathlib import Path

from corpus import make_corpus

make_corpus(Path(sys.argv[1]), int(sys.argv[2]))
