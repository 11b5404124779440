"""Runs lianxi as it is, and keeps the facts that its first template was filled in with.

``python -m bench.facts_of FILE minutes M-2026-01 …``
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2.filters import FILTERS

import lianxi.render
from lianxi.cli import run
from lianxi.render.apart import values
from lianxi.render.environment import OWN, environment, filled


def kept(name: str, facts: Mapping[str, Any]) -> str:
    file = Path(sys.argv[1])
    if not file.exists():
        own = sorted(environment(None).filters.keys() - FILTERS.keys())
        file.write_bytes(pickle.dumps((str(OWN), name, own, values(facts))))
    return filled(name, facts)


if __name__ == "__main__":
    lianxi.render.__dict__["filled"] = kept
    sys.exit(run(sys.argv[2:]))
