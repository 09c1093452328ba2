"""The register of NIKs in SQL."""

from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter

from sqlalchemy import ColumnElement, Connection, delete, select, union, update
from sqlalchemy.exc import IntegrityError

from sync.server.storage.sql.many import add_missing, columns_of, fields_of, within
from sync.server.storage.store import StoreFault
from sync.server.storage.tables import WorkerRow, table_of
from sync.server.storage.worker_records import NikClaim

WORKER = table_of(WorkerRow)
CLAIM_FIELDS = fields_of(NikClaim)
READ_CLAIM = attrgetter(*CLAIM_FIELDS)


class SqlWorkers:
    """Fulfils `WorkerPort`; claims go in by sorted NIK, so two batches never wait for each other in a circle."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claim(self, claims: Sequence[NikClaim]) -> Mapping[str, NikClaim]:
        first: dict[str, NikClaim] = {}
        for claim in claims:
            first.setdefault(claim.nik, claim)
        rows = [READ_CLAIM(first[nik]) for nik in sorted(first)]
        add_missing(self._connection, WORKER, CLAIM_FIELDS, rows)
        return self.holders(first)

    def holders(self, niks: Collection[str]) -> Mapping[str, NikClaim]:
        if not niks:
            return {}
        query = select(*columns_of(WORKER, NikClaim)).where(
            within(WORKER.c.nik, list(niks), self._connection)
        )
        return {row.nik: NikClaim(*row) for row in self._connection.execute(query)}

    def named(self, begins: str, agents: Collection[str], limit: int) -> tuple[NikClaim, ...]:
        query = (
            select(*columns_of(WORKER, NikClaim))
            .where(*_begins(begins), within(WORKER.c.agent_id, agents, self._connection))
            .order_by(WORKER.c.name_key, WORKER.c.nik)
            .limit(limit)
        )
        return tuple(NikClaim(*row) for row in self._connection.execute(query))

    def numbered(self, kpjs: Collection[str]) -> Mapping[str, NikClaim]:
        if not kpjs:
            return {}
        query = select(*columns_of(WORKER, NikClaim)).where(
            within(WORKER.c.kpj, list(kpjs), self._connection)
        )
        return {row.kpj: NikClaim(*row) for row in self._connection.execute(query)}

    def give_number(self, nik: str, kpj: str) -> None:
        try:
            self._connection.execute(update(WORKER).where(WORKER.c.nik == nik).values(kpj=kpj))
        except IntegrityError as fault:
            raise StoreFault("rows_refused") from fault

    def sharing(self, traces: Collection[str], phones: Collection[str], limit: int) -> tuple[NikClaim, ...]:
        asked = ((WORKER.c.born_trace, traces), (WORKER.c.lives_trace, traces), (WORKER.c.phone, phones))
        found = [
            select(*columns_of(WORKER, NikClaim)).where(within(column, values, self._connection))
            for column, values in asked
            if values
        ]
        if not found:
            return ()
        either = union(*found).subquery()
        query = select(either).order_by(either.c.nik).limit(limit)
        return tuple(NikClaim(*row) for row in self._connection.execute(query))

    def release(self, nik: str, worker_id: str) -> None:
        self._connection.execute(delete(WORKER).where(WORKER.c.nik == nik, WORKER.c.worker_id == worker_id))

    def settle_in(self, worker_id: str, village: str) -> None:
        where = WORKER.c.worker_id == worker_id
        self._connection.execute(update(WORKER).where(where).values(village=village))

    def keep_only(self, worker_id: str, nik: str) -> None:
        self._connection.execute(delete(WORKER).where(WORKER.c.worker_id == worker_id, WORKER.c.nik != nik))


def _begins(letters: str) -> tuple[ColumnElement[bool], ...]:
    """Name keys from these letters on, up to what no key that begins so reaches; keys are lower-case letters alone, which
    every collation orders alike."""
    head = letters.rstrip("z")
    beyond = (WORKER.c.name_key < head[:-1] + chr(ord(head[-1]) + 1),) if head else ()
    return (WORKER.c.name_key >= letters, *beyond)
