"""Who holds a NIK: what enrolments and corrections claim on arrival, and what they give up once judged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sync.protocol.bodies.correction import Correction, CorrectionPersonal
from sync.protocol.bodies.enrolment import EnrolmentPersonal
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.rules.names import name_key
from sync.rules.nik import read_nik
from sync.server.domain.arrivals import Arrival, read_arrival
from sync.server.domain.checks.people import traces_of
from sync.server.domain.facts import Desk
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.judging_people import nik_of
from sync.server.services.handing_over import serving_agent, worker_of_stored
from sync.server.storage.records import Device, StoredEntry
from sync.server.storage.store import UnitOfWork
from sync.server.storage.worker_records import NikClaim

Subjects = Mapping[str, tuple[str, str]]
"""Enrolments that are known: worker and agent by entry id."""

_SAYING_ANEW = frozenset({EntryKind.CORRECTION.value, EntryKind.CHANGE.value})
_HOME = frozenset({"nik", "village"})
"""Fields after whose change the register has to learn where the worker lives."""
_EVER = "9999-12"
"""After every change that was told, whenever it begins."""


def claim_niks(
    tx: UnitOfWork, device: Device, fresh: Collection[Arrival], corrected: Iterable[StoredEntry]
) -> Mapping[str, NikClaim]:
    """Claim the NIKs of new enrolments, and of corrections of enrolments that are known; answers the holders.

    A correction of an enrolment that nobody has claims nothing while it waits: it claims, after the
    enrolments of the batch, once the enrolment is there. `corrected` are the stored entries that it may name.
    """
    enrolments = [arrival for arrival in fresh if arrival.is_of(EntryKind.ENROLMENT)]
    brought = {arrival.entry_id: (worker_of(arrival), device.agent_id) for arrival in enrolments}
    enrolled = [stored for stored in corrected if stored.record.kind == EntryKind.ENROLMENT.value]
    serving = tx.handovers.serving({worker_of_stored(stored) for stored in enrolled})
    known = {
        stored.record.entry_id: (worker_of_stored(stored), serving_agent(stored, serving))
        for stored in enrolled
    }
    claims = _claims(fresh, device.device, device.agent_id, {**known, **brought})
    claims.extend(_claims_waiting(tx, brought))
    return tx.workers.claim(claims)


def claim_waiting(tx: UnitOfWork, brought: Subjects) -> Mapping[str, NikClaim]:
    """Claim the NIKs of stored corrections that wait for these enrolments; answers the holders."""
    return tx.workers.claim(_claims_waiting(tx, brought))


def settle_nik(tx: UnitOfWork, desk: Desk, arrival: Arrival, after: EnrolmentHistory | None) -> None:
    """A correction that counts gives the old NIK up; one that does not gives back the NIK it asked for.

    `after` is the corrected enrolment where the correction counts.
    """
    entry = arrival.decoded
    if entry is None or arrival.worker_id is None or not isinstance(entry.personal, CorrectionPersonal):
        return
    asked = entry.personal.changes.nik
    assert isinstance(entry.body, Correction)
    before = desk.history(entry.body.corrects)
    if asked is None or before is None or before.worker_id != arrival.worker_id:
        return
    kept = nik_of(before)
    if after is not None and kept == asked:
        tx.workers.keep_only(arrival.worker_id, asked)
    elif kept != asked:
        tx.workers.release(asked, arrival.worker_id)


def settle_home(tx: UnitOfWork, desk: Desk, arrival: Arrival) -> None:
    """A correction or change that counts may say anew where the worker lives; so does a new NIK, a row of its own."""
    if arrival.kind not in _SAYING_ANEW or arrival.worker_id is None:
        return
    after = desk.history_of_worker(arrival.worker_id)
    if after is None or not after.versions or not after.versions[-1].fields & _HOME:
        return
    if village := after.form_in(_EVER).village:
        tx.workers.settle_in(arrival.worker_id, village)


def claims_of(arrival: Arrival, device: str, agent_id: str) -> tuple[NikClaim, ...]:
    """What an enrolment claims; nothing where its NIK is none or was purged."""
    return tuple(_claims([arrival], device, agent_id, {}))


def worker_of(arrival: Arrival) -> str:
    """The worker an enrolment is about."""
    return arrival.worker_id or arrival.entry_id


def _claims_waiting(tx: UnitOfWork, brought: Subjects) -> list[NikClaim]:
    """What stored corrections claim that wait for one of these enrolments."""
    parked = tx.reviews.parked((), set(brought)) if brought else ()
    claims = []
    for stored in tx.entries.of_ids([review.entry_id for review in parked]):
        arrival = read_arrival(SealedEntry.of(stored.raw, stored.personal), stored.record.received_at)
        claims.extend(_claims([arrival], stored.record.device, stored.record.agent_id, brought))
    return claims


def _claims(fresh: Iterable[Arrival], device: str, agent_id: str, known: Subjects) -> list[NikClaim]:
    claims = []
    for arrival in fresh:
        entry = arrival.decoded
        if entry is None:
            continue
        nik, name, born, village, phone = "", "", None, None, None
        entry_id = arrival.entry_id
        if isinstance(entry.personal, EnrolmentPersonal):
            personal = entry.personal
            nik, name, born = personal.nik, personal.name, personal.birth_date
            village, phone = personal.village, personal.phone
        elif isinstance(entry.body, Correction) and isinstance(entry.personal, CorrectionPersonal):
            entry_id = entry.body.corrects
            if known.get(entry_id) != (arrival.worker_id, agent_id):
                continue
            nik, name = entry.personal.changes.nik or "", entry.personal.changes.name or ""
            born, village = entry.personal.changes.birth_date, entry.personal.changes.village
            phone = entry.personal.changes.phone
        reading = read_nik(nik, arrival.recorded_on)
        if reading.digits is None or not reading.valid:
            continue
        traces = traces_of(name, born, village, phone)
        claims.append(
            NikClaim(
                nik=reading.digits,
                worker_id=worker_of(arrival),
                entry_id=entry_id,
                device=device,
                agent_id=agent_id,
                birth_on=born,
                name_key=name_key(name),
                registered_at=arrival.recorded_at,
                likeness=traces.likeness,
                born_trace=traces.born,
                lives_trace=traces.lives,
                phone=traces.phone,
                village=village,
            )
        )
    return claims
