"""Two answers as one verdict: what was verified here stands, whatever an unsigned page says."""

import pytest

from perisai_desktop.domain.receipt_check import (
    Arrival,
    BranchAnswer,
    Genuineness,
    ReceiptCheck,
    Standing,
    Verdict,
    disagrees,
    verdict_of,
)
from sync.client.receipt_answer import PublicStanding
from sync.server.domain.receipt_standing import Standing as ServedStanding

GENUINE, ALTERED, UNKNOWN = Genuineness
REAL = (
    Standing.GENUINE_RECEIVED,
    Standing.GENUINE_NOT_RECEIVED,
    Standing.GENUINE_TO_CHECK,
    Standing.VOIDED,
)


def checked(genuineness: Genuineness, arrival: Arrival = Arrival.NOT_OWN) -> ReceiptCheck:
    return ReceiptCheck("7Q2FK-01-000123-Q", None, None, genuineness, arrival, False, None)


def test_all_three_sides_know_the_same_answers() -> None:
    names = [each.value for each in Standing]
    assert [each.value for each in PublicStanding] == names
    assert [each.value for each in ServedStanding] == names


@pytest.mark.parametrize(
    ("arrival", "verdict"),
    [
        (Arrival.NOT_OWN, Verdict.GENUINE),
        (Arrival.NOT_SENT, Verdict.NOT_RECEIVED),
        (Arrival.RECEIVED, Verdict.RECEIVED),
        (Arrival.VOIDED, Verdict.VOIDED),
    ],
)
def test_offline_a_genuine_one_is_told_by_where_it_stands(arrival: Arrival, verdict: Verdict) -> None:
    assert verdict_of(checked(GENUINE, arrival)) is verdict
    for denial in (Standing.UNKNOWN, Standing.ALTERED):
        answer = BranchAnswer(denial)
        assert verdict_of(checked(GENUINE, arrival), answer) is verdict, "a page takes nothing away"
        assert disagrees(checked(GENUINE, arrival), answer)


@pytest.mark.parametrize("standing", list(Standing))
def test_altered_stays_altered(standing: Standing) -> None:
    assert verdict_of(checked(ALTERED), BranchAnswer(standing)) is Verdict.ALTERED
    assert disagrees(checked(ALTERED), BranchAnswer(standing)) is (standing in REAL)


def test_the_branch_adds_what_this_laptop_cannot_know() -> None:
    said = {
        Standing.GENUINE_RECEIVED: Verdict.RECEIVED,
        Standing.GENUINE_NOT_RECEIVED: Verdict.NOT_RECEIVED,
        Standing.GENUINE_TO_CHECK: Verdict.TO_CHECK,
        Standing.VOIDED: Verdict.VOIDED,
        Standing.ALTERED: Verdict.ALTERED,
        Standing.UNKNOWN: Verdict.UNKNOWN,
    }
    for standing, verdict in said.items():
        assert verdict_of(checked(UNKNOWN), BranchAnswer(standing)) is verdict
        assert not disagrees(checked(UNKNOWN), BranchAnswer(standing))
    for standing in REAL:
        assert verdict_of(checked(GENUINE), BranchAnswer(standing)) is said[standing]
    assert verdict_of(checked(UNKNOWN)) is Verdict.UNKNOWN


def test_a_signed_receipt_of_arrival_is_not_taken_back_by_a_page() -> None:
    own = checked(GENUINE, Arrival.RECEIVED)
    assert verdict_of(own, BranchAnswer(Standing.GENUINE_NOT_RECEIVED)) is Verdict.RECEIVED
    assert verdict_of(own, BranchAnswer(Standing.VOIDED)) is Verdict.VOIDED
    voided = checked(GENUINE, Arrival.VOIDED)
    assert verdict_of(voided, BranchAnswer(Standing.GENUINE_RECEIVED)) is Verdict.VOIDED
