"""The first run by keyboard: Tab through the fields, Enter, and gaps told beside their fields."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap
from perisai_desktop.ui.screens.first_run.view import FirstRunView
from tests.desktop.ui.conftest import Showing


def test_the_whole_form_without_a_mouse(showing: Showing) -> None:
    view = FirstRunView()
    showing(view)
    view.show_state(FirstRunState())
    first = view.findChild(QLineEdit, "first_run_server")
    assert first is not None
    first.setFocus()
    typed = ("https://cabang.example", "W3EAN-TS988-RVDCB-BREKG", "kapal di laut", "kapal di laut")
    for words in typed:
        line = QApplication.focusWidget()
        assert line is not None
        QTest.keyClicks(line, words)
        if words is not typed[-1] or line.objectName() != "first_run_again":
            QTest.keyClick(line, Qt.Key.Key_Tab)
    told: list[tuple[str, ...]] = []
    view.submitted.connect(lambda *words: told.append(words))
    last = view.findChild(QLineEdit, "first_run_again")
    assert last is not None
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert told == [typed]


def test_a_gap_is_marked_and_takes_the_cursor(showing: Showing) -> None:
    view = FirstRunView()
    showing(view)
    view.show_state(FirstRunState("https://a", "", frozenset({Gap.CODE_MISSING, Gap.PASSWORD_SHORT})))
    code = view.findChild(QLineEdit, "first_run_code")
    assert code is not None
    assert QApplication.focusWidget() is code
    assert code.property("state") == "error"
    assert "Fill in the code" in code.accessibleDescription()
