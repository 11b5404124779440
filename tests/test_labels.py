"""Every key of a record has one Chinese name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from lianxi.schema.kinds import KINDS
from lianxi.schema.labels import LABELS


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def every_key() -> set[str]:
    keys: set[str] = set()
    seen: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = [kind.model for kind in KINDS]
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            keys.add(field.alias or name)
            waiting += models_in(field.annotation)
    return keys


def test_every_key_has_a_label_and_no_label_is_unused() -> None:
    assert set(LABELS) == every_key()


def test_labels_are_written_in_order() -> None:
    assert list(LABELS) == sorted(LABELS)


def test_a_label_is_chinese() -> None:
    assert [key for key, label in LABELS.items() if label.isascii()] == []
