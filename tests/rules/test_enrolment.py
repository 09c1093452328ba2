"""The assessment of an enrolment: each code alone, all at once, and the edges of age."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.rules.branch_settings import FieldUse
from sync.rules.dates import birthday_reached
from sync.rules.enrolment import Assessment, Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.reactions import Reaction
from tests.support.reference_data import filled_form, gazetteer, reference

TODAY = date(2026, 11, 22)


def assessed(on: date = TODAY, *, known: str = "", **changes: Any) -> Assessment:
    """The assessment of the filled form with some fields changed, and one fact that the store knows."""
    circumstances = Circumstances(
        reference(),
        gazetteer(),
        on,
        nik_here=known == "nik_here",
        phone_here=known == "phone_here",
        likely_duplicate=known == "likely_duplicate",
    )
    return assess(replace(filled_form(), **changes), circumstances)


def codes(assessment: Assessment) -> list[str]:
    """The codes of all findings, in order."""
    return [found.reaction.value for found in assessment.findings]


def test_a_filled_form_draws_no_reaction_and_has_its_price() -> None:
    assessment = assessed()
    assert assessment.reaction == "diterima"
    assert assessment.findings == assessment.errors == assessment.warnings == assessment.notes == ()
    assert assessment.quote is not None
    assert assessment.quote.total == 33_600


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("name", "  ", ["name_missing"]),
        ("name", "\ufeff \u200b", ["name_missing"]),
        ("birth_date", "", ["birth_date_missing"]),
        ("birth_date", "31-02-1990", ["birth_date_invalid"]),
        ("birth_date", "2026-11-23", ["birth_date_invalid"]),
        ("birth_date", "14/08/1990", []),
        ("birth_date", "1990-08-15", ["birth_date_differs"]),
        ("birth_place", "", ["birth_place_missing"]),
        ("sex", "", ["sex_missing"]),
        ("sex", "X", ["sex_missing"]),
        ("sex", "l", []),
        ("sex", "P", ["sex_differs"]),
        ("mother_name", "", ["mother_name_missing"]),
        ("street", "", ["street_missing"]),
        ("phone", "", ["phone_missing"]),
        ("phone", "12345", ["phone_invalid"]),
        ("village", "", ["place_missing"]),
        ("village", "32.02.10.9999", ["village_unknown"]),
        ("occupation", "", ["occupation_missing"]),
        ("occupation", "Astronaut", ["occupation_unknown"]),
        ("occupation", "PETANI/PEKEBUN", []),
        ("second_occupation", "Astronaut", ["occupation_unknown"]),
        ("income", "", ["income_missing"]),
        ("income", "banyak", ["income_missing"]),
        ("income", "999000", ["income_below_minimum"]),
        ("income", "1250500", ["income_not_thousands"]),
        ("income", "900500", ["income_below_minimum", "income_not_thousands"]),
        ("offer", "JHT", ["programmes_not_offered"]),
        ("offer", "", ["programmes_not_offered"]),
        ("months", "2", ["months_not_offered"]),
        ("months", "", ["months_not_offered"]),
        ("months", "tiga", ["months_not_offered"]),
        ("first_month", "2026-12", []),
        ("first_month", "2026-10", ["first_month_not_offered"]),
        ("first_month", "2027-01", ["first_month_not_offered"]),
        ("first_month", "", ["first_month_not_offered"]),
        ("consents", frozenset({"enrolment"}), ["consent_missing"]),
        ("consents", frozenset({"enrolment", "branch_check", "other_programmes"}), []),
        ("declaration", False, ["declaration_missing"]),
        ("nik", "", ["nik_length"]),
        ("nik", "3202081408900000", ["nik_serial_zero"]),
        ("nik", "9999991408900004", ["region_unknown"]),
        ("nik", "9101011408900004", ["region_retired"]),
        ("nik", "3202991408900004", ["region_retired"]),
        ("nik", "320208 140890 0004", ["spaces_and_dots"]),
    ],
)
def test_each_field_is_told_what_is_wrong(field: str, typed: object, expected: list[str]) -> None:
    changes: dict[str, Any] = {field: typed}
    assert codes(assessed(**changes)) == expected


def test_an_empty_form_is_told_everything_at_once() -> None:
    assessment = assess(EnrolmentForm(), Circumstances(reference(), gazetteer(), TODAY))
    assert codes(assessment) == [
        "nik_length",
        "name_missing",
        "birth_date_missing",
        "birth_place_missing",
        "sex_missing",
        "mother_name_missing",
        "street_missing",
        "phone_missing",
        "occupation_missing",
        "income_missing",
        "programmes_not_offered",
        "months_not_offered",
        "first_month_not_offered",
        "consent_missing",
        "declaration_missing",
        "place_missing",
    ]
    assert assessment.quote is None


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("nik_here", "ditolak:nik_already_here"),
        ("phone_here", "peringatan:phone_shared"),
        ("likely_duplicate", "peringatan:likely_duplicate"),
    ],
)
def test_what_the_store_knows(fact: str, expected: str) -> None:
    assert assessed(known=fact).reaction == expected


def test_a_warning_and_a_note_are_told_apart() -> None:
    assessment = assessed(nik="9999 991408900004")
    assert [found.reaction for found in assessment.warnings] == [Reaction.REGION_UNKNOWN]
    assert [found.reaction for found in assessment.notes] == [Reaction.SPACES_AND_DOTS]
    assert assessment.reaction == "peringatan:region_unknown"


def test_the_second_occupation_is_marked_at_its_own_field() -> None:
    assessment = assessed(occupation="Astronaut", second_occupation="Astronaut")
    assert [found.field for found in assessment.errors] == ["occupation", "second_occupation"]


def test_the_main_job_sets_the_price_and_two_sectors_are_flagged() -> None:
    farmer_first = assessed(second_occupation="Ojek Pangkalan")
    rider_first = assessed(occupation="Ojek Pangkalan", second_occupation="Petani/Pekebun")
    assert farmer_first.quote is not None
    assert rider_first.quote is not None
    assert (farmer_first.quote.total, rider_first.quote.total) == (33_600, 25_200)
    assert farmer_first.two_sectors
    assert rider_first.two_sectors
    assert not assessed(second_occupation="Pedagang").two_sectors


@pytest.mark.parametrize("field", ["nik", "name", "phone", "village", "birth_date"])
def test_the_price_stands_beside_other_errors(field: str) -> None:
    changes: dict[str, Any] = {field: ""}
    assessment = assessed(**changes)
    assert assessment.errors
    assert assessment.quote is not None


@pytest.mark.parametrize(
    "change",
    [
        {"occupation": ""},
        {"income": "abc"},
        {"income": "900000"},
        {"income": "1000500"},
        {"offer": "JHT"},
        {"months": "5"},
        {"first_month": "2025-01"},
    ],
)
def test_there_is_no_price_without_what_it_needs(change: dict[str, Any]) -> None:
    assert assessed(**change).quote is None


def test_who_pays_changes_the_price_and_has_to_be_on_the_list() -> None:
    assessment = assessed(payer="regional_budget")
    assert assessment.quote is not None
    assert assessment.quote.total == 50_400
    stranger = assessed(payer="somebody")
    assert (stranger.quote, codes(stranger)) == (None, ["payer_unknown"])


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1961-11-21", ["too_old"]),
        ("1961-11-22", ["turns_65_today"]),
        ("1961-11-23", ["last_day_before_65"]),
        ("1961-11-24", []),
        ("2009-11-22", []),
        ("2009-11-23", ["under_17"]),
        ("2011-11-22", ["under_17"]),
        ("2011-11-23", ["too_young"]),
        ("2026-11-22", ["too_young", "birth_date_differs"]),
        ("1900-01-01", ["too_old", "birth_date_differs"]),
    ],
)
def test_the_edges_of_age(born: str, expected: list[str]) -> None:
    assert codes(assessed(birth_date=born, nik=nik_born(born))) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 2, 27), []),
        (date(2025, 2, 28), ["last_day_before_65"]),
        (date(2025, 3, 1), ["turns_65_today"]),
        (date(2025, 3, 2), ["too_old"]),
    ],
)
def test_born_on_29_february_turns_65_on_1_march(on: date, expected: list[str]) -> None:
    born = "1960-02-29"
    assessment = assessed(on, birth_date=born, nik=nik_born(born), first_month=f"{on:%Y-%m}")
    assert codes(assessment) == expected


def nik_born(born: str) -> str:
    """The NIK of a man born on a day."""
    return f"320208{born[8:10]}{born[5:7]}{born[2:4]}0004"


@given(st.dates(date(1927, 1, 1), TODAY))
def test_nobody_of_65_is_taken_and_everybody_from_15_is(born: date) -> None:
    refused = bool(assessed(birth_date=born.isoformat(), nik=nik_born(born.isoformat())).errors)
    eligible = birthday_reached(born, 15, TODAY) and not birthday_reached(born, 65, TODAY)
    assert refused is not eligible


@given(st.builds(EnrolmentForm, *[st.text(max_size=20)] * 23, consents=st.just(frozenset())))
def test_no_typing_breaks_the_assessment(form: EnrolmentForm) -> None:
    assessment = assess(form, Circumstances(reference(), gazetteer(), TODAY))
    assert assessment.reaction.startswith("ditolak:")
    assert all(hasattr(form, found.field) for found in assessment.findings)


@pytest.mark.parametrize("name", ["birth_place", "mother_name", "street", "phone"])
def test_a_branch_can_waive_a_field(name: str) -> None:
    of_branch = reference()
    settings = replace(of_branch.settings, fields=((name, FieldUse.OPTIONAL),))
    circumstances = Circumstances(replace(of_branch, settings=settings), gazetteer(), TODAY)
    emptied: dict[str, Any] = {name: ""}
    assert assess(replace(filled_form(), **emptied), circumstances).reaction == "diterima"


def test_a_waived_phone_is_still_checked_where_it_is_typed() -> None:
    of_branch = reference()
    settings = replace(of_branch.settings, fields=(("phone", FieldUse.OPTIONAL),))
    circumstances = Circumstances(replace(of_branch, settings=settings), gazetteer(), TODAY)
    assert assess(replace(filled_form(), phone="123"), circumstances).reaction == "ditolak:phone_invalid"


def test_the_first_month_follows_the_local_date() -> None:
    new_year = date(2027, 12, 31)
    assert codes(assessed(new_year, first_month="2028-01")) == []
    assert codes(assessed(new_year + timedelta(days=1), first_month="2027-12")) == ["first_month_not_offered"]


def test_personal_fields_stay_out_of_the_repr() -> None:
    shown = repr(filled_form())
    assert "Wijaya" not in shown
    assert "3202081408900004" not in shown
    assert "Melati" not in shown
