"""What values of the domain reckon from what they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from perisai_desktop.domain.branch_finding import DEPOSIT_DIFFERS, BranchFinding
from perisai_desktop.domain.list_columns import guess
from perisai_desktop.domain.portal import ANSWER_HEADS, answers_somebody
from perisai_desktop.domain.readiness import PrinterStanding
from perisai_desktop.domain.review import OtherContent, ReviewPrice, ReviewRecord
from perisai_desktop.domain.roll import Known, Roll
from perisai_desktop.domain.task import Task
from perisai_desktop.domain.till_book import CashDay, CashSort, cash_days, cash_lines
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ReviewState
from tests.desktop.domain.test_roll import KELOMPOK, TODAY, member
from tests.support.reference_data import gazetteer, reference

AT = datetime(2026, 11, 22, tzinfo=UTC)
DAY = AT.date()


def test_cash_is_told_by_sort_and_by_day() -> None:
    lines = cash_lines([(CashSort.RECEIPT, 3, 50_400), (CashSort.DEPOSIT, 1, 33_600)])
    assert [line.sort for line in lines] == list(CashSort)
    assert [(line.count, line.rupiah) for line in lines if line.count] == [(3, 50_400), (1, -33_600)]
    later = DAY + timedelta(days=1)
    moved = [(DAY, CashSort.RECEIPT, 50_400), (DAY, CashSort.VOID, 16_800), (later, CashSort.DEPOSIT, 33_600)]
    assert cash_days(moved, {DAY: "closing-1"}) == (
        CashDay(later, 0, 33_600, 0, ""),
        CashDay(DAY, 50_400, 16_800, 33_600, "closing-1"),
    )


def test_the_columns_of_an_answer_are_known_by_their_heads_the_first_of_each() -> None:
    assert guess(("Nama", "No. KPJ", "NIK", "Keterangan", "KPJ"), ANSWER_HEADS) == {
        "kpj": 1,
        "nik": 2,
        "reason": 3,
    }


@pytest.mark.parametrize(
    ("names", "fit"),
    [
        ("nik kpj", True),
        ("entry reason", True),
        ("billing", True),
        ("nik entry paid sort", False),
        ("kpj reason", False),
        ("", False),
    ],
)
def test_an_answer_names_somebody_and_says_something_or_is_a_kode_iuran(names: str, fit: bool) -> None:
    assert answers_somebody({name: place for place, name in enumerate(names.split())}) is fit


FOUND = BranchFinding("phone_shared", "a1", "L-0001", "Agus", DAY, "e2", ("e1", "e2", "e3"), 3)


@pytest.mark.parametrize(
    ("found", "rupiah", "record"),
    [(FOUND, 0, "e2"), (replace(FOUND, code=DEPOSIT_DIFFERS, measure=16_800), 16_800, None)],
)
def test_a_finding_names_its_entries_once_and_cash_is_no_record(
    found: BranchFinding, rupiah: int, record: str | None
) -> None:
    assert (found.rupiah, found.record, found.openable) == (rupiah, record, record is not None)
    assert found.entries == ("e2", "e1", "e3")
    assert replace(found, subject=None).entries == ("e1", "e2", "e3")


def record(**more: object) -> ReviewRecord:
    plain = ReviewRecord(
        "e1", "h", "enrolment", ReviewState.RECEIVED, "Agus", "0123", AT, {"name": "Siti", "job": "1"}, (), (),
        None, 0, (),
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def test_what_else_came_under_a_record_is_told_where_it_is_comparable() -> None:
    prices = tuple(ReviewPrice(IuranMonth(2026, 11).plus(more), 16_800, None) for more in range(2))
    other = OtherContent(
        "enrolment", "Budi", {"name": "Siti", "phone": "0812"}, prices, None, AT, 420, ReviewState.HELD
    )
    assert other.rupiah == 33_600
    assert record().beside == {}
    assert record(other=replace(other, kind="change")).beside == {}
    assert record(other=other).beside == {"job": "", "phone": "0812"}


def test_a_record_is_taken_by_another_than_the_reader() -> None:
    assert [
        record(claimed_by=who, mine=mine).taken for who, mine in ((None, False), ("B", True), ("B", False))
    ] == [False, False, True]


def test_a_chosen_printer_that_is_not_there_is_missing() -> None:
    assert PrinterStanding(None, "Epson").missing
    assert not PrinterStanding(None, "").missing
    assert not PrinterStanding(None, "").fine


@pytest.mark.parametrize(
    ("state", "kind", "readable"),
    [
        (ReviewState.REFUSED, "change", True),
        (ReviewState.REFUSED, "enrolment", False),
        (ReviewState.RETURNED, "change", False),
    ],
)
def test_a_refusal_without_money_is_only_read(state: ReviewState, kind: str, readable: bool) -> None:
    task = Task("e1", "w1", "Siti", None, 0, state, "other", "", (), "Penyelia", AT, False, kind)
    assert task.readable is readable


def test_lines_alike_are_assessed_once() -> None:
    known = Roll(reference(), gazetteer(), TODAY)
    once = known.judge(KELOMPOK, [member(1)], Known())
    assert known.judge(KELOMPOK, [member(1)], Known())[0].assessment is once[0].assessment
