"""Renewals for the agency's portal, a page at a time: what was paid for participants beside any enrolment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from sync.protocol.bodies.contribution import ContributionPersonal
from sync.protocol.canonical import JsonValue
from sync.protocol.portal import MOST_LINES, RenewalLine, RenewalPage
from sync.rules.iuran_month import IuranMonth
from sync.server.clock import Clock
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.services.cards import cards_of
from sync.server.services.record_forms import readable
from sync.server.storage.records import LedgerLine
from sync.server.storage.store import Store, UnitOfWork


class PortalRenewals:
    """Of the person's own branch, accepted contributions whose cash no deposit carried away."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def page(self, person: SignedIn, after: str = "") -> RenewalPage:
        """The contributions above an entry id, a line for each worker in them; the audit trail names them.

        Somebody whose name and NIK were purged has no line: nobody can type it anywhere.
        """
        at, branch_id = self._clock.now(), person.branch_id or ""
        with self._store.transaction() as tx:
            numbers = {agent.agent_id: agent.number for agent in tx.organisation.agents(person.branch_id)}
            lines = tx.money.renewals(numbers.keys(), after, MOST_LINES)
            who = _people(tx, lines, IuranMonth.of(at.date()))
            told = tuple(_lines(lines, who, numbers))
            if told:
                taken: list[JsonValue] = list(dict.fromkeys(line.entry_id for line in told))
                audit(tx, at, person.account_id, "portal_exported", branch_id, entries=taken)
        last = len({(line.entry_id, line.worker_id) for line in lines}) < MOST_LINES
        return RenewalPage(lines=told, after=None if last else lines[-1].entry_id)


_Who = tuple[str, str, str | None]
"""NIK, name and participant number."""


def _people(tx: UnitOfWork, lines: Collection[LedgerLine], month: IuranMonth) -> Mapping[str, _Who]:
    """Who the workers are: by their cards, else by how the payment named them."""
    workers = {line.worker_id for line in lines if line.worker_id is not None}
    found: dict[str, _Who] = {
        card.worker_id: (card.nik, card.name, card.kpj) for card in cards_of(tx, workers, month)
    }
    unnamed = {line.entry_id for line in lines if line.worker_id not in found}
    for entry in readable(tx.entries.of_ids(unnamed)):
        if isinstance(entry.personal, ContributionPersonal):
            for one in entry.personal.workers:
                found.setdefault(one.worker_id, (one.nik, one.name, None))
    return found


def _lines(
    lines: Iterable[LedgerLine], who: Mapping[str, _Who], numbers: Mapping[str, str]
) -> Iterable[RenewalLine]:
    """A line for each contribution and worker."""
    in_order = sorted(lines, key=lambda one: (one.entry_id, one.worker_id or "", one.line))
    for (entry_id, worker_id), group in groupby(in_order, lambda one: (one.entry_id, one.worker_id or "")):
        if worker_id in who:
            nik, name, kpj = who[worker_id]
            paid = list(group)
            yield RenewalLine(
                entry_id=entry_id,
                nik=nik,
                name=name,
                kpj=kpj,
                programmes=tuple(dict.fromkeys(one.programme for one in paid)),
                months=tuple(sorted({one.month for one in paid})),
                rupiah=sum(one.amount for one in paid),
                receipt_number=paid[0].receipt_number,
                agent_number=numbers[paid[0].agent_id],
            )
