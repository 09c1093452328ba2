"""One transaction's unit of work: each port over the same connection."""

from functools import cached_property

from sqlalchemy import Connection

from sync.server.storage.sql.accounts import SqlAccounts
from sync.server.storage.sql.audits import SqlAudits
from sync.server.storage.sql.blobs import SqlBlobs
from sync.server.storage.sql.bulks import SqlBulks
from sync.server.storage.sql.checks import SqlChecks
from sync.server.storage.sql.coverage import SqlCoverage
from sync.server.storage.sql.devices import SqlDevices
from sync.server.storage.sql.entries import SqlEntries
from sync.server.storage.sql.feed import SqlFeed
from sync.server.storage.sql.figures import SqlFigures
from sync.server.storage.sql.handovers import SqlHandovers
from sync.server.storage.sql.inbox import SqlInbox
from sync.server.storage.sql.money import SqlMoney
from sync.server.storage.sql.organisation import SqlOrganisation
from sync.server.storage.sql.pairs import SqlPairs
from sync.server.storage.sql.purges import SqlPurges
from sync.server.storage.sql.releases import SqlReleases
from sync.server.storage.sql.reviews import SqlReviews
from sync.server.storage.sql.standings import SqlStandings
from sync.server.storage.sql.targets import SqlTargets
from sync.server.storage.sql.workers import SqlWorkers


class SqlUnitOfWork:
    """Fulfils `UnitOfWork`."""

    def __init__(self, connection: Connection, feed_floor: int = 0) -> None:
        self._connection = connection
        self._feed_floor = feed_floor

    @cached_property
    def organisation(self) -> SqlOrganisation:
        return SqlOrganisation(self._connection)

    @cached_property
    def devices(self) -> SqlDevices:
        return SqlDevices(self._connection)

    @cached_property
    def inbox(self) -> SqlInbox:
        return SqlInbox(self._connection)

    @cached_property
    def entries(self) -> SqlEntries:
        return SqlEntries(self._connection)

    @cached_property
    def blobs(self) -> SqlBlobs:
        return SqlBlobs(self._connection)

    @cached_property
    def checks(self) -> SqlChecks:
        return SqlChecks(self._connection)

    @cached_property
    def handovers(self) -> SqlHandovers:
        return SqlHandovers(self._connection)

    @cached_property
    def workers(self) -> SqlWorkers:
        return SqlWorkers(self._connection)

    @cached_property
    def money(self) -> SqlMoney:
        return SqlMoney(self._connection)

    @cached_property
    def feed(self) -> SqlFeed:
        return SqlFeed(self._connection, self._feed_floor)

    @cached_property
    def figures(self) -> SqlFigures:
        return SqlFigures(self._connection)

    @cached_property
    def reviews(self) -> SqlReviews:
        return SqlReviews(self._connection)

    @cached_property
    def bulks(self) -> SqlBulks:
        return SqlBulks(self._connection)

    @cached_property
    def pairs(self) -> SqlPairs:
        return SqlPairs(self._connection)

    @cached_property
    def standings(self) -> SqlStandings:
        return SqlStandings(self._connection)

    @cached_property
    def releases(self) -> SqlReleases:
        return SqlReleases(self._connection)

    @cached_property
    def coverage(self) -> SqlCoverage:
        return SqlCoverage(self._connection)

    @cached_property
    def targets(self) -> SqlTargets:
        return SqlTargets(self._connection)

    @cached_property
    def purges(self) -> SqlPurges:
        return SqlPurges(self._connection)

    @cached_property
    def accounts(self) -> SqlAccounts:
        return SqlAccounts(self._connection)

    @cached_property
    def audits(self) -> SqlAudits:
        return SqlAudits(self._connection)
