"""What an answer of the agency's portal does to an enrolment, or why it does nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sync.protocol.portal import PortalAnswer
from sync.rules.numbers_on_paper import normal_kpj, practice_kpj
from sync.rules.states import Move, ReviewState

ANSWER_EMPTY = "answer_empty"
ANSWER_AMBIGUOUS = "answer_ambiguous"
ANSWERED_TWICE = "answered_twice"
KPJ_MALFORMED = "kpj_malformed"
KPJ_OF_OTHER_SERVER = "kpj_of_other_server"
KPJ_TAKEN = "kpj_taken"
KPJ_DIFFERS = "kpj_differs"
MOVE_REFUSED = "move_refused"
NIK_OF_OTHER_WORKER = "nik_of_other_worker"
REASON_UNKNOWN = "reason_unknown"


@dataclass(frozen=True, slots=True)
class Answered:
    """An enrolment as an answer meets it.

    `kpj`: the number that its worker has; `holds_nik`: the worker is the one who holds the NIK; `turned_down`: the
    reason of the agency's refusal, where that is what the state follows from.
    """

    state: ReviewState
    worker_id: str
    holds_nik: bool
    kpj: str | None = None
    turned_down: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer does: a move (REGISTER with `kpj`, TURN_DOWN), nothing where neither is set (it was taken before),
    or a fault. `half`: a second person has to bring the refusal, too; without a move this person has brought it before."""

    move: Move | None = None
    kpj: str | None = None
    fault: str | None = None
    half: bool = False


def effect_of(
    answer: PortalAnswer, met: Answered, taken_by: str | None, reasons: Collection[str], *, practice: bool
) -> Effect:
    """Judge one answer; `taken_by` is the worker who has its number, `reasons` are the codes of refusals.

    Numbers of practice and real ones never mix (sync/rules/README.md, "Numbers").
    """
    text = answer.kpj.strip()
    if not text and answer.reason is None:
        return Effect(fault=ANSWER_EMPTY)
    if text and answer.reason is not None:
        return Effect(fault=ANSWER_AMBIGUOUS)
    return _number(text, met, taken_by, practice) if text else _refusal(answer.reason, met, reasons)


def _number(text: str, met: Answered, taken_by: str | None, practice: bool) -> Effect:
    kpj = normal_kpj(text)
    if kpj is None:
        return Effect(fault=KPJ_MALFORMED)
    if practice_kpj(kpj) != practice:
        return Effect(fault=KPJ_OF_OTHER_SERVER)
    if met.kpj not in (None, kpj):
        return Effect(fault=KPJ_DIFFERS)
    if met.state is ReviewState.REGISTERED and met.kpj == kpj:
        return Effect()
    if met.state is not ReviewState.APPROVED:
        return Effect(fault=MOVE_REFUSED)
    if not met.holds_nik:
        return Effect(fault=NIK_OF_OTHER_WORKER)
    if taken_by not in (None, met.worker_id):
        return Effect(fault=KPJ_TAKEN)
    return Effect(Move.REGISTER, kpj)


def _refusal(reason: str | None, met: Answered, reasons: Collection[str]) -> Effect:
    if reason not in reasons:
        return Effect(fault=REASON_UNKNOWN)
    if met.state is ReviewState.REFUSED and met.turned_down == reason:
        return Effect()
    return Effect(Move.TURN_DOWN) if met.state is ReviewState.APPROVED else Effect(fault=MOVE_REFUSED)
