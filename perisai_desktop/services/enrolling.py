"""Enrols a worker and takes the first contribution: one press, one action, one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.draft import ActionSummary, EnrolmentDraft, Source
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Photo
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.consents import GivenConsent, consent_photos
from perisai_desktop.services.contributions import receipt_of
from perisai_desktop.services.draft_photos import card_of, drafted
from perisai_desktop.services.drafting import CAPTURED_IN
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.services.keeping_photos import keep_photos
from perisai_desktop.services.last_enrolled import Proposals, recall, remember
from perisai_desktop.services.pen import ActionInHand, Pen
from perisai_desktop.services.receipt_paper import Giver, Issue, compose, place_on_paper
from perisai_desktop.services.registered_people import Standing, assess_here, standing_of
from perisai_desktop.services.written_words import check, fitting, text_shown, written_findings
from perisai_desktop.storage import action_sources, choices, journal
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.drafts import Drafts
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import receipts
from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.enrolment import Enrolment
from sync.protocol.forms import contribution_lines, enrolment_parts
from sync.protocol.kinds import EntryKind
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.further_fields import in_use
from sync.rules.iuran_month import IuranMonth
from sync.rules.nik import NikReading, read_nik
from sync.rules.programmes import PayerKind
from sync.rules.reference import Reference
from sync.rules.regions import Place


@dataclass(frozen=True, slots=True)
class Enrolling:
    """What the enrolment screen asks for."""

    database: Database
    drafts: Drafts
    pen: Pen
    agent: AgentIdentity
    reference: Reference
    gazetteer: Places
    attachments: Attachments

    def assess(self, form: EnrolmentForm) -> Assessment:
        """All that the rules and this store say of the form, and its price."""
        with self.database.reading() as session:
            return self._assess(session, form)[0]

    def holder(self, nik: str) -> str | None:
        """The worker whom this store holds under a NIK as typed, member or not."""
        with self.database.reading() as session:
            return self._standing(session, EnrolmentForm(nik=nik)).worker_id

    def ended(self, nik: str) -> bool:
        """Whether the worker of this NIK is here and the membership has ended: then it is a re-enrolment."""
        with self.database.reading() as session:
            standing = self._standing(session, EnrolmentForm(nik=nik))
        return standing.worker_id is not None and not standing.member

    def read_nik(self, text: str) -> NikReading:
        """What the digits say, on the local date."""
        return read_nik(text, self.pen.clock.today())

    def birth_region(self, text: str) -> str | None:
        """The regency of first registration, a suggestion only."""
        regency = self.read_nik(text).regency
        return self.gazetteer.regency_name(regency) if regency is not None else None

    def places(self, text: str) -> tuple[Place, ...]:
        """Villages by name with their parents, or by code."""
        return self.gazetteer.search(text)

    def place(self, code: str) -> Place | None:
        """The village of a dotted code."""
        return self.gazetteer.place(code)

    def proposals(self) -> Proposals:
        """What the next worker may share with the one enrolled before, today: a village and an occupation."""
        with self.database.reading() as session:
            village, occupation = recall(session, self.pen.clock.today())
        book = self.reference.occupations
        offered = book.find(occupation) in book.offered(IuranMonth.of(self.pen.clock.today()))
        return Proposals(self.gazetteer.place(village), occupation if offered else "")

    def already(self, source: Source) -> ActionSummary | None:
        """What was made from a line of a file, None where nothing was."""
        with self.database.reading() as session:
            action_id = action_sources.action_of(session, source)
            return _summary(session, action_id) if action_id is not None else None

    def enrol(
        self,
        draft: EnrolmentDraft,
        source: Source | None = None,
        shown: int | None = None,
        photos: Sequence[Photo] = (),
    ) -> Receipt:
        """Write enrolment, consent, contribution and receipt, durably, and forget the draft.

        `shown` is the rupiah that the screen named. `photos`, besides those of the draft, are kept before anything
        names them; one of a thumb print or of a signed paper stands in place of the signature. A receipt number is used only if all of it is
        stored. Raises Failure: form_has_errors (codes, fields), reading_unchecked, reason_missing (field, code), field_unfit (field),
        price_changed (shown, price), photo_unfit (bytes), what `Pen.capture` raises, or what the store raises.
        """
        with self.database.transaction() as session:
            photos = [*drafted(self.attachments, session, draft.photos), *photos]
            draft = replace(draft, form=replace(draft.form, ktp_photo=card_of(photos)))
            assessment, standing = self._assess(session, draft.form)
            check(assessment, draft.reasons)
            _check_looked_at(draft)
            given = consent_photos(draft, photos)
            _check_price(assessment, shown)
            action = self.pen.capture(session)
            cards = [photo for photo in photos if photo not in given.photos]
            receipt = self._write(session, action, draft, assessment, standing, cards, given)
            action.finish(() if source is None else (source,))
            self.drafts.discard(session, draft.draft_id)
            remember(session, self.pen.clock.today(), draft.form)
            if draft.captured_in:
                choices.put(session, CAPTURED_IN, draft.captured_in)
        return receipt

    def _assess(self, session: Session, form: EnrolmentForm) -> tuple[Assessment, Standing]:
        standing = self._standing(session, form)
        today = self.pen.clock.today()
        return assess_here(form, standing, self.reference, self.gazetteer, today), standing

    def _standing(self, session: Session, form: EnrolmentForm) -> Standing:
        return standing_of(session, form, self.pen.clock.today())

    def _write(
        self,
        session: Session,
        action: ActionInHand,
        draft: EnrolmentDraft,
        assessment: Assessment,
        standing: Standing,
        cards: Sequence[Photo],
        given: GivenConsent,
    ) -> Receipt:
        """The four entries of the action, and the receipt as it goes to paper."""
        form, quote = in_use(draft.form, self.reference.settings), assessment.quote
        assert quote is not None
        worker_id = standing.worker_id or self.pen.identifier(action.at)
        shown = text_shown(self.reference.consent)
        card = keep_photos(self.attachments, session, cards, action.at)
        proof = keep_photos(self.attachments, session, given.photos, action.at)
        body, personal = fitting(
            lambda: enrolment_parts(
                form,
                salt=self.pen.salt(),
                declaration=shown,
                findings=written_findings(assessment, draft.reasons),
                captured_in=draft.captured_in if self.gazetteer.place(draft.captured_in) else None,
                reenrolment_of=standing.enrolment_id,
                rules_version=self.reference.version,
                blobs=card.meanings,
            )
        )
        signed = ConsentPersonal(salt=self.pen.salt(), blobs=proof.meanings, signature=given.signature)
        purposes = tuple(
            purpose.code for purpose in self.reference.consent.purposes if purpose.code in form.consents
        )
        consent = Consent(purposes=purposes, text=shown, way=given.way)
        contribution = Contribution(
            lines=contribution_lines(worker_id, quote, PayerKind(form.payer)),
            credits=(),
            rules_version=self.reference.version,
        )
        action.write(EntryKind.ENROLMENT, body, personal, worker_id=worker_id, blobs=card.blobs)
        action.write(EntryKind.CONSENT, consent, signed, worker_id=worker_id, blobs=proof.blobs)
        paid = action.write(EntryKind.CONTRIBUTION, contribution, worker_id=worker_id)
        receipt = receipt_of(session, self.pen, action, contribution, paid.entry_id)
        action.write(EntryKind.RECEIPT, receipt, worker_id=worker_id)
        giver = Giver(
            worker_id=worker_id,
            name=personal.name,
            nik=personal.nik,
            occupation=body.occupation,
            place=place_on_paper(self.gazetteer.place(form.village.strip())),
            signature=given.signature,
        )
        issue = Issue(action.action_id, action.at, action.utc_offset)
        return compose(receipt, [contribution], giver, issue, self.agent, self.reference)


def _check_looked_at(draft: EnrolmentDraft) -> None:
    """Refuse to write what a machine read and nobody has compared with the card."""
    if draft.unchecked:
        raise Failure(FailureCode.READING_UNCHECKED)


def _check_price(assessment: Assessment, shown: int | None) -> None:
    """Refuse to write another price than the one that was said aloud."""
    price = assessment.quote.total if assessment.quote is not None else 0
    if shown is not None and shown != price:
        raise Failure(FailureCode.PRICE_CHANGED, shown=shown, price=price)


def _summary(session: Session, action_id: str) -> ActionSummary | None:
    """An action by its receipt and its first entry."""
    receipt = receipts.receipt_of_action(session, action_id)
    entries = journal.of_action(session, action_id)
    if receipt is None or not entries:
        return None
    return ActionSummary(
        action_id=action_id,
        entry_id=entries[0].entry_id,
        worker_id=entries[0].worker_id or "",
        receipt_number=receipt.number,
        total=receipt.total,
        findings=_findings(entries[0]),
    )


def _findings(stored: StoredEntry) -> tuple[str, ...]:
    """The codes that an enrolment was written with."""
    enrolment = decoded(stored)
    body = enrolment.body if enrolment is not None else None
    return tuple(finding.code for finding in body.findings) if isinstance(body, Enrolment) else ()
