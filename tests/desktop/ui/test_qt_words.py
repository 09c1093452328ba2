"""What Qt itself says, in its dialogs and menus, is Indonesian where that is spoken."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextBrowser,
    QTreeView,
    QWidget,
)

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.i18n import Language

SAME = {"OK"}
"""Words that both languages write alike."""


def _said(widget: QWidget) -> Iterator[str]:
    """Every word of a widget: labels, buttons, menus, tips, heads of columns, and what a screen reader hears."""
    for label in widget.findChildren(QLabel):
        yield label.text()
    for button in widget.findChildren(QAbstractButton):
        yield from (button.text(), button.toolTip())
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())
    for combo in widget.findChildren(QComboBox):
        yield from (
            combo.itemText(place) for place in range(combo.count()) if combo.objectName() != "lookInCombo"
        )
    for view in widget.findChildren(QTreeView):
        model = view.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal))
    for part in (widget, *widget.findChildren(QWidget)):
        yield from (part.accessibleName(), part.accessibleDescription(), part.windowTitle())


def _files(mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode) -> set[str]:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.show()
    QApplication.processEvents()
    said = set(_said(dialog))
    dialog.close()
    return said


def _message() -> set[str]:
    box = QMessageBox()
    buttons = QMessageBox.StandardButton.NoButton
    for button in QMessageBox.StandardButton:
        if button.value and button.value & (button.value - 1) == 0 and button.value >= 0x400:
            buttons |= button
    box.setStandardButtons(buttons)
    box.setDetailedText(" ")
    box.show()
    said = set(_said(box))
    box.close()
    assert len(said) > 15
    return said


def _menu(editor: QLineEdit | QPlainTextEdit | QTextBrowser) -> set[str]:
    menu = editor.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    return {action.text().partition("\t")[0] for action in menu.actions()}


def _password() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


WHAT: dict[str, Callable[[], set[str]]] = {
    **{
        f"files {mode.name} {accept.name}": lambda mode=mode, accept=accept: _files(mode, accept)  # type: ignore[misc]
        for mode in QFileDialog.FileMode
        for accept in QFileDialog.AcceptMode
    },
    "message": _message,
    "line": lambda: _menu(QLineEdit()),
    "password": lambda: _menu(_password()),
    "text": lambda: _menu(QPlainTextEdit()),
    "page": lambda: _menu(QTextBrowser()),
}


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    made = Language(qapp, resource("i18n"))
    yield made
    made.silence()


@pytest.mark.parametrize("what", WHAT)
def test_qt_s_own_words_are_translated(language: Language, what: str) -> None:
    english = WHAT[what]()
    language.speak("id")
    left = {
        words
        for words in english & WHAT[what]()
        if any(sign.isalpha() for sign in words) and not words.startswith("qt_")
    }
    assert left <= SAME


@pytest.mark.parametrize(
    ("context", "source"),
    [
        ("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
        ("QFileDialog", "%1\nFile not found.\nPlease verify the correct file name was given."),
        ("QFileDialog", "%1\nDirectory not found.\nPlease verify the correct directory name was given."),
        ("QFileDialog", "Are you sure you want to delete '%1'?"),
        ("QScrollBar", "Scroll here"),
        ("QAbstractSpinBox", "&Step up"),
    ],
)
def test_what_qt_asks_later_is_translated_too(language: Language, context: str, source: str) -> None:
    language.speak("id")
    assert QApplication.translate(context, source) != source
