"""The check of receipts by keyboard and by a scanner that types: the answer in words, tone and figures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt_check import Arrival, BranchAnswer, Standing
from perisai_desktop.ui.screens.receipt_check.state import Checked, ReceiptCheckState
from perisai_desktop.ui.screens.receipt_check.view import ReceiptCheckView
from perisai_desktop.ui.screens.receipt_check.words import Told, branch_face, rests_on, told, verdict_face
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.table import Table
from tests.desktop.ui.conftest import Showing
from tests.desktop.ui.screens.receipt_check.conftest import (
    ALTERED,
    GENUINE,
    LINK,
    MISTYPED,
    NUMBER,
    OWN,
    RECEIVED,
    UNKNOWN,
    WHERE,
)


@pytest.fixture
def view(showing: Showing) -> ReceiptCheckView:
    """The screen, come into sight."""
    made = ReceiptCheckView(lambda: WHERE)
    showing(made)
    made.arrive()
    return made


def _field(view: ReceiptCheckView) -> QLineEdit:
    found = view.findChild(QLineEdit, "check_field")
    assert isinstance(found, QLineEdit)
    return found


def _seen(view: ReceiptCheckView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def _state(checked: Checked) -> ReceiptCheckState:
    return ReceiptCheckState(checked.text, (checked,), checked.turn)


def test_a_scanner_types_one_receipt_after_the_other(view: ReceiptCheckView) -> None:
    asked: list[str] = []
    view.asked.connect(asked.append)
    other = LINK.replace("33600", "84000")
    for text in (LINK, other):
        focused = view.focusWidget()
        assert focused is _field(view), "no hand is needed between two scans"
        QTest.keyClicks(focused, text)
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert asked == [LINK, other]


def test_escape_makes_room(qtbot: QtBot, view: ReceiptCheckView) -> None:
    QTest.keyClicks(_field(view), NUMBER)
    with qtbot.waitSignal(view.cleared):
        QTest.keyClick(_field(view), Qt.Key.Key_Escape)
    assert _field(view).text() == ""
    assert view.focusWidget() is _field(view)
    assert view.seek()


def test_what_is_typed_meanwhile_is_left_alone(view: ReceiptCheckView) -> None:
    QTest.keyClicks(_field(view), LINK)
    QTest.keyClick(_field(view), Qt.Key.Key_Return)
    asking = Checked(1, LINK, GENUINE, asking=True)
    view.show_state(_state(asking))
    QTest.keyClicks(_field(view), "7Q2")
    view.show_state(_state(replace(asking, asking=False, answer=RECEIVED)))
    assert _field(view).text() == "7Q2"


@pytest.mark.usefixtures("indonesian")
def test_the_answer_stands_in_words_and_figures(showing: Showing) -> None:
    view = ReceiptCheckView(lambda: WHERE)
    showing(view)
    assert "Aslikah kuitansi ini?" in _seen(view)
    view.show_state(_state(Checked(1, LINK, GENUINE, answer=RECEIVED)))
    seen = _seen(view)
    for words in (
        "Asli",
        "Cabang sudah menerimanya.",
        "Cocokkan jumlah dan tanggal dengan kertasnya.",
        "Rp33.600",
        NUMBER,
        "22 November 2026",
        "S••• A••• dan 1 orang lain",
        "Dede Kurnia",
        "Pos Pelabuhan",
        "Jawaban cabang: asli, diterima 23 November 2026.",
    ):
        assert words in seen
    view.show_state(_state(Checked(1, NUMBER, ALTERED)))
    assert "Hubungi cabang: 0800\u00a0000\u00a00000." in _seen(view)
    assert "Dede Kurnia" not in _seen(view)
    view.show_state(ReceiptCheckState("7Q2FK-01-000123-R", failure=MISTYPED))
    assert "Ada salah ketik pada nomor ini." in _seen(view)
    assert "Rp33.600" not in _seen(view)


def test_one_s_own_receipt_is_opened_by_key(qtbot: QtBot, view: ReceiptCheckView) -> None:
    button = view.findChild(QPushButton, "check_open")
    assert isinstance(button, QPushButton)
    view.show_state(_state(Checked(1, NUMBER, GENUINE)))
    assert not button.isVisible()
    view.show_state(_state(Checked(1, NUMBER, OWN)))
    with qtbot.waitSignal(view.receipt_asked) as opened:
        QTest.keyClick(view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == [NUMBER]


def test_the_last_checks_are_called_back_from_the_list(qtbot: QtBot, view: ReceiptCheckView) -> None:
    checks = (Checked(2, NUMBER, UNKNOWN), Checked(1, LINK, OWN))
    view.show_state(ReceiptCheckState(NUMBER, checks, 2))
    table = view.findChild(Table, "check_list")
    assert isinstance(table, Table)
    assert [table.words(row, 0) for row in range(2)] == [NUMBER, f"{NUMBER}, Rp33.600"]
    assert [table.words(row, 1) for row in range(2)] == ["Unknown", "Genuine"]
    table.setFocus()
    with qtbot.waitSignal(view.recalled) as called:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert called.args == [1]
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert view.focusWidget() is _field(view)


def _told(checked: Checked) -> Told:
    return told(checked, WHERE)


def test_no_verdict_leans_on_colour_alone() -> None:
    answers = [None, *(BranchAnswer(standing) for standing in Standing)]
    checks = [GENUINE, OWN, replace(OWN, arrival=Arrival.VOIDED), ALTERED, UNKNOWN]
    every = [_told(Checked(1, LINK, check, answer=answer)) for check in checks for answer in answers]
    looks = {(each.icon, each.tone) for each in every}
    assert len({icon for icon, _ in looks}) >= 5
    for each in every:
        assert each.title
        assert each.lead.endswith(".")
        assert each.advice.endswith(".")
        assert "{" not in each.title + each.lead + each.advice


def test_a_practice_receipt_proves_nothing_on_a_laptop_of_real_work() -> None:
    practice = Checked(1, LINK, replace(GENUINE, practice=True))
    assert verdict_face(practice).text == "Genuine"
    assert (_told(practice).tone, _told(practice).title) == (Tone.WARNING, "Genuine, practice")
    assert told(practice, replace(WHERE, practice=True)).tone is Tone.OK
    assert _told(replace(practice, check=replace(ALTERED, practice=True))).title == "Altered"


def test_how_much_is_known_of_an_unknown_one() -> None:
    other, none = replace(UNKNOWN, device_listed=False), replace(UNKNOWN, directory_at=None)
    leads = [
        _told(Checked(1, NUMBER, check)).lead
        for check in (
            UNKNOWN,
            replace(UNKNOWN, by_signature=True),
            other,
            replace(none, device_listed=False),
            replace(other, agent="Nining Sukaesih"),
        )
    ]
    assert len(set(leads)) == 5
    assert "7Q2FK" in leads[0]
    assert "09:15" in rests_on(UNKNOWN, WHERE)
    assert "next sync" in rests_on(none, WHERE)
    assert "last sync 09:15" in rests_on(OWN, WHERE)
    assert "not synced yet" in rests_on(replace(OWN, synced_at=None), WHERE)


@pytest.mark.parametrize(
    ("checked", "words"),
    [
        (Checked(1, LINK, GENUINE, asking=True), "Asking the branch…"),
        (
            Checked(1, LINK, GENUINE, unreached=Failure(FailureCode.NO_NETWORK)),
            "No connection to the branch.",
        ),
        (Checked(1, LINK, GENUINE, answer=BranchAnswer(Standing.ALTERED)), "does not fit the signature"),
        (Checked(1, LINK, ALTERED, answer=RECEIVED), "does not fit the signature"),
        (Checked(1, LINK, GENUINE, answer=BranchAnswer(Standing.GENUINE_RECEIVED)), "genuine and received"),
        (Checked(1, LINK, GENUINE, answer=BranchAnswer(Standing.VOIDED)), "voided"),
        (Checked(1, LINK, GENUINE, answer=BranchAnswer(Standing.GENUINE_TO_CHECK)), "still being checked"),
    ],
)
def test_what_the_branch_said_stands_beside_it(checked: Checked, words: str) -> None:
    face = branch_face(checked)
    assert face is not None
    assert words in face.text


def test_what_the_branch_still_has_to_check_is_genuine_and_looked_up_again() -> None:
    answer = BranchAnswer(Standing.GENUINE_TO_CHECK, hotline="175")
    said = _told(Checked(1, LINK, GENUINE, answer=answer))
    assert (said.title, said.tone) == ("Genuine", Tone.WARNING)
    assert "still has to check" in said.lead
    assert "After 5 days call the branch: 175." in said.advice


def test_a_denial_of_the_branch_changes_no_verdict_but_is_acted_on() -> None:
    denied = _told(Checked(1, LINK, GENUINE, answer=BranchAnswer(Standing.UNKNOWN, hotline="175")))
    assert denied.title == "Genuine"
    assert "Call the branch: 175." in denied.advice
    assert branch_face(Checked(1, NUMBER, UNKNOWN)) is None
