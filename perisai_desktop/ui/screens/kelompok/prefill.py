"""What a NIK says by itself, so that nobody types it again."""

from dataclasses import replace
from datetime import date

from sync.rules.dates import format_short_date
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.nik import read_nik


def filled_by_nik(form: EnrolmentForm, today: date) -> EnrolmentForm:
    """The form with birth date and sex as the NIK says, where nothing was typed."""
    reading = read_nik(form.nik, today)
    if reading.birth_date is not None and not form.birth_date.strip():
        form = replace(form, birth_date=format_short_date(reading.birth_date))
    if reading.sex is not None and not form.sex.strip():
        form = replace(form, sex=reading.sex.value)
    return form
