"""The sheet for the text that is read aloud: each of its parts, its version, and how the agent sees it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from perisai_desktop.domain.branch_settings_book import Documents
from perisai_desktop.domain.consent_edits import parts_of, text_to_read, with_part_read
from perisai_desktop.ui.screens.branch_settings.words import consent_part_words
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet

_LINES = 4


class ConsentSheet(QWidget):
    """`edited` carries an Edit, `read_asked` the ConsentText to be shown as an agent reads it aloud."""

    edited = Signal(object)
    read_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._documents: Documents = {}
        self._published: Documents = {}
        self._held = False
        self.editors: dict[str, QPlainTextEdit] = {}
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 0, METRICS.gap, 0)
        self._parts.setSpacing(METRICS.grid)
        self.version = Text("", Role.HELP, wrap=True)
        self.read = Button(self.tr("As the agent reads it"), icon="eye", slim=True)
        self.read.setObjectName("read_consent")
        self.read.clicked.connect(lambda: self.read_asked.emit(text_to_read(self._documents)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.grid)
        column.addWidget(ScrollSheet(self._parts), 1)
        column.addWidget(self.version)
        column.addLayout(across(self.read, None))

    def hold(self) -> None:
        """Let it be read only, from before anything is shown."""
        self._held = True

    def _editor(self, name: str) -> QPlainTextEdit:
        """The input of a part, made when the first text that has the part is shown."""
        if name not in self.editors:
            words = consent_part_words(name)
            label, editor = Text(words, Role.LABEL), QPlainTextEdit()
            editor.setObjectName(f"consent_{name}")
            editor.setAccessibleName(words)
            editor.setTabChangesFocus(True)
            editor.setReadOnly(self._held)
            editor.setFixedHeight(_LINES * editor.fontMetrics().lineSpacing() + 2 * METRICS.gap)
            editor.textChanged.connect(partial(self._typed, name))
            label.setBuddy(editor)
            self._parts.addWidget(label)
            self._parts.addWidget(editor)
            self.editors[name] = editor
        return self.editors[name]

    def _typed(self, name: str) -> None:
        text, published = " ".join(self.editors[name].toPlainText().split()), self._published
        if text != parts_of(self._documents).get(name):
            self.edited.emit(lambda documents: with_part_read(documents, published, name, text))

    def show_documents(self, documents: Documents, published: Documents) -> None:
        """Show the text, and which version it is beside the one that is published."""
        if documents is self._documents:
            return
        self._documents, self._published = documents, published
        for name, text in parts_of(documents).items():
            editor = self._editor(name)
            if " ".join(editor.toPlainText().split()) != text:
                editor.setPlainText(text)
        kept, drafted = (text_to_read(one).version for one in (published, documents))
        same = self.tr("Version {version}, as published. Another text gets a version of its own.")
        other = self.tr(
            "Version {version}. Who agreed before agreed to version {kept}, which stays readable."
        )
        self.version.setText((same if kept == drafted else other).format(version=drafted, kept=kept))
