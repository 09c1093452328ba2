"""The reviewer's screen by keyboard: letters decide, and in a text they are letters."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.review import OtherContent, RivalReceipt, StrangePayer
from perisai_desktop.ui.screens.review.queue_list import QueueList
from perisai_desktop.ui.screens.review.settling_words import kind_words
from perisai_desktop.ui.screens.review.state import Decision
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.labels import Elided
from sync.rules.reasons import ReasonKind
from sync.rules.states import ReviewState
from tests.desktop.ui.screens.review.conftest import Screen
from tests.support.fake_reviewing import RECORDED_AT
from tests.support.reference_data import reference
from tests.support.typist import CONTROL

RETURN = reference().reasons_of(ReasonKind.RETURN)[0]
REFUSE = reference().reasons_of(ReasonKind.REFUSE)[0]


def opened(screen: Screen) -> str:
    """The entry that is open."""
    assert screen.state.record is not None
    return screen.state.record.entry_id


def test_j_and_k_move(screen: Screen) -> None:
    visited = [opened(screen)]
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        screen.typist.press(key)
        visited.append(opened(screen))
    assert visited == ["entry-1", "entry-2", "entry-3", "entry-2"]
    queue = screen.part("queue")
    assert isinstance(queue, QueueList)
    assert "Maria Kewa" in str(queue.currentIndex().data())


def test_enter_opens_the_row_that_is_marked(screen: Screen) -> None:
    screen.part("queue").setFocus()
    screen.typist.press(Qt.Key.Key_Down)
    screen.typist.press(Qt.Key.Key_Return)
    assert opened(screen) == "entry-2"


def test_a_approves(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_A)
    assert [(entry, state) for entry, state, *_ in screen.session.decided] == [("entry-1", "approved")]
    assert opened(screen) == "entry-2"


def test_d_calls_a_duplicate(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_D)
    assert [(entry, state) for entry, state, *_ in screen.session.decided] == [("entry-1", "duplicate")]


def test_what_no_correction_answers_is_not_sent_back(screen: Screen) -> None:
    assert screen.part("decide_send_back").isEnabled()
    first = screen.session.records["entry-1"]
    screen.session.records["entry-1"] = replace(first, kind="void_request")
    screen.presenter.open("entry-1")
    screen.jobs.run_all()
    names = ("approve", "send_back", "refuse", "duplicate")
    enabled = [screen.part(f"decide_{name}").isEnabled() for name in names]
    assert enabled == [True, False, True, False]


def test_letters_in_a_comment_stay_letters_and_ctrl_enter_sends(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_F)
    assert screen.state.deciding is Decision.SEND_BACK
    assert screen.typist.place == "decision_reason"
    screen.typist.type(RETURN.label_en)
    screen.part("comment_on_mother_name").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    assert screen.typist.place == "comment_mother_name"
    screen.typist.type("jkafrd JKAFRD")
    assert screen.session.decided == []
    assert opened(screen) == "entry-1"
    assert screen.state.comments[0].text == "jkafrd JKAFRD"
    screen.typist.press(Qt.Key.Key_Return, CONTROL)
    ((entry, state, _, comments, reason),) = screen.session.decided
    assert (entry, state, reason) == ("entry-1", "returned", RETURN.code)
    assert [comment.text for comment in comments] == ["jkafrd JKAFRD"]


def test_letters_decide_again_after_the_text_is_left(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_F)
    screen.typist.press(Qt.Key.Key_Escape)
    assert screen.state.deciding is None
    screen.part("queue").setFocus()
    screen.typist.press(Qt.Key.Key_A)
    assert len(screen.session.decided) == 1


def test_r_refuses_with_a_coded_reason(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_R)
    screen.typist.type(REFUSE.label_en)
    screen.typist.press(Qt.Key.Key_Tab)
    screen.part("decision_send").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    assert [(state, reason) for _, state, _, _, reason in screen.session.decided] == [
        ("refused", REFUSE.code)
    ]


def test_a_refused_decision_is_explained_and_the_comment_stays(screen: Screen, qtbot: QtBot) -> None:
    screen.typist.press(Qt.Key.Key_F)
    screen.part("comment_on_phone").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    screen.typist.type("Nomor salah")
    screen.session.failure = Failure(FailureCode.BRANCH_SILENT)
    screen.typist.press(Qt.Key.Key_Return, CONTROL)
    comment = screen.part("comment_phone")
    assert isinstance(comment, QPlainTextEdit)
    assert comment.toPlainText() == "Nomor salah"
    banners = [w for w in screen.view.decision.findChildren(QWidget) if w.property("banner") == "error"]
    qtbot.waitUntil(lambda: [w.isVisible() for w in banners] == [True])
    assert banners[0].accessibleName()


def test_the_record_shows_whole_values_and_what_was_found(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_J)
    texts = {
        str(label.property("text")) for label in screen.view.findChildren(QWidget) if label.property("text")
    }
    assert "320208 140890 0002" in texts
    assert "14-08-1990" in texts
    assert "Desa Warnajati, Kec. Cibadak, Kab. Sukabumi, Jawa Barat" in texts
    assert any("Sesuai akta" in text for text in texts)
    names = {widget.accessibleName() for widget in screen.view.findChildren(QWidget)}
    assert any("Nining Sukaesih: 09" in name for name in names)


def test_an_empty_queue_says_what_comes_next(screen: Screen, qtbot: QtBot) -> None:
    for _ in range(3):
        screen.typist.press(Qt.Key.Key_A)
    assert screen.state.record is None
    texts = [
        label
        for label in screen.view.findChildren(QWidget)
        if label.property("text") == "Nothing waits for you"
    ]
    qtbot.waitUntil(lambda: [label.isVisible() for label in texts] == [True])
    buttons = [screen.part(f"decide_{name}") for name in ("approve", "send_back", "refuse", "duplicate")]
    assert [button.isEnabled() for button in buttons] == [False] * 4


def test_every_input_has_a_name_for_screen_readers(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_F)
    screen.part("comment_on_phone").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    kinds = (QLineEdit, QPlainTextEdit, QAbstractButton, QListView)
    inputs = [
        widget
        for widget in screen.view.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(inputs) > 12
    assert [widget.objectName() for widget in inputs if not widget.accessibleName()] == []


@pytest.mark.parametrize(("width", "height"), [(1142, 650), (600, 290)])
def test_no_card_stands_on_another(screen: Screen, qtbot: QtBot, width: int, height: int) -> None:
    screen.view.setMinimumSize(200, 200)
    screen.view.resize(width, height)
    queue, approve = screen.part("queue"), screen.part("decide_approve")
    qtbot.waitUntil(lambda: queue.mapTo(screen.view, queue.rect().bottomRight()).x() < width / 2)
    right = approve.mapTo(screen.view, approve.rect().topRight()).x()
    left = approve.mapTo(screen.view, QPoint()).x()
    assert left > queue.mapTo(screen.view, queue.rect().topRight()).x()
    assert right <= width


def test_a_held_record_says_why_and_is_kept_or_refused(screen: Screen) -> None:
    rival = RivalReceipt("0Q2FK-01-000001-X", "Asep Sunandar", 33_600, RECORDED_AT, ReviewState.RECEIVED)
    found = screen.session.records["entry-1"]
    screen.session.records["entry-1"] = replace(
        found, state=ReviewState.HELD, flags=("fork",), rivals=(rival,)
    )
    screen.presenter.load("entry-1")
    screen.run()
    screen.presenter.open("entry-1")
    screen.run()
    words = " ".join(banner.words for banner in screen.view.findChildren(Banner))
    assert "Two copies of one laptop wrote different records" in words
    assert "Another receipt has the number 0Q2FK-01-000001-X" in words
    assert "Asep Sunandar" in words
    assert "Rp33.600" in words
    may = {
        name: screen.part(f"decide_{name}").isEnabled()
        for name in ("approve", "send_back", "refuse", "duplicate")
    }
    assert may == {"approve": True, "send_back": False, "refuse": True, "duplicate": False}
    screen.presenter.begin(Decision.SEND_BACK)
    screen.presenter.mark_duplicate()
    screen.run()
    assert screen.state.deciding is None
    screen.typist.press(Qt.Key.Key_A)
    assert [(entry, state) for entry, state, *_ in screen.session.decided] == [("entry-1", "approved")]


@pytest.mark.parametrize(
    ("kind", "title", "approvable"),
    [
        ("contribution", "Money for somebody whose enrolment has not come for five days", True),
        ("deposit", "A receipt that this deposit names has not come for five days", True),
        ("void_request", "What this belongs to has not come for five days", False),
    ],
)
def test_what_waited_too_long_says_what_either_decision_does(
    screen: Screen, kind: str, title: str, approvable: bool
) -> None:
    found = screen.session.records["entry-1"]
    screen.session.records["entry-1"] = replace(
        found, state=ReviewState.SUSPENSE, kind=kind, flags=(), form={"name": "", "occupation": ""}
    )
    screen.presenter.load("entry-1")
    screen.run()
    screen.presenter.open("entry-1")
    screen.run()
    words = " ".join(banner.words for banner in screen.view.findChildren(Banner))
    assert title in words
    assert "Refuse: the agent" in words
    queue = screen.part("queue")
    assert isinstance(queue, QueueList)
    assert str(queue.currentIndex().data()).startswith(kind_words(kind))
    may = {
        name: screen.part(f"decide_{name}").isEnabled()
        for name in ("approve", "send_back", "refuse", "duplicate")
    }
    assert may == {"approve": approvable, "send_back": False, "refuse": True, "duplicate": False}
    screen.typist.press(Qt.Key.Key_A)
    assert [state for _, state, *_ in screen.session.decided] == ["approved"] * approvable


def test_another_content_under_its_id_is_told_field_by_field(screen: Screen) -> None:
    found = screen.session.records["entry-1"]
    form = {**found.form, "street": "Kp. Sawah"}
    other = OtherContent(
        found.kind, "Dedeh", form, found.prices, None, RECORDED_AT, 420, ReviewState.APPROVED
    )
    screen.session.records["entry-1"] = replace(
        found, state=ReviewState.HELD, flags=("id_conflict",), other=other
    )
    screen.presenter.load("entry-1")
    screen.run()
    screen.presenter.open("entry-1")
    screen.run()
    words = " ".join(banner.words for banner in screen.view.findChildren(Banner))
    assert "The branch already has this record with other content" in words
    assert "The branch has: Ujang Sobarna" in words
    assert "Dedeh" in words
    assert "Rp8.400" in words
    told = [label.text() for label in screen.view.findChildren(Elided)]
    assert [text for text in told if text.startswith("there ")] == ["there Kp. Sawah"]
    assert other.rupiah == found.rupiah
    assert replace(found, other=replace(other, kind="receipt")).beside == {}


def test_c_finds_the_worker_for_whom_money_was_paid(screen: Screen) -> None:
    assert not screen.part("decide_attribute").isVisible()
    found = screen.session.records["entry-1"]
    screen.session.records["entry-1"] = replace(
        found,
        kind="contribution",
        state=ReviewState.SUSPENSE,
        strangers=(StrangePayer("u-1", "", "Maria", 8_400),),
    )
    screen.presenter.load("entry-1")
    screen.run()
    screen.presenter.open("entry-1")
    screen.run()
    words = " ".join(banner.words for banner in screen.view.findChildren(Banner))
    assert "Paid for somebody whom the branch does not know yet" in words
    screen.part("queue").setFocus()
    screen.typist.press(Qt.Key.Key_C)
    assert screen.typist.place == "owner_search"
    assert screen.part("owner_entry-2").isVisible()
    screen.typist.press(Qt.Key.Key_A, CONTROL)
    screen.typist.type("cacing")
    screen.typist.press(Qt.Key.Key_Return, CONTROL)
    assert screen.session.sought == ["Maria", "cacing"]
    told = " ".join(str(part.property("text")) for part in screen.view.findChildren(QWidget))
    assert "The branch knows nobody like that." in told
    screen.presenter.give("entry-2")
    screen.run()
    assert screen.session.given == [("entry-1", "u-1", "entry-2")]
    assert not screen.part("decide_attribute").isVisible()
