"""A sealed file opens whole and with one key, or not at all."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.sealed_file import (
    MAGIC,
    PIECE,
    Purpose,
    SealedFileFault,
    SealedReader,
    SealedWriter,
    hand_over_mark,
    key_id,
    mark_of,
    public_of,
    read_header,
)
from sync.protocol.sections import Section, read_section, write_head, write_section

PRIVATE = bytes(range(32))
OTHER = bytes(range(1, 33))
_TAG = 16
_FRONT = len(MAGIC) + 2 + 8 + 80


def sealed(content: bytes, purpose: Purpose = Purpose.BUNDLE, key: bytes = PRIVATE) -> bytes:
    file = BytesIO()
    writer = SealedWriter(file, purpose, public_of(key))
    writer.write(content)
    writer.finish()
    return file.getvalue()


def opened(raw: bytes, purpose: Purpose = Purpose.BUNDLE, key: bytes = PRIVATE) -> bytes:
    reader = SealedReader(BytesIO(raw), purpose, key)
    return reader.read(len(raw) + 1)


def code_of(raw: bytes, purpose: Purpose = Purpose.BUNDLE, key: bytes = PRIVATE) -> str:
    with pytest.raises(SealedFileFault) as fault:
        opened(raw, purpose, key)
    return fault.value.code


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7])
def test_what_was_written_is_read_back_in_any_portions(size: int) -> None:
    content = bytes(index % 251 for index in range(size))
    raw = sealed(content)
    assert opened(raw) == content
    reader = SealedReader(BytesIO(raw), Purpose.BUNDLE, PRIVATE)
    assert b"".join(iter(lambda: reader.read(50_001), b"")) == content


def test_the_header_shows_what_it_is_and_for_which_key_and_nothing_else() -> None:
    raw = sealed(b"Siti Contoh 3202081408900001")
    header = read_header(BytesIO(raw))
    assert (header.purpose, header.key_id) == (Purpose.BUNDLE, key_id(public_of(PRIVATE)))
    assert b"Siti" not in raw


def test_two_files_of_the_same_content_have_nothing_in_common() -> None:
    one, two = sealed(b"x" * 1_000), sealed(b"x" * 1_000)
    assert one[_FRONT - 80 :] != two[_FRONT - 80 :]
    assert one[_FRONT:] != two[_FRONT:]


@given(st.data())
def test_a_bit_that_flips_anywhere_is_found(data: st.DataObject) -> None:
    raw = bytearray(sealed(b"y" * 3_000))
    place = data.draw(st.integers(0, len(raw) * 8 - 1))
    raw[place // 8] ^= 1 << place % 8
    with pytest.raises(SealedFileFault):
        opened(bytes(raw))


@given(st.integers(0, 2 * (PIECE + _TAG) + _FRONT + 100))
def test_a_file_that_is_cut_off_anywhere_is_found(length: int) -> None:
    raw = sealed(b"z" * (2 * PIECE + 100))
    assert length < len(raw)
    with pytest.raises(SealedFileFault):
        opened(raw[:length])


def test_a_file_that_ends_with_a_whole_piece_is_found_too() -> None:
    raw = sealed(b"z" * (2 * PIECE + 100))
    assert code_of(raw[: _FRONT + PIECE + _TAG]) == "file_damaged"
    assert code_of(raw[: _FRONT + 2 * (PIECE + _TAG)]) == "file_damaged"


def test_pieces_that_change_places_or_come_twice_are_found() -> None:
    raw = sealed(bytes(PIECE) + b"1" * PIECE + b"2" * 100)
    front, rest = raw[:_FRONT], raw[_FRONT:]
    one, two, last = rest[: PIECE + _TAG], rest[PIECE + _TAG : 2 * (PIECE + _TAG)], rest[2 * (PIECE + _TAG) :]
    assert opened(front + one + two + last)
    for wrong in (two + one + last, one + one + last, one + two + last + last, one + last, last):
        assert code_of(front + wrong) == "file_damaged"


def test_pieces_of_another_file_for_the_same_key_do_not_fit() -> None:
    one, two = sealed(b"a" * (PIECE + 9)), sealed(b"b" * (PIECE + 9))
    cut = _FRONT + PIECE + _TAG
    assert code_of(one[:cut] + two[cut:]) == "file_damaged"


def test_what_lies_behind_the_end_is_found() -> None:
    assert code_of(sealed(b"content") + b"x") == "file_damaged"


def test_each_way_of_being_another_file_has_its_own_code() -> None:
    raw = sealed(b"content")
    assert code_of(b"") == "file_foreign"
    assert code_of(b"PK\x03\x04" + raw) == "file_foreign"
    assert code_of(raw[:12]) == "file_foreign"
    assert code_of(MAGIC + b"\x02" + raw[13:]) == "file_newer"
    assert code_of(MAGIC + b"\x01\x09" + raw[14:]) == "file_of_other_kind"
    assert code_of(raw, purpose=Purpose.ANSWER) == "file_of_other_kind"
    assert code_of(raw, key=OTHER) == "file_for_other_key"
    assert code_of(raw[: _FRONT - 1]) == "file_damaged"


def test_a_header_that_was_made_to_name_another_key_opens_with_neither() -> None:
    raw = sealed(b"content")
    renamed = raw[:14] + key_id(public_of(OTHER)) + raw[22:]
    assert code_of(renamed) == "file_for_other_key"
    assert code_of(renamed, key=OTHER) == "file_damaged"


def test_the_mark_is_of_the_file_and_easy_to_copy_by_hand() -> None:
    file = BytesIO()
    writer = SealedWriter(file, Purpose.ANSWER, public_of(PRIVATE))
    writer.write(b"content")
    mark = writer.finish()
    assert mark == mark_of(BytesIO(file.getvalue()))
    assert mark == hand_over_mark(hashlib.sha256(file.getvalue()).digest())
    assert [len(group) for group in mark.split("-")] == [4, 4, 4, 4]
    assert not set(mark) & set("ILOU")


def test_exhausting_a_file_that_is_whole_reads_to_its_end() -> None:
    raw = BytesIO(sealed(b"q" * (PIECE * 2)))
    SealedReader(raw, Purpose.BUNDLE, PRIVATE).exhaust()
    assert raw.read() == b""


def sections(*parts: tuple[Section, bytes], tail: bytes = b"") -> SealedReader:
    file = BytesIO()
    writer = SealedWriter(file, Purpose.BUNDLE, public_of(PRIVATE))
    for section, content in parts:
        write_section(writer, section, content)
    writer.write(tail)
    writer.finish()
    return SealedReader(BytesIO(file.getvalue()), Purpose.BUNDLE, PRIVATE)


def test_sections_come_back_one_after_the_other() -> None:
    reader = sections((Section.MANIFEST, b"m"), (Section.BATCH, b""), (Section.BLOB, b"b" * (PIECE + 1)))
    assert read_section(reader, PIECE * 2) == (Section.MANIFEST, b"m")
    assert read_section(reader, PIECE * 2) == (Section.BATCH, b"")
    assert read_section(reader, PIECE * 2) == (Section.BLOB, b"b" * (PIECE + 1))
    assert read_section(reader, PIECE * 2) is None


@pytest.mark.parametrize(
    ("tail", "code"),
    [
        (b"\x02", "file_damaged"),
        (b"\x63" + bytes(8), "file_newer"),
        (b"\x02" + (5).to_bytes(8, "big") + b"four", "file_damaged"),
        (b"\x02" + (2**63).to_bytes(8, "big") + b"four", "file_damaged"),
    ],
)
def test_half_a_section_and_one_that_is_not_known_are_found(tail: bytes, code: str) -> None:
    with pytest.raises(SealedFileFault) as fault:
        read_section(sections(tail=tail), 1_000)
    assert fault.value.code == code


def test_a_section_can_be_written_in_portions() -> None:
    file = BytesIO()
    writer = SealedWriter(file, Purpose.BUNDLE, public_of(PRIVATE))
    write_head(writer, Section.BLOB, 6)
    writer.write(b"abc")
    writer.write(b"def")
    writer.finish()
    reader = SealedReader(BytesIO(file.getvalue()), Purpose.BUNDLE, PRIVATE)
    assert read_section(reader, 6) == (Section.BLOB, b"abcdef")
