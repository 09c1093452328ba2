"""Reads a receipt back from the journal, so that a second print says what the first one said."""

from datetime import date

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.draft import Stroke
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.services.receipt_paper import Giver, Issue, compose, place_on_paper
from perisai_desktop.storage import journal
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import search
from perisai_desktop.storage.projections.receipts import ReceiptRecord
from sync.protocol.bodies.consent import ConsentPersonal
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.bodies.receipt import Receipt as ReceiptBody
from sync.protocol.entry import DecodedEntry
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from sync.rules.regions import Place


def read_receipt(
    session: Session, record: ReceiptRecord, agent: AgentIdentity, reference: Reference, gazetteer: Places
) -> Receipt:
    """The receipt as issued; the worker's card names the giver of a further payment, and of one that was purged."""
    stored = journal.of_action(session, record.action_id)
    entries = [entry for entry in map(decoded, stored) if entry is not None]
    issued = next(
        entry
        for entry in entries
        if isinstance(entry.body, ReceiptBody) and entry.body.number == record.number
    )
    assert isinstance(issued.body, ReceiptBody)
    covered = set(issued.body.contributions)
    envelope = issued.envelope
    return compose(
        issued.body,
        [
            entry.body
            for entry in entries
            if isinstance(entry.body, Contribution) and entry.envelope.entry_id in covered
        ],
        _giver(session, record.worker_id or envelope.worker_id or "", entries, gazetteer, record.on),
        Issue(record.action_id, envelope.recorded_at, envelope.utc_offset),
        agent,
        reference,
    )


def _giver(
    session: Session, worker_id: str, entries: list[DecodedEntry], gazetteer: Places, on: date
) -> Giver:
    signature: tuple[Stroke, ...] = next(
        (entry.personal.signature for entry in entries if isinstance(entry.personal, ConsentPersonal)), ()
    )
    for entry in entries:
        if isinstance(entry.body, Enrolment) and isinstance(entry.personal, EnrolmentPersonal):
            return Giver(
                worker_id=worker_id,
                name=entry.personal.name,
                nik=entry.personal.nik,
                occupation=entry.body.occupation,
                place=place_on_paper(_place(gazetteer, entry.personal.village)),
                signature=signature,
            )
    worker = search.card(session, worker_id)
    if worker is None:
        return Giver(worker_id, "", "", "", "", signature)
    (worker,) = search.in_month(session, (worker,), IuranMonth.of(on))
    place = place_on_paper(gazetteer.place(worker.village))
    return Giver(worker_id, worker.name, worker.nik, worker.occupation, place, signature)


def _place(gazetteer: Places, village: str | None) -> Place | None:
    return gazetteer.place(village) if village is not None else None
