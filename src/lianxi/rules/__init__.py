"""One file, one rule over a book: its docstring is its page, the page's examples are its tests."""
