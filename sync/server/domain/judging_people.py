"""Verdicts on enrolments and their corrections: the rules of the form, and who holds the NIK."""

from __future__ import annotations

from collections.abc import Iterable

from sync.protocol.bodies.correction import Correction
from sync.protocol.bodies.enrolment import Enrolment
from sync.protocol.bodies.parts import Finding as WrittenFinding
from sync.rules.enrolment import Circumstances, assess
from sync.rules.nik import read_nik
from sync.rules.reactions import Finding, Reaction, Severity, finding, severity
from sync.rules.states import Move, ReviewState, VerdictKind, review_move
from sync.server.domain.arrivals import Arrival
from sync.server.domain.facts import Desk
from sync.server.domain.histories import SENSITIVE, EnrolmentHistory, revision_of
from sync.server.domain.pricing_check import price_fault
from sync.server.domain.verdicts import Verdict, conflict, flagged, needs_fix, of_findings

_MONTH_CHOICES = frozenset({Reaction.MONTHS_NOT_OFFERED, Reaction.FIRST_MONTH_NOT_OFFERED})
_OPEN = frozenset({ReviewState.RECEIVED, ReviewState.FLAGGED, ReviewState.RETURNED})
_CODES = {reaction.value for reaction in Reaction}


def judge_enrolment(arrival: Arrival, history: EnrolmentHistory, desk: Desk) -> Verdict:
    """Assess an enrolment by its recorded local date; a NIK that somebody else holds makes it a duplicate."""
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Enrolment)
    verdict = _assessed(history, body.findings, desk.under(body.rules_version, history.recorded_on))
    if verdict.kind is VerdictKind.NEEDS_FIX:
        return verdict
    holder = desk.stored.holders.get(history.first.nik)
    if holder is not None and _is_another(holder.worker_id, holder.entry_id, history, body.reenrolment_of):
        return Verdict(VerdictKind.DUPLICATE, flags=("duplicate", *verdict.flags))
    return verdict


def judge_correction(arrival: Arrival, agent_id: str, desk: Desk) -> tuple[Verdict, EnrolmentHistory | None]:
    """Merge a correction field by field on its base and assess again; also the corrected history where it counts.

    `agent_id` is whose device sent the correction: for one that waited not who sends the enrolment.
    """
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Correction)
    before = desk.history(body.corrects)
    if before is None:
        return Verdict(VerdictKind.PARKED, missing=body.corrects), None
    if before.agent_id != agent_id:
        return Verdict(VerdictKind.REFUSED, "subject_of_other_agent", flags=("subject_of_other_agent",)), None
    if before.worker_id != arrival.worker_id:
        return Verdict(VerdictKind.REFUSED, "worker_differs", flags=("worker_differs",)), None
    revision = revision_of(arrival.decoded)
    since = before.corrected_since(arrival.base)
    further = ("base_unknown",) if since is None else ()
    if before.purged:
        further = (*further, "personal_purged")
    crossed = sorted(
        revision.fields & (since or frozenset()) or (revision.fields & SENSITIVE if since else ())
    )
    if crossed:
        return conflict(crossed[0], arrival.base, before.newest_hash), None
    after = before.revised(revision)
    paid = desk.under(before.rules_version, before.recorded_on)
    if price_fault(paid.prices, paid.basis_of(after), after.lines) == "amount_differs":
        further = (*further, "amount_differs")
    own = desk.under(body.rules_version, arrival.recorded_on)
    verdict = flagged(*further) if before.purged else _assessed(after, body.findings, own, further)
    holder = desk.stored.holders.get(after.form.nik)
    if (
        verdict.kind is not VerdictKind.NEEDS_FIX
        and holder is not None
        and holder.worker_id != after.worker_id
    ):
        verdict = Verdict(VerdictKind.DUPLICATE, flags=("duplicate", *verdict.flags))
    return verdict, after


def judge_withdrawal(arrival: Arrival) -> Verdict:
    """A withdrawal counts from its instant on, whatever is decided; the branch has 3 x 24 hours to stop."""
    return flagged("consent_withdrawn", *(["worker_unknown"] if arrival.worker_id is None else []))


def corrected_state(state: ReviewState, verdict: Verdict) -> ReviewState:
    """The state of an enrolment after a correction that counts (sync/rules/README.md, "Moves at the server").

    A correction with errors leaves or makes the record returned; a decided record goes back to review.
    """
    if state in (ReviewState.APPROVED, ReviewState.REFUSED):
        return review_move(state, Move.CORRECT)
    if verdict.kind is VerdictKind.NEEDS_FIX:
        return ReviewState.RETURNED if state in _OPEN else state
    if state is ReviewState.RETURNED:
        state = review_move(state, Move.CORRECT)
    warned = verdict.kind is not VerdictKind.ACCEPTED
    return ReviewState.FLAGGED if warned and state is ReviewState.RECEIVED else state


def nik_of(history: EnrolmentHistory) -> str | None:
    """The NIK of an enrolment's newest content where it has sixteen digits without an error."""
    reading = read_nik(history.form.nik, history.recorded_on)
    return reading.digits if reading.valid else None


def _assessed(
    history: EnrolmentHistory, written: Iterable[WrittenFinding], desk: Desk, further: tuple[str, ...] = ()
) -> Verdict:
    circumstances = Circumstances(desk.reference, desk.gazetteer, today=history.recorded_on)
    assessment = assess(history.form, circumstances, priced=False)
    findings = [
        found for found in assessment.findings if history.lines or found.reaction not in _MONTH_CHOICES
    ]
    if assessment.two_sectors:
        further = (*further, "two_sectors")
    reasons = {found.code: found.reason for found in written}
    warned = {found.reaction.value for found in findings if found.severity is Severity.WARNING}
    if any(not reasons.get(code) for code in warned):
        further = (*further, "reason_missing")
    return of_findings([*findings, *_warnings_of_device(reasons, warned)], further)


def _warnings_of_device(reasons: Iterable[str], already: set[str]) -> list[Finding]:
    """Warnings that only the agent's store could raise (shared phone, likely duplicate) and that it wrote down."""
    codes = (Reaction(code) for code in reasons if code in _CODES and code not in already)
    return [finding(code) for code in codes if severity(code) is Severity.WARNING]


def _is_another(
    holder_worker: str, holder_entry: str, history: EnrolmentHistory, reenrolment_of: str | None
) -> bool:
    if holder_worker == history.worker_id:
        return holder_entry != history.entry_id and reenrolment_of is None
    return reenrolment_of not in (holder_worker, holder_entry)


def unreadable(arrival: Arrival) -> Verdict:
    """The verdict on an entry that could not be read or whose kind is not known here."""
    if arrival.fault is not None:
        return needs_fix(arrival.fault.code, arrival.fault.field)
    return Verdict(VerdictKind.UNSUPPORTED, f"version_{arrival.version}", flags=("unsupported",))
