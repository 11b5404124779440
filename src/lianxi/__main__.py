"""The command ``lianxi``; answers ``--version`` before anything else is loaded."""

from __future__ import annotations

import os
import sys

from lianxi._version import __version__


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        print(f"lianxi {__version__}")
        return
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes time
    from lianxi.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
