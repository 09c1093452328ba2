"""Wrong passwords lock a login, whoever has it; no answer tells who does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.server.refusals import Refusal
from sync.server.services.lockout import Strangers, lock_after
from tests.support.branch_house import PASSWORD, BranchHouse
from tests.support.stored_rows import MORNING


def _code(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.code


def test_five_failures_lock_and_the_right_password_waits_too(house: BranchHouse) -> None:
    house.person()
    codes = []
    for _ in range(5):
        with pytest.raises(Refusal) as refused:
            house.accounts.sign_in("penyelia", "salah")
        codes.append(_code(refused))
    assert codes == ["sign_in_refused"] * 4 + ["account_locked"]
    with pytest.raises(Refusal) as refused:
        house.accounts.sign_in("penyelia", PASSWORD)
    assert (_code(refused), refused.value.data) == ("account_locked", {"seconds": 60})
    house.clock.advance(timedelta(seconds=60))
    assert house.accounts.sign_in("penyelia", PASSWORD)[1].login == "penyelia"


def test_a_success_forgets_earlier_failures(house: BranchHouse) -> None:
    house.person()
    for _ in range(2):
        for _ in range(4):
            with pytest.raises(Refusal):
                house.accounts.sign_in("penyelia", "salah")
        house.accounts.sign_in("penyelia", PASSWORD)
    with house.store.reading() as tx:
        account = tx.accounts.named("penyelia")
    assert account is not None
    assert account.failures == 0


def test_a_session_that_was_left_open_is_no_place_to_guess_at(house: BranchHouse) -> None:
    person = house.person()
    codes = []
    for old in (*["salah"] * 5, PASSWORD):
        with pytest.raises(Refusal) as refused:
            house.accounts.change_password(person, old, "sandi-baru-saja")
        codes.append(_code(refused))
    assert codes == ["sign_in_refused"] * 4 + ["account_locked"] * 2
    house.clock.advance(timedelta(seconds=60))
    house.accounts.change_password(person, PASSWORD, "sandi-baru-saja")
    assert house.accounts.sign_in("penyelia", "sandi-baru-saja")[1].login == "penyelia"


def test_no_answer_tells_who_has_an_account_and_who_is_suspended(house: BranchHouse) -> None:
    house.person()
    suspended = house.person("tangguh")
    with house.store.transaction() as tx:
        tx.accounts.set_disabled(suspended.account_id, house.clock.now())
    answers: dict[str, list[tuple[str, object]]] = {}
    for login, password in (("penyelia", "salah"), ("tangguh", PASSWORD), ("Tidak-Ada ", PASSWORD)):
        for wait in (0, 0, 0, 0, 0, 30, 30, 90):
            house.clock.advance(timedelta(seconds=wait))
            with pytest.raises(Refusal) as refused:
                house.accounts.sign_in(login, password)
            answers.setdefault(login, []).append((_code(refused), refused.value.data.get("seconds")))
    first, *others = answers.values()
    assert first == [("sign_in_refused", None)] * 4 + [("account_locked", each) for each in (60, 30, 120, 30)]
    assert others == [first, first]


def test_so_many_strangers_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.server.services.lockout._LOGINS_KEPT", 2)
    strangers = Strangers()
    codes = [strangers.refusal(login, MORNING).code for login in ("a", "a", "a", "a", "b", "c", "a", "a")]
    assert codes == ["sign_in_refused"] * 8


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, None), (4, None), (5, 1), (6, 2), (7, 4), (10, 32), (11, 60), (500, 60)]
)
def test_the_lock_doubles_up_to_an_hour(failures: int, minutes: int | None) -> None:
    assert lock_after(failures) == (None if minutes is None else timedelta(minutes=minutes))
