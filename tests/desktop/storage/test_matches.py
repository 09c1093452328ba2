"""The branch saw the money of a deposit: the cash of its receipts is matched, whichever comes first."""

import json

from perisai_desktop.storage import entry_status, feed
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.feed import FeedItem
from sync.protocol.canonical import JsonValue
from sync.rules.states import DepositState
from tests.support.sample_bodies import AT
from tests.support.sample_entries import every_kind
from tests.support.stores import item, record, store_all


def test_a_match_moves_the_cash_of_its_receipts_whenever_the_deposit_comes(store: Database) -> None:
    journal_of = every_kind()
    deposit = next(entry for entry in journal_of.entries if json.loads(entry.raw)["kind"] == "deposit")
    value = json.loads(deposit.raw)
    receipts: list[str] = value["body"]["receipts"]

    def match(position: int, digest: str) -> FeedItem:
        payload: dict[str, JsonValue] = {
            "entry_id": value["entry_id"],
            "hash": digest,
            "receipts": list(receipts),
            "matched_at": "2026-11-22T05:00:00.000Z",
        }
        return item(position, "match", payload)

    feed.apply_page(store, [match(1, deposit.hash)], 1, AT)
    back = [record(2 + place, entry) for place, entry in enumerate(journal_of.entries)]
    feed.apply_page(store, back, 90, AT)
    with store.reading() as session:
        states = {entry_status.status(session, receipt) for receipt in receipts}
    assert {status.deposit for status in states if status is not None} == {DepositState.MATCHED}


def test_a_match_of_other_content_moves_nothing(store: Database) -> None:
    journal_of = every_kind()
    store_all(store, journal_of)
    deposit = next(entry for entry in journal_of.entries if json.loads(entry.raw)["kind"] == "deposit")
    value = json.loads(deposit.raw)
    payload: dict[str, JsonValue] = {
        "entry_id": value["entry_id"],
        "hash": "0" * 64,
        "receipts": value["body"]["receipts"],
        "matched_at": "2026-11-22T05:00:00.000Z",
    }
    feed.apply_page(store, [item(1, "match", payload)], 1, AT)
    with store.reading() as session:
        status = entry_status.status(session, value["body"]["receipts"][0])
    assert status is not None
    assert status.deposit is DepositState.DEPOSITED
