"""Opens somebody's list, XLSX or CSV, and reads it a few lines at a time."""

import csv
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import HEAD_WORDS, HeadWords, known_heads
from perisai_desktop.domain.list_head import ListHead, ListLine
from perisai_desktop.domain.list_values import Cell, text_of
from perisai_desktop.services.stick_files import opened

LARGEST_FILE = 32 * 1024 * 1024
LARGEST_CONTENT = 256 * 1024 * 1024
"""Bytes of a workbook when opened: a file that swells beyond it is not read."""
MOST_LINES = 20_000
MOST_COLUMNS = 100
LONGEST_LINE = 1024 * 1024
"""Signs of a line of text: a file without ends of lines would be one line of millions of cells."""
LAST_ROW = 1_048_576
"""The last line that a sheet has; a number beyond it would be counted up to, line by empty line."""
_LOOKED_AT = 20
_SAMPLES = 3
_DELIMITERS = (";", ",", "\t", "|")
_WORKBOOK, _OLD_OR_LOCKED = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

_NOTHING = frozenset({None, ""})

Numbered = Iterator[tuple[int, tuple[Cell, ...]]]


@dataclass(slots=True)
class ListFile:
    """An open list; `read` goes on where the last one ended, `close` may be called twice."""

    head: ListHead
    _lines: Numbered = field(repr=False)
    _book: Any = field(default=None, repr=False)
    _read: int = 0

    def read(self, count: int) -> tuple[ListLine, ...]:
        """The next lines that are not empty; none at the end.

        Raises Failure: list_unreadable, list_too_long (most).
        """
        try:
            found = tuple(ListLine(row, cells) for row, cells in islice(self._lines, count))
        except (csv.Error, *_BROKEN):
            raise Failure(FailureCode.LIST_UNREADABLE) from None
        self._read += len(found)
        if self._read > MOST_LINES:
            raise Failure(FailureCode.LIST_TOO_LONG, most=MOST_LINES)
        return found

    def close(self) -> None:
        """Let go of the file."""
        if self._book is not None:
            self._book.close()


def open_list(path: Path, words: HeadWords = HEAD_WORDS) -> ListFile:
    """Open a list and find its line of heads, the one with the most of `words`.

    Raises Failure: list_unreadable, list_locked (a password, or a workbook of before 2007), list_too_long (most),
    list_empty.
    """
    try:
        with opened(path) as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError:
        raise Failure(FailureCode.LIST_UNREADABLE) from None
    if len(content) > LARGEST_FILE:
        raise Failure(FailureCode.LIST_TOO_LONG, most=MOST_LINES)
    if content.startswith(_OLD_OR_LOCKED):
        raise Failure(FailureCode.LIST_LOCKED)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        if content.startswith(_WORKBOOK):
            return _open_workbook(path.name, sha256, content, words)
        return _open_text(path.name, sha256, content, words)
    except (csv.Error, *_BROKEN):
        raise Failure(FailureCode.LIST_UNREADABLE) from None


_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
)
"""What openpyxl raises of a workbook that is none, or that was damaged on its way."""


def _open_workbook(name: str, sha256: str, content: bytes, words: HeadWords) -> ListFile:
    """The first sheet with heads that are known, else the first with anything in it."""
    # openpyxl takes half a second to import; who imports no list never waits for it.
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > LARGEST_CONTENT:
            raise Failure(FailureCode.LIST_TOO_LONG, most=MOST_LINES)
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    best: tuple[int, Any] | None = None
    for sheet in book.worksheets:
        known = max((known_heads(_texts(cells), words) for cells in _top(sheet)), default=-1)
        if best is None or known > best[0]:
            best = (known, sheet)
    if best is None or best[0] < 0:
        book.close()
        raise Failure(FailureCode.LIST_EMPTY)
    sheet = best[1]
    lines = sheet.max_row
    sheet.reset_dimensions()
    rows = sheet.iter_rows(values_only=True, max_row=LAST_ROW, max_col=MOST_COLUMNS)
    return _begin(name, sha256, rows, words, lines=lines, book=book)


def _top(sheet: Any) -> Iterator[tuple[Cell, ...]]:
    return islice(sheet.iter_rows(values_only=True, max_row=_LOOKED_AT, max_col=MOST_COLUMNS), _LOOKED_AT)


def _open_text(name: str, sha256: str, content: bytes, words: HeadWords) -> ListFile:
    text = _decoded(content)
    if "\0" in text or any(len(line) > LONGEST_LINE for line in text.splitlines()):
        raise Failure(FailureCode.LIST_UNREADABLE)
    skipped = 0
    if text[:4].lower() == "sep=":
        first, _, text = text.partition("\n")
        delimiter, skipped = first[4:5], 1
    else:
        delimiter = _delimiter(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or ",")
    lines = text.count("\n") + 1
    blank = [()] * skipped
    return _begin(name, sha256, chain(blank, (tuple(row[:MOST_COLUMNS]) for row in rows)), words, lines=lines)


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 by its mark, else UTF-8 where it is that, else the letters of Windows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The mark that parts most lines of the beginning into equally many cells."""
    beginning = "\n".join(text.splitlines()[:_LOOKED_AT])
    best, most = ",", (0, 0)
    for mark in _DELIMITERS:
        widths = [len(row) for row in csv.reader(io.StringIO(beginning), delimiter=mark) if row]
        common = max(set(widths), key=widths.count) if widths else 0
        score = (widths.count(common), common) if common > 1 else (0, 0)
        if score > most:
            best, most = mark, score
    return best


def _begin(
    name: str,
    sha256: str,
    rows: Iterator[Any],
    words: HeadWords,
    *,
    lines: int | None,
    book: Any = None,
) -> ListFile:
    """Find the line of heads among the first, and stand behind it."""
    numbered = ((row, cells) for row, cells in enumerate(rows, start=1) if _says(cells))
    first = list(islice(numbered, _LOOKED_AT))
    if not first:
        raise Failure(FailureCode.LIST_EMPTY)
    place = max(range(len(first)), key=lambda at: (known_heads(_texts(first[at][1]), words), -at))
    head_row, heads = first[place]
    following = first[place + 1 :]
    head = ListHead(
        name=name,
        sha256=sha256,
        heads=_texts(heads),
        samples=tuple(_texts(cells) for _, cells in following[:_SAMPLES]),
        lines=None if lines is None else max(lines - head_row, len(following)),
    )
    return ListFile(head, chain(following, numbered), book)


def _texts(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in cells)


def _says(cells: tuple[Cell, ...]) -> bool:
    """Whether a line says anything; a sheet with a stray mark in its last row has a million that say nothing."""
    return not _NOTHING.issuperset(cells) and any(_texts(cells))
