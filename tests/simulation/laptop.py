"""A simulated laptop: captures with the shipped rules and forms, syncs with the shipped course, dies and is copied."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from perisai_desktop.domain.failure import Failure
from perisai_desktop.services.line import Line as NetworkLine
from perisai_desktop.services.syncing import Syncing
from sync.client.transport import Transport
from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.parts import BlobMeaning, PersonalPart
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob
from sync.protocol.forms import contribution_lines, correction_parts
from sync.protocol.identifiers import uuid7
from sync.protocol.kinds import EntryKind
from sync.protocol.messages import Mark
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import StrictModel
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.programmes import PayerKind
from tests.simulation.clocks import LaptopClock
from tests.simulation.disk import Content, Disk, DiskFull, LaptopDied
from tests.simulation.laptop_photos import LaptopPhotos, fault
from tests.simulation.laptop_store import LaptopStore
from tests.simulation.network import Network, SimulatedChannel
from tests.simulation.village import Photo, enrolment_of, month_of, price_of, shown, villager
from tests.simulation.writing import Quill
from tests.support.field_laptop import SIGNED


@dataclass(frozen=True, slots=True)
class Issued:
    """A receipt that an agent holds in her hand: it was committed before it was shown."""

    number: str
    total: int
    on: date
    hash: str
    device: str
    laptop: str


@dataclass(slots=True)
class Laptop:
    """One machine with one agent's store. `mark` stands outside the disk's content, as the credential store does.

    `copied`: its store was set back or copied, so pictures may be missing on it; `spoiled` are pictures whose file went away or was damaged on it.
    """

    name: str
    device: str
    key: SigningKey
    server_key: bytes
    network: Network
    clock: LaptopClock
    chance: random.Random
    disk: Disk = field(default_factory=Disk)
    mark: Mark | None = None
    copies: list[tuple[Content, Mark | None]] = field(default_factory=list)
    run: Iterator[None] | None = None
    lives: int = 0
    whole_restores: int = 0
    copied: bool = False
    spoiled: set[str] = field(default_factory=set)
    people: dict[str, EnrolmentForm] = field(default_factory=dict)
    _syncing: Syncing | None = None
    store: LaptopStore = field(init=False)
    photos: LaptopPhotos = field(init=False)
    wire: Transport = field(init=False)
    quill: Quill = field(init=False)

    def __post_init__(self) -> None:
        self.quill = Quill(self.device, self.key, self.clock, self.identifier)
        self.boot()

    def boot(self) -> None:
        """A new life of the program: nothing but the disk and the mark is left."""
        self.lives += 1
        self.run = None
        self.disk.fuse.put_out()
        self.store = LaptopStore(
            self.disk,
            device=self.device,
            key=self.key,
            clock=self.clock,
            identifier=self.identifier,
            run=f"{self.name}-{self.lives}",
            begun=self.keep_mark,
        )
        self.photos = LaptopPhotos(self.disk)
        self.wire = Transport(
            SimulatedChannel(self.network),  # type: ignore[arg-type]
            device=self.device,
            key=self.key,
            server_key=self.server_key,
            now=self.clock.now,
            monotonic=lambda: self.clock.monotonic_ms() / 1000,
            random_bytes=self.chance.randbytes,
        )
        self._syncing = Syncing(self.store, self.wire, NetworkLine(), self.keep_mark, self.photos)
        self._refuse_rolled_back()
        self.keep_mark()

    @property
    def lineage(self) -> str:
        """The laptop as far as its own memory reaches: a whole disk set back does not know that it was."""
        return f"{self.name}/{self.whole_restores}"

    def identifier(self) -> str:
        """A fresh UUIDv7 by the laptop's clock."""
        return uuid7(self.clock.now(), self.chance.randbytes(10))

    @property
    def content(self) -> Content:
        """What is on the disk."""
        return self.disk.content

    def keep_mark(self) -> None:
        """Keep the high-water mark outside; a store that was rolled back keeps nothing."""
        reached = self.store.mark(self.content.epoch)
        if (reached.epoch, reached.seq) > (1, 0) and not self.content.rolled_back:
            self.mark = reached

    def _refuse_rolled_back(self) -> None:
        """A database that lacks what its mark names has been rolled back, unless the branch was told of that."""
        if self.mark is None or (self.mark.epoch <= self.content.epoch and self.mark.seq == 0):
            return
        if self.mark == self.content.told_mark:
            return
        hashes = {(line.epoch, line.seq): line.hash for line in self.content.journal}
        if hashes.get((self.mark.epoch, self.mark.seq)) == self.mark.head_hash:
            return
        self.store.reached = self.mark
        if not self.content.rolled_back:
            with self.disk.transaction() as content:
                content.rolled_back = True

    def step(self) -> str:
        """One step of a sync run; what it ended with, or nothing while it goes on."""
        assert self._syncing is not None
        if self.run is None:
            self.run = self._syncing.steps()
        try:
            next(self.run)
        except StopIteration:
            self.run = None
            return "finished"
        except Failure as failure:
            self.run = None
            return failure.code.value
        except LaptopDied:
            self.boot()
            return "died"
        except DiskFull:
            self.run = None
            return "disk full"
        return ""

    def enrol(self, number: int, photo: Photo | None = None) -> Issued | None:
        """Enrol a person of the village and take the first contribution; None where it was not saved."""
        form = villager(number)
        worker_id = self.identifier()
        body, personal = enrolment_of(form, self.salt(), meanings(photo, "ktp"))
        quote = price_of(form, self.clock.today())
        if quote is None:
            return None
        consent = Consent(purposes=tuple(sorted(form.consents)), text=shown(), way="pad")
        signed = ConsentPersonal(salt=self.salt(), blobs=(), signature=SIGNED)
        parts: list[tuple[EntryKind, StrictModel, PersonalPart | None]] = [
            (EntryKind.ENROLMENT, body, personal),
            (EntryKind.CONSENT, consent, signed),
        ]
        lines = contribution_lines(worker_id, quote, PayerKind(form.payer))
        issued = self._write(parts, Contribution(lines=lines, credits=()), worker_id, photo)
        if issued is not None:
            self.people[worker_id] = form
        return issued

    def renew(self, choice: int) -> Issued | None:
        """Take a month from somebody enrolled here; it may be a month that is paid already."""
        enrolled = [line for line in self.content.journal if line.kind == "enrolment"]
        if not enrolled:
            return None
        return self.take_from(enrolled[choice % len(enrolled)].worker_id or "")

    def take_from(self, worker_id: str) -> Issued | None:
        """Take a month from a worker, who may have been enrolled elsewhere and be unknown to the branch yet."""
        return self._write([], Contribution(lines=month_of(worker_id), credits=()), worker_id)

    def correct(self, choice: int, photo: Photo | None = None) -> bool:
        """Correct the street of somebody enrolled here, or show the card anew."""
        enrolled = [
            line
            for line in self.content.journal
            if line.kind == "enrolment" and (line.worker_id or "") in self.people
        ]
        if not enrolled:
            return False
        chosen = enrolled[choice % len(enrolled)]
        worker_id = chosen.worker_id or ""
        before = self.people[worker_id]
        after = before if photo else replace(before, street=f"Jl. Mawar No. {choice % 90 + 1}")
        if before == after and photo is None:
            return False
        shown = meanings(photo, "ktp")
        body, personal = correction_parts(
            before, after, corrects=chosen.entry_id, salt=self.salt(), blobs=shown
        )
        base = chosen.hash
        saved = self.save(EntryKind.CORRECTION, body, personal, worker_id=worker_id, base=base, photo=photo)
        if saved:
            self.people[worker_id] = after
        return saved

    def save(
        self,
        kind: EntryKind,
        body: StrictModel,
        personal: PersonalPart | None = None,
        *,
        worker_id: str | None = None,
        base: str | None = None,
        photo: Photo | None = None,
    ) -> bool:
        """Write one entry as an action of its own; False where nothing of it was seen to be saved."""
        if self.content.rolled_back:
            return False
        try:
            self.keep(photo)
            with self.disk.transaction() as content:
                parts = [(kind, body, personal)]
                self.quill.write(content, self.identifier(), parts, worker_id, base, _named(photo))
        except (DiskFull, LaptopDied) as fault:
            self._after(fault)
            return False
        self._mark_after_commit()
        return True

    def keep(self, photo: Photo | None) -> None:
        """Keep a picture on the disk, before the entry that names it is written. Raises DiskFull, LaptopDied."""
        if photo is not None and fault(self.content, photo.blob.sha256) is not None:
            with self.disk.transaction() as content:
                content.files[photo.blob.sha256] = photo.content

    def salt(self) -> str:
        """Sixteen bytes for a personal part."""
        return to_base64url(self.chance.randbytes(16))

    def _write(
        self,
        parts: list[tuple[EntryKind, StrictModel, PersonalPart | None]],
        contribution: Contribution,
        worker_id: str,
        photo: Photo | None = None,
    ) -> Issued | None:
        """One action in one transaction; the receipt is shown only after the commit (S1)."""
        if self.content.rolled_back:
            return None
        before = self.disk.commits
        issued: Issued | None = None
        try:
            self.keep(photo)
            before = self.disk.commits
            with self.disk.transaction() as content:
                made = self.quill.pay(content, parts, contribution, worker_id, _named(photo))
                issued = Issued(made.number, made.total, made.on, made.hash, self.device, self.lineage)
        except (DiskFull, LaptopDied) as fault:
            self._after(fault)
            return issued if self.disk.commits > before else None
        self._mark_after_commit()
        return issued

    def _after(self, fault: Exception) -> None:
        if isinstance(fault, LaptopDied):
            self.boot()

    def _mark_after_commit(self) -> None:
        self.keep_mark()


def meanings(photo: Photo | None, shows: Literal["ktp", "slip"]) -> tuple[BlobMeaning, ...]:
    """What a picture shows, in the personal part of its entry."""
    return () if photo is None else (BlobMeaning(sha256=photo.blob.sha256, shows=shows),)


def _named(photo: Photo | None) -> tuple[Blob, ...]:
    return () if photo is None else (photo.blob,)
