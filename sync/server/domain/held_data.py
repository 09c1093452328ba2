"""Which kinds of a person's data an entry holds, in the words of a notice to that person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from sync.protocol.entry import DecodedEntry
from sync.protocol.kinds import EntryKind


class HeldData(StrEnum):
    """In the order in which they are told; `ERASED`: the branch has erased what it was."""

    IDENTITY = "identity"
    CONTACT = "contact"
    FAMILY = "family"
    WORK = "work"
    BANK = "bank"
    PAYMENTS = "payments"
    PHOTOS = "photos"
    SIGNATURE = "signature"
    ERASED = "erased"


CARD = frozenset({HeldData.IDENTITY, HeldData.CONTACT, HeldData.PAYMENTS})
"""What a worker's card tells: who, where, and until when was paid."""

_OF_KIND: Mapping[str, HeldData] = {
    EntryKind.ENROLMENT.value: HeldData.WORK,
    EntryKind.CONTRIBUTION.value: HeldData.PAYMENTS,
    EntryKind.RECEIPT.value: HeldData.PAYMENTS,
    EntryKind.VOID_REQUEST.value: HeldData.PAYMENTS,
    EntryKind.REFUND.value: HeldData.PAYMENTS,
}
_CHANGING = frozenset({EntryKind.CORRECTION.value, EntryKind.CHANGE.value})
"""Their bodies name fields of the person, too."""
_FIELDS: Mapping[HeldData, tuple[str, ...]] = {
    HeldData.IDENTITY: (
        "nik",
        "name",
        "birth_place",
        "birth_date",
        "sex",
        "marital",
        "npwp",
        "signed_by",
        "workers",
    ),
    HeldData.CONTACT: ("street", "rt", "rw", "village", "postcode", "phone", "email"),
    HeldData.FAMILY: ("mother_name", "kk", "heirs"),
    HeldData.WORK: (
        "workplace",
        "working_hours",
        "second_workplace",
        "second_working_hours",
        "occupation",
        "income",
    ),
    HeldData.BANK: ("bank",),
    HeldData.SIGNATURE: ("signature",),
}
_OF_FIELD = {name: data for data, names in _FIELDS.items() for name in names}


def held_data(entry: DecodedEntry) -> frozenset[HeldData]:
    """The kinds of data that an entry holds of the worker it is about."""
    found = set[HeldData]()
    if entry.envelope.kind in _CHANGING:
        found |= set(_named(entry.body.model_dump(exclude_none=True)))
    if entry.envelope.kind in _OF_KIND:
        found.add(_OF_KIND[entry.envelope.kind])
    if entry.envelope.blobs:
        found.add(HeldData.PHOTOS)
    if entry.personal is not None:
        found |= set(_named(entry.personal.model_dump(exclude_none=True)))
    elif entry.envelope.personal_hash is not None:
        found.add(HeldData.ERASED)
    return frozenset(found)


def _named(values: Mapping[str, Any]) -> Iterator[HeldData]:
    """The kinds of the fields that say something, those of a correction one level down."""
    for name, value in values.items():
        if name == "changes":
            yield from _named(value)
        elif value and name in _OF_FIELD:
            yield _OF_FIELD[name]
