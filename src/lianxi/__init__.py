"""lianxi (联席) runs a joint conference on a Git-tracked folder of YAML records."""

import os

# Whatever else is installed must neither slow down nor change how pydantic reads a record.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
