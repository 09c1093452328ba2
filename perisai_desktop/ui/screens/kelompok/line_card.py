"""Below the grid: what is wrong with the chosen line, in words, and the reasons that its warnings ask for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.roll import Judged
from perisai_desktop.ui.explain import reaction_words
from perisai_desktop.ui.screens.kelompok.state import KelompokState
from perisai_desktop.ui.screens.kelompok.words import problems
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.reactions import Reaction

HEIGHT = 128


class ReasonRow(QWidget):
    """One warning with its reason; `spread` gives the same reason to every line that still needs one."""

    explained = Signal(str)
    spread = Signal(str)

    def __init__(self, reaction: Reaction) -> None:
        super().__init__()
        self.input = TextInput(self.tr("Reason, the reviewer reads it"))
        self.input.setObjectName(f"kelompok_reason_{reaction.value}")
        self.input.setAccessibleName(self.tr("Reason"))
        self.input.value_edited.connect(self.explained)
        self._spread = Button("", Kind.LINK)
        self._spread.setObjectName(f"kelompok_spread_{reaction.value}")
        self._spread.clicked.connect(lambda: self.spread.emit(self.input.value()))
        words = Elided(reaction_words(reaction), Role.MEDIUM, Tone.WARNING)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("triangle-alert", Tone.WARNING))
        row.addWidget(words, 2)
        row.addWidget(self.input, 3)
        row.addWidget(self._spread)

    def show_reason(self, reason: str, others: int) -> None:
        """Show the reason so far, and how many other lines still need one."""
        self.input.set_value(reason)
        self.input.set_state(Tone.PLAIN if reason.strip() else Tone.WARNING)
        self._spread.setVisible(others > 0 and bool(reason.strip()))
        self._spread.show_words(self.tr("also for %n other(s)", "", others))


class LineCard(QWidget):
    """`explained` and `spread` carry line, code and words; `listed` whether the line stands on the signed list."""

    explained = Signal(int, str, str)
    spread = Signal(str, str)
    listed = Signal(int, bool)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._row = 0
        self._head = Elided("", Role.STRONG)
        self._head.setObjectName("kelompok_line")
        self._listed = CheckRow(self.tr("On the signed list"))
        self._listed.setObjectName("kelompok_listed")
        self._listed.clicked.connect(lambda on: self.listed.emit(self._row, on))
        self._remove = Button(self.tr("Take out"), Kind.LINK, icon="x")
        self._remove.setObjectName("kelompok_remove")
        self._remove.clicked.connect(lambda: self.removed.emit(self._row))
        self._wrong = Text("", Role.BODY, Tone.ERROR, wrap=True)
        self._wrong.setObjectName("kelompok_wrong")
        self._reasons: dict[Reaction, ReasonRow] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(16, 0, 16, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self._wrong)
        self._column.addStretch(1)
        head = across(self._head, self._remove)
        head.insertWidget(1, self._listed, 0, Qt.AlignmentFlag.AlignVCenter)
        head.setStretch(0, 1)
        head.setContentsMargins(16, 8, 16, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(ScrollSheet(self._column), 1)
        self.setFixedHeight(HEIGHT)

    def show_state(self, state: KelompokState) -> None:
        """Show the chosen line."""
        one = state.chosen
        self._row = 0 if one is None else one.member.row
        self._listed.setVisible(one is not None)
        self._remove.setVisible(one is not None)
        if one is None:
            self._head.setText(self.tr("Type into a cell; Enter goes on to what is still missing"))
            self._wrong.setText("")
        else:
            words = self.tr("Line {row}").format(row=one.member.row)
            self._head.setText(f"{words} · {one.form.name}" if one.form.name.strip() else words)
            self._listed.setChecked(one.member.listed)
            told = problems(one, signed=state.kelompok is not None and state.kelompok.pages > 0)
            self._wrong.setText("\n".join(f"{words[:1].upper()}{words[1:]}" for words in told))
        self._wrong.setVisible(bool(self._wrong.text()))
        self._show_reasons(state, one)

    def lead(self) -> None:
        """Put the cursor where the first reason is missing."""
        empty = (row.input for row in self._reasons.values() if not row.input.value().strip())
        field = next(empty, None)
        if field is not None:
            field.setFocus()

    def _show_reasons(self, state: KelompokState, one: Judged | None) -> None:
        current = (
            [] if one is None else list(dict.fromkeys(found.reaction for found in one.assessment.warnings))
        )
        for reaction in [each for each in self._reasons if each not in current]:
            row = self._reasons.pop(reaction)
            row.hide()
            row.deleteLater()
        for reaction in current:
            if reaction not in self._reasons:
                self._reasons[reaction] = self._reason_row(reaction)
            assert one is not None
            reason = one.member.reasons.get(reaction.value, "")
            others = sum(
                any(found.reaction is reaction for found in other.open_warnings) for other in state.people
            )
            self._reasons[reaction].show_reason(reason, others)

    def _reason_row(self, reaction: Reaction) -> ReasonRow:
        row = ReasonRow(reaction)
        row.explained.connect(lambda words: self.explained.emit(self._row, reaction.value, words))
        row.spread.connect(lambda words: self.spread.emit(reaction.value, words))
        self._column.insertWidget(self._column.count() - 1, row)
        return row
