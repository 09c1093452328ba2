"""The first page of the first run: the choice of language, told in both languages at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.labels import Role, Text

# Never translated: who reads this page has not chosen yet.
_TITLE = "Selamat datang · Welcome"
_CHOICES = (("id", "Bahasa Indonesia", Kind.MAIN), ("en", "English", Kind.PLAIN))
_WORDS = (
    "Pilih bahasa. Berikutnya: alamat dan kode dari cabang, lalu kata sandi. Sekali saja, sekitar dua menit.",
    "Choose a language. Next: the address and code from your branch, then a password. Once only, about two minutes.",
)


class LanguagePage(QWidget):
    """`chosen` carries "id" or "en"."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(Text(_TITLE, Role.TITLE, wrap=True))
        for words in _WORDS:
            column.addWidget(Text(words, Role.MUTED, wrap=True))
        column.addSpacing(4)
        for language, words, kind in _CHOICES:
            button = Button(words, kind, icon="languages" if kind is Kind.MAIN else "")
            button.setFixedHeight(METRICS.main_button)
            button.setObjectName(f"first_run_{language}")
            button.setAutoDefault(True)
            button.clicked.connect(lambda _on=False, language=language: self.chosen.emit(language))
            column.addWidget(button)
            self._buttons[language] = button

    def take_focus(self) -> None:
        """Stand on Bahasa Indonesia."""
        self._buttons["id"].setFocus(Qt.FocusReason.OtherFocusReason)
