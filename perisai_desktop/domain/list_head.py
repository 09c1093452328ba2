"""What a list begins with, before a line of it is taken."""

from dataclasses import dataclass, field

from perisai_desktop.domain.list_values import Cell


@dataclass(frozen=True, slots=True)
class ListHead:
    """A list of people in a file: the heads of its columns, the first lines below them, and how many lines there may be.

    `sha256` is of the file's bytes. `lines` is None where the file does not say.
    """

    name: str
    sha256: str
    heads: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...] = field(repr=False)
    lines: int | None


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line that is not empty; `row` is its number in the file, from 1."""

    row: int
    cells: tuple[Cell, ...] = field(repr=False)
