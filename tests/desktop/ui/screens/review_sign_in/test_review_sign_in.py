"""A reviewer signs in: what is wrong is said, the password never stays."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.own_password.state import Gap, OwnPasswordState
from perisai_desktop.ui.screens.review_sign_in.presenter import ReviewSignInPresenter
from perisai_desktop.ui.screens.review_sign_in.screen import review_sign_in_screen
from perisai_desktop.ui.screens.review_sign_in.state import ReviewSignInState
from perisai_desktop.ui.screens.review_sign_in.view import ReviewSignInView
from tests.support.typist import Typist

PASSWORD, OWN = "kopi-pagi-di-pasar", "teh-sore-di-dermaga"
REVIEWER = ReviewerIdentity("Penyelia Contoh", "Cabang Sukabumi", "reviewer")


@dataclass
class Door:
    """A server that lets one reviewer in, and its operator."""

    url: str
    left: int = 0
    silent: bool = False
    changed: tuple[str, str] | None = None

    def sign_in(self, user: str, password: str) -> ReviewerIdentity:
        if password != PASSWORD:
            raise Failure(FailureCode.SIGN_IN_REFUSED)
        if user == "baru":
            return replace(REVIEWER, must_change=True)
        return REVIEWER if user == "penyelia" else replace(REVIEWER, role="operator")

    @property
    def password(self) -> "Door":
        return self

    def change(self, old: str, new: str) -> ReviewerIdentity:
        if self.silent:
            raise Failure(FailureCode.PASSWORD_UNCERTAIN)
        self.changed = (old, new)
        return REVIEWER

    def sign_out(self) -> None:
        self.left += 1


def connect(url: str) -> Door:
    """As the real one does, refuse an address that is none."""
    if not url.startswith("http"):
        raise Failure(FailureCode.ADDRESS_MALFORMED)
    return Door(url)


@dataclass
class Entry:
    """Who came in, and where."""

    came: list[tuple[Door, ReviewerIdentity]] = field(default_factory=list)

    def open(self, door: Door, reviewer: ReviewerIdentity) -> None:
        self.came.append((door, reviewer))


@pytest.mark.parametrize(
    ("server", "password", "code"),
    [
        ("http://127.0.0.1:9", "salah", FailureCode.SIGN_IN_REFUSED),
        ("bukan alamat", PASSWORD, FailureCode.ADDRESS_MALFORMED),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    server: str, password: str, code: FailureCode
) -> None:
    jobs, shown, entry = HandRunJobs(), list[ReviewSignInState](), Entry()
    presenter = ReviewSignInPresenter(connect, jobs, shown.append, entry.open)
    presenter.sign_in(server, "penyelia", password)
    assert shown[-1].busy
    jobs.run_all()
    assert (shown[-1].failure, shown[-1].busy) == (Failure(code), False)
    assert (shown[-1].server, shown[-1].login) == (server, "penyelia")
    assert entry.came == []
    assert password not in repr(shown)


def test_an_account_that_reviews_nothing_is_told_so_and_signed_out() -> None:
    jobs, entry, door = HandRunJobs(), Entry(), Door("http://127.0.0.1:9")
    presenter = ReviewSignInPresenter(lambda _url: door, jobs, lambda _state: None, entry.open)
    presenter.sign_in(door.url, "operator", PASSWORD)
    jobs.run_all()
    assert (presenter.state.failure, entry.came) == (Failure(FailureCode.NOTHING_TO_REVIEW), [])
    assert door.left == 1


def test_a_second_press_while_asking_asks_once() -> None:
    jobs, entry = HandRunJobs(), Entry()
    presenter = ReviewSignInPresenter(connect, jobs, lambda _state: None, entry.open)
    presenter.sign_in("http://127.0.0.1:9", "penyelia", PASSWORD)
    presenter.sign_in("http://127.0.0.1:9", "penyelia", PASSWORD)
    jobs.run_all()
    assert [(door.url, reviewer) for door, reviewer in entry.came] == [("http://127.0.0.1:9", REVIEWER)]


def test_a_password_of_somebody_else_is_replaced_before_anything_else() -> None:
    jobs, shown, entry = HandRunJobs(), list[ReviewSignInState](), Entry()
    door = Door("http://127.0.0.1:9", silent=True)
    presenter = ReviewSignInPresenter(lambda _url: door, jobs, shown.append, entry.open)
    presenter.choose(OWN, OWN)
    presenter.judge(OWN)
    presenter.back()
    assert shown == [], "nobody has signed in"
    presenter.sign_in(door.url, "baru", PASSWORD)
    jobs.run_all()
    assert (presenter.state.own, entry.came) == (OwnPasswordState(), [])
    presenter.judge(OWN)
    presenter.choose(PASSWORD, PASSWORD)
    assert presenter.state.own is not None
    assert presenter.state.own.gaps == {Gap.AS_OLD}
    presenter.choose(OWN, OWN)
    presenter.back()
    jobs.run_all()
    assert presenter.state.own.failure == Failure(FailureCode.PASSWORD_UNCERTAIN)
    door.silent = False
    presenter.choose(OWN, OWN)
    jobs.run_all()
    assert (door.changed, entry.came, door.left) == ((PASSWORD, OWN), [(door, REVIEWER)], 0)
    assert not any(word in repr(shown) for word in (OWN, PASSWORD))


@pytest.fixture
def door(showing: Callable[[QWidget], QWidget]) -> tuple[ReviewSignInView, Typist, Entry]:
    jobs, entry = HandRunJobs(), Entry()
    view, _ = review_sign_in_screen(connect, jobs, entry.open, "http://127.0.0.1:9")
    showing(view)
    view.take_focus()
    return view, Typist(jobs), entry


def test_name_password_enter(door: tuple[ReviewSignInView, Typist, Entry]) -> None:
    view, typist, entry = door
    assert typist.place == "review_login"
    typist.type("penyelia")
    typist.press(Qt.Key.Key_Tab)
    assert typist.place == "review_password"
    typist.type(PASSWORD)
    typist.press(Qt.Key.Key_Return)
    assert [reviewer for _, reviewer in entry.came] == [REVIEWER]
    password = view.findChild(QLineEdit, "review_password")
    assert isinstance(password, QLineEdit)
    assert password.text() == ""


def test_whoever_chooses_no_password_is_back_at_the_sign_in(
    door: tuple[ReviewSignInView, Typist, Entry],
) -> None:
    view, typist, entry = door
    for text, key in (
        ("baru", Qt.Key.Key_Tab),
        (PASSWORD, Qt.Key.Key_Return),
        ("teh sore", Qt.Key.Key_Return),
    ):
        typist.type(text)
        typist.press(key)
    assert typist.place == "own_password_new", "too short for a server"
    typist.press(Qt.Key.Key_Escape)
    assert (typist.place, view.choosing.isVisible(), entry.came) == ("review_password", False, [])
    for text, key in ((PASSWORD, Qt.Key.Key_Return), (OWN, Qt.Key.Key_Tab), (OWN, Qt.Key.Key_Return)):
        typist.type(text)
        typist.press(key)
    assert [reviewer for _, reviewer in entry.came] == [REVIEWER]


def test_a_wrong_password_is_explained_and_the_cursor_waits_for_another(
    door: tuple[ReviewSignInView, Typist, Entry], qtbot: QtBot
) -> None:
    view, typist, entry = door
    typist.type("penyelia")
    typist.press(Qt.Key.Key_Tab)
    typist.type("salah")
    typist.press(Qt.Key.Key_Return)
    assert (entry.came, typist.place) == ([], "review_password")
    banners = [part for part in view.findChildren(QWidget) if part.property("banner") == "error"]
    qtbot.waitUntil(lambda: [banner.isVisible() for banner in banners] == [True])
    password = view.findChild(QLineEdit, "review_password")
    assert isinstance(password, QLineEdit)
    assert (password.text(), password.echoMode()) == ("", QLineEdit.EchoMode.Password)
    inputs = [
        view.findChild(QLineEdit, name) for name in ("review_server", "review_login", "review_password")
    ]
    assert all(isinstance(each, QLineEdit) and each.accessibleName() for each in inputs)


def test_practice_fills_everything_in_so_that_enter_is_enough(showing: Callable[[QWidget], QWidget]) -> None:
    jobs, entry = HandRunJobs(), Entry()
    view, _ = review_sign_in_screen(connect, jobs, entry.open, "http://127.0.0.1:9", "penyelia", PASSWORD)
    showing(view)
    view.take_focus()
    Typist(jobs).press(Qt.Key.Key_Return)
    assert [reviewer for _, reviewer in entry.came] == [REVIEWER]
