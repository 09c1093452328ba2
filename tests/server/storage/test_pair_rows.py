"""What was said of two records, and everything that was paid for a worker, on each store."""

from dataclasses import replace

import pytest

from sync.server.storage.access_records import Account
from sync.server.storage.decision_records import PairSaying
from sync.server.storage.store import Store, StoreFault
from tests.support.store_rows import AT, furnish, review


def test_sayings_are_found_by_either_record_and_none_is_replaced(store: Store) -> None:
    furnish(store, "a")
    first = PairSaying("entry-1", "entry-2", 1, "f" * 64, "e" * 64, "escalate", "one", AT, "cannot_reach")
    later = replace(first, number=2, saying="apart", reason="relatives", note="Kakak beradik")
    other = replace(first, first_id="entry-2", second_id="entry-3")
    with store.transaction() as tx:
        tx.accounts.add(Account("one", "one", "One", "reviewer", "x", AT, "b"))
        tx.reviews.add([review(1), review(2), review(3)])
        for one in (later, other, first):
            tx.pairs.say(one)
    with store.reading() as tx:
        assert tx.pairs.sayings([]) == ()
        assert tx.pairs.sayings(["entry-1"]) == (first, later)
        assert tx.pairs.sayings(["entry-2", "entry-3"]) == (first, later, other)
    with pytest.raises(StoreFault, match="rows_refused"), store.transaction() as tx:
        tx.pairs.say(later)
