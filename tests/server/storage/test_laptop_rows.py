"""Of whom a device has written, and when it was told to be lost, the same on every store."""

from datetime import timedelta

from sync.server.storage.store import Store
from tests.support.store_rows import AT, device, entry, furnish, line


def test_workers_are_those_of_entries_and_of_money(store: Store) -> None:
    enrolled, nameless = entry(1), entry(2, worker_id=None, kind="enrolment")
    aside, receipt = entry(3, aside=True), entry(4, worker_id=None, kind="receipt")
    other = entry(1, device="8Q2FK", agent_id="b", entry_id="other", worker_id="worker-9")
    shared = {"hash": receipt.record.hash, "entry_id": "entry-4"}
    with store.transaction() as tx:
        tx.entries.add([enrolled, nameless, aside, receipt, other])
        tx.money.add_lines(
            [
                line(5, **shared),
                line(5, **shared, line=1, programme="JKM"),
                line(6, **shared, line=2, worker_id=None),
                line(7, device="8Q2FK", worker_id="worker-7"),
            ]
        )
    with store.reading() as tx:
        assert tx.entries.workers_on("7Q2FK") == {"worker-1", "entry-2", "worker-3", "worker-5"}
        assert tx.entries.workers_on("8Q2FK") == {"worker-9", "worker-7"}
        assert tx.entries.workers_on("9Q2FK") == frozenset()
        assert tx.entries.hashes_about("7Q2FK", ["entry-2", "worker-5", "worker-9"]) == {
            ("entry-2", nameless.record.hash),
            ("worker-5", receipt.record.hash),
        }
        assert tx.entries.hashes_about("7Q2FK", []) == frozenset()


def test_a_device_is_lost_from_the_report_until_it_is_found(store: Store) -> None:
    furnish(store, "a")
    with store.transaction() as tx:
        tx.devices.add_device(device("7Q2FK"))
        tx.devices.report_lost("7Q2FK", AT + timedelta(hours=1))
    with store.transaction() as tx:
        found = tx.devices.device("7Q2FK")
        assert found is not None
        assert found.lost_at == AT + timedelta(hours=1)
        tx.devices.report_lost("7Q2FK", None)
    with store.reading() as tx:
        assert tx.devices.devices() == (device("7Q2FK"),)
