"""The ports of the store, the same on both databases."""

from dataclasses import replace
from datetime import timedelta

from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import DeviceCode, DeviceEpoch, InboxBatch, ReviewMove
from sync.server.storage.store import Store
from tests.support.store_rows import AT, ON, claim, device, entry, furnish, receipt, review

NIK = "3202081408900004"


def test_entries_come_back_byte_for_byte(store: Store) -> None:
    written = [entry(1, personal=b'{"salt":"x"}'), entry(2, code="amount_differs", verdict="needs_fix")]
    with store.transaction() as tx:
        tx.entries.add(written)
    with store.reading() as tx:
        assert tx.entries.of_ids(["entry-1", "entry-2", "entry-3"]) == tuple(written)
        assert tx.entries.of_actions(["action-2"]) == (written[1],)
        assert tx.entries.of_workers(["worker-1", "worker-2"], ["correction"]) == ()
        assert tx.entries.of_workers(["worker-1", "worker-9"], ["enrolment"]) == (written[0],)
        assert tx.entries.of_workers([], ["enrolment"]) == ()
        assert tx.entries.entry("entry-9") is None
        assert tx.entries.newest_recorded_at() == AT
        assert tx.entries.count() == 2


def test_entries_about_a_worker_come_in_the_order_they_were_received(store: Store) -> None:
    early, late = entry(1), entry(2)
    early = replace(early, record=replace(early.record, agent_id="agent-2"))
    later = AT + timedelta(hours=1)
    late = replace(late, record=replace(late.record, worker_id=early.record.worker_id, received_at=later))
    with store.transaction() as tx:
        tx.entries.add([late, early])
    with store.reading() as tx:
        assert tx.entries.of_workers([str(early.record.worker_id)], ["enrolment"]) == (early, late)


def test_known_entries_are_found_by_content_and_by_id(store: Store) -> None:
    with store.transaction() as tx:
        tx.entries.add([entry(number) for number in range(1, 4)])
        tx.entries.add([entry(9, device="8Q2FK", entry_id="entry-9")])
        tx.entries.add([entry(8, device="8Q2FK", entry_id="entry-8", aside=True)])
    with store.reading() as tx:
        by_hash = tx.entries.known("7Q2FK", [entry(1).record.hash, entry(9).record.hash], [])
        by_id = tx.entries.known("7Q2FK", [], ["entry-9", "entry-8", "entry-2"])
    assert {record.entry_id for record in by_hash} == {"entry-1"}
    assert {record.entry_id for record in by_id} == {"entry-9", "entry-8", "entry-2"}


def test_gaps_are_named_and_the_reach_stops_at_the_first(store: Store) -> None:
    with store.transaction() as tx:
        tx.entries.add([entry(number) for number in (1, 2, 5, 6, 9)])
    with store.reading() as tx:
        assert tx.entries.gaps("7Q2FK", 1, 0, 10) == ((3, 4), (7, 8))
        assert tx.entries.gaps("7Q2FK", 1, 0, 1) == ((3, 4),)
        assert tx.entries.gaps("7Q2FK", 1, 6, 10) == ((7, 8),)
        assert tx.entries.contiguous("7Q2FK", 1, 0) == 2
        assert tx.entries.contiguous("7Q2FK", 1, 8) == 9
        assert tx.entries.contiguous("7Q2FK", 2, 0) == 0
        assert {record.seq for record in tx.entries.at_places("7Q2FK", 1, [2, 3, 5])} == {2, 5}


def test_a_chain_is_read_in_order_with_the_rupiah_of_its_receipts(store: Store) -> None:
    fork = entry(3, aside=True, entry_id="fork", feed_position=13)
    paid = entry(4, kind="receipt")
    with store.transaction() as tx:
        tx.entries.add([entry(5), entry(2), paid, entry(1), fork, entry(3), entry(6, kind="receipt")])
        tx.entries.add([entry(3, epoch=2, entry_id="later", feed_position=14)])
        tx.money.add_receipts([receipt(4, hash=paid.record.hash)])
    with store.reading() as tx:
        read = tuple(tx.entries.chain("7Q2FK", 1, 2, 6))
        assert [(seq, total) for seq, _, total in read] == [(2, 0), (3, 0), (4, 8_400), (5, 0), (6, 0)]
        assert read[1][1] == entry(3).record.hash
        assert tuple(tx.entries.chain("7Q2FK", 1, 7, 9)) == ()
        assert [record.entry_id for record in tx.entries.beside("7Q2FK", 1)] == ["fork"]
        assert tx.entries.beside("7Q2FK", 2) == tx.entries.beside("8Q2FK", 1) == ()
        assert tuple(tx.entries.chain("8Q2FK", 1, 1, 9)) == ()


def test_thousands_of_values_are_one_parameter(store: Store) -> None:
    with store.transaction() as tx:
        tx.entries.add([entry(number) for number in range(1, 6)])
    with store.reading() as tx:
        found = tx.entries.of_ids([f"entry-{number}" for number in range(40_000)])
    assert len(found) == 5


def test_a_one_time_code_is_spent_once_and_in_time(store: Store) -> None:
    furnish(store, "a")
    code = DeviceCode("c" * 64, "a", AT, AT + timedelta(days=3))
    with store.transaction() as tx:
        tx.devices.add_code(code)
        assert not tx.devices.use_code("c" * 64, "7Q2FK", AT + timedelta(days=3))
        assert not tx.devices.use_code("d" * 64, "7Q2FK", AT)
        assert tx.devices.use_code("c" * 64, "7Q2FK", AT)
        assert not tx.devices.use_code("c" * 64, "8Q2FK", AT)
        assert tx.devices.codes("a") == (replace(code, used_at=AT, used_by_device="7Q2FK"),)


def test_devices_and_their_chains(store: Store) -> None:
    furnish(store, "a")
    row = DeviceEpoch("7Q2FK", 1, "0" * 64, AT, "0" * 64)
    with store.transaction() as tx:
        tx.devices.add_device(device("7Q2FK"))
        tx.devices.put_epochs([row])
        tx.devices.put_epochs([replace(row, high_seq=7, contiguous_seq=5, head_hash="e" * 64)])
        tx.devices.seen("7Q2FK", AT + timedelta(hours=1))
        tx.devices.set_state("7Q2FK", "revoked_drain", AT)
    with store.transaction() as tx:
        tx.devices.set_state("7Q2FK", "wiped", AT + timedelta(days=3))
    with store.reading() as tx:
        found = tx.devices.device("7Q2FK")
        assert found is not None
        assert (found.state, found.revoked_at, found.seen_at) == (
            "wiped",
            AT,
            AT + timedelta(hours=1),
        )
        assert tx.devices.keyed(b"k" * 32) == found
        assert tx.devices.keyed(b"j" * 32) is None
        assert tx.devices.devices() == (found,)
        assert tx.devices.epochs("7Q2FK") == (replace(row, high_seq=7, contiguous_seq=5, head_hash="e" * 64),)


def test_what_was_told_of_unknown_chains_is_kept_once_an_epoch(store: Store) -> None:
    furnish(store, "a")
    marks = [HeardMark("7Q2FK", 4, 2, AT), HeardMark("7Q2FK", 3, 9, AT)]
    further = HeardMark("7Q2FK", 3, 12, AT + timedelta(hours=1))
    with store.transaction() as tx:
        tx.devices.add_device(device("7Q2FK"))
        assert tx.devices.heard("7Q2FK") == ()
        tx.devices.hear(marks)
        tx.devices.hear([further])
        tx.devices.hear([])
    with store.reading() as tx:
        assert tx.devices.heard("7Q2FK") == (further, marks[0])
        assert tx.devices.heard("8Q2FK") == ()


def test_the_inbox_keeps_the_first_body_of_an_id(store: Store) -> None:
    first = InboxBatch("7Q2FK", "batch", "d" * 64, b"body", AT)
    with store.transaction() as tx:
        assert tx.inbox.add(first)
        assert not tx.inbox.add(replace(first, digest="e" * 64, body=b"other"))
        assert tx.inbox.add(replace(first, batch_id="later", received_at=AT + timedelta(seconds=1)))
        assert tx.inbox.waiting(10) == (("7Q2FK", "batch"), ("7Q2FK", "later"))
        tx.inbox.settle("7Q2FK", "batch", b"ack", b"signed", AT)
        tx.inbox.reject("7Q2FK", "later", "content_differs", AT)
        assert tx.inbox.waiting(10) == ()
        settled, rejected = tx.inbox.batch("7Q2FK", "batch"), tx.inbox.batch("7Q2FK", "later")
    assert settled == replace(
        first, state="settled", settled_at=AT, acknowledgement=b"ack", acknowledgement_signature=b"signed"
    )
    assert rejected is not None
    assert (rejected.state, rejected.fault, rejected.acknowledgement) == ("rejected", "content_differs", None)


def test_the_first_claim_of_a_nik_holds(store: Store) -> None:
    other = NIK[:-1] + "5"
    with store.transaction() as tx:
        held = tx.workers.claim([claim(NIK, "one"), claim(NIK, "two"), claim(other, "one")])
        assert held[NIK].worker_id == "one"
        assert tx.workers.claim([claim(NIK, "three")])[NIK].worker_id == "one"
        assert tx.workers.holders([]) == {}
        tx.workers.release(NIK, "two")
        assert NIK in tx.workers.holders([NIK])
        tx.workers.keep_only("one", other)
        assert set(tx.workers.holders([NIK, other])) == {other}
        assert tx.workers.claim([claim(NIK, "three")])[NIK] == claim(NIK, "three")


def test_claims_are_found_by_how_a_name_begins(store: Store) -> None:
    names = ("sitia", "sitib", "siz", "sizz", "tuti", "azz")
    claims = [claim(NIK[:-1] + str(at), name, name_key=name) for at, name in enumerate(names)]
    with store.transaction() as tx:
        tx.workers.claim([*claims, claim(NIK[:-1] + "9", "x", name_key="sitic", agent_id="b")])
    with store.reading() as tx:
        assert [one.name_key for one in tx.workers.named("siti", ["a"], 9)] == ["sitia", "sitib"]
        assert [one.name_key for one in tx.workers.named("siz", ["a", "c"], 9)] == ["siz", "sizz"]
        assert [one.name_key for one in tx.workers.named("siti", ["a", "b"], 1)] == ["sitia"]
        assert tx.workers.named("z", ["a"], 9) == ()
        assert tx.workers.named("siti", [], 9) == ()


def test_a_participant_number_is_one_workers(store: Store) -> None:
    other = NIK[:-1] + "5"
    with store.transaction() as tx:
        tx.workers.claim([claim(NIK, "one"), claim(other, "two")])
        tx.workers.give_number(NIK, "00012345678")
        tx.workers.give_number(NIK[:-1] + "9", "00012345679")
    with store.reading() as tx:
        assert tx.workers.numbered([]) == {}
        numbered = tx.workers.numbered(["00012345678", "00012345679"])
        assert numbered == {"00012345678": claim(NIK, "one", kpj="00012345678")}
        assert tx.workers.holders([other])[other].kpj is None


def test_what_the_agency_has_not_answered_comes_in_pages(store: Store) -> None:
    told = [review(number, state="approved") for number in (3, 1, 2)]
    others = [
        review(4),
        review(5, state="approved", kind="change"),
        review(6, state="registered"),
        review(7, state="approved", branch_id="elsewhere"),
    ]
    with store.transaction() as tx:
        tx.reviews.add([*told, *others])
    with store.reading() as tx:
        assert [one.entry_id for one in tx.reviews.unanswered("b", "", 2)] == ["entry-1", "entry-2"]
        assert tx.reviews.unanswered("b", "entry-2", 2) == (review(3, state="approved"),)
        assert (tx.reviews.count_unanswered("b"), tx.reviews.count_unanswered("nowhere")) == (3, 0)


def test_reviews_are_found_by_the_refund_they_grant_and_the_receipt_they_ask_about(store: Store) -> None:
    asked = review(2, kind="void_request", receipt_number="number")
    with store.transaction() as tx:
        tx.reviews.add([review(1, receipt_number="number"), asked])
        tx.reviews.put(replace(asked, state="approved", decision_id="decision", rupiah=8_400))
    with store.reading() as tx:
        granted = replace(asked, state="approved", decision_id="decision", rupiah=8_400)
        assert tx.reviews.granting([]) == {}
        assert tx.reviews.granting(["decision", "nothing"]) == {"decision": granted}
        assert tx.reviews.void_requests("number") == (granted,)
        assert tx.reviews.void_requests("other") == ()


def test_reviews_are_queued_and_moved(store: Store) -> None:
    late = review(2, recorded_on=ON + timedelta(days=1))
    correction = review(3, kind="correction", parent_id="entry-1")
    parked = review(4, state="parked", kind="contribution", worker_id="missing")
    with store.transaction() as tx:
        tx.reviews.add([late, review(1), correction, parked])
        assert [one.entry_id for one in tx.reviews.queue("b", ["received"], 10)] == ["entry-1", "entry-2"]
        assert tx.reviews.queue("elsewhere", ["received"], 10) == ()
        assert tx.reviews.queue("b", ["received", "parked"], 10, (ON, late.agent_id)) == (late,)
        assert tx.reviews.queue("b", ["received", "parked"], 2) == (review(1), parked)
        tx.reviews.put(replace(parked, state="received"))
        assert parked.entry_id not in {one.entry_id for one in tx.reviews.queue("b", ["received"], 10)}
        tx.reviews.put(parked)
        tx.reviews.put(replace(correction, state="suspense"))
        assert [one.entry_id for one in tx.reviews.queue("b", ["suspense"], 10)] == ["entry-3"]
        tx.reviews.put(correction)
        assert tx.reviews.corrections("entry-1") == (correction,)
        assert tx.reviews.parked(["missing"], []) == (parked,)
        assert tx.reviews.parked([], []) == ()
        assert tx.reviews.parked_before(AT, 10) == ()
        assert tx.reviews.parked_before(AT + timedelta(days=5), 10) == (parked,)
        tx.reviews.put(replace(review(1), state="flagged", flags='["two_sectors"]'))
        tx.reviews.add_moves([ReviewMove("entry-1", 1, AT, None, "correct", "received", "flagged", "e" * 64)])
        assert tx.reviews.reviews(["entry-1"])["entry-1"].state == "flagged"
        assert tx.reviews.move_counts(["entry-1", "entry-2"]) == {"entry-1": 1}
        assert [move.to_state for move in tx.reviews.moves("entry-1")] == ["flagged"]


def test_a_read_keeps_nothing(store: Store) -> None:
    with store.reading() as tx:
        assert tx.entries.count() == 0
    furnish(store, "a", "b")
    with store.reading() as tx:
        assert [agent.agent_id for agent in tx.organisation.agents("b")] == ["a", "b"]
        assert tx.organisation.agent_numbered("N-a") == tx.organisation.agent("a")
        assert tx.organisation.branch("z") is None
        assert tx.organisation.branches() == (tx.organisation.branch("b"),)
        assert tx.organisation.offices("b") == tx.organisation.offices() == (tx.organisation.office("o"),)


def test_what_lay_beside_the_chain_takes_its_place_and_nothing_else_changes(store: Store) -> None:
    beside = entry(1, aside=True, verdict="held")
    with store.transaction() as tx:
        tx.entries.add([beside, entry(2, device="8Q2FK", aside=True)])
        tx.entries.stand("7Q2FK", [beside.record.hash, "f" * 64])
    with store.reading() as tx:
        assert tx.entries.entry("entry-1") == replace(beside, record=replace(beside.record, aside=False))
        assert tx.entries.entry("entry-2") is None
