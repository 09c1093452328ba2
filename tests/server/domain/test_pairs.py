"""What two forms have in common, and what a saying lifts."""

from __future__ import annotations

import json
from datetime import date

from sync.server.domain.pairs import told_apart, why_alike
from sync.server.storage.check_records import StoredFinding


def found(entry_id: str, check: str, *evidence: str) -> StoredFinding:
    return StoredFinding(entry_id, check, "b", "a", date(2026, 11, 22), json.dumps(evidence), len(evidence))


def test_only_findings_that_lean_on_the_other_record_go() -> None:
    alone = found("b", "same_person_likely", "a")
    other = found("b", "duplicate", "c")
    photo = found("b", "photo_used_before", "a")
    many = found("a", "same_person_likely", "b", "c")
    kept, lifted = told_apart([alone, other, photo, many], ("a", "b"))
    assert kept == (other, photo, found("a", "same_person_likely", "c"))
    assert lifted == {"b": frozenset({"same_person_likely", "likely_duplicate"})}


def test_what_is_close_is_told_from_what_is_the_same() -> None:
    one = {"name": "Moch. Soekarno", "birth_date": "1990-08-14", "phone": "0812 0000 4417", "nik": "1"}
    other = {"name": "Muhammad Sukarno Hadi", "birth_date": "1990-08-15", "phone": "+6281200004417"}
    assert why_alike(one, other) == ("name_alike", "birth_date_close", "same_phone")
    assert why_alike({}, {}) == ()
    assert why_alike(one, {**one, "name": "H. Mohamad Sukarno"}) == (
        "same_nik",
        "same_name",
        "same_birth_date",
        "same_phone",
    )
