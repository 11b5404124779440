"""Every rule there is: on what the records say, and on what a merge changes."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from lianxi.rule import Rule, rule_of


@cache
def on_records() -> dict[str, Rule]:
    """The rules of ``rules/`` by name, in the order of codes."""
    return _rules("rules")


@cache
def on_changes() -> dict[str, Rule]:
    """The same of ``changes/``."""
    return _rules("changes")


def catalogue() -> dict[str, Rule]:
    """All of them."""
    every = {**on_records(), **on_changes()}
    return dict(sorted(every.items(), key=lambda named: named[1].code))


def _rules(room: str) -> dict[str, Rule]:
    package = import_module(f"lianxi.{room}")
    modules = (import_module(found.name) for found in iter_modules(package.__path__, f"{package.__name__}."))
    rules = sorted((rule_of(module) for module in modules), key=lambda rule: rule.code)
    return {rule.name: rule for rule in rules}
