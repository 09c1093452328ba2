"""The dialog that puts two records beside each other: what differs is bold and marked, below it the money of both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.comparison import ComparedRecord
from perisai_desktop.ui.enrolment_words import field_words, value_words
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.record_words import REVIEWED, state_face
from perisai_desktop.ui.screens.comparison.state import ComparisonState
from perisai_desktop.ui.screens.comparison.words import (
    alike_words,
    follows_words,
    reason_words,
    receipt_words,
    said_words,
    saying_words,
)
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Box, across, clear_layout
from perisai_desktop.ui.widgets.choice_field import ChoiceField
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text, rule
from perisai_desktop.ui.widgets.marks import Badge
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.dates import format_short_date, parse_date
from sync.rules.nik import format_nik
from sync.rules.pairs import PAIR_REASONS, Saying
from sync.rules.rupiah import format_rupiah

_LABEL_WIDTH = 132
_KEYS = {Saying.APART: "Ctrl+G", Saying.SAME: "Ctrl+D", Saying.ESCALATE: "Ctrl+E"}
_ICONS = {Saying.APART: "user-plus", Saying.SAME: "users", Saying.ESCALATE: "send"}


class ComparisonDialog(ActDialog):
    """`photos`: a part for each record. `begun`: something is to be said; `next_wanted`: the next record is to be seen."""

    help_page = "comparison"
    begun = Signal(object)
    cancelled = Signal()
    reason_given = Signal(str)
    note_written = Signal(str)
    next_wanted = Signal()

    def __init__(self, photos: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(self.tr("Compare two records"), self.tr("Send"), "send", QSize(1040, 680), parent)
        self._shown: object = None
        self._begun: Saying | None = None
        self._said = Banner()
        self._why = Banner()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(METRICS.gap)
        self._grid.setVerticalSpacing(8)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        box = Box(padding=METRICS.gap)
        box.column.addLayout(self._grid)
        row = QGridLayout()
        row.setColumnMinimumWidth(0, _LABEL_WIDTH)
        for column, strip in enumerate(photos, start=1):
            row.setColumnStretch(column, 1)
            row.addWidget(strip, 0, column, Qt.AlignmentFlag.AlignTop)
        box.column.addLayout(row)
        self._form = QVBoxLayout()
        self._form.setSpacing(METRICS.gap)
        self._buttons = {saying: self._button(saying) for saying in Saying}
        self._next = Button(self.tr("Next one"), icon="arrow-right", key="Ctrl+Right", cap="Ctrl+→")
        self._next.setObjectName("comparison_next")
        self._next.clicked.connect(self.next_wanted)
        self._count = Text("", Role.HELP)
        self._acts = QWidget()
        acts = Flow(8)
        acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setLayout(acts)
        for part in (*self._buttons.values(), self._next, self._count):
            acts.addWidget(part)
        self.low.insertLayout(0, self._form)
        self.low.insertWidget(1, self._acts)
        self.body.addWidget(self._said)
        self.body.addWidget(self._why)
        self.body.addWidget(box)
        self.body.addStretch(1)

    def show_state(self, state: ComparisonState) -> None:
        """Show both, why they are taken for one, and what is about to be said."""
        self._say(state)
        if state.seen != self._shown:
            self._shown = state.seen
            clear_layout(self._grid)
            self._fill(state)
        begun = None if state.verdict is None else state.verdict.saying
        if begun is not self._begun:
            self._begun = begun
            self._ask_why(state)
        place, count = state.place
        self._next.setVisible(count > 1)
        self._count.setFixedHeight(self._next.height())
        self._count.setText(
            self.tr("{place} of {count}").format(place=place, count=count) if count > 1 else ""
        )
        for saying, button in self._buttons.items():
            button.setEnabled(state.may(saying))
        self._acts.setVisible(begun is None)
        self.offer(begun is not None)
        self.act.setEnabled(begun is not None and not state.busy)
        self.tell(state.failure)

    def reject(self) -> None:
        """Give up what was begun first; then close."""
        if self._begun is not None:
            self.cancelled.emit()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the note sends nothing by itself."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _say(self, state: ComparisonState) -> None:
        seen = state.seen
        if seen is None:
            self._said.say("" if state.failure else self.tr("One moment, both records are being loaded."))
            self._why.say("")
            return
        said = None if seen.match is None else seen.match.said
        if said is None:
            self._said.say("")
        else:
            self._said.say(*said_words(said), Tone.WARNING if said.saying is Saying.ESCALATE else Tone.INFO)
        elsewhere = sorted({one.branch for one in seen.matches if one.branch})
        told = self.tr("Also at {branches}; ask there.").format(branches=", ".join(elsewhere))
        far = told if elsewhere else ""
        if seen.other is None:
            self._why.say(self.tr("Nothing at this branch collides with this record"), far)
            return
        common = alike_words(seen) or self.tr("Nothing of their forms is the same")
        differ = self.tr("What differs is bold and marked.")
        self._why.say(common, f"{differ} {far}".strip(), Tone.WARNING)

    def _fill(self, state: ComparisonState) -> None:
        seen = state.seen
        if seen is None:
            return
        sides = [one for one in (seen.mine, seen.other) if one is not None]
        heads = (self.tr("This record"), self.tr("The other one"))
        for column, side in enumerate(sides, start=1):
            who = f"{side.record.agent_name} · {side.record.device}"
            self._grid.addWidget(Text(heads[column - 1], Role.STRONG), 0, column)
            self._grid.addWidget(Text(who, Role.HELP, wrap=True), 1, column)
            self._grid.addLayout(across(Badge(state_face(side.record.state)), None), 2, column)
        row = 3
        for name in REVIEWED if seen.other is not None else ():
            texts = tuple(side.record.form.get(name, "") for side in sides)
            if any(texts):
                self._row(row, name, texts, sides)
                row += 1
        self._grid.addWidget(rule(), row, 0, 1, 3)
        self._grid.addWidget(Text(self.tr("Paid"), Role.HELP), row + 1, 0, Qt.AlignmentFlag.AlignTop)
        for column, side in enumerate(sides, start=1):
            self._grid.addLayout(self._money(side), row + 1, column, Qt.AlignmentFlag.AlignTop)

    def _row(self, row: int, name: str, texts: Sequence[str], sides: Sequence[ComparedRecord]) -> None:
        label = field_words(name)
        named = Text(label, Role.HELP, wrap=True)
        named.setFixedWidth(_LABEL_WIDTH)
        self._grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
        differs = texts[0].casefold() != texts[1].casefold()
        for column, (text, side) in enumerate(zip(texts, sides, strict=True), start=1):
            words = _value(name, text, side) or "–"
            value = Text(words, Role.STRONG if differs else Role.BODY, wrap=True, selectable=True)
            told = self.tr("{field}: {value}, differs") if differs else "{field}: {value}"
            value.setAccessibleName(told.format(field=label, value=words))
            mark = IconLabel(
                "triangle-alert" if differs else "check", Tone.WARNING if differs else Tone.MUTED, 14
            )
            if differs:
                value.set_tone(Tone.WARNING)
            line = across(mark, value, spacing=6)
            line.setStretch(1, 1)
            self._grid.addLayout(line, row, column)

    def _money(self, side: ComparedRecord) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        until = self.tr("nothing counts as paid")
        if side.paid_until is not None:
            until = self.tr("paid until {month}").format(month=month_words(side.paid_until))
        column.addWidget(Text(f"{format_rupiah(side.rupiah)} · {until}", Role.STRONG, wrap=True))
        for receipt in side.ledger:
            number, detail = receipt_words(receipt)
            column.addLayout(across(Text(number), None, Text(format_rupiah(receipt.rupiah), Role.STRONG)))
            column.addWidget(Text(detail, Role.HELP, wrap=True))
        return column

    def _ask_why(self, state: ComparisonState) -> None:
        clear_layout(self._form)
        if state.verdict is None:
            return
        saying = state.verdict.saying
        self._form.addWidget(rule())
        self._form.addWidget(Text(saying_words(saying), Role.HEADING))
        self._form.addWidget(Text(follows_words(saying), wrap=True))
        reason = ChoiceField([Option(code, reason_words(code)) for code in PAIR_REASONS[saying]])
        reason.setObjectName("comparison_reason")
        reason.value_edited.connect(self.reason_given)
        note = TextInput()
        note.setObjectName("comparison_note")
        note.value_edited.connect(self.note_written)
        fields = QGridLayout()
        fields.setHorizontalSpacing(METRICS.gap)
        for column, part in enumerate(
            (
                Field(self.tr("Reason"), reason, self.tr("required")),
                Field(self.tr("Note"), note, self.tr("optional")),
            )
        ):
            fields.addWidget(part, 0, column)
            fields.setColumnStretch(column, 1)
        self._form.addLayout(fields)
        self.act.show_words(saying_words(saying))
        reason.setFocus()

    def _button(self, saying: Saying) -> Button:
        button = Button(saying_words(saying), Kind.PLAIN, icon=_ICONS[saying], key=_KEYS[saying])
        button.setObjectName(f"comparison_{saying.value}")
        button.clicked.connect(lambda: self.begun.emit(saying))
        return button


def _value(name: str, text: str, side: ComparedRecord) -> str:
    if name == "nik":
        return format_nik(text)
    if name == "village" and text:
        return side.record.place or text
    born = parse_date(text) if name == "birth_date" else None
    return value_words(name, text) if born is None else format_short_date(born)
