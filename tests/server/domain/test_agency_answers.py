"""What an answer of the agency does to an enrolment in every state it can meet."""

from __future__ import annotations

import pytest

from sync.protocol.portal import PortalAnswer
from sync.rules.states import Move, ReviewState
from sync.server.domain.agency_answers import Answered, Effect, effect_of

KPJ, OTHER, REAL = "00012345678", "00012345679", "26012345678"
APPROVED, REGISTERED, REFUSED = ReviewState.APPROVED, ReviewState.REGISTERED, ReviewState.REFUSED


def effect(answer: PortalAnswer, met: Answered, taken_by: str | None = None, practice: bool = True) -> Effect:
    return effect_of(answer, met, taken_by, {"wrong", "other"}, practice=practice)


@pytest.mark.parametrize(
    ("kpj", "met", "taken_by", "expected"),
    [
        (KPJ, Answered(APPROVED, "w", True), None, Effect(Move.REGISTER, KPJ)),
        (" 000-1234.5678 ", Answered(APPROVED, "w", True, KPJ), "w", Effect(Move.REGISTER, KPJ)),
        (KPJ, Answered(REGISTERED, "w", True, KPJ), "w", Effect()),
        (OTHER, Answered(REGISTERED, "w", True, KPJ), None, Effect(fault="kpj_differs")),
        (OTHER, Answered(APPROVED, "w", True, KPJ), None, Effect(fault="kpj_differs")),
        (KPJ, Answered(APPROVED, "w", True), "x", Effect(fault="kpj_taken")),
        (KPJ, Answered(APPROVED, "w", False), None, Effect(fault="nik_of_other_worker")),
        (KPJ, Answered(ReviewState.FLAGGED, "w", True), None, Effect(fault="move_refused")),
        (KPJ, Answered(REFUSED, "w", True), None, Effect(fault="move_refused")),
        ("1234", Answered(APPROVED, "w", True), None, Effect(fault="kpj_malformed")),
        (REAL, Answered(APPROVED, "w", True), None, Effect(fault="kpj_of_other_server")),
        ("  ", Answered(APPROVED, "w", True), None, Effect(fault="answer_empty")),
    ],
)
def test_a_number(kpj: str, met: Answered, taken_by: str | None, expected: Effect) -> None:
    assert effect(PortalAnswer(kpj=kpj), met, taken_by) == expected


@pytest.mark.parametrize(
    ("reason", "met", "expected"),
    [
        ("wrong", Answered(APPROVED, "w", True), Effect(Move.TURN_DOWN)),
        ("wrong", Answered(REFUSED, "w", True, turned_down="wrong"), Effect()),
        ("wrong", Answered(REFUSED, "w", True, turned_down="other"), Effect(fault="move_refused")),
        ("wrong", Answered(REFUSED, "w", True), Effect(fault="move_refused")),
        ("wrong", Answered(REGISTERED, "w", True, KPJ), Effect(fault="move_refused")),
        ("never_heard_of", Answered(APPROVED, "w", True), Effect(fault="reason_unknown")),
    ],
)
def test_a_refusal(reason: str, met: Answered, expected: Effect) -> None:
    assert effect(PortalAnswer(reason=reason), met) == expected


def test_a_number_and_a_refusal_at_once_are_neither() -> None:
    both = PortalAnswer(kpj=KPJ, reason="wrong")
    assert effect(both, Answered(APPROVED, "w", True)).fault == "answer_ambiguous"


def test_real_numbers_are_real_servers() -> None:
    met = Answered(APPROVED, "w", True)
    assert effect(PortalAnswer(kpj=REAL), met, practice=False) == Effect(Move.REGISTER, REAL)
    assert effect(PortalAnswer(kpj=KPJ), met, practice=False).fault == "kpj_of_other_server"
