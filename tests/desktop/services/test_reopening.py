"""The laptop's side of a forgotten password: what it asks with, and every answer that it does not take."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.reopening import AskedReopening
from perisai_desktop.security import reopening_key
from perisai_desktop.security.recovery_note import RecoveryNote, encode
from perisai_desktop.services.branch_reopening import BranchReopening
from perisai_desktop.services.high_water import MARK
from perisai_desktop.services.reopening import Reopening
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.storage import mark
from perisai_desktop.storage.mark import Mark
from sync.client.review_client import ReviewFault
from sync.protocol.reopening import ReopenRequest, answer_to, file_of, read_request, request_of
from sync.protocol.signatures import SigningKey
from tests.desktop.services.test_high_water import Shelf
from tests.support.desks import MARKET_DAY, STORE_KEY, HandClock
from tests.support.vaults import CHEAP, PASSWORD, locked_profile

DEVICE, NEW = "0Q2FK", "teh sore di dermaga"


@pytest.fixture
def profile(tmp_path: Path, key: SigningKey, clock: HandClock) -> Profile:
    made = locked_profile(tmp_path / "profile", key, clock)
    made.recovery_file.write_bytes(encode(RecoveryNote(DEVICE, b"wrap")))
    return made


def asked(reopening: Reopening, place: Path) -> ReopenRequest:
    reopening.ask(place)
    return read_request(place.read_bytes())


def refused(reopening: Reopening, place: Path, raw: bytes) -> Failure:
    place.write_bytes(raw)
    with pytest.raises(Failure) as found:
        reopening.prove(place)
    return found.value


def test_answers_that_are_not_for_this_request_change_nothing(
    profile: Profile, clock: HandClock, tmp_path: Path
) -> None:
    reopening, place = Reopening(profile, clock, cost=CHEAP), tmp_path / "file"
    first = asked(reopening, place)
    reopening.withdraw()
    assert reopening.pending() is None
    request = asked(reopening, place)
    assert request.public_key != first.public_key
    assert file_of(asked(reopening, place)) == file_of(request)
    good = file_of(answer_to(request, STORE_KEY, MARKET_DAY))
    named = request.model_copy(update={"device": "0Q2FG"})
    for raw, code in (
        (b"PERISAI-FILE", FailureCode.REOPEN_FILE_UNKNOWN),
        (file_of(request), FailureCode.REOPEN_FILE_OTHER_KIND),
        (good.replace(b'"format":1', b'"format":2'), FailureCode.REOPEN_FILE_NEWER),
        (good[:-9], FailureCode.REOPEN_FILE_DAMAGED),
        (file_of(answer_to(named, STORE_KEY, MARKET_DAY)), FailureCode.REOPEN_FOR_ANOTHER),
        (file_of(answer_to(first, STORE_KEY, MARKET_DAY)), FailureCode.REOPEN_ANSWERS_ANOTHER),
        (file_of(answer_to(request, b"?" * 32, MARKET_DAY)), FailureCode.REOPEN_OPENS_NOTHING),
    ):
        assert refused(reopening, place, raw) == Failure(code)
    with pytest.raises(Failure) as gone:
        reopening.prove(tmp_path)
    assert gone.value.code is FailureCode.FILE_UNREADABLE
    SigningIn(profile, clock).prove(PASSWORD)
    assert reopening.pending() is not None
    place.write_bytes(good)
    answer = reopening.prove(place)
    profile.key_file.write_bytes(b"damaged")
    reopening.reopen(answer, NEW)
    SigningIn(profile, clock).prove(NEW)
    with pytest.raises(Failure) as over:
        reopening.reopen(answer, NEW)
    assert over.value.code is FailureCode.REOPEN_ANSWERS_ANOTHER
    request = asked(reopening, place)
    place.write_bytes(file_of(answer_to(request, STORE_KEY, MARKET_DAY)))
    profile.database.unlink()
    with pytest.raises(Failure) as empty:
        reopening.prove(place)
    assert (empty.value.code, profile.database.exists()) == (FailureCode.NOT_ENROLLED, False)


def test_the_laptop_is_known_by_what_lies_beside_the_store(
    profile: Profile, clock: HandClock, tmp_path: Path
) -> None:
    shelf, reached = Shelf(), Mark(DEVICE, 1, 4, "0" * 64)
    reopening = Reopening(profile, clock, shelf, CHEAP)
    assert reopening.file_name() == "perisai-0Q2FK-20261122-0915.perisai-sandi"
    profile.recovery_file.write_bytes(encode(RecoveryNote("", b"wrap")))
    with pytest.raises(Failure) as nameless:
        reopening.ask(tmp_path / "file")
    assert (nameless.value.code, reopening.pending()) == (FailureCode.REOPEN_IMPOSSIBLE, None)
    mark.write(profile.mark, reached)
    assert reopening.file_name().startswith("perisai-0Q2FK-")
    profile.mark.unlink()
    profile.recovery_file.unlink()
    shelf.put(MARK, mark.encode(reached))
    assert asked(reopening, tmp_path / "file").device == DEVICE
    clock.move(hours=5)
    assert reopening.file_name().endswith("-0915.perisai-sandi")


def test_a_full_disk_asks_nobody_and_locks_nothing_anew(
    profile: Profile, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reopening, place = Reopening(profile, clock, cost=CHEAP), tmp_path / "file"

    def full(*_words: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(reopening_key, "replace_atomically", full)
        with pytest.raises(Failure) as unasked:
            reopening.ask(place)
    assert (unasked.value.code, place.exists()) == (FailureCode.DISK_FULL, False)
    place.write_bytes(file_of(answer_to(asked(reopening, place), STORE_KEY, MARKET_DAY)))
    answer = reopening.prove(place)
    with monkeypatch.context() as patched:
        patched.setattr("perisai_desktop.security.vault.replace_atomically", full)
        with pytest.raises(Failure) as unlocked:
            reopening.reopen(answer, NEW)
    assert unlocked.value.code is FailureCode.DISK_FULL

    def busy(*_words: object, **_named: object) -> None:
        raise Failure(FailureCode.STORE_BUSY)

    with monkeypatch.context() as patched:
        patched.setattr("perisai_desktop.services.reopening.connect", busy)
        with pytest.raises(Failure) as held:
            reopening.prove(place)
    assert held.value.code is FailureCode.STORE_BUSY
    assert reopening.pending() is not None
    SigningIn(profile, clock).sign_in(PASSWORD).close()
    assert reopening.pending() is None
    reopening_key.make(profile.reopening, "0Q2F?", MARKET_DAY)
    misnamed = profile.reopening.read_bytes()
    for content in (b"", b"[]", b'{"device":"0Q2FK","made_at":"2026-11-22","private":"AA=="}', misnamed):
        profile.reopening.write_bytes(content)
        assert reopening.pending() is None


def test_the_branch_tells_files_apart_before_it_asks_the_server(
    profile: Profile, clock: HandClock, tmp_path: Path
) -> None:
    place = tmp_path / "a.perisai-sandi"
    request = asked(Reopening(profile, clock, cost=CHEAP), place)
    session = BranchReopening(None, lambda ask: ask())  # type: ignore[arg-type]
    found = session.look(place, DEVICE)
    assert (found.device, found.answer_name) == (DEVICE, "a.perisai-sandi-jawaban")
    assert abs(found.made_at - clock.now()) < timedelta(seconds=1)
    for raw, device, code in (
        (place.read_bytes(), "0Q2FG", FailureCode.REOPEN_FOR_ANOTHER),
        (file_of(answer_to(request, STORE_KEY, MARKET_DAY)), DEVICE, FailureCode.REOPEN_FILE_OTHER_KIND),
        (b"{}", DEVICE, FailureCode.REOPEN_FILE_UNKNOWN),
    ):
        place.write_bytes(raw)
        with pytest.raises(Failure) as refusal:
            session.look(place, device)
        assert refusal.value == Failure(code)
    with pytest.raises(Failure) as gone:
        session.look(tmp_path, DEVICE)
    assert gone.value.code is FailureCode.FILE_UNREADABLE


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        ("reopen_too_old", FailureCode.REOPEN_TOO_OLD),
        ("recovery_key_lost", FailureCode.REOPEN_KEY_LOST),
        ("reopen_other_laptop", FailureCode.REOPEN_FOR_ANOTHER),
        ("file_damaged", FailureCode.REOPEN_FILE_DAMAGED),
        ("laptop_revoked", FailureCode.LAPTOP_REVOKED),
        ("maker_is_checker", FailureCode.MAKER_IS_CHECKER),
    ],
)
def test_what_the_server_refuses_is_told_and_saves_nothing(
    refusal: str, code: FailureCode, tmp_path: Path
) -> None:
    class Refusing:
        def told(self, *_words: object) -> None:
            raise ReviewFault(refusal)

    request = request_of(DEVICE, bytes(range(1, 33)), MARKET_DAY)
    found = AskedReopening(DEVICE, MARKET_DAY, "a", "b", file_of(request))
    session = Reviewing(Refusing()).reopening  # type: ignore[arg-type]
    with pytest.raises(Failure) as told:
        session.answer(found, request.check_code, tmp_path / "b")
    assert (told.value, (tmp_path / "b").exists()) == (Failure(code), False)
