"""Standings of many agents at once, the same on every store and the same as the gaps that are told one by one."""

from dataclasses import replace
from datetime import timedelta

from sync.server.services.gaps import chain_gaps, gaps_of
from sync.server.storage.access_records import Account
from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.chain_records import HeardMark
from sync.server.storage.records import CashMovement, DeviceCode, DeviceEpoch, ReviewMove
from sync.server.storage.standing_records import DecidedCount, WorkCount
from sync.server.storage.store import Store
from tests.support.store_rows import AT, ON, device, entry, furnish, receipt, review

DAY, ZERO = timedelta(days=1), timedelta()
WEEK, MONTH = ON - timedelta(days=6), ON - timedelta(days=29)


def test_work_is_counted_by_agent_in_two_spans(store: Store) -> None:
    with store.transaction() as tx:
        tx.entries.add(
            [
                entry(1),
                entry(2, kind="receipt"),
                entry(3, recorded_on=WEEK - timedelta(days=1)),
                entry(4, recorded_on=MONTH - timedelta(days=1)),
                entry(5, aside=True),
                entry(1, agent_id="b", device="8Q2FK", entry_id="entry-8", kind="deposit", recorded_on=MONTH),
            ]
        )
    with store.reading() as tx:
        assert tx.standings.work(["a", "b", "c"], WEEK, MONTH) == {
            "a": WorkCount(2, 3, 1, 2),
            "b": WorkCount(0, 1, 0, 0),
        }
        assert tx.standings.work([], WEEK, MONTH) == {}


def test_records_that_people_decided_and_those_ever_sent_back(store: Store) -> None:
    furnish(store, "a", "b")
    records = [
        review(1, state="approved"),
        review(2, state="returned"),
        review(3, state="approved"),
        review(4, state="refused", agent_id="b"),
        review(5, state="approved", recorded_on=MONTH - timedelta(days=1)),
        review(6, state="approved", branch_id="z"),
    ]
    moves = [(1, "returned", True), (1, "approved", True), (2, "returned", True), (3, "approved", False)]
    moves += [(4, "in_review", True), (4, "refused", True), (5, "approved", True), (6, "approved", True)]
    numbers: dict[int, int] = {}
    with store.transaction() as tx:
        tx.accounts.add(Account("p", "penyelia", "Penyelia", "reviewer", "x", AT, "b"))
        tx.reviews.add(records)
        for record, state, person in moves:
            numbers[record] = numbers.get(record, 0) + 1
            who = "p" if person else None
            tx.reviews.add_moves(
                [ReviewMove(f"entry-{record}", numbers[record], AT, who, "move", None, state, "e" * 64)]
            )
    with store.reading() as tx:
        assert tx.standings.decided(["b"], MONTH) == {"a": DecidedCount(2, 2), "b": DecidedCount(1, 0)}


def test_cash_and_the_day_of_its_oldest_rupiah(store: Store) -> None:
    moved = CashMovement("7Q2FK", "a" * 64, "a", 1, 2, "receipt", 8_400, ON, AT)
    early = ON - timedelta(days=9)
    with store.transaction() as tx:
        tx.money.add_movements(
            [moved, replace(moved, hash="b" * 64, amount=100), replace(moved, hash="c" * 64, agent_id="b")]
        )
        tx.money.add_receipts(
            [
                receipt(1),
                receipt(2, issued_on=early),
                receipt(3, issued_on=early - timedelta(days=1), deposit="deposited"),
                receipt(4, issued_on=early - timedelta(days=2), state="voided"),
                receipt(5, issued_on=early - timedelta(days=3), genuine=False),
                receipt(6, issued_on=early - timedelta(days=4), total=0),
            ]
        )
    with store.reading() as tx:
        assert tx.standings.cash(["a", "b", "c"]) == {"a": {"receipt": 8_500}, "b": {"receipt": 8_400}}
        assert tx.standings.oldest_in_hand(["a", "b"]) == {"a": early}


def test_what_is_missing_of_devices_is_what_their_gaps_add_up_to(store: Store) -> None:
    furnish(store, "a", "b", "c")
    whole, holed, told = device("7Q2FK"), device("8Q2FK", "b", b"l" * 32), device("9Q2FK", "b", b"m" * 32)
    start = "0" * 64
    with store.transaction() as tx:
        for one in (whole, holed, told):
            tx.devices.add_device(one)
        tx.devices.put_epochs(
            [
                DeviceEpoch("7Q2FK", 1, start, AT, start, 2, 2),
                DeviceEpoch("8Q2FK", 1, start, AT, start, 1, 6, reported_seq=9, reported_at=AT),
                DeviceEpoch("8Q2FK", 2, start, AT, start, 0, 0, reported_seq=2, reported_at=AT),
            ]
        )
        tx.devices.hear([HeardMark("9Q2FK", 3, 5, AT), HeardMark("8Q2FK", 2, 1, AT)])
        numbers = (1, 4, 6)
        tx.entries.add([entry(seq, device="8Q2FK", agent_id="b", entry_id=f"other-{seq}") for seq in numbers])
        tx.money.add_receipts([receipt(1), receipt(2), receipt(4, genuine=False)])
        tx.money.add_receipts(
            [
                receipt(3, device="8Q2FK", agent_id="b"),
                receipt(5, device="8Q2FK", agent_id="b"),
                receipt(2, device="8Q2FK", agent_id="b", epoch=2, hash="f" * 64),
            ]
        )
    with store.reading() as tx:
        assert tx.standings.devices(["b", "c"]) == (holed, told)
        missing = tx.standings.missing_entries(["a", "b", "c"])
        assert missing == {"8Q2FK": 3 + 3 + 2, "9Q2FK": 5}
        assert missing == {
            code: sum(gap.last_seq - gap.first_seq + 1 for gap in chain_gaps(tx, code)) for code in missing
        }
        assert tx.standings.missing_entries(["a"]) == {}
        assert tx.standings.missing_receipts(["a", "b", "c"]) == {"8Q2FK": 3 + 1}


def test_what_is_read_of_many_laptops_is_what_is_read_of_each(store: Store) -> None:
    furnish(store, "a", "b", "c")
    codes = [
        DeviceCode(letter * 64, "b", AT + later, AT + DAY) for letter, later in (("y", DAY), ("x", ZERO))
    ]
    start = "0" * 64
    with store.transaction() as tx:
        for one in (device("7Q2FK"), device("8Q2FK", "b", b"l" * 32)):
            tx.devices.add_device(one)
        for code in codes:
            tx.devices.add_code(code)
        tx.devices.put_epochs(
            [
                DeviceEpoch("8Q2FK", 2, start, AT, start, 4, 4),
                DeviceEpoch("8Q2FK", 1, start, AT, start, 1, 9),
                DeviceEpoch("7Q2FK", 1, start, AT, start, 2, 3),
            ]
        )
        tx.devices.hear([HeardMark("8Q2FK", 5, 7, AT), HeardMark("8Q2FK", 3, 2, AT)])
        tx.entries.add(
            [entry(4, epoch=2, device="8Q2FK", agent_id="b", entry_id="in-order"), entry(4, aside=True)]
        )
        tx.blobs.want([BlobRecord("8Q2FK", one * 64, 10, AT) for one in "ba"])
        tx.blobs.want([BlobRecord("7Q2FK", "c" * 64, 10, AT), BlobRecord("8Q2FK", "d" * 64, 1, AT)])
        tx.blobs.put(BlobRecord("8Q2FK", "d" * 64, 1, AT, 1, AT))
        tx.blobs.want([BlobRecord("8Q2FK", "e" * 64, 1, AT)])
        tx.purges.drop_photos("8Q2FK", ["e" * 64], AT)
    both = ("8Q2FK", "7Q2FK", "9Q2FK")
    with store.reading() as tx:
        assert tx.standings.codes(["a", "b"]) == (*reversed(codes),) == tx.devices.codes("b")
        assert tx.standings.chains(both) == tx.devices.epochs("7Q2FK") + tx.devices.epochs("8Q2FK")
        assert tx.standings.heard(both) == tx.devices.heard("8Q2FK")
        assert tx.standings.missing_photos(both) == tx.blobs.missing("7Q2FK") + tx.blobs.missing("8Q2FK")
        assert tx.standings.above_holes(both) == {("7Q2FK", 1)}
        assert tx.standings.above_holes(["8Q2FK"]) == frozenset()
        assert set(gaps_of(tx, both)) == {"7Q2FK", "8Q2FK"}
