"""Verdicts on changes in a worker's life: merged field by field on their base, and decided by a person."""

from __future__ import annotations

from sync.protocol.bodies.change import Change
from sync.protocol.change_forms import saying_of
from sync.rules.changes import Saying, change_faults
from sync.rules.enrolment import Circumstances, assess
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import paid_until
from sync.rules.reactions import Severity
from sync.rules.states import VerdictKind
from sync.server.domain.arrivals import Arrival
from sync.server.domain.facts import Desk
from sync.server.domain.histories import EnrolmentHistory, LifeChange, life_change_of
from sync.server.domain.verdicts import Verdict, conflict, flagged


def judge_change(arrival: Arrival, agent_id: str, desk: Desk) -> tuple[Verdict, EnrolmentHistory | None]:
    """Merge a change on the version it was made on; also the worker's history where it counts.

    It counts for prices from its month on before it is decided: the agent takes the new price at once. Nothing of it
    can be sent back for correction, so whatever is odd is for the person who decides. `agent_id` is whose device
    sent it.
    """
    assert arrival.decoded is not None
    change = life_change_of(arrival.decoded)
    before = None if arrival.worker_id is None else desk.history_of_worker(arrival.worker_id)
    if arrival.worker_id is None:
        return Verdict(VerdictKind.REFUSED, "worker_unknown", flags=("worker_unknown",)), None
    if before is None:
        return Verdict(VerdictKind.PARKED, missing=arrival.worker_id), None
    if before.agent_id != agent_id:
        return Verdict(VerdictKind.REFUSED, "subject_of_other_agent", flags=("subject_of_other_agent",)), None
    since = before.changed_since(arrival.base)
    crossed = sorted(change.fields & (since or frozenset()))
    if crossed:
        return conflict(crossed[0], arrival.base, before.newest_version), None
    after = before.revised(change)
    own = desk.under(change.change.rules_version, arrival.recorded_on)
    flags = [] if change.change.end is None else [f"ends_by_{change.change.end.cause}"]
    flags += [] if since is not None else ["base_unknown"]
    flags += [
        fault.value for fault in change_faults(_saying(change), _until(before, desk), arrival.recorded_on)
    ]
    return flagged(*dict.fromkeys((*flags, *_found(change, after, own)))), after


def _saying(change: LifeChange) -> Saying:
    return saying_of(change.change, change.personal)


def _until(history: EnrolmentHistory, desk: Desk) -> IuranMonth | None:
    """The end of the unbroken run of paid months."""
    paid = frozenset(IuranMonth.parse(month) for month in desk.paid.get(history.worker_id, ()))
    first = history.first.first_month
    return paid_until(IuranMonth.parse(first), paid) if first else max(paid, default=None)


def _found(change: LifeChange, after: EnrolmentHistory, desk: Desk) -> list[str]:
    """What the rules of the form say of the new values, in the month from which they hold."""
    body = change.change
    form = after.form_in(body.from_month)
    circumstances = Circumstances(desk.reference, desk.gazetteer, today=after.recorded_on)
    assessment = assess(form, circumstances, priced=False)
    touched = [found for found in assessment.findings if found.field in change.fields]
    codes = [found.reaction.value for found in touched if found.severity is Severity.ERROR]
    codes += [code for found in body.findings if (code := found.code) not in codes and found.reason]
    if change.fields & {"occupation", "second_occupation"} and assessment.two_sectors:
        codes.append("two_sectors")
    return [*codes, *_bracket_flags(body, desk)]


def _bracket_flags(body: Change, desk: Desk) -> list[str]:
    """Whether the bracket that a change names is that of its income."""
    tariff = desk.reference.tariff_for(IuranMonth.parse(body.from_month))
    if body.income is None and body.bracket is None:
        return []
    brackets = () if tariff is None else tariff.brackets
    reached = [one.number for one in brackets if body.income is not None and one.income_from <= body.income]
    return [] if reached[-1:] == [body.bracket] else ["bracket_differs"]
