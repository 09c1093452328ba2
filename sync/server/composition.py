"""Puts one server together from its settings: store, keys, clock, reference data and services."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sync.protocol.accesses import TrailProof
from sync.protocol.device_directory import SignedDirectory
from sync.server.backups.last_copy import last_copy_at
from sync.server.clock import Clock, PinnedClock, SystemClock
from sync.server.keys import ServerKeys
from sync.server.proving import ledger_file, trail_proof
from sync.server.services.accesses import Accesses
from sync.server.services.account_desk import AccountDesk
from sync.server.services.accounts import Accounts, SignedIn
from sync.server.services.aiming import Aiming
from sync.server.services.anchoring import anchor_days
from sync.server.services.attributing import Attributing
from sync.server.services.auditing import trail
from sync.server.services.blobs import Blobs
from sync.server.services.branch_settings import BranchSettingsDesk
from sync.server.services.bulk import BulkApproving
from sync.server.services.bundles import Bundles
from sync.server.services.comparing import Comparing
from sync.server.services.coverage import Coverage
from sync.server.services.depositing import Matching
from sync.server.services.device_states import DeviceStates
from sync.server.services.devices import DeviceEnrolment
from sync.server.services.epoch_codes import EpochCodes
from sync.server.services.feed import Changes, feed_floor
from sync.server.services.finding import BranchFindings
from sync.server.services.handovers import Handovers
from sync.server.services.held_records import HeldRecords
from sync.server.services.intake import Intake
from sync.server.services.measuring import Measuring
from sync.server.services.organising import Organising
from sync.server.services.passwords import Passwords
from sync.server.services.person_export import PersonExport
from sync.server.services.portal_answers import PortalAnswering
from sync.server.services.portal_deposits import PortalDeposits
from sync.server.services.portal_export import PortalExport
from sync.server.services.portal_renewals import PortalRenewals
from sync.server.services.purging import RULES, Purged, Purging
from sync.server.services.receipts import ReceiptChecks
from sync.server.services.record_photos import RecordPhotos
from sync.server.services.reference import PublishedReference, device_directory
from sync.server.services.releases import Releases
from sync.server.services.reopening import Reopening
from sync.server.services.request_counts import RequestCounts
from sync.server.services.review_reading import ReviewReading
from sync.server.services.reviewing import Reviewing
from sync.server.services.scorecards import Scorecards
from sync.server.services.settling import Settling
from sync.server.services.telling_apart import TellingApart
from sync.server.services.viewing import Viewing
from sync.server.settings import ServerSettings
from sync.server.storage.access_records import AuditEntry
from sync.server.storage.blob_folder import BlobFolder
from sync.server.storage.opening import open_store
from sync.server.storage.ports.blob_files import BlobFiles
from sync.server.storage.store import Store

_WESTERN = timedelta(hours=7)
_OPENING = time(9, 0)


@dataclass(frozen=True, slots=True)
class Server:
    """Everything that routes and the command line call; `close` gives the database back.

    There is one `blobs`: whichever way pieces of a picture come, they take turns.
    """

    settings: ServerSettings
    store: Store
    keys: ServerKeys
    clock: Clock
    published: PublishedReference
    accounts: Accounts
    account_desk: AccountDesk
    organising: Organising
    scorecards: Scorecards
    reading: ReviewReading
    viewing: Viewing
    accesses: Accesses
    people: PersonExport
    purging: Purging
    photos: RecordPhotos
    reviewing: Reviewing
    bulks: BulkApproving
    comparing: Comparing
    telling_apart: TellingApart
    attributing: Attributing
    matching: Matching
    portal_export: PortalExport
    portal_renewals: PortalRenewals
    portal_answering: PortalAnswering
    portal_deposits: PortalDeposits
    findings: BranchFindings
    branch_settings: BranchSettingsDesk
    releases: Releases
    coverage: Coverage
    aiming: Aiming
    handovers: Handovers
    receipts: ReceiptChecks
    enrolment: DeviceEnrolment
    device_states: DeviceStates
    held_records: HeldRecords
    blob_files: BlobFiles
    blobs: Blobs
    epoch_codes: EpochCodes
    reopening: Reopening

    def issue_code(self, agent_id: str, actor: str) -> str:
        """A fresh one-time code for a device of an agent."""
        return self.enrolment.issue_code(agent_id, issued_by=actor)

    def directory(self) -> SignedDirectory:
        """The directory of device keys as it stands, signed."""
        practice = self.settings.practice
        return device_directory(self.store, self.clock, self.keys.signing, practice=practice)

    def trail(self, person: SignedIn, after: int, limit: int) -> tuple[AuditEntry, ...]:
        """Rows of the audit trail above a number, as far as a person may read them."""
        return trail(self.store, after, limit, person.branch_id)

    def trail_proof(self) -> TrailProof:
        """Whether the audit trail is whole."""
        return trail_proof(self.settings.database, self.keys.public)

    def ledger_file(self, person: SignedIn) -> Path:
        """Every line of the ledger that a person may read as a fresh file, which the caller drops."""
        return ledger_file(self.settings.database, self.store, self.clock, person)

    def anchor_days(self) -> int:
        """Anchor the audit trail of the days that are over."""
        return anchor_days(self.store, self.clock, self.keys.signing)

    def purge(self) -> Purged:
        """Erase what is due, as the server does by itself."""
        return self.purging.run(RULES)

    def measuring(self, requests: RequestCounts) -> Measuring:
        """The metrics, with the requests that the application counts."""
        folder = self.settings.directory
        return Measuring(self.store, self.clock, requests, lambda: last_copy_at(folder))

    def read_once(self) -> None:
        """Read something from the database, which raises where it does not answer."""
        with self.store.reading() as tx:
            tx.organisation.branches()

    def bundles(self) -> Bundles:
        """The door for what comes on a stick."""
        settling = Settling(lambda: self.published.rules, self.published.gazetteer)
        most = self.settings.max_batch_content
        intake = Intake(self.store, self.keys, self.clock, settling, max_content=most)
        practice = self.settings.practice
        changes = Changes(self.store)
        return Bundles(self.store, self.keys, self.clock, intake, changes, self.blobs, practice=practice)

    def close(self) -> None:
        """Close the store and the gazetteer."""
        self.store.close()
        self.published.gazetteer.close()


def opening_instant(today: date) -> datetime:
    """09:00 +07:00 of a pinned day (sync/rules/README.md, "Practice")."""
    return (datetime.combine(today, _OPENING) - _WESTERN).replace(tzinfo=UTC)


def open_server(settings: ServerSettings, *, passwords: Passwords | None = None) -> Server:
    """Open, and on first use make, everything a server needs in its state folder.

    A pinned clock starts at 09:00 +07:00, after a restart at the newest entry's recorded instant.
    Raises StoreFault for a database of a newer program and ReferenceFault for altered reference data.
    """
    settings.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = ServerKeys.open(settings.directory)
    clock: Clock = SystemClock()
    store = open_store(settings.database, feed_floor(clock.now()))
    if settings.today is not None:
        with store.reading() as tx:
            newest = tx.entries.newest_recorded_at()
        clock = PinnedClock(opening_instant(settings.today), newest)
    published = PublishedReference.open(settings, keys.signing)
    viewing = Viewing(store, clock)
    reading = ReviewReading(store, published.gazetteer, lambda: published.rules.consent.required)
    blob_files = BlobFolder(settings.blob_directory)
    hashing = passwords or Passwords()
    accounts = Accounts(store, clock, hashing, settings.session_lifetime)
    reviewing = Reviewing(store, clock, published.rules, published.gazetteer, settings.claim_lifetime)
    return Server(
        settings=settings,
        store=store,
        keys=keys,
        clock=clock,
        published=published,
        accounts=accounts,
        account_desk=AccountDesk(store, clock, hashing, accounts),
        organising=Organising(store, clock, keys.recovery_public),
        scorecards=Scorecards(store, clock),
        reading=reading,
        viewing=viewing,
        accesses=Accesses(store),
        people=PersonExport(store, clock, blob_files, published.gazetteer),
        purging=Purging(
            store,
            clock,
            blob_files,
            lambda: published.rules.consent.required,
            settings.retention.periods,
        ),
        photos=RecordPhotos(store, clock, reading, blob_files),
        reviewing=reviewing,
        bulks=BulkApproving(store, clock, reviewing),
        comparing=Comparing(store, viewing, reading),
        telling_apart=TellingApart(store, clock, reviewing, settings.claim_lifetime),
        attributing=Attributing(store, clock, settings.claim_lifetime),
        matching=Matching(store, clock),
        portal_export=PortalExport(store, clock, published.gazetteer),
        portal_renewals=PortalRenewals(store, clock),
        portal_deposits=PortalDeposits(store, clock),
        portal_answering=PortalAnswering(store, clock, lambda: published.rules, practice=settings.practice),
        findings=BranchFindings(store, clock, lambda: published.rules),
        branch_settings=BranchSettingsDesk(
            store, clock, lambda: published.rules, lambda: published.publication.files, keys.signing
        ),
        releases=Releases(store),
        coverage=Coverage(store, clock, lambda: published.rules, published.gazetteer),
        aiming=Aiming(store, clock, published.gazetteer),
        handovers=Handovers(store, clock),
        receipts=ReceiptChecks(store, practice=settings.practice),
        enrolment=DeviceEnrolment(store, keys, clock, settings.practice),
        device_states=DeviceStates(store, clock),
        held_records=HeldRecords(store, clock, settings.nonce_lifetime),
        blob_files=blob_files,
        blobs=Blobs(store, clock, blob_files),
        epoch_codes=EpochCodes(store, clock),
        reopening=Reopening(store, keys, clock),
    )


@contextmanager
def opened(settings: ServerSettings) -> Iterator[Server]:
    """A server that is closed at the end."""
    server = open_server(settings)
    try:
        yield server
    finally:
        server.close()
