"""The store's interface: transactions that give a unit of work, made of one port per subject."""

from contextlib import AbstractContextManager
from typing import Protocol

from sync.server.storage.ports.accounts import AccountPort
from sync.server.storage.ports.audits import AuditPort
from sync.server.storage.ports.blobs import BlobPort
from sync.server.storage.ports.bulks import BulkPort
from sync.server.storage.ports.checks import CheckPort
from sync.server.storage.ports.coverage import CoveragePort
from sync.server.storage.ports.devices import DevicePort
from sync.server.storage.ports.entries import EntryPort
from sync.server.storage.ports.feed import FeedPort
from sync.server.storage.ports.figures import FigurePort
from sync.server.storage.ports.handovers import HandoverPort
from sync.server.storage.ports.inbox import InboxPort
from sync.server.storage.ports.money import MoneyPort
from sync.server.storage.ports.organisation import OrganisationPort
from sync.server.storage.ports.pairs import PairPort
from sync.server.storage.ports.purges import PurgePort
from sync.server.storage.ports.releases import ReleasePort
from sync.server.storage.ports.reviews import ReviewPort
from sync.server.storage.ports.standings import StandingPort
from sync.server.storage.ports.targets import TargetPort
from sync.server.storage.ports.workers import WorkerPort


class StoreFault(Exception):
    """An expected fault of the store; `code` says which (`database_newer`, `rows_refused`)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnitOfWork(Protocol):
    """Everything one transaction may touch."""

    @property
    def organisation(self) -> OrganisationPort:
        """Branches, offices and agents."""
        ...

    @property
    def devices(self) -> DevicePort:
        """Devices, their chains and one-time codes."""
        ...

    @property
    def inbox(self) -> InboxPort:
        """Raw batches."""
        ...

    @property
    def entries(self) -> EntryPort:
        """Entries."""
        ...

    @property
    def blobs(self) -> BlobPort:
        """The pictures that entries name."""
        ...

    @property
    def checks(self) -> CheckPort:
        """What the checks ask, and what they found."""
        ...

    @property
    def handovers(self) -> HandoverPort:
        """Hand-overs, and who serves a worker."""
        ...

    @property
    def workers(self) -> WorkerPort:
        """The register of NIKs."""
        ...

    @property
    def money(self) -> MoneyPort:
        """Receipts and the ledger."""
        ...

    @property
    def feed(self) -> FeedPort:
        """What agents pull."""
        ...

    @property
    def figures(self) -> FigurePort:
        """Counts for a monitor."""
        ...

    @property
    def reviews(self) -> ReviewPort:
        """Reviews and their moves."""
        ...

    @property
    def bulks(self) -> BulkPort:
        """Records that are approved together."""
        ...

    @property
    def pairs(self) -> PairPort:
        """What people said of two records."""
        ...

    @property
    def standings(self) -> StandingPort:
        """What is counted of many agents at once."""
        ...

    @property
    def releases(self) -> ReleasePort:
        """What branches publish and draft."""
        ...

    @property
    def coverage(self) -> CoveragePort:
        """What was reached in some months, summed up."""
        ...

    @property
    def targets(self) -> TargetPort:
        """What a branch aims at."""
        ...

    @property
    def purges(self) -> PurgePort:
        """What of people's data goes, and the log of it."""
        ...

    @property
    def accounts(self) -> AccountPort:
        """Accounts and sessions."""
        ...

    @property
    def audits(self) -> AuditPort:
        """The audit trail."""
        ...


class Store(Protocol):
    """One database; `transaction` commits at its end and rolls back on any exception."""

    def transaction(self) -> AbstractContextManager[UnitOfWork]:
        """A unit of work that is kept whole or not at all."""
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """A consistent view; nothing written in it is kept."""
        ...

    def scrub(self) -> None:
        """Leave no copy of what was erased in the database's own files, as far as the server can; at any time."""
        ...

    def close(self) -> None:
        """Give the database back."""
        ...
