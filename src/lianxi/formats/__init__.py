"""One file, one way to write findings; each has ``written(findings, summary)``."""
