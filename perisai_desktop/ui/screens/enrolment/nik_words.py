"""What the NIK tells beside its field: the region of first registration, the sex, and whether the person is known here."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.labels import Elided, Role
from sync.rules.programmes import Sex


class NikWords(QWidget):
    """Two lines as high as the input they stand beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Elided("", Role.MEDIUM)
        self._known = Elided("", Role.HELP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._told)
        column.addWidget(self._known)
        column.addStretch(1)

    def show_state(self, state: EnrolmentState) -> None:
        """Show what `state` knows of the NIK that was typed."""
        reading = state.assessment.reading if state.assessment else None
        sexes = {Sex.L: self.tr("male"), Sex.P: self.tr("female")}
        sex = sexes.get(reading.sex, "") if reading is not None and reading.sex is not None else ""
        self._told.setText(" · ".join(part for part in (state.birth_region or "", sex) if part))
        words, tone = self._standing(state)
        self._known.setText(words)
        self._known.set_tone(tone)

    def _standing(self, state: EnrolmentState) -> tuple[str, Tone]:
        if state.ended:
            return self.tr("Membership has ended: this enrols the same worker again"), Tone.INFO
        if state.holder is not None:
            return self.tr("Already on this laptop"), Tone.ERROR
        if state.birth_region is None:
            return "", Tone.MUTED
        return self.tr("Not yet on this laptop"), Tone.MUTED
