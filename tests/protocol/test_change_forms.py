"""What a form says from a month on, as a change and back again."""

from dataclasses import replace
from datetime import date

import pytest

from sync.protocol.change_forms import change_fields, change_parts, changed_form, end_parts, saying_of
from sync.protocol.entry import EntryFault
from sync.rules.changes import EndCause, Saying
from sync.rules.iuran_month import IuranMonth
from tests.support.reference_data import filled_form
from tests.support.sample_bodies import salt

FEBRUARY = IuranMonth(2027, 2)


def test_what_differs_is_written_and_read_back() -> None:
    form = replace(filled_form(), rt="5")
    after = replace(form, income="2.600.000", rt="", phone="+62 813-1111-2222")
    change, personal = change_parts(form, after, FEBRUARY, salt=salt(1), bracket=3)
    assert (change.bracket, change.income, personal.rt, personal.phone) == (3, 2_600_000, "", "081311112222")
    assert changed_form(form, change, personal) == replace(after, income="2600000", phone="081311112222")
    assert saying_of(change, personal) == Saying(FEBRUARY, frozenset({"income", "rt", "phone"}))


def test_without_its_personal_part_the_terms_stay() -> None:
    form = filled_form()
    after = replace(form, offer="JKK+JKM+JHT", phone="081311112222")
    change, _ = change_parts(form, after, FEBRUARY, salt=salt(1), bracket=3)
    assert change.bracket is None
    assert change_fields(change, None) == {"offer"}
    assert changed_form(form, change, None) == replace(form, offer="JKK+JKM+JHT")


def test_an_end_says_nothing_else() -> None:
    on = date(2026, 11, 2)
    change, personal = end_parts(EndCause.DEATH, FEBRUARY, on, salt=salt(1))
    assert change_fields(change, personal) == {"end"}
    assert saying_of(change, personal) == Saying(FEBRUARY, frozenset(), EndCause.DEATH, on)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "Lain", "not_correctable"),
        ("offer", "", "invalid_field"),
        ("phone", "1" * 201, "invalid_field"),
    ],
)
def test_what_no_change_may_say(field: str, value: str, code: str) -> None:
    form = filled_form()
    with pytest.raises(EntryFault) as fault:
        change_parts(form, replace(form, **{field: value}), FEBRUARY, salt=salt(1))  # type: ignore[arg-type]
    assert fault.value.code == code
    assert fault.value.field.rpartition(".")[2] == field
