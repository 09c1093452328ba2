"""Entries: sealed once, read back strictly, unknown kinds kept, and no flipped bit unseen."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.bodies.consent import Consent
from sync.protocol.canonical import canonical_bytes
from sync.protocol.chain import check_chain, genesis_hash
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import (
    LARGEST_ENTRY,
    DecodedEntry,
    EntryFault,
    SealedEntry,
    Unsupported,
    decode,
    seal,
)
from sync.protocol.kinds import CURRENT_VERSION, REGISTRY, EntryKind
from tests.support.sample_bodies import (
    AT,
    TEXT,
    consent,
    consent_personal,
    contribution,
    enrolment,
    enrolment_personal,
    identifier,
)
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SampleJournal, every_kind

JOURNAL = every_kind()
ENROLMENT = JOURNAL.entries[0]


def changed(sealed: SealedEntry, **members: Any) -> bytes:
    """The entry with other members, canonical again; None removes one."""
    value = json.loads(sealed.raw) | members
    return canonical_bytes({key: member for key, member in value.items() if member is not None})


def fault(raw: bytes, personal: bytes | None = None) -> tuple[str, str]:
    with pytest.raises(EntryFault) as refused:
        decode(raw, personal)
    return refused.value.code, refused.value.field


def test_a_sealed_entry_is_read_back_as_it_was_written() -> None:
    sealed = seal(
        kind=EntryKind.ENROLMENT,
        entry_id=identifier(1),
        action_id=identifier(2),
        device=DEVICE,
        epoch=1,
        seq=1,
        prev_hash=genesis_hash(DEVICE_KEY.public),
        recorded_at=AT.replace(microsecond=123_999),
        utc_offset=540,
        body=enrolment(),
        personal=enrolment_personal(),
        worker_id=identifier(7),
    )
    entry = decode(sealed.raw, sealed.personal)
    assert isinstance(entry, DecodedEntry)
    assert (entry.body, entry.personal) == (enrolment(), enrolment_personal())
    assert entry.hash == sealed.hash == sha256_hex(sealed.raw)
    assert entry.envelope.recorded_at == AT
    assert entry.envelope.practice
    assert entry.envelope.local_time.isoformat() == "2026-11-22T11:15:30.123000"
    assert entry.envelope.local_on.isoformat() == "2026-11-22"


def test_after_a_purge_an_entry_is_read_without_its_personal_part() -> None:
    entry = decode(ENROLMENT.raw, None)
    assert isinstance(entry, DecodedEntry)
    assert entry.personal is None
    assert entry.body == enrolment()
    assert entry.hash == ENROLMENT.hash


def test_nothing_personal_shows_in_a_repr() -> None:
    shown = repr(ENROLMENT) + repr(decode(ENROLMENT.raw, ENROLMENT.personal))
    assert "Ma'rifah" not in shown
    assert "3208044810930004" not in shown


@pytest.mark.parametrize("members", [{"kind": "blessing"}, {"version": 2}, {"kind": "receipt", "version": 9}])
def test_an_unknown_kind_or_version_is_kept_and_not_a_fault(members: dict[str, Any]) -> None:
    raw = changed(ENROLMENT, **members)
    entry = decode(raw, ENROLMENT.personal)
    assert isinstance(entry, Unsupported)
    assert entry.hash == sha256_hex(raw)
    assert entry.envelope.body["income"] == 1_099_000
    assert fault(raw, b"{}") == ("personal_differs", "personal")


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"colour": "red"}, ("unknown_field", "")),
        ({"seq": None}, ("missing_field", "seq")),
        ({"seq": 0}, ("invalid_field", "seq")),
        ({"seq": "1"}, ("invalid_field", "seq")),
        ({"seq": True}, ("invalid_field", "seq")),
        ({"version": True}, ("invalid_field", "version")),
        ({"version": "1"}, ("invalid_field", "version")),
        ({"kind": 5}, ("invalid_field", "kind")),
        ({"device": "0q2fk"}, ("invalid_field", "device")),
        ({"prev_hash": "A" * 64}, ("invalid_field", "prev_hash")),
        ({"entry_id": "01a20118-c873-4000-8000-0000000003e9"}, ("invalid_field", "entry_id")),
        ({"recorded_at": "2026-11-22T02:16:30Z"}, ("invalid_field", "recorded_at")),
        ({"recorded_at": "2026-13-22T02:16:30.123Z"}, ("invalid_field", "recorded_at")),
        ({"recorded_at": "2026-11-22T02:16:30.123+00"}, ("invalid_field", "recorded_at")),
        ({"recorded_at": 5}, ("invalid_field", "recorded_at")),
        ({"utc_offset": 841}, ("invalid_field", "utc_offset")),
        ({"practice": False}, ("invalid_field", "")),
        ({"blobs": None}, ("missing_field", "blobs")),
        ({"personal_hash": None}, ("personal_missing", "personal_hash")),
        ({"body": {}}, ("missing_field", "body.offer")),
        ({"body": "text"}, ("invalid_field", "body")),
    ],
)
def test_envelope_and_body_are_strict(members: dict[str, Any], expected: tuple[str, str]) -> None:
    assert fault(changed(ENROLMENT, **members)) == expected


def test_the_name_of_an_unknown_field_is_not_repeated() -> None:
    body = json.loads(ENROLMENT.raw)["body"] | {"3208044810930004": 1}
    assert fault(changed(ENROLMENT, body=body)) == ("unknown_field", "body")


@pytest.mark.parametrize("raw", [b"[]", b"5", b'"text"', b'{"kind":"receipt"}'])
def test_other_json_is_no_entry(raw: bytes) -> None:
    assert fault(raw)[0] in {"invalid_field", "missing_field"}


def test_bytes_that_are_not_canonical_are_refused() -> None:
    assert fault(ENROLMENT.raw + b" ") == ("json_not_canonical", "")
    assert fault(b"{") == ("json_syntax", "")


def test_size_is_capped_before_anything_is_read() -> None:
    assert fault(b"x" * (LARGEST_ENTRY + 1)) == ("entry_too_large", "")
    assert fault(ENROLMENT.raw, b"x" * (LARGEST_ENTRY + 1)) == ("entry_too_large", "")


def test_the_personal_part_must_be_the_one_that_was_hashed() -> None:
    assert fault(ENROLMENT.raw, enrolment_bytes(name="Budi")) == ("personal_differs", "personal")
    receipt = JOURNAL.entries[3]
    assert fault(receipt.raw, b"{}") == ("personal_unexpected", "personal")
    assert fault(changed(receipt, personal_hash="0" * 64)) == ("personal_unexpected", "personal_hash")


def enrolment_bytes(**members: Any) -> bytes:
    assert ENROLMENT.personal is not None
    return canonical_bytes(json.loads(ENROLMENT.personal) | members)


@pytest.mark.parametrize(
    ("personal", "expected"),
    [
        (enrolment_bytes(nik="320804481093000"), ("invalid_field", "personal.nik")),
        (enrolment_bytes(nickname="Ifah"), ("unknown_field", "personal")),
        (enrolment_bytes(name="two\nlines"), ("invalid_field", "personal.name")),
        (enrolment_bytes(name="\u202eSiti"), ("invalid_field", "personal.name")),
        (enrolment_bytes(name=""), ("invalid_field", "personal.name")),
        (enrolment_bytes(heirs=[{"name": "A"}]), ("missing_field", "personal.heirs.0.relation")),
        (b'{ "salt":1}', ("json_not_canonical", "personal")),
    ],
)
def test_personal_parts_are_strict_too(personal: bytes, expected: tuple[str, str]) -> None:
    raw = changed(ENROLMENT, personal_hash=sha256_hex(personal))
    assert fault(raw, personal) == expected


KTP, OTHER = (
    {"sha256": digit * 64, "shows": shows} for digit, shows in (("a", "ktp"), ("b", "signed_paper"))
)


@pytest.mark.parametrize(
    ("told", "named", "differ"),
    [
        ([KTP, OTHER], "ab", False),
        ([KTP], "ab", False),
        ([], "a", False),
        ([KTP], "", True),
        ([KTP, OTHER], "a", True),
        ([KTP, KTP | {"shows": "thumb"}], "a", True),
    ],
)
def test_what_a_picture_shows_is_said_once_and_of_pictures_of_the_entry(
    told: list[dict[str, str]], named: str, differ: bool
) -> None:
    personal = enrolment_bytes(blobs=told)
    blobs = [{"sha256": digit * 64, "length": 9} for digit in named]
    raw = changed(ENROLMENT, personal_hash=sha256_hex(personal), blobs=blobs)
    if differ:
        assert fault(raw, personal) == ("pictures_differ", "personal.blobs")
    else:
        assert isinstance(decode(raw, personal), DecodedEntry)


def test_sealing_takes_the_models_of_the_kind_only() -> None:
    fields: dict[str, Any] = {
        "entry_id": identifier(1),
        "action_id": identifier(2),
        "device": DEVICE,
        "epoch": 1,
        "seq": 1,
        "prev_hash": "0" * 64,
        "recorded_at": AT,
        "utc_offset": 420,
    }
    with pytest.raises(EntryFault, match="wrong_model"):
        seal(kind=EntryKind.RECEIPT, body=enrolment(), **fields)
    with pytest.raises(EntryFault, match="wrong_model"):
        seal(kind=EntryKind.ENROLMENT, body=enrolment(), personal=consent_personal(), **fields)
    with pytest.raises(EntryFault, match="personal_missing"):
        seal(kind=EntryKind.CONSENT, body=consent(), **fields)
    with pytest.raises(EntryFault) as refused:
        seal(kind=EntryKind.CONTRIBUTION, body=contribution(7), **(fields | {"seq": 0}))
    assert (refused.value.code, refused.value.field) == ("invalid_field", "seq")
    with pytest.raises(EntryFault, match="recorded_at"):
        seal(
            kind=EntryKind.CONTRIBUTION,
            body=contribution(7),
            **(fields | {"recorded_at": AT.replace(tzinfo=None)}),
        )


def test_every_kind_is_registered_and_every_field_is_required_or_absent() -> None:
    """No field has a value of its own: what is not written means nothing, so old bytes never change their meaning."""
    assert set(CURRENT_VERSION) == set(EntryKind) == {kind for kind, _ in REGISTRY}
    models = [
        model for form in REGISTRY.values() for model in (form.body, form.personal) if model is not None
    ]
    for model in models:
        for name, field in model.model_fields.items():
            assert field.is_required() or field.default is None, (model, name)
            assert name != "kind"


@given(st.data())
def test_any_flipped_bit_is_found_by_hash_or_chain(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(JOURNAL.entries) - 1))
    sealed = JOURNAL.entries[at]
    content = bytearray(sealed.raw if sealed.personal is None else sealed.raw + sealed.personal)
    bit = data.draw(st.integers(0, len(content) * 8 - 1))
    content[bit // 8] ^= 1 << bit % 8
    raw = bytes(content[: len(sealed.raw)])
    personal = None if sealed.personal is None else bytes(content[len(sealed.raw) :])
    entries = []
    for place, entry in enumerate(JOURNAL.entries):
        try:
            entries.append(decode(raw, personal) if place == at else decode(entry.raw, entry.personal))
        except EntryFault:
            return
    head = entries[-1].hash
    start = genesis_hash(DEVICE_KEY.public)
    breaks = check_chain(entries, device=DEVICE, epoch=1, after_seq=0, head=start)
    assert breaks or head != JOURNAL.entries[-1].hash


def test_two_samples_are_the_same_bytes() -> None:
    assert every_kind().entries == JOURNAL.entries
    assert SampleJournal().entries == []
    assert Consent(purposes=("a",), text=TEXT, way="pad") != consent()
