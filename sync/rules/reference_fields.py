"""Typed reading of the JSON documents that reference data is published in."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sync.rules.iuran_month import IuranMonth

T = TypeVar("T")


class ReferenceFault(Exception):
    """Reference data that cannot be used: a code, the file, and the field where one is to blame."""

    def __init__(self, code: str, file: str, field: str = "") -> None:
        super().__init__(code, file, field)
        self.code = code
        self.file = file
        self.field = field


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object of one file; each method reads one field or raises ReferenceFault. Unknown fields are ignored."""

    content: Mapping[str, object]
    file: str

    def _value(self, name: str, kind: type[T]) -> T:
        value = self.content.get(name)
        if type(value) is not kind:
            raise self.fault(name)
        return value

    def fault(self, name: str) -> ReferenceFault:
        """The fault of a field that is missing or of another kind."""
        return ReferenceFault("reference_malformed", self.file, name)

    def text(self, name: str) -> str:
        """A text that is not empty."""
        value = self._value(name, str)
        if not value:
            raise self.fault(name)
        return value

    def note(self, name: str) -> str:
        """A text that may be empty."""
        return self._value(name, str)

    def whole(self, name: str) -> int:
        """A whole number of at least 0."""
        value = self._value(name, int)
        if value < 0:
            raise self.fault(name)
        return value

    def whole_or_none(self, name: str) -> int | None:
        """A whole number of at least 0, or null."""
        return None if self.content.get(name, "") is None else self.whole(name)

    def flag(self, name: str) -> bool:
        """True or false."""
        return self._value(name, bool)

    def flag_or_none(self, name: str) -> bool | None:
        """True, false or null."""
        return None if self.content.get(name, "") is None else self.flag(name)

    def month(self, name: str) -> IuranMonth:
        """An iuran month such as `2026-01`."""
        return self.one_of(name, IuranMonth.parse)

    def month_or_none(self, name: str) -> IuranMonth | None:
        """An iuran month, or null."""
        return None if self.content.get(name, "") is None else self.month(name)

    def one_of(self, name: str, kind: Callable[[str], T]) -> T:
        """A text that an enumeration or a reader accepts."""
        try:
            return kind(self.text(name))
        except ValueError as error:
            raise self.fault(name) from error

    def object(self, name: str) -> "Fields":
        """An object within the object."""
        return Fields(self._value(name, dict), self.file)

    def objects(self, name: str) -> "Iterator[Fields]":
        """A list of objects."""
        for item in self._value(name, list):
            if type(item) is not dict:
                raise self.fault(name)
            yield Fields(item, self.file)

    def texts(self, name: str, kind: Callable[[str], T]) -> tuple[T, ...]:
        """A list of texts that an enumeration or a reader accepts."""
        found: list[T] = []
        for item in self._value(name, list):
            if type(item) is not str:
                raise self.fault(name)
            try:
                found.append(kind(item))
            except ValueError as error:
                raise self.fault(name) from error
        return tuple(found)

    def wholes(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers of at least 1."""
        items = self._value(name, list)
        if any(type(item) is not int or item < 1 for item in items):
            raise self.fault(name)
        return tuple(items)


def document(content: bytes, file: str) -> Fields:
    """The JSON object that a file holds. Raises ReferenceFault where it holds something else."""
    try:
        value = json.loads(content)
    except ValueError as error:
        raise ReferenceFault("reference_not_json", file) from error
    if type(value) is not dict:
        raise ReferenceFault("reference_not_json", file)
    return Fields(value, file)
