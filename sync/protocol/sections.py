"""The sections inside a sealed file: what each is, how long it is, and its bytes."""

from __future__ import annotations

from enum import IntEnum

from sync.protocol.sealed_file import SealedFileFault, SealedReader, SealedWriter

_HEAD = 9


class Section(IntEnum):
    """What a section holds; numbers are never used twice."""

    MANIFEST = 1
    BATCH = 2
    BLOB = 3
    VERDICTS = 4
    CHANGES = 5
    STANDING = 6
    SETTINGS = 7


def write_head(writer: SealedWriter, section: Section, length: int) -> None:
    """Begin a section whose `length` bytes follow."""
    writer.write(bytes((section,)) + length.to_bytes(_HEAD - 1, "big"))


def write_section(writer: SealedWriter, section: Section, content: bytes) -> None:
    """A section in one piece."""
    write_head(writer, section, len(content))
    writer.write(content)


def read_head(reader: SealedReader) -> tuple[Section, int] | None:
    """The next section and its length in bytes, None at the end. Raises SealedFileFault(`file_newer`) for a section
    that is not known here, `file_damaged` for half of one."""
    head = reader.read(_HEAD)
    if not head:
        return None
    if len(head) < _HEAD:
        raise SealedFileFault("file_damaged")
    if head[0] not in set(Section):
        raise SealedFileFault("file_newer")
    return Section(head[0]), int.from_bytes(head[1:], "big")


def read_section(reader: SealedReader, largest: int) -> tuple[Section, bytes] | None:
    """The next section, None at the end. Raises SealedFileFault, also for one of more than `largest` bytes."""
    head = read_head(reader)
    if head is None:
        return None
    section, length = head
    content = reader.read(length) if length <= largest else b""
    if len(content) != length:
        raise SealedFileFault("file_damaged")
    return section, content
