"""Pictures are kept before anything names them: a crash leaves at most a file that nobody names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import LARGEST_PHOTO, Photo, PhotoSubject
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.desk_opening import open_desk
from sync.protocol.digests import sha256_hex
from tests.support.desk_money import MoneyHand
from tests.support.desks import STORE_KEY, filled_draft
from tests.support.photo_shop import DIGEST, KTP, SLIP, THUMB, Shop, shop

__all__ = ["shop"]


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
