"""One file, one rule over base → head: its docstring is its page, the page's examples are its tests."""
