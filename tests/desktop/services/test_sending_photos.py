"""Pictures go last, at the branch's offset, once each, and none is lost in silence."""

from __future__ import annotations

import pytest

from perisai_desktop.domain.exchange import Phase, PhotoItem, PhotoTally, SyncProgress
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.photo_store import NoPhotos
from perisai_desktop.storage import photos
from perisai_desktop.storage.photos import PhotoState
from sync.client.photo_actions import KeepTold, SendPiece
from sync.client.photo_replies import PhotoFault, PhotoRefused, PieceTimedOut
from sync.client.replies import NoNetwork
from sync.protocol.digests import sha256_hex
from tests.support.desks import MARKET_DAY, on_its_way
from tests.support.photo_shop import DIGEST, KTP, SLIP, Shop, shop

__all__ = ["shop"]


def acts(shop: Shop) -> list[str]:
    return [act for act, _, _ in shop.wire.photos.asked]


def test_pictures_go_last_and_the_report_counts_them(shop: Shop) -> None:
    shop.deposit()
    told: list[SyncProgress] = []
    report = shop.syncing.run(told.append)
    assert shop.wire.photos.blobs.content[DIGEST] == SLIP
    assert (report.sent, report.photos) == (5, 1)
    assert report.bytes_up == 100_000 + sum(len(batch.body) for batch in shop.wire.batches)
    assert [one.phase for one in told][-1] is Phase.DONE
    going = [(one.photo_bytes, one.photo_length) for one in told if one.phase is Phase.PHOTOS]
    assert going == sorted(going)
    assert going[0] == (0, 100_000)
    assert shop.sums() == {PhotoState.ARRIVED: (1, 100_000, 100_000)}
    assert shop.syncing.run().photos == 0
    assert acts(shop).count("ask") == 1


def test_what_is_saved_meanwhile_goes_before_the_next_piece(shop: Shop) -> None:
    shop.deposit()
    run = shop.syncing.steps()
    while not any(act == "send" for act in acts(shop)):
        next(run)
    shop.deposit(b"")
    before = len(shop.wire.photos.asked)
    while len(shop.wire.batches) < 2:
        next(run)
    assert len(shop.wire.photos.asked) == before
    for _ in run:
        pass
    assert shop.wire.photos.blobs.content[DIGEST] == SLIP


def test_after_a_drop_nothing_that_arrived_goes_again(shop: Shop) -> None:
    shop.deposit()
    shop.wire.photos.instead.extend([None, None, NoNetwork("connection")])
    with pytest.raises(Failure) as dropped:
        shop.syncing.run()
    assert dropped.value == Failure(FailureCode.NO_NETWORK, detail="connection")
    held = len(shop.wire.photos.blobs.content[DIGEST])
    assert 0 < held < 100_000
    assert shop.sums() == {PhotoState.WAITING: (1, 100_000, held)}
    shop.wire.photos.asked.clear()
    shop.syncing.run()
    assert shop.wire.photos.asked[:2] == [("ask", DIGEST, 0), ("send", DIGEST, held)]
    assert shop.wire.photos.blobs.content[DIGEST] == SLIP


def test_a_damaged_picture_is_told_and_the_others_go_on(shop: Shop) -> None:
    shop.deposit()
    (file,) = shop.files()
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    shop.deposit(KTP)
    report = shop.syncing.run()
    assert report.photos == 1
    assert shop.wire.photos.blobs.lost == {DIGEST: "damaged"}
    tally = shop.store.tally()
    assert (tally.waiting, tally.lost) == (0, 1)
    assert [(one.sha256, one.lost, one.reason) for one in tally.items] == [(DIGEST, True, "damaged")]
    asked = len(shop.wire.photos.asked)
    shop.syncing.run()
    assert len(shop.wire.photos.asked) == asked


def test_a_picture_that_is_gone_but_whole_at_the_branch_has_arrived(shop: Shop) -> None:
    shop.deposit()
    next(iter(shop.files())).unlink()
    shop.wire.photos.blobs.content[DIGEST] = SLIP
    with shop.desk.enrolling.database.transaction() as session:
        photos.lose(session, DIGEST, "missing", MARKET_DAY)
    shop.syncing.run()
    assert acts(shop) == ["lost missing"]
    assert shop.sums() == {PhotoState.ARRIVED: (1, 100_000, 100_000)}


def test_a_refused_picture_waits_behind_the_others_and_says_why(shop: Shop) -> None:
    shop.deposit()
    shop.deposit(KTP)
    shop.wire.photos.instead.append(PhotoRefused(DIGEST, "blob_differs"))
    assert shop.syncing.run().photos == 1
    tally = shop.store.tally()
    assert [(one.sha256, one.lost, one.reason) for one in tally.items] == [(DIGEST, False, "blob_differs")]
    assert shop.syncing.run().photos == 1
    assert shop.store.tally() == PhotoTally()


def test_a_server_that_fails_at_a_picture_is_asked_about_the_others_first(shop: Shop) -> None:
    shop.deposit()
    shop.deposit(KTP)
    shop.wire.photos.instead.append(PhotoFault(DIGEST, "server_fault"))
    with pytest.raises(Failure) as failed:
        shop.syncing.run()
    assert failed.value.code is FailureCode.SERVER_BUSY
    shop.wire.photos.asked.clear()
    shop.syncing.run()
    assert shop.wire.photos.asked[0][1] == sha256_hex(KTP)


def test_a_line_that_only_times_out_ends_the_run(shop: Shop) -> None:
    shop.deposit()
    shop.wire.photos.instead.extend([None, *(PieceTimedOut(DIGEST) for _ in range(3))])
    with pytest.raises(Failure) as ended:
        shop.syncing.run()
    assert ended.value == Failure(FailureCode.NO_NETWORK, detail="timeout")


def test_what_the_server_wants_goes_up_again(shop: Shop) -> None:
    """A server that was set back to a backup has neither the picture nor the word that it had arrived."""
    shop.deposit()
    shop.syncing.run()
    shop.wire.photos.blobs.content.clear()
    shop.wire.wanted = (DIGEST, "f" * 64)
    assert shop.syncing.run().photos == 1
    assert shop.wire.photos.blobs.content[DIGEST] == SLIP


def test_pictures_wait_for_a_connection_that_costs_nothing(shop: Shop) -> None:
    shop.deposit()
    shop.cost.dear = True
    assert shop.allowance.free_only
    assert shop.syncing.run().photos == 0
    tally = shop.store.tally()
    (item,) = tally.items
    assert item == PhotoItem(DIGEST, item.action_id, 100_000, 0, lost=False, held=True, reason=None)
    assert (tally.waiting, tally.bytes, tally.arrived, tally.held) == (1, 100_000, 0, True)
    shop.cost.dear = False
    assert shop.syncing.run().photos == 1


def test_the_agent_may_let_pictures_go_whatever_it_costs(shop: Shop) -> None:
    shop.deposit()
    shop.cost.dear = True
    allowance = shop.allowance
    assert allowance.allowed(), "nobody has asked yet"
    allowance.ask()
    assert not allowance.allowed()
    allowance.allow_once()
    assert allowance.allowed()
    allowance.spend()
    assert not allowance.allowed()
    allowance.choose(free_only=False)
    assert shop.syncing.run().photos == 1
    allowance.choose(free_only=True)
    assert allowance.free_only
    assert not allowance.allowed()


def test_the_desk_keeps_the_choice_and_knows_of_no_cost(shop: Shop) -> None:
    assert shop.desk.photo_allowance.free_only
    assert shop.desk.photo_allowance.allowed()


def test_an_item_counts_its_pictures(shop: Shop) -> None:
    shop.deposit()
    (with_slip,) = [one for one in on_its_way(shop.desk) if one.photos]
    assert with_slip.photos == 1


def test_a_store_without_pictures_sends_none() -> None:
    none = NoPhotos()
    assert none.next(()) is None
    assert none.piece(SendPiece(DIGEST, 0, 1, 15.0)) is None
    assert none.want((DIGEST,)) == 0
    assert none.tally() == PhotoTally()
    none.settle(KeepTold(DIGEST))
