"""What a purge asks, erases and keeps of it, the same on every store."""

import json
from dataclasses import replace
from datetime import timedelta

from sync.protocol.canonical import JsonValue, canonical_bytes
from sync.server.storage.access_records import Account
from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.check_records import PhotoUse
from sync.server.storage.decision_records import PairSaying
from sync.server.storage.purge_records import PurgedPart
from sync.server.storage.records import InboxBatch, ReviewMove
from sync.server.storage.store import Store
from tests.support.store_rows import AT, ON, claim, device, entry, furnish, line, review

DEVICE, PART = "7Q2FK", b'{"name":"Siti"}'
DAY = timedelta(days=1)


def test_people_are_found_by_what_is_kept_of_them(store: Store) -> None:
    own = entry(2, worker_id=None, personal=PART)
    loose = [
        entry(number, worker_id=None, kind="contribution", personal=PART, device=code)
        for number, code in ((4, DEVICE), (5, "7Q2FM"))
    ]
    slip = entry(10, worker_id=None, kind="deposit", personal=PART)
    aside = entry(6, worker_id="worker-1", aside=True, personal=PART)
    with store.transaction() as tx:
        tx.entries.add([entry(1, personal=PART), own, entry(3), *loose, aside, slip])
        tx.reviews.add(
            [
                review(7, kind="consent_withdrawal", state="approved", worker_id="worker-1"),
                review(8, kind="consent_withdrawal", state="approved", worker_id="worker-3"),
                review(9, kind="consent_withdrawal", state="refused", worker_id="entry-2"),
            ]
        )
    with store.reading() as tx:
        assert tx.purges.people("", 9) == ("entry-2", "worker-1")
        assert tx.purges.people("entry-2", 9) == ("worker-1",)
        assert tx.purges.people("", 1) == ("entry-2",)
        assert tx.purges.withdrawn("", 9) == ("worker-1",)
        assert tx.purges.withdrawn("worker-1", 9) == ()
        assert tx.purges.about([]) == ()
        found = tx.purges.about(["worker-1", "worker-3", "entry-2"])
        assert {(who, stored.record.entry_id, stored.personal) for who, stored in found} == {
            ("worker-1", "entry-1", PART),
            ("worker-1", "entry-6", PART),
            ("worker-3", "entry-3", None),
            ("entry-2", "entry-2", PART),
        }
        assert tx.purges.loose(("", ""), 9) == tuple(loose)
        assert tx.purges.loose((DEVICE, loose[0].record.hash), 9) == (loose[1],)
        assert tx.purges.loose(("", ""), 1) == (loose[0],)
    with store.transaction() as tx:
        tx.purges.erase(DEVICE, [own.record.hash, loose[0].record.hash, "unknown"])
    with store.reading() as tx:
        assert tx.purges.people("", 9) == ("worker-1",)
        assert tx.purges.loose(("", ""), 9) == (loose[1],)
        assert tx.entries.count() == 7


def test_money_that_is_open_is_told(store: Store) -> None:
    lines = [
        line(1),
        line(2, bucket="under_review"),
        line(3, bucket="held"),
        line(4, requested=True),
        line(1, line=1, worker_id="worker-5", bucket="refunded"),
        line(1, line=2, worker_id=None, bucket="voided"),
    ]
    with store.transaction() as tx:
        tx.money.add_lines(lines)
    with store.reading() as tx:
        everybody = [f"worker-{number}" for number in range(1, 6)]
        assert tx.purges.unsettled(everybody) == {"worker-2", "worker-3", "worker-4"}


def test_cards_claims_and_words_go_and_others_stay(store: Store) -> None:
    furnish(store, "a")
    decision: dict[str, JsonValue] = {
        "comments": [{"field": "name", "text": "Siti?"}],
        "decided_at": "t",
        "kpj": "1",
        "note": "Siti",
    }
    told = [
        canonical_bytes({**decision, "entry_id": one, "state": "refused"}).decode()
        for one in ("entry-1", "entry-2")
    ]
    cards = [canonical_bytes({"name": one, "worker_id": one}).decode() for one in ("worker-1", "worker-2")]
    saying = PairSaying(
        "entry-1", "entry-2", 1, "e" * 64, "e" * 64, "apart", "who", AT, "other_person", "Siti"
    )
    move = ReviewMove(
        "entry-1", 1, AT, None, "return", "received", "returned", "e" * 64, None, "Siti", '[{"x":1}]'
    )
    with store.transaction() as tx:
        tx.reviews.add([review(1), review(2)])
        tx.reviews.add_moves([move, replace(move, entry_id="entry-2")])
        tx.accounts.add(Account("who", "who", "Who", "reviewer", "x", AT, "b"))
        tx.pairs.say(saying)
        for payload in told:
            tx.feed.append("a", "decision", AT, payload)
        tx.feed.extend("a", "worker", AT, cards)
        tx.workers.claim([claim("3202081408900004", "worker-1"), claim("3202081408900005", "worker-2")])
        tx.purges.forget(["worker-1"])
        tx.purges.wordless(["entry-1"], ["entry-1"])
    with store.reading() as tx:
        assert [item.payload for item in tx.feed.of_kind("a", "worker")] == cards[1:]
        assert set(tx.workers.holders(["3202081408900004", "3202081408900005"])) == {"3202081408900005"}
        assert tx.reviews.moves("entry-1") == (replace(move, note=None, comments="[]"),)
        assert tx.reviews.moves("entry-2") == (replace(move, entry_id="entry-2"),)
        assert tuple(tx.pairs.sayings(["entry-1"])) == (replace(saying, note=None),)
        first, second = (item.payload for item in tx.feed.of_kind("a", "decision"))
    assert json.loads(first) == {"comments": [], "decided_at": "t", "entry_id": "entry-1", "state": "refused"}
    assert second == told[1]


def test_pictures_are_dropped_once_and_swept(store: Store) -> None:
    whole = BlobRecord(DEVICE, "b" * 64, 2, AT, 2, AT)
    part, never = (
        replace(whole, sha256="c" * 64, received=1, complete_at=None),
        BlobRecord(DEVICE, "d" * 64, 2, AT),
    )
    with store.transaction() as tx:
        tx.blobs.want([whole, part, never])
        tx.checks.use(
            [PhotoUse("b" * 64, f"entry-{one}", f"worker-{one}", "a", DEVICE, ON) for one in (1, 2)]
        )
        tx.checks.use([PhotoUse("b" * 64, "entry-3", "worker-3", "a", "7Q2FM", ON)])
    with store.transaction() as tx:
        tx.purges.drop_photos(DEVICE, ["b" * 64, "c" * 64], AT)
        tx.purges.drop_photos(DEVICE, ["b" * 64, "d" * 64], AT + DAY)
    with store.reading() as tx:
        assert tx.purges.naming(DEVICE, ["b" * 64]) == (("b" * 64, "worker-1"), ("b" * 64, "worker-2"))
        assert tx.purges.dropped(9) == ((DEVICE, "b" * 64), (DEVICE, "c" * 64))
        assert tx.purges.dropped(1) == ((DEVICE, "b" * 64),)
        assert tx.blobs.blob(DEVICE, "b" * 64) == replace(whole, purged_at=AT)
        assert tx.blobs.blob(DEVICE, "d" * 64) == replace(never, purged_at=AT + DAY)
        assert tx.blobs.missing(DEVICE) == tx.blobs.whole_after("", "", 9) == ()
        assert tx.blobs.wanted(DEVICE, 9) == ()
    with store.transaction() as tx:
        tx.purges.swept(DEVICE, "b" * 64)
        tx.purges.swept(DEVICE, "c" * 64)
    with store.reading() as tx:
        assert tx.purges.dropped(9) == ()
        assert tx.blobs.blob(DEVICE, "b" * 64) == replace(whole, received=0, complete_at=None, purged_at=AT)


def test_the_log_keeps_what_was_written_first(store: Store) -> None:
    first = PurgedPart(
        DEVICE, "e" * 64, "a" * 64, "personal", "entry-1", "worker-1", AT, "refused", "rules", 1
    )
    photo = replace(first, digest="b" * 64, part="photo", number=2)
    nobody = replace(first, hash="f" * 64, entry_id="entry-2", worker_id=None, number=3)
    with store.transaction() as tx:
        tx.purges.note([photo, first])
        tx.purges.note([replace(first, reason="withdrawn"), nobody])
        tx.purges.note([])
    with store.reading() as tx:
        assert tx.purges.noted(["worker-1"], []) == (first, photo)
        assert tx.purges.noted(["worker-1"], ["entry-2"]) == (first, photo, nobody)
        assert tx.purges.noted([], []) == ()
        assert tx.purges.noted_of(DEVICE, ["e" * 64, "f" * 64, "0" * 64]) == {"e" * 64, "f" * 64}
        assert tx.purges.noted_of("7Q2FM", ["e" * 64]) == frozenset()


def test_when_the_last_batch_before_an_instant_came(store: Store) -> None:
    furnish(store, "a")
    with store.transaction() as tx:
        tx.devices.add_device(device(DEVICE))
        for days, name in enumerate(("one", "two", "three")):
            tx.inbox.add(InboxBatch(DEVICE, name, "d" * 64, b"all of it", AT + days * DAY))
    with store.reading() as tx:
        assert tx.inbox.newest_before(DEVICE, AT + 2 * DAY) == AT + DAY
        assert tx.inbox.newest_before(DEVICE, AT) is None
        assert tx.inbox.newest_before("7Q2FM", AT + 9 * DAY) is None


def test_a_batch_is_cut_once(store: Store) -> None:
    furnish(store, "a")
    batch = InboxBatch(DEVICE, "one", "d" * 64, b"all of it", AT)
    with store.transaction() as tx:
        tx.devices.add_device(device(DEVICE))
        for name in ("one", "two", "waiting", "refused"):
            tx.inbox.add(replace(batch, batch_id=name))
        for name in ("one", "two"):
            tx.inbox.settle(DEVICE, name, b"ack", b"s", AT)
        tx.inbox.reject(DEVICE, "refused", "content_differs", AT)
    with store.reading() as tx:
        assert tx.inbox.uncut(DEVICE, "", 9) == ("one", "two")
        assert tx.inbox.uncut(DEVICE, "", 1) == ("one",)
        assert tx.inbox.uncut(DEVICE, "one", 9) == ("two",)
        assert tx.inbox.refused(AT, 9) == tx.inbox.refused(AT + DAY, 0) == ()
        assert tx.inbox.refused(AT + DAY, 9) == ((DEVICE, "refused"),)
    with store.transaction() as tx:
        tx.inbox.cut(DEVICE, "one", b"signed", AT + DAY)
        tx.inbox.cut(DEVICE, "one", b"forged", AT)
        tx.inbox.cut(DEVICE, "refused", b"", AT)
    with store.reading() as tx:
        found = tx.inbox.batch(DEVICE, "one")
        assert found is not None
        assert (found.body, found.cut_at, found.acknowledgement) == (b"signed", AT + DAY, b"ack")
        assert tx.inbox.uncut(DEVICE, "", 9) == ("two",)
        assert tx.inbox.refused(AT + DAY, 9) == ()
