"""A labelled input: label and hint above, the state in words below, one name for screen readers."""

from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.marks import KeyCap
from perisai_desktop.ui.widgets.text_input import TextInput
from perisai_desktop.ui.widgets.tips import plain_tip


class Editor(Protocol):
    """What every input of a field offers; `value` is what the person typed or chose."""

    @property
    def value_edited(self) -> SignalInstance: ...
    @property
    def committed(self) -> SignalInstance: ...
    def value(self) -> str: ...
    def set_value(self, value: str) -> None: ...
    def set_state(self, tone: Tone) -> None: ...


class Field(QWidget):
    """Label over input, 56 px high; a message adds a line unless the field is `terse`.

    A terse field tells its message as tooltip and to screen readers only, for forms that list problems elsewhere.
    """

    value_edited = Signal(str)
    committed = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        hint: str = "",
        *,
        key: str = "",
        terse: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._input: Editor = editor  # type: ignore[assignment]
        self._terse = terse
        self._proposal = ""
        self._label = Text(label, Role.LABEL)
        self._label.setBuddy(editor)
        self._hint = Elided(hint, Role.HELP)
        self._message = Text("", Role.HELP, wrap=True)
        self._message.hide()
        self._tone = Tone.PLAIN
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label)
        head.addWidget(self._hint, 1)
        head.addStretch(0)
        if key:
            head.addWidget(KeyCap(key, flat=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(editor)
        column.addWidget(self._message)
        column.addStretch(1)
        for part in (self._label, self._hint):
            part.setFixedHeight(16)
        self.setFocusProxy(editor)
        self._describe()
        self._input.value_edited.connect(self.value_edited)
        self._input.committed.connect(self.committed)

    def value(self) -> str:
        """What the input holds, as typed."""
        return self._input.value()

    def set_value(self, value: str) -> None:
        """Show `value` without telling anybody."""
        self._input.set_value(value)

    @property
    def label(self) -> str:
        return self._label.text()

    @property
    def hint(self) -> str:
        """What stands behind the label."""
        return self._hint.text()

    @property
    def tone(self) -> Tone:
        """The state that is shown."""
        return self._tone

    @property
    def message(self) -> str:
        """The words of the state."""
        return self._message.text()

    def has_room_for(self, hint: str) -> bool:
        """Whether these words fit behind the label."""
        metrics = self._hint.fontMetrics()
        label = self._label.sizeHint().width()
        return label + metrics.horizontalAdvance(hint) + 12 <= self.width()

    def set_label(self, label: str, hint: str | None = None) -> None:
        """Rename the field."""
        self._label.setText(label)
        if hint is not None:
            self._hint.setText(hint)
        self._describe()

    def propose(self, words: str) -> None:
        """Show in the empty input what Enter takes there; empty words for nothing."""
        if words != self._proposal and isinstance(self.editor, TextInput):
            self._proposal = words
            self.editor.propose(words)
            self._describe()

    def show_state(self, tone: Tone = Tone.PLAIN, message: str = "") -> None:
        """Show `tone` with an icon and `message` in words; PLAIN without a message clears both."""
        if tone is self._tone and message == self._message.text():
            return
        self._tone = tone
        self._input.set_state(tone)
        self._message.setText(message)
        self._message.set_tone(tone if tone is not Tone.PLAIN else Tone.MUTED)
        self._message.setVisible(bool(message) and not self._terse)
        self._describe()

    def _describe(self) -> None:
        self._hint.setVisible(bool(self._hint.text()))
        self.editor.setAccessibleName(self._label.text())
        proposal = f"↵ {self._proposal}" if self._proposal else ""
        words = [text for text in (proposal, self._hint.text(), self._message.text()) if text]
        self.editor.setAccessibleDescription(". ".join(words))
        self.editor.setToolTip(plain_tip(self._message.text()) if self._terse else "")

    def take_focus(self) -> None:
        """Put the cursor into the input."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
