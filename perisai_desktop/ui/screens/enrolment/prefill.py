"""What the NIK already tells: birth date and sex, filled in only where the agent has not typed something else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sync.rules.dates import format_short_date
from sync.rules.enrolment import EnrolmentForm
from sync.rules.nik import NikReading


@dataclass(frozen=True, slots=True)
class Prefill:
    """What was last filled in from a NIK; a field that still holds it may be filled anew."""

    birth_date: str = ""
    sex: str = ""


def prefill(form: EnrolmentForm, earlier: Prefill, reading: NikReading) -> tuple[EnrolmentForm, Prefill]:
    """The form with birth date and sex from the NIK's `reading`, and what was filled in.

    A value typed by the agent stays; a value filled in from an earlier, mistyped NIK gives way.
    """
    birth_date = format_short_date(reading.birth_date) if reading.birth_date else ""
    sex = reading.sex.value if reading.sex else ""
    if form.birth_date in ("", earlier.birth_date):
        form = replace(form, birth_date=birth_date)
    if form.sex in ("", earlier.sex):
        form = replace(form, sex=sex)
    return form, Prefill(birth_date, sex)
