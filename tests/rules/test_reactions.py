"""Reaction codes: their order, weight and field, and the roster's word."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.reactions import (
    Reaction,
    Severity,
    field_of,
    finding,
    in_precedence,
    roster_reaction,
    severity,
)

TABLE = """
nik_not_digits nik_length nik_all_equal nik_impossible_date nik_serial_zero nik_already_here name_missing
birth_date_missing birth_place_missing birth_date_invalid sex_missing mother_name_missing street_missing
too_old turns_65_today too_young phone_missing phone_invalid occupation_missing occupation_unknown
income_missing income_below_minimum income_not_thousands programmes_not_offered months_not_offered
first_month_not_offered consent_missing declaration_missing place_missing village_unknown
field_missing postcode_invalid email_invalid marital_unknown kk_invalid npwp_invalid payer_unknown
bank_incomplete heir_incomplete heir_birth_date_invalid heir_shares too_many_heirs
month_already_paid month_hole amount_differs too_far_ahead membership_ended
; birth_date_differs sex_differs region_unknown under_17 phone_shared likely_duplicate
; region_retired spaces_and_dots last_day_before_65
"""
ORDER, WARNINGS, NOTES = (part.split() for part in TABLE.split(";"))


def test_the_codes_and_their_precedence() -> None:
    assert [reaction.value for reaction in Reaction] == [*ORDER, *WARNINGS, *NOTES]


@pytest.mark.parametrize("reaction", list(Reaction))
def test_every_code_has_a_weight_and_a_field_of_the_form(reaction: Reaction) -> None:
    expected = (
        Severity.WARNING if reaction in WARNINGS else Severity.NOTE if reaction in NOTES else Severity.ERROR
    )
    assert severity(reaction) is expected
    assert field_of(reaction) in {field.name for field in fields(EnrolmentForm)}
    assert finding(reaction).field == field_of(reaction)
    assert finding(reaction, "second_occupation").field == "second_occupation"


@pytest.mark.parametrize(
    ("reactions", "word"),
    [
        ([], "diterima"),
        ([Reaction.SPACES_AND_DOTS], "diterima:spaces_and_dots"),
        ([Reaction.SPACES_AND_DOTS, Reaction.REGION_RETIRED], "diterima:region_retired"),
        ([Reaction.SPACES_AND_DOTS, Reaction.SEX_DIFFERS], "peringatan:sex_differs"),
        ([Reaction.SEX_DIFFERS, Reaction.PHONE_INVALID, Reaction.NIK_LENGTH], "ditolak:nik_length"),
    ],
)
def test_the_word_of_the_roster(reactions: list[Reaction], word: str) -> None:
    assert roster_reaction(finding(reaction) for reaction in reactions) == word


@given(st.lists(st.sampled_from(Reaction)))
def test_findings_are_ordered_and_none_is_lost(reactions: list[Reaction]) -> None:
    ordered = in_precedence(finding(reaction) for reaction in reactions)
    ranks = [list(Reaction).index(found.reaction) for found in ordered]
    assert ranks == sorted(ranks)
    assert sorted(found.reaction for found in ordered) == sorted(reactions)
