"""Fields beyond identity, price and proof: what a branch requires, what can't be read, and the text of heirs."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.rules.branch_settings import BranchSettings, FieldUse
from sync.rules.further_fields import FURTHER, MARITAL_STATES, further_findings, in_use
from sync.rules.heirs import HeirLine, read_heirs, write_heirs
from tests.support.reference_data import filled_form

TODAY = date(2026, 11, 22)
COMPLETE: dict[str, Any] = {
    "rt": "001",
    "rw": "002",
    "postcode": "43351",
    "email": "ujang@contoh.invalid",
    "marital": MARITAL_STATES[1],
    "kk": "3202 0814 0890 0009",
    "npwp": "12.345.678.9-012.000",
    "second_occupation": "Petani/Pekebun",
    "workplace": "Sawah",
    "working_hours": "8",
    "second_workplace": "Pasar",
    "second_working_hours": "2",
    "payer": "enterprise",
    "payer_name": "CV Contoh",
    "heirs": "Siti | istri | 28-02-1990 | 60; Adi | anak | | 40",
    "bank": "Bank Contoh",
    "bank_number": "001",
    "bank_holder": "Ujang",
    "ktp_photo": "0" * 64,
}
EMPTY = dict.fromkeys(COMPLETE, "") | {"payer": "enterprise", "second_occupation": "x"}


def found(settings: BranchSettings, **changes: Any) -> list[tuple[str, str]]:
    """Code and field of everything that is said of the filled form with some fields changed."""
    form = replace(filled_form(), **changes)
    return [(each.reaction.value, each.field) for each in further_findings(form, settings, TODAY)]


def branch(use: FieldUse, *names: str) -> BranchSettings:
    """A branch that uses these fields in one way."""
    return BranchSettings(fields=tuple((name, use) for name in names))


def test_what_a_branch_requires_is_asked_for_and_what_it_has_turned_off_is_not_looked_at() -> None:
    strict = branch(FieldUse.REQUIRED, *FURTHER)
    assert found(strict, **COMPLETE) == []
    assert found(BranchSettings(), **EMPTY) == []
    asked = found(strict, **EMPTY)
    assert asked == [("field_missing", name) for name in FURTHER if name != "second_occupation"]
    wrong: dict[str, Any] = EMPTY | {
        "kk": "1",
        "npwp": "1",
        "email": "x",
        "heirs": "Siti",
        "bank_holder": "Ujang",
    }
    assert found(branch(FieldUse.OFF, *FURTHER), **wrong) == []
    used = in_use(replace(filled_form(), **wrong), branch(FieldUse.OFF, *FURTHER))
    assert {getattr(used, name) for name in (*FURTHER, "bank_holder")} == {""}
    assert used.name == filled_form().name


def test_a_payer_has_a_name_and_a_second_job_a_place_only_where_there_is_one() -> None:
    strict = branch(FieldUse.REQUIRED, "payer_name", "second_workplace", "second_working_hours")
    assert found(strict, payer="self", second_occupation="") == []
    assert found(strict, payer="company", second_occupation="Mekanik") == [
        ("field_missing", "second_workplace"),
        ("field_missing", "second_working_hours"),
        ("field_missing", "payer_name"),
    ]


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("postcode", "4335", "postcode_invalid"),
        ("postcode", "43 351", ""),
        ("email", "ujang@contoh", "email_invalid"),
        ("email", "u @contoh.id", "email_invalid"),
        ("email", "u.s@contoh.co.id", ""),
        ("marital", "kawin", "marital_unknown"),
        ("kk", "32020814089", "kk_invalid"),
        ("npwp", "12345678901234", "npwp_invalid"),
        ("npwp", "1234567890123456", ""),
        ("npwp", "٣٢٠٢٠٨١٤٠٨٩٠٠٠٠٤", "npwp_invalid"),
        ("bank_number", "001", "bank_incomplete"),
        ("heirs", "Siti", "heir_incomplete"),
        ("heirs", "| istri", "heir_incomplete"),
        ("heirs", "Siti | istri | 31-02-1990", "heir_birth_date_invalid"),
        ("heirs", "Siti | istri | 23-11-2026", "heir_birth_date_invalid"),
        ("heirs", "Siti | istri | | 0", "heir_shares"),
        ("heirs", "Siti | istri | | half", "heir_shares"),
        ("heirs", "Siti | istri | | 60; Adi | anak | | 50", "heir_shares"),
        ("heirs", "Siti | istri | | 100; Adi | anak", "heir_shares"),
        ("heirs", "Siti | istri | | 60; Adi | anak", ""),
        ("heirs", "Siti | istri | | 60%; Adi | anak | | 40 %", ""),
        ("heirs", "; ".join(["Siti | istri"] * 21), "too_many_heirs"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, typed: str, code: str) -> None:
    assert [each for each, _ in found(BranchSettings(), **{name: typed})] == ([code] if code else [])


def test_a_bank_account_is_asked_for_where_its_first_part_is_missing() -> None:
    assert found(BranchSettings(), bank="Bank", bank_holder="Ujang") == [("bank_incomplete", "bank_number")]


_PART = st.text("ab |;\n", max_size=5)


@given(st.lists(st.builds(HeirLine, _PART, _PART, _PART, _PART), max_size=4))
def test_heirs_come_back_from_their_text(heirs: list[HeirLine]) -> None:
    text = write_heirs(heirs)
    again = read_heirs(text)
    assert write_heirs(again) == text
    assert len(again) == sum(any(part.strip(" |;\n") for part in heir.parts) for heir in heirs)


def test_the_text_of_heirs_can_be_read_by_a_person() -> None:
    heirs = (HeirLine("Siti; Aminah", "istri", "28-02-1990", "100"), HeirLine("Adi", "anak"), HeirLine())
    assert write_heirs(heirs) == "Siti Aminah | istri | 28-02-1990 | 100; Adi | anak"
    assert read_heirs("Siti | istri | 28-02-1990 | 50 | more;;")[0].born == date(1990, 2, 28)
