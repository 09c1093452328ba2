"""What deposits do to receipts: who carried their cash away, and whether the branch saw the money."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sync.protocol.bodies.deposit import Deposit
from sync.protocol.entry import DecodedEntry, decode
from sync.protocol.feed import MatchPayload
from sync.protocol.wire import wire_bytes
from sync.rules.states import DepositState, ReviewState
from sync.server.clock import Clock
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.storage.records import Agent, IssuedReceipt, StoredEntry
from sync.server.storage.store import Store, UnitOfWork

PAGE = 200
"""So many deposits at once, unless one agent alone has more."""
_AGREED = frozenset({ReviewState.RECEIVED.value, ReviewState.APPROVED.value})


@dataclass(frozen=True, slots=True)
class OpenDeposit:
    """A deposit, matched by the branch or not: what it says, and the receipts whose cash it carries.

    `agreed`: nobody has to look at it first.
    """

    entry_id: str
    hash: str
    agent: Agent
    body: Deposit
    receipts: tuple[IssuedReceipt, ...]
    agreed: bool


class Matching:
    """A reviewer who has seen the money of a deposit says so, by its kode iuran."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def waiting(
        self, person: SignedIn, after: str = "", size: int = PAGE
    ) -> tuple[tuple[OpenDeposit, ...], str | None]:
        """Deposits that are not matched, of one's own branch or of all, by agent and in the order of their writing.

        Whole agents behind the one numbered `after` until there are about `size`; and behind whom the next page begins.
        """
        found: list[OpenDeposit] = []
        with self._store.reading() as tx:
            agents = sorted(tx.organisation.agents(person.branch_id), key=lambda one: one.number)
            behind = [one for one in agents if one.number > after]
            for agent in behind:
                found += open_deposits(tx, agent)
                if len(found) >= size and agent is not behind[-1]:
                    return tuple(found), agent.number
        return tuple(found), None

    def match(self, person: SignedIn, entry_id: str, content: str, difference: int) -> None:
        """Match the receipts of a deposit whose content (hash) and difference in rupiah the person has looked at.

        Refusals: `record_unknown`, `maker_is_checker`, `content_changed`, `move_refused` where somebody has to look
        at the deposit first.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            stored = tx.entries.entry(entry_id)
            agent = None if stored is None else tx.organisation.agent(stored.record.agent_id)
            if stored is None or agent is None or agent.branch_id != person.branch_id:
                raise Refusal("record_unknown")
            if person.agent_id == agent.agent_id:
                raise Refusal("maker_is_checker")
            tx.feed.lock([agent.agent_id])
            found = next((one for one in open_deposits(tx, agent) if one.entry_id == entry_id), None)
            if found is None:
                raise Refusal("record_unknown")
            if (content, difference) != (found.hash, found.body.difference):
                raise Refusal("content_changed")
            if not found.agreed:
                raise Refusal("move_refused")
            carry_match(tx, person, found, at)


def carry_match(tx: UnitOfWork, person: SignedIn, found: OpenDeposit, at: datetime) -> None:
    """Write that the branch saw the money of a deposit, and tell its agent, whose feed is locked."""
    matched = DepositState.MATCHED.value
    tx.money.put_receipts([replace(one, deposit=matched) for one in found.receipts])
    receipts = tuple(one.entry_id for one in found.receipts)
    payload = MatchPayload(entry_id=found.entry_id, hash=found.hash, receipts=receipts, matched_at=at)
    tx.feed.append(found.agent.agent_id, "match", at, wire_bytes(payload).decode())
    audit(tx, at, person.account_id, "deposit_matched", found.entry_id, hash=found.hash)


def carry_cash(tx: UnitOfWork, deposited: Sequence[tuple[str, str]]) -> None:
    """Write which deposit carried the cash of which receipt away; pairs of receipt and deposit, by entry id."""
    issued = tx.money.issued([receipt for receipt, _ in deposited])
    tx.money.put_receipts(
        [
            replace(issued[receipt], deposit=DepositState.DEPOSITED.value, deposited_by=deposit)
            for receipt, deposit in deposited
        ]
    )


def open_deposits(tx: UnitOfWork, agent: Agent) -> list[OpenDeposit]:
    """The deposits of an agent whose money nobody has seen."""
    return _deposits(tx, agent, tx.money.unmatched(agent.agent_id))


def seen_deposits(tx: UnitOfWork, agents: Collection[Agent], since: date) -> list[OpenDeposit]:
    """The deposits of some agents whose money the branch has seen, of receipts that were issued since a day."""
    receipts = tx.money.matched([agent.agent_id for agent in agents], since)
    return [
        found
        for agent in agents
        for found in _deposits(tx, agent, [one for one in receipts if one.agent_id == agent.agent_id])
    ]


def _deposits(tx: UnitOfWork, agent: Agent, receipts: Iterable[IssuedReceipt]) -> list[OpenDeposit]:
    """What carried the cash of some receipts of an agent away."""
    carried: dict[str, list[IssuedReceipt]] = {}
    for receipt in receipts:
        carried.setdefault(str(receipt.deposited_by), []).append(receipt)
    if not carried:
        return []
    reviews = tx.reviews.reviews(carried)
    return [
        OpenDeposit(
            entry_id=stored.record.entry_id,
            hash=stored.record.hash,
            agent=agent,
            body=_body(stored),
            receipts=tuple(carried[stored.record.entry_id]),
            agreed=(
                stored.record.entry_id not in reviews or reviews[stored.record.entry_id].state in _AGREED
            ),
        )
        for stored in tx.entries.of_ids(carried)
    ]


def _body(stored: StoredEntry) -> Deposit:
    entry = decode(stored.raw, stored.personal)
    assert isinstance(entry, DecodedEntry)
    assert isinstance(entry.body, Deposit)
    return entry.body
