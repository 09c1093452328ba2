"""The pictures of a record: each once, those that a correction replaced behind the others, nobody else's among them."""

from __future__ import annotations

from sync.protocol.digests import sha256_hex
from sync.protocol.entry import DecodedEntry, SealedEntry, decode
from sync.protocol.signatures import SigningKey
from sync.server.domain.record_photos import named_photos
from tests.support.field_laptop import FieldLaptop, person

OLD, NEW, OTHER = b"a blurred card", b"a sharp one", b"somebody else's"


def read(*sealed: SealedEntry) -> list[DecodedEntry]:
    found = [decode(one.raw, one.personal) for one in sealed]
    return [one for one in found if isinstance(one, DecodedEntry)]


def test_a_picture_named_twice_is_there_once_and_those_of_others_are_not() -> None:
    laptop = FieldLaptop("00001", SigningKey.generate())
    mine, other = laptop.enrol(person(1), card=OLD), laptop.enrol(person(2), card=OTHER)
    again = laptop.correct(mine, person(1), person(1), card=NEW)
    once_more = laptop.correct(mine, person(1), person(1), card=NEW)
    entries = read(mine.entries[0], other.entries[0], again, once_more)
    told = [(one.sha256, one.shows, one.previous) for one in named_photos(entries, mine.worker_id)]
    assert told == [(sha256_hex(NEW), "ktp", False), (sha256_hex(OLD), "ktp", True)]
    twice = named_photos(read(other.entries[0], other.entries[0]), other.worker_id)
    assert [one.sha256 for one in twice] == [sha256_hex(OTHER)]


def test_without_the_personal_part_nobody_knows_what_replaced_what() -> None:
    laptop = FieldLaptop("00001", SigningKey.generate())
    mine = laptop.enrol(person(1), card=OLD)
    again = laptop.correct(mine, person(1), person(1), card=NEW)
    purged = [SealedEntry.of(one.raw, None) for one in (mine.entries[0], again)]
    told = [(one.sha256, one.shows, one.previous) for one in named_photos(read(*purged), mine.worker_id)]
    assert told == [(sha256_hex(OLD), "", False), (sha256_hex(NEW), "", False)]
