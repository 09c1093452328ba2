"""Reads a receipt back from the journal, so that a second print says what the first one said."""

from collections.abc import Iterable, Mapping
from datetime import date

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.draft import Stroke
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.services.receipt_paper import Giver, Issue, Named, compose, place_on_paper
from perisai_desktop.storage import journal
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import lookups, search
from perisai_desktop.storage.projections.receipts import ReceiptRecord
from sync.protocol.bodies.consent import ConsentPersonal
from sync.protocol.bodies.contribution import Contribution, ContributionPersonal
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.bodies.receipt import Receipt as ReceiptBody
from sync.protocol.entry import DecodedEntry
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from sync.rules.regions import Place


def read_receipt(
    session: Session, record: ReceiptRecord, agent: AgentIdentity, reference: Reference, gazetteer: Places
) -> Receipt:
    """The receipt as issued; a worker's card names who made a further payment, and who was purged."""
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
    paid = [
        entry
        for entry in entries
        if isinstance(entry.body, Contribution) and entry.envelope.entry_id in covered
    ]
    contributions = [entry.body for entry in paid if isinstance(entry.body, Contribution)]
    workers = dict.fromkeys(line.worker_id for body in contributions for line in body.lines)
    if len(workers) > 1:
        people = _people(session, workers, entries)
        giver = Giver("", _payer_name(paid), "", "", "")
    else:
        people = {}
        worker_id = record.worker_id or envelope.worker_id or ""
        giver = _giver(session, worker_id, entries, gazetteer, record.on)
    issue = Issue(record.action_id, envelope.recorded_at, envelope.utc_offset)
    return compose(issued.body, contributions, giver, issue, agent, reference, people)


def _payer_name(paid: Iterable[DecodedEntry]) -> str:
    """Who paid for a kelompok; empty where that was purged."""
    told = (entry.personal for entry in paid if isinstance(entry.personal, ContributionPersonal))
    return next((personal.payer_name for personal in told if personal.payer_name is not None), "")


def _people(session: Session, workers: Iterable[str], entries: Iterable[DecodedEntry]) -> Mapping[str, Named]:
    """Everybody on a receipt by id: as enrolled by its action, else as their card names them."""
    enrolled = {
        entry.envelope.worker_id or entry.envelope.entry_id: Named(entry.personal.name, entry.personal.nik)
        for entry in entries
        if isinstance(entry.personal, EnrolmentPersonal)
    }
    others = lookups.by_ids(session, [worker_id for worker_id in workers if worker_id not in enrolled])
    return enrolled | {worker_id: Named(card.name, card.nik) for worker_id, card in others.items()}


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
