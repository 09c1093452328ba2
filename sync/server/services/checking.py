"""Checks of what a batch brings: flags that show an entry to a person, and findings with their evidence."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sync.protocol.bodies.deposit import Deposit
from sync.protocol.kinds import EntryKind
from sync.rules.dates import parse_date
from sync.rules.states import VerdictKind
from sync.server.clock import eastern_day
from sync.server.domain.arrivals import Arrival
from sync.server.domain.checks.clocks import CLOCKS
from sync.server.domain.checks.finding import Check, Finding, shown
from sync.server.domain.checks.money import Carried, check_deposit
from sync.server.domain.checks.people import Person, Traces, check_person, traces_of
from sync.server.domain.checks.photos import check_used_before
from sync.server.domain.facts import Desk
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.judging import Judgement
from sync.server.domain.sending import Sending
from sync.server.services.clock_checking import check_clocks
from sync.server.services.photo_uses import named_by, pictures_of, uses_before
from sync.server.services.told_pairs import apart_from
from sync.server.storage.check_records import PhotoUse, StoredFinding
from sync.server.storage.records import Agent
from sync.server.storage.store import UnitOfWork
from sync.server.storage.worker_records import NikClaim

_TAKEN = frozenset({VerdictKind.ACCEPTED, VerdictKind.ACCEPTED_REVIEW})
_STAYS = CLOCKS | {Check.SAME_HAND}
"""What stands about an entry, whatever becomes of it."""
_FLAGGED: Mapping[str, tuple[Check, ...]] = {
    EntryKind.ENROLMENT.value: (Check.BIRTH_DATE_AT_ODDS, Check.FIRST_AFTER_GAP),
    EntryKind.CONTRIBUTION.value: (Check.FIRST_AFTER_GAP,),
    EntryKind.RECEIPT.value: (Check.RECEIPT_GAP,),
}
"""What the rules flag by themselves and belongs into the list of findings, by kind of entry."""
_MOST_LIKE = 20_000

Found = Mapping[str, tuple[Finding, ...]]
"""Findings by the hash of the entry that brought them."""


def look(tx: UnitOfWork, judgements: Sequence[Judgement], desk: Desk) -> tuple[tuple[Judgement, ...], Found]:
    """Look at what was taken in: the same judgements, accepted ones with findings for a person to see, and the findings.

    No entry is refused or held for what a check finds, and the laptop is not told which check it was. Two records that a
    person told apart are not taken for one another again.
    """
    apart = apart_from(tx, {one.corrected.entry_id for one in judgements if one.corrected is not None})
    judgements = [_of_two_people(one, desk, apart) for one in judgements]
    agent_id, limits = desk.stored.device.agent_id, desk.reference.settings.checks
    enrolled = {
        one.arrival.hash: history for one in judgements if (history := _enrolment(one, desk)) is not None
    }
    neighbours = _neighbours(tx, enrolled.values())
    mine = {history.entry_id for history in enrolled.values()}
    standing = _standing(tx, judgements)
    uses = uses_before(tx, judgements, agent_id)
    looked: list[Judgement] = []
    found: dict[str, tuple[Finding, ...]] = {}
    for judgement in judgements:
        arrival = judgement.arrival
        history = enrolled.get(arrival.hash)
        raised: list[Finding] = []
        if history is not None:
            person = _person(history, arrival)
            strangers = apart.get(history.entry_id, frozenset())
            others = [one for one in _before(person, neighbours, mine) if one.entry_id not in strangers]
            raised += check_person(person, agent_id, history.recorded_on, others, limits)
        own = pictures_of(judgement, agent_id)
        named = [use for picture in own for use in uses[picture.sha256]]
        entry_id = arrival.entry_id if judgement.corrected is None else judgement.corrected.entry_id
        of_pictures = check_used_before(entry_id, agent_id, arrival.recorded_on, own, named)
        if judgement.corrected is not None and not judgement.corrected.has_new_card:
            of_pictures = (*standing.get(entry_id, ()), *of_pictures)
        standing[entry_id] = of_pictures
        raised += of_pictures
        for picture in own:
            uses[picture.sha256].append(picture)
        looked.append(_flagged(judgement, raised))
        findings = (*_by_rule(judgement, desk, agent_id), *raised)
        if findings:
            found[arrival.hash] = findings
    return tuple(looked), found


def note(
    tx: UnitOfWork,
    judgements: Sequence[Judgement],
    found: Found,
    desk: Desk,
    agent: Agent,
    sent: Sending,
) -> None:
    """Keep the findings about entries that are stored by now, and who names which picture.

    They are of the day of the entry or of its arrival, whichever is earlier: no clock set ahead hides them.
    """
    arrived_on = eastern_day(sent.at)
    uses: dict[tuple[str, str], PhotoUse] = {}
    findings: dict[tuple[str, str], StoredFinding] = {}
    subjects: set[str] = set()
    for judgement in judgements:
        uses.update({(use.sha256, use.entry_id): use for use in named_by(judgement, agent.agent_id)})
        if judgement.aside:
            continue
        arrival = judgement.arrival
        if judgement.corrected is not None:
            subjects.add(judgement.corrected.entry_id)
            findings.pop((judgement.corrected.entry_id, Check.PHOTO_USED_BEFORE.value), None)
        for one in (
            *found.get(arrival.hash, ()),
            *_of_deposit(tx, judgement, desk, agent.agent_id, arrived_on),
        ):
            findings.update(_stored(one, agent.branch_id, arrived_on))
    findings.update(
        {
            (one.entry_id, one.check_code): one
            for one in (tx.checks.about(subjects) if subjects else ())
            if one.check_code in _STAYS
        }
    )
    for one in check_clocks(tx, desk.stored.device.device, agent.agent_id, judgements, sent):
        findings.update(_stored(one, agent.branch_id, arrived_on))
    subjects.update(subject for subject, _ in findings)
    tx.checks.use(list(uses.values()))
    tx.checks.replace(subjects, list(findings.values()))


def _stored(one: Finding, branch_id: str, arrived_on: date) -> dict[tuple[str, str], StoredFinding]:
    assert one.subject is not None
    stored = StoredFinding(
        entry_id=one.subject,
        check_code=one.check.value,
        branch_id=branch_id,
        agent_id=one.agent_id,
        found_on=min(one.on, arrived_on),
        evidence=json.dumps(list(one.evidence)),
        measure=one.measure,
    )
    return {(stored.entry_id, stored.check_code): stored}


def _of_two_people(judgement: Judgement, desk: Desk, apart: Mapping[str, frozenset[str]]) -> Judgement:
    """A correction of one of two records with the same NIK that a person told apart: no duplicate of the other."""
    history, verdict = judgement.corrected, judgement.verdict
    if history is None or verdict.kind is not VerdictKind.DUPLICATE:
        return judgement
    holder = desk.stored.holders.get(history.form.nik)
    if holder is None or holder.entry_id not in apart.get(history.entry_id, frozenset()):
        return judgement
    flags = tuple(flag for flag in verdict.flags if flag != Check.SAME_NIK.value)
    kind = VerdictKind.ACCEPTED_REVIEW if flags else VerdictKind.ACCEPTED
    return replace(judgement, verdict=replace(verdict, kind=kind, flags=flags))


def _enrolment(judgement: Judgement, desk: Desk) -> EnrolmentHistory | None:
    """The enrolment that an entry brings or corrects in what records of one person share."""
    if judgement.aside or judgement.verdict.kind not in _TAKEN:
        return None
    if judgement.arrival.is_of(EntryKind.ENROLMENT):
        return desk.history(judgement.arrival.entry_id)
    return judgement.corrected


def _neighbours(tx: UnitOfWork, enrolled: Iterable[EnrolmentHistory]) -> Mapping[str, Sequence[Person]]:
    """Everybody who shares a trace with one of the enrolments, those of the batch among them, by trace."""
    traces = [_traces(history) for history in enrolled]
    keys = {key for one in traces for key in (one.born, one.lives) if key is not None}
    phones = {one.phone for one in traces if one.phone is not None}
    found: dict[str, list[Person]] = {}
    for person in map(_claimed, tx.workers.sharing(keys, phones, _MOST_LIKE)):
        for key in _keys(person.traces):
            found.setdefault(key, []).append(person)
    return found


def _before(
    person: Person, neighbours: Mapping[str, Sequence[Person]], mine: Container[str]
) -> Iterable[Person]:
    """Who shares a trace with a person and was there before; of two records of one batch the later one is shown."""
    near = {other.nik: other for key in _keys(person.traces) for other in neighbours.get(key, ())}
    return [
        other
        for other in near.values()
        if other.entry_id not in mine or (other.at, other.entry_id) < (person.at, person.entry_id)
    ]


def _keys(traces: Traces) -> list[str]:
    return [key for key in (traces.born, traces.lives, traces.phone) if key is not None]


def _person(history: EnrolmentHistory, arrival: Arrival) -> Person:
    return Person(
        worker_id=history.worker_id,
        entry_id=history.entry_id,
        nik=history.form.nik,
        born=parse_date(history.form.birth_date),
        traces=_traces(history),
        at=arrival.recorded_at,
    )


def _standing(tx: UnitOfWork, judgements: Iterable[Judgement]) -> dict[str, tuple[Finding, ...]]:
    """What was found about pictures of enrolments that are corrected: it stands, whatever else becomes of the form,
    until a correction brings another picture."""
    corrected = {one.corrected.entry_id for one in judgements if one.corrected is not None}
    found: dict[str, tuple[Finding, ...]] = {}
    for one in tx.checks.about(corrected):
        if one.check_code == Check.PHOTO_USED_BEFORE.value:
            finding = Finding(
                Check.PHOTO_USED_BEFORE,
                one.agent_id,
                one.found_on,
                one.entry_id,
                tuple(json.loads(one.evidence)),
                one.measure,
            )
            found[one.entry_id] = (finding,)
    return found


def _traces(history: EnrolmentHistory) -> Traces:
    form = history.form
    return traces_of(form.name, parse_date(form.birth_date), form.village, form.phone)


def _claimed(claim: NikClaim) -> Person:
    traces = Traces(claim.likeness or "", claim.born_trace, claim.lives_trace, claim.phone)
    return Person(claim.worker_id, claim.entry_id, claim.nik, claim.birth_on, traces, claim.registered_at)


def _flagged(judgement: Judgement, raised: Sequence[Finding]) -> Judgement:
    verdict = judgement.verdict
    if not raised or verdict.kind not in _TAKEN:
        return judgement
    flags = tuple(dict.fromkeys((*verdict.flags, *(one.check.value for one in raised))))
    shown_to_person = replace(verdict, kind=VerdictKind.ACCEPTED_REVIEW, flags=flags)
    return replace(judgement, verdict=shown_to_person)


def _by_rule(judgement: Judgement, desk: Desk, agent_id: str) -> Iterable[Finding]:
    """What the rules found by themselves: a NIK that is taken, and flags that are checks."""
    arrival, verdict = judgement.arrival, judgement.verdict
    if judgement.aside:
        return
    history = judgement.corrected or desk.history(arrival.entry_id)
    subject = arrival.entry_id if history is None else history.entry_id
    if verdict.kind is VerdictKind.DUPLICATE and history is not None:
        holder = desk.stored.holders.get(history.form.nik)
        evidence = () if holder is None else shown([holder.entry_id])
        yield Finding(Check.SAME_NIK, agent_id, arrival.recorded_on, subject, evidence, 1)
    kind = EntryKind.ENROLMENT.value if judgement.corrected is not None else arrival.kind
    for check in _FLAGGED.get(kind, ()):
        if check.value in verdict.flags:
            yield Finding(check, agent_id, arrival.recorded_on, subject, (), 1)


def _of_deposit(
    tx: UnitOfWork, judgement: Judgement, desk: Desk, agent_id: str, arrived_on: date
) -> tuple[Finding, ...]:
    arrival = judgement.arrival
    body = None if arrival.decoded is None else arrival.decoded.body
    if not isinstance(body, Deposit) or judgement.verdict.kind not in _TAKEN:
        return ()
    issued = tx.money.issued(body.receipts)
    carried = [Carried(receipt.entry_id, receipt.taken_on) for receipt in issued.values()]
    return check_deposit(
        arrival.entry_id,
        agent_id,
        min(arrival.recorded_on, arrived_on),
        body.difference,
        carried,
        [flag for flag in judgement.verdict.flags if flag != Check.PHOTO_USED_BEFORE.value],
        desk.reference.settings.undeposited_red_days,
    )
