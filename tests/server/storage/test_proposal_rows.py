"""What waits for a second person or for ten minutes, who has had a record open too long, and what a branch asks of two people."""

from dataclasses import replace
from datetime import timedelta

from sync.server.storage.access_records import Account
from sync.server.storage.decision_records import Bulk, Proposal
from sync.server.storage.store import Store
from tests.support.store_rows import AT, furnish, review


def test_one_proposal_for_a_record_until_it_is_dropped(store: Store) -> None:
    furnish(store, "a")
    first = Proposal("entry-1", "f" * 64, "approve", "one", AT, None, "Sudah ditelepon")
    later = replace(first, account_id="two", move="refuse", reason="other")
    with store.transaction() as tx:
        for login in ("one", "two"):
            tx.accounts.add(Account(login, login, login.title(), "reviewer", "x", AT, "b"))
        tx.reviews.add([review(1), review(2)])
        assert tx.reviews.proposals([]) == {}
        tx.reviews.propose(first)
        tx.reviews.propose(later)
        tx.reviews.propose(replace(first, entry_id="entry-2"))
        tx.reviews.drop_proposal("entry-2")
        tx.reviews.drop_proposal("entry-3")
    with store.reading() as tx:
        assert tx.reviews.proposals(["entry-1", "entry-2", "entry-3"]) == {"entry-1": later}


def test_what_an_account_proposed_goes_with_it(store: Store) -> None:
    furnish(store, "a")
    mine = Proposal("entry-1", "f" * 64, "approve", "one", AT, None, None)
    with store.transaction() as tx:
        for login in ("one", "two"):
            tx.accounts.add(Account(login, login, login.title(), "reviewer", "x", AT, "b"))
        tx.reviews.add([review(1), review(2), review(3)])
        tx.reviews.propose(mine)
        tx.reviews.propose(replace(mine, entry_id="entry-2"))
        tx.reviews.propose(replace(mine, entry_id="entry-3", account_id="two"))
        assert tx.reviews.drop_proposals_of("one") == 2
        assert tx.reviews.drop_proposals_of("one") == 0
        assert tx.reviews.proposals(["entry-1", "entry-2", "entry-3"]).keys() == {"entry-3"}


def test_an_account_keeps_who_gave_what_and_when(store: Store) -> None:
    furnish(store, "a")
    with store.transaction() as tx:
        tx.accounts.add(Account("one", "one", "One", "reviewer", "x", AT, "b", made_by="head"))
        tx.accounts.give_password("one", "y", "head", AT + timedelta(hours=1), must_change=True)
        tx.accounts.set_disabled("one", AT)
        tx.accounts.set_signed_in("one", AT)
        given = tx.accounts.account("one")
        tx.accounts.set_password("one", "z")
        tx.accounts.set_disabled("one", None)
        own = tx.accounts.account("one")
    assert given is not None
    assert own is not None
    assert (given.made_by, given.given_by, given.given_at) == ("head", "head", AT + timedelta(hours=1))
    assert (given.must_change, given.disabled_at, given.signed_in_at) == (True, AT, AT)
    assert own == replace(given, password_hash="z", must_change=False, disabled_at=None)


def test_claims_that_are_older_than_an_instant(store: Store) -> None:
    furnish(store, "a")
    early = replace(review(1), state="in_review", claimed_by="one", claimed_at=AT)
    late = replace(review(2), state="in_review", claimed_by="one", claimed_at=AT + timedelta(minutes=5))
    with store.transaction() as tx:
        tx.accounts.add(Account("one", "one", "One", "reviewer", "x", AT, "b"))
        tx.reviews.add([early, late, review(3)])
        assert tx.reviews.claimed_before(AT + timedelta(minutes=5), 9) == (early,)
        assert tx.reviews.claimed_before(AT + timedelta(hours=1), 1) == (early,)


def test_what_a_branch_asks_of_two_people(store: Store) -> None:
    furnish(store)
    with store.transaction() as tx:
        (branch,) = tx.organisation.branches()
        after = replace(branch, two_person=True, second_above=2_000_000)
        tx.organisation.put_branch(after)
        tx.organisation.put_branch(replace(after, branch_id="nowhere"))
    with store.reading() as tx:
        assert tx.organisation.branches() == (after,)


def test_bulks_are_found_when_they_are_due(store: Store) -> None:
    furnish(store)
    first = Bulk("bulk-1", "b", "one", AT, "drawn", "[]")
    second = replace(first, bulk_id="bulk-2", at=AT + timedelta(minutes=1))
    due = replace(first, state="scheduled", rows='[{"x":1}]', due_at=AT + timedelta(minutes=10))
    with store.transaction() as tx:
        tx.accounts.add(Account("one", "one", "One", "reviewer", "x", AT, "b"))
        tx.bulks.add(first)
        tx.bulks.add(second)
        tx.bulks.put(due)
        tx.bulks.put(replace(due, bulk_id="nothing"))
    with store.transaction() as tx:
        assert tx.bulks.bulk("bulk-1", locking=True) == due
        assert tx.bulks.bulk("nothing") is None
        assert tx.bulks.of_branch("b", AT) == (second, due)
        assert tx.bulks.of_branch("b", AT + timedelta(minutes=1)) == (second,)
        assert tx.bulks.due(AT + timedelta(minutes=10)) == (due,)
        assert tx.bulks.due(AT) == ()
