"""The least that can be done to fill in a template: Jinja alone, with facts that are ready.

Run as a program, with a file that ``facts_of`` has written; nothing of lianxi is imported.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader


def main(file: str) -> None:
    folder, name, filters, facts = pickle.loads(Path(file).read_bytes())  # noqa: S301 - from ourselves
    environment = Environment(  # noqa: S701 - Markdown
        loader=FileSystemLoader(folder), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters |= {each: lambda value, *_: str(value) for each in filters}
    sys.stdout.write(environment.get_template(name).render(facts))


if __name__ == "__main__":
    main(sys.argv[1])
