"""One's own password at the branch: what is refused has a name, and a lost answer is settled by asking again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.reviewing import Reviewing
from sync.client.review_client import ReviewFault
from sync.protocol.sessions import ReviewSession

OLD, NEW = "kopi-pagi-di-pasar", "teh-sore-di-dermaga"
SESSION = ReviewSession(
    token="token-1",
    login="ratna",
    name="Ratna",
    role="reviewer",
    branch="Cabang Sukabumi",
    expires_at=datetime(2026, 11, 22, 16, tzinfo=UTC),
    practice=False,
    must_change=True,
)
CUT = ReviewFault("no_network", {"detail": "timeout"})


@dataclass
class Client:
    """A branch with one account; `cut` are the places at which its answers are lost, each once."""

    session: ReviewSession | None = SESSION
    password: str = OLD
    over: bool = False
    cut: list[str] = field(default_factory=list)

    def change_password(self, old: str, new: str) -> None:
        if "asking" in self.cut:
            self.cut.remove("asking")
            raise CUT
        if self.over:
            raise ReviewFault("session_lapsed")
        if old != self.password:
            raise ReviewFault("sign_in_refused")
        if new == old:
            raise ReviewFault("password_unchanged")
        self.password, self.over = new, True
        if "changed" in self.cut:
            self.cut.remove("changed")
            raise CUT

    def sign_in(self, _login: str, password: str) -> ReviewSession:
        if "entering" in self.cut:
            self.cut.remove("entering")
            raise CUT
        if password != self.password:
            raise ReviewFault("sign_in_refused")
        self.over, self.session = False, SESSION.model_copy(update={"must_change": False})
        return self.session


def changed(client: Client, old: str = OLD, new: str = NEW) -> ReviewerIdentity:
    return Reviewing(client).password.change(old, new)  # type: ignore[arg-type]


def refused(client: Client, old: str = OLD, new: str = NEW) -> Failure:
    with pytest.raises(Failure) as found:
        changed(client, old, new)
    return found.value


@pytest.mark.parametrize("cut", [None, "asking", "changed", "entering"])
def test_the_password_is_changed_and_a_lost_answer_is_settled_by_asking_again(cut: str | None) -> None:
    client = Client(cut=[] if cut is None else [cut])
    if cut is not None:
        assert refused(client) == Failure(FailureCode.PASSWORD_UNCERTAIN, detail="timeout")
    assert changed(client) == ReviewerIdentity("Ratna", "Cabang Sukabumi", "reviewer")
    assert (client.password, client.over) == (NEW, False)


@pytest.mark.parametrize(
    ("client", "old", "new", "failure"),
    [
        (Client(), OLD, "teh sore", Failure(FailureCode.PASSWORD_TOO_SHORT, minimum=10)),
        (Client(), OLD, "rahasia-12345", Failure(FailureCode.PASSWORD_TOO_COMMON)),
        (Client(), "kopi-sore-di-pasar", NEW, Failure(FailureCode.OLD_PASSWORD_WRONG)),
        (Client(), OLD, OLD, Failure(FailureCode.PASSWORD_UNCHANGED)),
        (Client(over=True), OLD, NEW, Failure(FailureCode.SESSION_OVER)),
        (Client(session=None), OLD, NEW, Failure(FailureCode.SESSION_OVER)),
    ],
    ids=lambda value: value.code.value if isinstance(value, Failure) else "",
)
def test_refusals_have_names_and_change_nothing(client: Client, old: str, new: str, failure: Failure) -> None:
    assert refused(client, old, new) == failure
    assert client.password == OLD


def test_a_server_that_asks_for_longer_ones_is_understood() -> None:
    class Strict(Client):
        def change_password(self, old: str, new: str) -> None:
            raise ReviewFault("password_too_short", {"shortest": 20})

    assert refused(Strict()) == Failure(FailureCode.PASSWORD_TOO_SHORT, minimum=20)
