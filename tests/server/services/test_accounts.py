"""People sign in with a password; guessing is slow, sessions end, and everything is audited."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.account_desk import AccountDesk, Wanted
from sync.server.services.accounts import NewAccount, token_hash
from sync.server.services.auditing import trail, trail_break
from sync.server.services.passwords import Passwords
from sync.server.storage.sql.accounts import SqlAccounts
from sync.server.storage.sql.organisation import SqlOrganisation
from tests.support.branch_house import CHEAP, PASSWORD, BranchHouse


def _code(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.code


def test_a_token_stands_for_its_person_until_eight_hours_are_over(house: BranchHouse) -> None:
    house.person()
    token, _ = house.accounts.sign_in("Penyelia ", PASSWORD)
    house.clock.advance(timedelta(hours=8, seconds=-1))
    assert house.accounts.signed_in(token).login == "penyelia"
    house.clock.advance(timedelta(seconds=1))
    with pytest.raises(Refusal) as refused:
        house.accounts.signed_in(token)
    assert _code(refused) == "session_lapsed"


def test_the_store_never_holds_a_token_or_a_password(house: BranchHouse) -> None:
    house.person()
    token, person = house.accounts.sign_in("penyelia", PASSWORD)
    with house.store.reading() as tx:
        session = tx.accounts.session(token_hash(token))
        account = tx.accounts.named("penyelia")
    assert session is not None
    assert account is not None
    assert token not in repr(session)
    assert session.token_hash == person.token_hash != token
    assert account.password_hash.startswith("$argon2id$")
    assert PASSWORD not in account.password_hash


def test_a_wrong_password_and_an_unknown_login_get_the_same_answer(house: BranchHouse) -> None:
    house.person()
    answers = []
    for login, password in (("penyelia", "salah"), ("tidak-ada", PASSWORD)):
        with pytest.raises(Refusal) as refused:
            house.accounts.sign_in(login, password)
        answers.append((refused.value.code, refused.value.status, refused.value.data))
    assert answers[0] == answers[1] == ("sign_in_refused", 401, {})


def test_signing_out_ends_that_session_only(house: BranchHouse) -> None:
    house.person()
    first, person = house.accounts.sign_in("penyelia", PASSWORD)
    second, _ = house.accounts.sign_in("penyelia", PASSWORD)
    house.accounts.sign_out(person)
    with pytest.raises(Refusal) as refused:
        house.accounts.signed_in(first)
    assert _code(refused) == "session_lapsed"
    assert house.accounts.signed_in(second).login == "penyelia"


def test_a_changed_password_ends_every_session(house: BranchHouse) -> None:
    person = house.person()
    token, _ = house.accounts.sign_in("penyelia", PASSWORD)
    with pytest.raises(Refusal) as refused:
        house.accounts.change_password(person, "salah", "sandi-baru-saja")
    assert _code(refused) == "sign_in_refused"
    house.accounts.change_password(person, PASSWORD, "sandi-baru-saja")
    with pytest.raises(Refusal):
        house.accounts.signed_in(token)
    assert house.accounts.sign_in("penyelia", "sandi-baru-saja")[1].login == "penyelia"


def test_a_password_that_somebody_gave_opens_nothing_seven_days_later(house: BranchHouse) -> None:
    house.person()
    house.accounts.reset_password("penyelia", "sandi-dari-terminal", "terminal")
    house.clock.advance(timedelta(days=7, seconds=-1))
    _, signed = house.accounts.sign_in("penyelia", "sandi-dari-terminal")
    house.clock.advance(timedelta(seconds=1))
    for password, code in (
        ("sandi-dari-terminal", "password_lapsed"),
        ("sandi-lain-sama-sekali", "sign_in_refused"),
    ):
        with pytest.raises(Refusal) as refused:
            house.accounts.sign_in("penyelia", password)
        assert (_code(refused), refused.value.status) == (code, 401)
    house.accounts.reset_password("penyelia", "sandi-dari-terminal", "terminal")
    _, signed = house.accounts.sign_in("penyelia", "sandi-dari-terminal")
    house.accounts.change_password(signed, "sandi-dari-terminal", "sandi-pilihan-sendiri")
    house.clock.advance(timedelta(days=700))
    assert house.accounts.sign_in("penyelia", "sandi-pilihan-sendiri")[1].login == "penyelia"


def test_a_first_password_lapses_as_one_that_was_given_later(house: BranchHouse) -> None:
    new = NewAccount("lain", "Lain", Role.REVIEWER, PASSWORD, house.branch.branch_id, must_change=True)
    house.accounts.add(new, "terminal")
    house.clock.advance(timedelta(days=7))
    with pytest.raises(Refusal) as refused:
        house.accounts.sign_in("lain", PASSWORD)
    assert _code(refused) == "password_lapsed"


@pytest.mark.parametrize("suspends", [False, True])
def test_no_password_is_chosen_by_a_session_that_ended_while_it_was_hashed(
    house: BranchHouse, monkeypatch: pytest.MonkeyPatch, suspends: bool
) -> None:
    person = house.person()
    admin = house.person("kepala", Role.BRANCH_ADMIN)
    desk = AccountDesk(house.store, house.clock, CHEAP, house.accounts)
    given: list[str] = []

    def overtaken(passwords: Passwords, password: str) -> str:
        if password == "sandi-milik-pencuri" and not given:
            given.append(desk.give_password(admin, person.account_id))
            if suspends:
                desk.suspend(admin, person.account_id)
        return real(passwords, password)

    real = Passwords.hashed
    monkeypatch.setattr(Passwords, "hashed", overtaken)
    with pytest.raises(Refusal) as refused:
        house.accounts.change_password(person, PASSWORD, "sandi-milik-pencuri")
    assert _code(refused) == "session_lapsed"
    with pytest.raises(Refusal) as stolen:
        house.accounts.sign_in("penyelia", "sandi-milik-pencuri")
    assert _code(stolen) == "sign_in_refused"
    if not suspends:
        assert house.accounts.sign_in("penyelia", given[0])[1].must_change


def test_of_accounts_made_at_once_one_has_the_name(house: BranchHouse) -> None:
    admin = house.person("kepala", Role.BRANCH_ADMIN)
    desk = AccountDesk(house.store, house.clock, CHEAP, house.accounts)
    told: list[str] = []

    def make(place: int) -> None:
        wanted = Wanted(f"akun{place}", "Ratna Dewi", "reviewer", house.branch.branch_id)
        try:
            told.append(desk.add(admin, wanted).account_id)
        except Refusal as refusal:
            told.append(refusal.code)

    threads = [threading.Thread(target=make, args=(place,)) for place in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(told), told.count("name_taken")) == (6, 5)


def test_two_who_take_a_login_or_a_number_at_once_are_told_so(
    house: BranchHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.person()
    monkeypatch.setattr(SqlAccounts, "named", lambda *_asked, **_how: None)
    with pytest.raises(Refusal) as refused:
        house.accounts.add(
            NewAccount("penyelia", "Lain", Role.REVIEWER, PASSWORD, house.branch.branch_id), "terminal"
        )
    assert _code(refused) == "account_exists"
    monkeypatch.setattr(SqlOrganisation, "agent_numbered", lambda *_asked: None)
    with pytest.raises(Refusal) as second:
        house.organising.add_agent("Lain", "A-0001", "Kantor Satu", "terminal")
    assert _code(second) == "agent_exists"


def test_a_reset_password_unlocks_the_account_and_ends_its_sessions(house: BranchHouse) -> None:
    house.person()
    token, _ = house.accounts.sign_in("penyelia", PASSWORD)
    for _ in range(5):
        with pytest.raises(Refusal):
            house.accounts.sign_in("penyelia", "salah")
    house.accounts.reset_password("penyelia", "sandi-dari-terminal", "terminal")
    signed = house.accounts.sign_in("penyelia", "sandi-dari-terminal")[1]
    assert (signed.login, signed.must_change) == ("penyelia", True)
    house.accounts.change_password(signed, "sandi-dari-terminal", "sandi-pilihan-sendiri")
    assert not house.accounts.sign_in("penyelia", "sandi-pilihan-sendiri")[1].must_change
    with pytest.raises(Refusal):
        house.accounts.signed_in(token)
    with pytest.raises(Refusal) as refused:
        house.accounts.reset_password("tidak-ada", "sandi-dari-terminal", "terminal")
    assert _code(refused) == "account_unknown"


def test_no_way_leads_to_a_short_password(house: BranchHouse) -> None:
    person = house.person()
    with pytest.raises(Refusal) as given:
        house.accounts.reset_password("penyelia", "pendek", "terminal")
    with pytest.raises(Refusal) as chosen:
        house.accounts.change_password(person, PASSWORD, "pendek")
    assert (_code(given), _code(chosen)) == ("password_too_short", "password_too_short")


def test_a_kept_account_opens_with_its_password_as_it_is(house: BranchHouse) -> None:
    for password in ("sandi-latihan-satu", "sandi-latihan-dua", "sandi-latihan-dua"):
        kept = NewAccount("latihan", "Latihan", Role.REVIEWER, password, house.branch.branch_id)
        house.accounts.keep(kept, "practice")
        assert not house.accounts.sign_in("latihan", password)[1].must_change


def test_an_invented_token_is_nobody(house: BranchHouse) -> None:
    with pytest.raises(Refusal) as refused:
        house.accounts.signed_in("bukan-token")
    assert _code(refused) == "session_missing"


@pytest.mark.parametrize(
    ("login", "role", "password", "code"),
    [
        ("penyelia", Role.REVIEWER, PASSWORD, "account_exists"),
        ("PENYELIA", Role.REVIEWER, PASSWORD, "account_exists"),
        ("lain", Role.REVIEWER, "pendek", "password_too_short"),
    ],
)
def test_accounts_that_cannot_be_made(
    house: BranchHouse, login: str, role: Role, password: str, code: str
) -> None:
    house.person()
    with pytest.raises(Refusal) as refused:
        house.accounts.add(NewAccount(login, "Lain", role, password, house.branch.branch_id), "terminal")
    assert _code(refused) == code


def test_a_reviewer_needs_a_branch(house: BranchHouse) -> None:
    with pytest.raises(Refusal) as refused:
        house.accounts.add(NewAccount("lain", "Lain", Role.REVIEWER, PASSWORD), "terminal")
    assert _code(refused) == "role_unsuited"


def test_every_act_is_in_an_unbroken_trail_without_names(house: BranchHouse) -> None:
    person = house.person()
    house.accounts.sign_out(person)
    acts = [row.act for row in trail(house.store, 0, 100)]
    assert acts[-3:] == ["account_added", "signed_in", "signed_out"]
    assert trail_break(house.store) is None
    assert not any("penyelia" in row.detail.lower() for row in trail(house.store, 0, 100))
