"""Enrols people of a kelompok and takes one payment for them: one action, one receipt, at most 500 workers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.draft import Source
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.kelompok import Kelompok
from perisai_desktop.domain.photo import Photo
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.roll import Judged, Roll
from perisai_desktop.services.contributions import receipt_of
from perisai_desktop.services.drafting import CAPTURED_IN
from perisai_desktop.services.keeping_photos import NamedPhotos, keep_photos
from perisai_desktop.services.pen import ActionInHand, Pen
from perisai_desktop.services.registered_people import known_of
from perisai_desktop.services.stored_receipts import read_receipt
from perisai_desktop.services.written_words import fitting, text_shown, written_findings
from perisai_desktop.storage import action_sources, choices
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.kelompok_drafts import KelompokDrafts
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import receipts
from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.bodies.contribution import Contribution, ContributionLine, ContributionPersonal
from sync.protocol.entry import Blob
from sync.protocol.forms import contribution_lines, enrolment_parts
from sync.protocol.kinds import EntryKind
from sync.rules.kelompok import MOST_WORKERS
from sync.rules.names import seen
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class GroupEnrolling:
    """What the screen of a kelompok asks for when the money is there."""

    database: Database
    drafts: KelompokDrafts
    pen: Pen
    agent: AgentIdentity
    reference: Reference
    gazetteer: Places
    attachments: Attachments

    def enrol(self, kelompok: Kelompok, rows: Sequence[int], shown: int) -> Receipt:
        """Write enrolment and consent of each line, one contribution and its receipt, durably, and forget the lines.

        `rows` are at most 500, `shown` is the rupiah that the screen named for them. Whoever is not on the signed list is not
        ready. Raises Failure: payer_name_missing, lines_not_ready (count), price_changed (shown, price), field_unfit
        (field), photo_unfit (bytes), what `Pen.capture` raises, or what the store raises.
        """
        if not 0 < len(rows) <= MOST_WORKERS:
            raise ValueError("a receipt covers 1 to 500 workers")
        if not seen(kelompok.payer_name):
            raise Failure(FailureCode.PAYER_NAME_MISSING)
        with self.database.transaction() as session:
            pages = self.drafts.pages(session, kelompok.kelompok_id)
            people = self._judge(session, replace(kelompok, pages=min(kelompok.pages, len(pages))), rows)
            unready = len(rows) - sum(one.ready for one in people)
            if unready:
                raise Failure(FailureCode.LINES_NOT_READY, count=unready)
            price = sum(one.total or 0 for one in people)
            if price != shown:
                raise Failure(FailureCode.PRICE_CHANGED, shown=shown, price=price)
            action = self.pen.capture(session)
            number = self._write(session, action, kelompok, people, pages)
            action.finish([Source(kelompok.source, row) for row in rows])
            self._forget(session, kelompok, rows)
            issued = receipts.receipt(session, number)
            assert issued is not None
            return read_receipt(session, issued, self.agent, self.reference, self.gazetteer)

    def _judge(self, session: Session, kelompok: Kelompok, rows: Sequence[int]) -> tuple[Judged, ...]:
        today = self.pen.clock.today()
        roll = Roll(self.reference, self.gazetteer, today)
        done = action_sources.taken(session, kelompok.source)
        kept = self.drafts.members(session, kelompok.kelompok_id, rows)
        members = [member for member in kept if member.row not in done]
        marks = [roll.marks(form) for form in roll.forms(kelompok, members)]
        return roll.judge(kelompok, members, known_of(session, marks, today))

    def _write(
        self,
        session: Session,
        action: ActionInHand,
        kelompok: Kelompok,
        people: Sequence[Judged],
        pages: Sequence[Photo],
    ) -> str:
        """All entries of the action; returns the receipt's number."""
        proof = keep_photos(self.attachments, session, pages, action.at)
        place = kelompok.captured_in if self.gazetteer.place(kelompok.captured_in) else None
        lines: list[ContributionLine] = []
        for one in people:
            worker_id = self._enrol(action, one, place, proof)
            quote = one.assessment.quote
            assert quote is not None
            lines.extend(contribution_lines(worker_id, quote, kelompok.payer))
        body = Contribution(lines=tuple(lines), credits=(), rules_version=self.reference.version)
        told = fitting(
            lambda: ContributionPersonal(
                salt=self.pen.salt(), blobs=(), workers=(), payer_name=" ".join(kelompok.payer_name.split())
            )
        )
        alone = lines[0].worker_id if len(people) == 1 else None
        paid = action.write(EntryKind.CONTRIBUTION, body, told, worker_id=alone)
        receipt = receipt_of(session, self.pen, action, body, paid.entry_id)
        action.write(EntryKind.RECEIPT, receipt, worker_id=alone)
        return receipt.number

    def _enrol(self, action: ActionInHand, one: Judged, place: str | None, proof: NamedPhotos) -> str:
        """Enrolment and consent of one line; returns the worker's id."""
        known, shown = one.worker, text_shown(self.reference.consent)
        worker_id = known.worker_id if known is not None else self.pen.identifier(action.at)
        body, personal = fitting(
            lambda: enrolment_parts(
                one.form,
                salt=self.pen.salt(),
                declaration=shown,
                findings=written_findings(one.assessment, one.member.reasons),
                captured_in=place,
                reenrolment_of=known.enrolment_id if known is not None else None,
                rules_version=self.reference.version,
            )
        )
        purposes = tuple(
            purpose.code for purpose in self.reference.consent.purposes if purpose.code in one.form.consents
        )
        consent = Consent(purposes=purposes, text=shown, way="signed_list_photo")
        signed = ConsentPersonal(salt=self.pen.salt(), blobs=proof.meanings, signature=())
        blobs: tuple[Blob, ...] = proof.blobs
        action.write(EntryKind.ENROLMENT, body, personal, worker_id=worker_id)
        action.write(EntryKind.CONSENT, consent, signed, worker_id=worker_id, blobs=blobs)
        return worker_id

    def _forget(self, session: Session, kelompok: Kelompok, rows: Sequence[int]) -> None:
        self.drafts.drop_members(session, kelompok.kelompok_id, rows)
        if not self.drafts.count(session, kelompok.kelompok_id):
            self.drafts.discard(session, kelompok.kelompok_id)
        if kelompok.captured_in:
            choices.put(session, CAPTURED_IN, kelompok.captured_in)
