"""An agent's device whose actions are stored at the server the way intake stores them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.bodies.contribution import Contribution, ContributionLine
from sync.protocol.bodies.correction import Correction, CorrectionPersonal, EnrolmentChanges, PersonalChanges
from sync.protocol.bodies.enrolment import Enrolment
from sync.protocol.bodies.parts import Finding, PersonalPart, ProgrammeText, TextShown
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.chain import genesis_hash
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import SealedEntry, decode, seal
from sync.protocol.kinds import EntryKind
from sync.protocol.receipt_proof import ReceiptLink, receipt_message
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import StrictModel
from sync.rules.receipt_number import ReceiptNumber
from sync.server.storage.records import (
    Agent,
    Device,
    Review,
)
from sync.server.storage.store import Store, UnitOfWork
from tests.support.stored_rows import (
    MORNING,
    entry_id_of,
    fresh_id,
    invented_person,
    issued_receipt,
    ledger_lines,
    salt,
    stored_entry,
)

PRICE: tuple[tuple[ProgrammeText, int], ...] = (("JKK", 5_000), ("JKM", 3_400))
TODAY = date(2026, 11, 22)
SIGNED = (((100, 250), (420, 400), (800, 120)),)
TEXT = TextShown(version="1", language="id", sha256="c" * 64)


@dataclass(frozen=True, slots=True)
class Posted:
    """The action of one enrolment as it lies at the server."""

    enrolment: SealedEntry
    entry_id: str
    action_id: str
    worker_id: str
    number: str
    link: ReceiptLink
    receipt_id: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An entry of its own that waits for a decision."""

    entry_id: str
    sealed: SealedEntry


class AgentLaptop:
    """One agent's device: seals entries in its chain and stores them as intake would."""

    def __init__(self, store: Store, agent: Agent, code: str) -> None:
        self.store = store
        self.agent = agent
        self.code = code
        self.key = SigningKey.generate()
        self.head = genesis_hash(self.key.public)
        self.seq = 0
        self.receipts = 0
        with store.transaction() as tx:
            tx.devices.add_device(
                Device(
                    device=code,
                    agent_id=agent.agent_id,
                    public_key=self.key.public,
                    practice=code.startswith("0"),
                    recovery_wrap=b"w",
                    epoch_secret=b"s" * 32,
                    enrolled_at=MORNING,
                    seen_at=MORNING,
                )
            )

    def post(
        self,
        name: str = "Siti Contoh",
        state: str = "received",
        flags: tuple[str, ...] = (),
        *,
        purged: bool = False,
    ) -> Posted:
        """Enrol somebody for one month of JKK and JKM: Rp8,400, with consent, contribution and receipt."""
        action_id, worker_id = fresh_id(), fresh_id()
        enrolment = self._seal(
            EntryKind.ENROLMENT,
            action_id,
            Enrolment(
                offer="JKK+JKM",
                occupation="Pedagang sayur",
                income=1_000_000,
                payer="self",
                declaration=TEXT,
                findings=tuple(Finding(code=flag, reason="Sudah dicocokkan") for flag in flags),
            ),
            invented_person(name),
            worker_id,
        )
        consent = self._seal(
            EntryKind.CONSENT,
            action_id,
            Consent(purposes=("enrolment",), text=TEXT, way="pad"),
            ConsentPersonal(salt=salt(), blobs=(), signature=SIGNED),
            worker_id,
        )
        lines = tuple(
            ContributionLine(
                worker_id=worker_id,
                month="2026-11",
                programme=programme,
                amount=amount,
                bracket=1,
                relief="pp50-2025",
                tariff_version="2026.1",
                payer="self",
            )
            for programme, amount in PRICE
        )
        contribution = self._seal(EntryKind.CONTRIBUTION, action_id, Contribution(lines=lines, credits=()))
        self.receipts += 1
        link = self.sign(f"{self.code}-01-{self.receipts:06d}", 8_400)
        number = link.number
        receipt = self._seal(
            EntryKind.RECEIPT,
            action_id,
            Receipt(
                number=number,
                on=link.on,
                total=8_400,
                contributions=(entry_id_of(contribution),),
                workers=1,
                payer="self",
                signature=link.signature,
            ),
        )
        posted = Posted(
            enrolment=enrolment,
            entry_id=entry_id_of(enrolment),
            action_id=action_id,
            worker_id=worker_id,
            number=number,
            link=link,
            receipt_id=entry_id_of(receipt),
        )
        with self.store.transaction() as tx:
            stored = replace(enrolment, personal=None) if purged else enrolment
            self._store(tx, [stored, consent, contribution, receipt])
            tx.reviews.add([self._review(posted, enrolment, "enrolment", state, flags)])
            tx.money.add_lines(ledger_lines(self.agent.agent_id, contribution, lines, number))
            tx.money.add_receipts([issued_receipt(self.agent.agent_id, receipt, posted.link)])
        return posted

    def sign(self, place: str, amount: int) -> ReceiptLink:
        """A receipt that this device's key signed and that was never sent; `place` is a number without its check."""
        device, epoch, counter = place.split("-")
        number = str(ReceiptNumber(device, int(epoch), int(counter)))
        signature = to_base64url(self.key.sign(receipt_message(number, TODAY, amount)))
        return ReceiptLink("latihan.invalid", number, TODAY, amount, signature)

    def ask(self, kind: EntryKind, body: StrictModel, posted: Posted) -> Asked:
        """Ask the branch for something about an earlier action."""
        sealed = self._seal(kind, fresh_id(), body, None, posted.worker_id)
        with self.store.transaction() as tx:
            self._store(tx, [sealed])
            own = self._review(posted, sealed, kind.value, "received", ())
            tx.reviews.add([replace(own, rupiah=0)])
        return Asked(entry_id_of(sealed), sealed)

    def correct(self, posted: Posted, *, verdict: str = "accepted", **changes: str) -> SealedEntry:
        """Correct personal fields of an enrolment that was sent back; it waits again unless in conflict."""
        correction = self._seal(
            EntryKind.CORRECTION,
            fresh_id(),
            Correction(corrects=posted.entry_id, changes=EnrolmentChanges(), findings=()),
            CorrectionPersonal(salt=salt(), blobs=(), changes=PersonalChanges.model_validate(changes)),
            posted.worker_id,
        )
        with self.store.transaction() as tx:
            self._store(tx, [correction], verdict)
            crossed = verdict == "conflict"
            state, flags = ("flagged", ("conflict",)) if crossed else ("received", ())
            own = self._review(posted, correction, "correction", state, flags)
            tx.reviews.add([replace(own, parent_id=posted.entry_id, rupiah=0, receipt_number=None)])
            if crossed:
                return correction
            before = tx.reviews.reviews([posted.entry_id])[posted.entry_id]
            tx.reviews.put(replace(before, hash=correction.hash, state="received", decided_at=None))
        return correction

    def _seal(
        self,
        kind: EntryKind,
        action_id: str,
        body: StrictModel,
        personal: PersonalPart | None = None,
        worker_id: str | None = None,
    ) -> SealedEntry:
        self.seq += 1
        sealed = seal(
            kind=kind,
            entry_id=fresh_id(),
            action_id=action_id,
            device=self.code,
            epoch=1,
            seq=self.seq,
            prev_hash=self.head,
            recorded_at=MORNING + timedelta(seconds=self.seq),
            utc_offset=420,
            body=body,
            personal=personal,
            worker_id=worker_id,
        )
        self.head = sealed.hash
        return sealed

    def _store(self, tx: UnitOfWork, entries: list[SealedEntry], verdict: str = "accepted") -> None:
        position = tx.feed.lock([self.agent.agent_id])[self.agent.agent_id]
        stored = []
        for sealed in entries:
            position += 1
            stored.append(stored_entry(self.agent.agent_id, sealed, position, verdict))
        tx.entries.add(stored)
        tx.feed.advance(self.agent.agent_id, position)

    def _review(
        self, posted: Posted, sealed: SealedEntry, kind: str, state: str, flags: tuple[str, ...]
    ) -> Review:
        return Review(
            entry_id=entry_id_of(sealed),
            device=self.code,
            entry_hash=sealed.hash,
            hash=sealed.hash,
            action_id=decode(sealed.raw, sealed.personal).envelope.action_id,
            agent_id=self.agent.agent_id,
            branch_id=self.agent.branch_id,
            kind=kind,
            worker_id=posted.worker_id,
            parent_id=None,
            state=state,
            flags=json.dumps(flags),
            rupiah=8_400,
            receipt_number=posted.number,
            recorded_at=decode(sealed.raw, sealed.personal).envelope.recorded_at,
            recorded_on=TODAY,
            received_at=MORNING,
        )
