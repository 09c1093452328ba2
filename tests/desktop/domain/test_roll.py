"""The lines of a roll: each judged as if those before it had been taken, whatever of a person the branch asks for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from perisai_desktop.domain import roll
from perisai_desktop.domain.kelompok import Kelompok, KelompokKind, Member
from perisai_desktop.domain.roll import Known, Roll
from sync.rules.branch_settings import FieldUse
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.programmes import PayerKind
from sync.rules.reactions import Reaction
from tests.support.reference_data import filled_form, gazetteer, reference

TODAY = date(2026, 11, 22)
KELOMPOK = Kelompok(
    "k-1",
    KelompokKind.FAMILY,
    PayerKind.SELF,
    EnrolmentForm(),
    "k-1",
    datetime(2026, 11, 22, tzinfo=UTC),
    pages=1,
)


def member(row: int, **typed: str) -> Member:
    return Member(row, replace(filled_form(), **typed))  # type: ignore[arg-type]


def reactions(lines: list[Member], *optional: str) -> list[set[Reaction]]:
    data = reference()
    fields = tuple((name, FieldUse.OPTIONAL) for name in optional)
    judged = Roll(replace(data, settings=replace(data.settings, fields=fields)), gazetteer(), TODAY).judge(
        KELOMPOK, lines, Known()
    )
    return [{one.reaction for one in (*each.assessment.errors, *each.assessment.warnings)} for each in judged]


def test_who_has_no_phone_shares_none() -> None:
    other = filled_form().nik[:-1] + "9"
    found = reactions([member(1, phone=""), member(2, nik=other, phone="", name="Orang Lain")], "phone")
    assert found == [set(), set()]


def test_a_full_memory_begins_anew_and_judges_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [member(1), member(2), member(3, income="1")]
    before = reactions(lines)
    monkeypatch.setattr(roll, "MOST_ASSESSED", 1)
    assert reactions(lines) == before
    assert Reaction.NIK_ALREADY_HERE in before[1]
