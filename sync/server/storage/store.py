"""The store's interface: transactions that give a unit of work, made of one port per subject."""

from contextlib import AbstractContextManager
from typing import Protocol

from sync.server.storage.ports.accounts import AccountPort
from sync.server.storage.ports.audits import AuditPort
from sync.server.storage.ports.devices import DevicePort
from sync.server.storage.ports.feed import FeedPort, ReviewPort
from sync.server.storage.ports.intake import EntryPort, InboxPort, MoneyPort, WorkerPort
from sync.server.storage.ports.organisation import OrganisationPort


class StoreFault(Exception):
    """An expected fault of the store; `code` says which (`database_newer`, `rows_refused`)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnitOfWork(Protocol):
    """Everything one transaction may touch."""

    @property
    def organisation(self) -> OrganisationPort: ...

    @property
    def devices(self) -> DevicePort: ...

    @property
    def inbox(self) -> InboxPort: ...

    @property
    def entries(self) -> EntryPort: ...

    @property
    def workers(self) -> WorkerPort: ...

    @property
    def money(self) -> MoneyPort: ...

    @property
    def feed(self) -> FeedPort: ...

    @property
    def reviews(self) -> ReviewPort: ...

    @property
    def accounts(self) -> AccountPort: ...

    @property
    def audits(self) -> AuditPort: ...


class Store(Protocol):
    """One database; `transaction` commits at its end and rolls back on any exception."""

    def transaction(self) -> AbstractContextManager[UnitOfWork]: ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """A consistent view; nothing written in it is kept."""
        ...

    def close(self) -> None: ...
