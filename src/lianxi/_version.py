"""The version of lianxi."""

__version__ = "0.1.0"
