"""Pictures from the press of the button to the branch: kept before they are named, sent last, never lost in silence."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.exchange import Phase, PhotoItem, PhotoTally, SyncProgress
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import LARGEST_PHOTO, Photo, PhotoSubject
from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.desk_opening import open_desk
from perisai_desktop.services.line import Line
from perisai_desktop.services.photo_allowance import PhotoAllowance
from perisai_desktop.services.photo_store import NoPhotos, PhotoStore
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage import photos
from perisai_desktop.storage.photos import PhotoState
from sync.client.photo_actions import KeepTold, SendPiece
from sync.client.photo_replies import NoNetwork, PhotoFault, PhotoRefused, PieceTimedOut
from sync.protocol.digests import sha256_hex
from sync.protocol.signatures import SigningKey
from tests.support.desk_money import MoneyHand
from tests.support.desks import MARKET_DAY, STORE_KEY, HandClock, desk_of, filled_draft, make_profile
from tests.support.photo_house import picture
from tests.support.wires import ScriptedWire

SLIP, KTP, THUMB = picture(100_000), picture(50_000, 2), picture(3_000, 3)
DIGEST = sha256_hex(SLIP)


@dataclass
class Cost:
    """A connection that a test makes dear or cheap."""

    dear: bool | None = None

    def metered(self) -> bool | None:
        return self.dear


@dataclass
class Shop:
    """A desk whose sync goes over a wire of the test's own."""

    desk: AgentDesk
    profile: Profile
    clock: HandClock
    wire: ScriptedWire
    cost: Cost
    people: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def allowance(self) -> PhotoAllowance:
        return PhotoAllowance(self.desk.enrolling.database, self.cost)

    @property
    def syncing(self) -> Syncing:
        database = self.desk.enrolling.database
        store = PhotoStore(database, self.desk.enrolling.attachments, self.clock, self.allowance)
        return Syncing(
            SyncStore(database, self.desk.enrolling.pen, self.desk.reference), self.wire, Line(), photos=store
        )

    def deposit(self, slip: bytes = SLIP) -> str:
        """One more enrolment, and its cash deposited with a picture of the slip."""
        number = next(self.people)
        draft = filled_draft(
            self.desk,
            nik=f"320208140890{number:04d}",
            phone=f"0812{number:08d}",
            name=f"Contoh {chr(ord('a') + number) * 4}",
        )
        receipt = self.desk.enrolling.enrol(draft)
        wish = DepositWish((receipt.number,), 33_600, "12345678", DepositChannel.ATM, MARKET_DAY, slip=slip)
        return self.desk.depositing.deposit(wish)

    def sums(self) -> dict[PhotoState, tuple[int, int, int]]:
        with self.desk.enrolling.database.reading() as session:
            return photos.sums(session)

    def files(self) -> list[Path]:
        folder = self.profile.attachments
        return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.fixture
def shop(tmp_path: Path, key: SigningKey, clock: HandClock) -> Iterator[Shop]:
    profile = make_profile(tmp_path / "shop", key)
    opened = Shop(desk_of(profile, clock), profile, clock, ScriptedWire(), Cost())
    yield opened
    opened.desk.close()


def acts(shop: Shop) -> list[str]:
    return [act for act, _, _ in shop.wire.photos.asked]


def test_a_slip_is_named_and_kept_before_the_deposit_that_names_it(shop: Shop) -> None:
    entry = MoneyHand(shop.desk).entry(shop.deposit())
    assert entry.value["blobs"] == [{"length": 100_000, "sha256": DIGEST}]
    assert entry.value["body"]["slip"] == DIGEST
    assert entry.personal_value is not None
    assert entry.personal_value["blobs"] == [{"sha256": DIGEST, "shows": "slip"}]
    (file,) = shop.files()
    assert SLIP[:1_000] not in file.read_bytes()


def test_a_deposit_without_a_slip_has_no_personal_part(shop: Shop) -> None:
    entry = MoneyHand(shop.desk).entry(shop.deposit(b""))
    assert (entry.personal, entry.value["blobs"], shop.files()) == (None, [], [])
    assert "slip" not in entry.value["body"]


def test_an_enrolment_names_the_card_and_the_consent_its_proof(shop: Shop) -> None:
    taken = [Photo(PhotoSubject.KTP, KTP), Photo(PhotoSubject.THUMB, THUMB)]
    draft = replace(filled_draft(shop.desk), signature=())
    receipt = shop.desk.enrolling.enrol(draft, photos=taken)
    entries = MoneyHand(shop.desk).written(receipt.action_id)
    shown = [
        [blob["shows"] for blob in (entry.personal_value or {"blobs": []})["blobs"]] for entry in entries
    ]
    assert shown == [["ktp"], ["thumb"], [], []]
    assert [len(entry.value["blobs"]) for entry in entries] == [1, 1, 0, 0]
    consent = entries[1]
    assert (consent.value["body"]["way"], (consent.personal_value or {})["signature"]) == ("thumb_photo", [])


@pytest.mark.parametrize(
    ("subject", "signed", "way"),
    [
        (PhotoSubject.SIGNED_PAPER, False, "signed_paper_photo"),
        (PhotoSubject.SIGNED_PAPER, True, "pad"),
        (PhotoSubject.THUMB, False, "thumb_photo"),
    ],
)
def test_the_way_of_a_consent_is_what_proves_it(
    shop: Shop, subject: PhotoSubject, signed: bool, way: str
) -> None:
    draft = filled_draft(shop.desk)
    draft = draft if signed else replace(draft, signature=())
    receipt = shop.desk.enrolling.enrol(draft, photos=[Photo(subject, THUMB)])
    consent = MoneyHand(shop.desk).written(receipt.action_id)[1]
    assert consent.value["body"]["way"] == way
    assert consent.value["blobs"][0]["sha256"] == sha256_hex(THUMB)


def test_a_card_alone_proves_no_consent(shop: Shop) -> None:
    draft = replace(filled_draft(shop.desk), signature=())
    with pytest.raises(Failure) as refused:
        shop.desk.enrolling.enrol(draft, photos=[Photo(PhotoSubject.KTP, KTP)])
    assert refused.value == Failure(
        FailureCode.FORM_HAS_ERRORS, codes=("consent_missing",), fields=("signature",)
    )
    assert shop.files() == []


@pytest.mark.parametrize("content", [b"", bytes(LARGEST_PHOTO + 1)])
def test_a_picture_that_is_none_or_too_large_saves_nothing(shop: Shop, content: bytes) -> None:
    with pytest.raises(Failure) as refused:
        shop.desk.enrolling.enrol(filled_draft(shop.desk), photos=[Photo(PhotoSubject.KTP, content)])
    assert refused.value == Failure(FailureCode.PHOTO_UNFIT, bytes=len(content))
    assert shop.desk.depositing.in_hand() == ()


@pytest.mark.parametrize(("number", "code"), [(28, FailureCode.DISK_FULL), (30, FailureCode.STORE_READ_ONLY)])
def test_a_disk_that_keeps_no_picture_saves_nothing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, number: int, code: FailureCode
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr("perisai_desktop.storage.attachments.replace_atomically", refuse)
    with pytest.raises(Failure) as refused:
        shop.desk.enrolling.enrol(filled_draft(shop.desk), photos=[Photo(PhotoSubject.KTP, KTP)])
    assert refused.value.code is code
    assert shop.desk.depositing.in_hand() == ()


def test_a_crash_leaves_at_most_a_file_that_the_next_start_takes_away(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the picture and the commit: the entry never was, and the file goes."""

    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("perisai_desktop.services.pen.ActionInHand.finish", crash)
        with pytest.raises(KeyboardInterrupt):
            shop.desk.enrolling.enrol(filled_draft(shop.desk), photos=[Photo(PhotoSubject.KTP, KTP)])
    assert len(shop.files()) == 1
    assert shop.sums() == {}
    shop.desk.close()
    shop.desk = open_desk(shop.profile, StoreKeys(STORE_KEY), shop.clock)
    assert shop.files() == []


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
    tally = shop.syncing.overview().photos
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
    tally = shop.syncing.overview().photos
    assert [(one.sha256, one.lost, one.reason) for one in tally.items] == [(DIGEST, False, "blob_differs")]
    assert shop.syncing.run().photos == 1
    assert shop.syncing.overview().photos == PhotoTally()


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
    tally = shop.syncing.overview().photos
    (item,) = tally.items
    assert item == PhotoItem(DIGEST, item.action_id, 100_000, 0, lost=False, held=True, reason=None)
    assert (tally.waiting, tally.bytes, tally.arrived, tally.held) == (1, 100_000, 0, True)
    shop.cost.dear = False
    assert shop.syncing.run().photos == 1


def test_the_agent_may_let_pictures_go_whatever_it_costs(shop: Shop) -> None:
    shop.deposit()
    shop.cost.dear = True
    allowance = shop.allowance
    assert not allowance.allowed()
    allowance.allow_once()
    assert allowance.allowed()
    allowance.spend()
    assert not allowance.allowed()
    allowance.choose(free_only=False)
    assert shop.syncing.run().photos == 1
    allowance.choose(free_only=True)
    assert allowance.free_only
    assert not shop.allowance.allowed()


def test_the_desk_keeps_the_choice_and_knows_of_no_cost(shop: Shop) -> None:
    assert shop.desk.photo_allowance.free_only
    assert shop.desk.photo_allowance.allowed()


def test_an_item_counts_its_pictures(shop: Shop) -> None:
    shop.deposit()
    (with_slip,) = [one for one in shop.syncing.overview().items if one.photos]
    assert (with_slip.photos, with_slip.photos_arrived) == (1, 0)


def test_a_store_without_pictures_sends_none() -> None:
    none = NoPhotos()
    assert none.next(()) is None
    assert none.piece(SendPiece(DIGEST, 0, 1, 15.0)) is None
    assert none.want((DIGEST,)) == 0
    assert none.tally() == PhotoTally()
    none.settle(KeepTold(DIGEST))
