"""Files that people take away, one kind a file or folder, made from facts or from a paper's Markdown."""
