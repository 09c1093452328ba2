"""Pictures that entries name, the same in every store."""

from dataclasses import replace
from datetime import timedelta

from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.store import Store
from tests.support.store_rows import AT

NEXT = AT + timedelta(minutes=1)


def blob(number: int, device: str = "7Q2FK") -> BlobRecord:
    """The picture `number` of a device, wanted a minute after the one before."""
    return BlobRecord(device, f"{number:064x}", 1_000 * number, AT + timedelta(minutes=number))


def test_a_picture_is_noted_once_and_what_has_arrived_stays(store: Store) -> None:
    with store.transaction() as tx:
        tx.blobs.want([])
        tx.blobs.want([blob(1), blob(2)])
        tx.blobs.put(replace(blob(1), received=10))
    with store.transaction() as tx:
        tx.blobs.want([replace(blob(1), wanted_at=NEXT), blob(3)])
        tx.blobs.put(blob(9))
    with store.reading() as tx:
        assert tx.blobs.blob("7Q2FK", blob(1).sha256) == replace(blob(1), received=10)
        assert tx.blobs.blob("7Q2FK", blob(9).sha256) is None
        assert tx.blobs.blob("8Q2FK", blob(1).sha256) is None
        assert tx.blobs.blobs("7Q2FK", [blob(3).sha256, blob(2).sha256, "f" * 64]) == (blob(2), blob(3))
        assert tx.blobs.blobs("7Q2FK", []) == ()


def test_wanted_is_what_is_neither_whole_nor_lost_oldest_first(store: Store) -> None:
    whole = replace(blob(2), received=2_000, complete_at=NEXT)
    lost = replace(blob(3), lost="missing", lost_at=NEXT)
    with store.transaction() as tx:
        tx.blobs.want([blob(4), blob(3), blob(2), blob(1), blob(1, "8Q2FK")])
        tx.blobs.put(whole)
        tx.blobs.put(lost)
    with store.reading() as tx:
        assert tx.blobs.wanted("7Q2FK", 10) == (blob(1).sha256, blob(4).sha256)
        assert tx.blobs.wanted("7Q2FK", 1) == (blob(1).sha256,)
        assert tx.blobs.missing("7Q2FK") == (blob(1), lost, blob(4))
    with store.transaction() as tx:
        tx.blobs.put(replace(whole, received=0, complete_at=None))
        assert tx.blobs.wanted("7Q2FK", 2) == (blob(1).sha256, blob(2).sha256)


def test_whole_pictures_are_paged_in_one_order(store: Store) -> None:
    wholes = [
        replace(one, received=one.length, complete_at=NEXT) for one in (blob(1), blob(2), blob(1, "8Q2FK"))
    ]
    with store.transaction() as tx:
        tx.blobs.want([*wholes, blob(3)])
    with store.reading() as tx:
        assert tx.blobs.whole_after("", "", 2) == tuple(wholes[:2])
        assert tx.blobs.whole_after("7Q2FK", blob(2).sha256, 2) == tuple(wholes[2:])
        assert tx.blobs.whole_after("8Q2FK", blob(1).sha256, 2) == ()
