"""Passwords are kept as Argon2id records that do not give them away."""

from __future__ import annotations

import re
import threading

import pytest

from sync.protocol.sessions import SHORTEST_PASSWORD
from sync.server.services import passwords
from sync.server.services.passwords import AT_ONCE, Passwords, generated_password

CHEAP = Passwords(memory_kib=64, iterations=1)


def test_a_password_matches_its_own_hash_only() -> None:
    hashed = CHEAP.hashed("pasar minggu pagi")
    assert CHEAP.matches("pasar minggu pagi", hashed)
    assert not CHEAP.matches("pasar minggu sore", hashed)


def test_nobody_matches_nothing() -> None:
    assert not CHEAP.matches("", None)
    assert not CHEAP.matches("pasar minggu pagi", None)


def test_two_hashes_of_one_password_differ() -> None:
    assert CHEAP.hashed("pasar minggu pagi") != CHEAP.hashed("pasar minggu pagi")


def test_the_default_cost_is_the_second_profile_of_the_rfc() -> None:
    hashed = Passwords().hashed("pasar minggu pagi")
    assert re.match(r"\$argon2id\$v=19\$m=65536,t=3,p=1\$", hashed)


def test_generated_passwords_differ_and_are_long_enough() -> None:
    made = {generated_password() for _ in range(50)}
    assert len(made) == 50
    assert all(
        len(password) > SHORTEST_PASSWORD and re.fullmatch(r"([a-z2-9]{5}-){2}[a-z2-9]{5}", password)
        for password in made
    )


def test_many_sign_ins_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    together, counting = threading.Barrier(AT_ONCE), threading.Lock()
    inside, most = 0, 0

    def verified(*_: object) -> None:
        nonlocal inside, most
        with counting:
            inside += 1
            most = max(most, inside)
        together.wait(20)
        with counting:
            inside -= 1

    monkeypatch.setattr(passwords, "Argon2id", type("Slow", (), {"verify_phc_encoded": verified}))
    asking = [threading.Thread(target=CHEAP.matches, args=("x", "y")) for _ in range(3 * AT_ONCE)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join(30)
    assert (inside, most) == (0, AT_ONCE)
