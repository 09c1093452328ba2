"""What an entry holds of a person is told in kinds of data, also where its personal part was erased."""

from __future__ import annotations

import pytest

from sync.protocol.entry import DecodedEntry, SealedEntry, decode
from sync.protocol.kinds import EntryKind
from sync.server.domain.held_data import held_data
from tests.support.sample_entries import every_kind

TOLD = {
    EntryKind.ENROLMENT: {"identity", "contact", "family", "work", "bank"},
    EntryKind.CORRECTION: {"identity", "work"},
    EntryKind.CONSENT: {"signature"},
    EntryKind.RECEIPT: {"payments"},
    EntryKind.REFUND: {"identity", "payments", "signature"},
    EntryKind.DEPOSIT: {"photos"},
    EntryKind.CLOSING: set[str](),
}
ENTRIES = {decode(one.raw, one.personal).envelope.kind: one for one in reversed(every_kind().entries)}


def told(sealed: SealedEntry, *, erased: bool = False) -> set[str]:
    entry = decode(sealed.raw, None if erased else sealed.personal)
    assert isinstance(entry, DecodedEntry)
    return {kind.value for kind in held_data(entry)}


@pytest.mark.parametrize("kind", TOLD)
def test_each_kind_of_entry_says_what_it_holds(kind: EntryKind) -> None:
    assert told(ENTRIES[kind.value]) == TOLD[kind]


def test_what_was_erased_is_said_where_there_was_something() -> None:
    assert told(ENTRIES["enrolment"], erased=True) == {"work", "erased"}
    assert told(ENTRIES["receipt"], erased=True) == {"payments"}
