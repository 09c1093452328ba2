"""The books after a day: what the agent was shown, the laptop's store and the server's ledger must be one."""

from __future__ import annotations

from collections.abc import Iterator

from perisai_desktop.config.clock import pinned_on
from perisai_desktop.config.paths import Profile
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.storage import feed, identity, journal, mark, outbox, rebuild
from perisai_desktop.storage.projections import cash
from sync.protocol.chain import check_chain, genesis_hash
from sync.protocol.entry import decode
from sync.protocol.signatures import SigningKey
from sync.rules.cash import cash_facts, cash_in_hand
from sync.rules.receipt_number import ReceiptNumber
from sync.server.services.practice import AGENT_NUMBER
from sync.server.storage.opening import open_store
from sync.server.storage.store import Store
from tests.killing.day import Day
from tests.support.books import number_faults
from tests.support.centres import MARKET_DATE
from tests.support.stores import dump
from tests.support.vaults import PASSWORD


def faults(day: Day) -> Iterator[str]:
    """Everything in which the books of a day do not agree."""
    desk = SigningIn(Profile(day.profile), pinned_on(MARKET_DATE)).sign_in(PASSWORD)
    store = open_store(day.database_url)
    try:
        yield from _numbers(day)
        yield from _laptop(desk, Profile(day.profile))
        yield from _ledger(day, store)
        yield from _both(desk, store)
    finally:
        store.close()
        desk.close()


def _numbers(day: Day) -> Iterator[str]:
    """Each number once, counted from 1, all of the first epoch: no kill costs one."""
    yield from number_faults(list(day.receipts))
    if {ReceiptNumber.parse(number).epoch for number in day.receipts} - {1}:
        yield "a kill cost an epoch"


def _laptop(desk: AgentDesk, profile: Profile) -> Iterator[str]:
    with desk.enrolling.database.reading() as session:
        known = identity.load(session)
        assert known is not None
        start = genesis_hash(SigningKey.from_bytes(known.device_key).public)
        entries = [decode(entry.raw, entry.personal) for entry in journal.replay(session)]
        breaks = check_chain(entries, device=known.device, epoch=1, after_seq=0, head=start)
        waiting = outbox.queue(session).entries
        kept = mark.read(profile.mark)
        if breaks:
            yield f"the chain breaks at {[one.seq for one in breaks]}"
        if waiting:
            yield f"{waiting} entries wait to be sent"
        if kept is None or journal.behind(session, kept):
            yield f"the mark is {kept}"
    with desk.enrolling.database.transaction() as session:
        before = dump(session)
        rebuild.rebuild(session)
        if dump(session) != before:
            yield "projections that are computed again differ"


def _ledger(day: Day, store: Store) -> Iterator[str]:
    """Every receipt is at the server once, genuine, with its rupiah, and nothing else is."""
    with store.reading() as tx:
        totals = tx.money.totals()
        for number, rupiah in day.receipts.items():
            rows = [(row.total, row.genuine) for row in tx.money.receipt(number)]
            if rows != [(rupiah, True)]:
                yield f"receipt {number} over {rupiah} is {rows} at the server"
    issued = (len(day.receipts), sum(day.receipts.values()))
    if (totals.receipts, totals.receipts_rupiah) != issued:
        yield f"{issued} receipts and rupiah issued, {totals.receipts, totals.receipts_rupiah} at the server"
    if {totals.rupiah, sum(amount for _, amount in totals.buckets)} != {totals.receipts_rupiah}:
        yield f"{totals.rupiah} rupiah in the ledger, {totals.receipts_rupiah} on receipts"


def _both(desk: AgentDesk, store: Store) -> Iterator[str]:
    """Entry by entry, rupiah by rupiah, position by position the same at both ends."""
    with desk.enrolling.database.reading() as session:
        here = [(entry.seq, entry.hash) for entry in journal.replay(session)]
        in_hand = cash_in_hand(cash.facts(session))
        cursor = feed.cursor(session)
    with store.reading() as tx:
        agent = tx.organisation.agent_numbered(AGENT_NUMBER)
        assert agent is not None
        there = [(row.seq, row.hash) for row in tx.entries.standing_above(desk.identity.device, 1, 0)]
        at_the_branch = cash_in_hand(cash_facts(tx.money.cash(agent.agent_id).items()))
        count, last = tx.entries.count(), tx.feed.last(agent.agent_id)
    if there != here or count != len(here):
        yield f"{len(here)} entries on the laptop, {len(there)} in its chain at the server, {count} in all"
    if at_the_branch != in_hand:
        yield f"cash in hand is {in_hand} on the laptop and {at_the_branch} at the branch"
    if cursor != last:
        yield f"the laptop stands at {cursor} of a feed of {last}"
