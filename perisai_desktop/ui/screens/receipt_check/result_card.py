"""The answer as one large, calm card: the verdict, the receipt's parts, what the branch says, what to do now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.receipt_check import Arrival, Verdict
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.receipt_check.state import Checked
from perisai_desktop.ui.screens.receipt_check.words import Surroundings, branch_face, rests_on, told
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text, restyle, rule
from sync.rules.rupiah import Rupiah, format_rupiah

_ICON = 40


class ResultCard(QWidget):
    """Shows one checked receipt; `opened` asks for the receipt itself where it was issued here."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._checked: Checked | None = None
        self._head = QFrame()
        self._icon = IconLabel("circle-check", Tone.OK, _ICON)
        self._title = Text("", Role.TITLE)
        self._lead = Text("", Role.MEDIUM, wrap=True)
        self._advice = Text("", Role.STRONG, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        words.addSpacing(6)
        words.addWidget(self._advice)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(20, 16, 20, 16)
        head.setSpacing(16)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._facts: list[tuple[Text, Text]] = []
        self._branch_icon = IconLabel("wifi", Tone.MUTED, 18)
        self._branch = Text("", Role.MEDIUM, wrap=True)
        self._branch.setObjectName("branch_answer")
        self._branch_line = QWidget()
        line = QHBoxLayout(self._branch_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._branch_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._branch, 1)
        self._basis = Text("", Role.HELP, wrap=True)
        self._open = Button(self.tr("Open the receipt"), icon="receipt-text", key="Ctrl+O")
        self._open.setObjectName("check_open")
        self._open.clicked.connect(self._press_open)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.between_cards)
        column.addWidget(self._head)
        column.addLayout(self._make_facts())
        column.addWidget(rule())
        column.addWidget(self._branch_line)
        column.addWidget(self._basis)
        column.addLayout(across(self._open, None))
        column.addStretch(1)

    def show_checked(self, checked: Checked, where: Surroundings) -> None:
        """Show a receipt and both answers."""
        self._checked = checked
        words = told(checked, where)
        restyle(self._head, "banner", words.tone.value)
        self._icon.show_icon(words.icon, words.tone)
        self._title.setText(words.title)
        self._title.set_tone(words.tone)
        self._lead.setText(words.lead)
        self._advice.setText(words.advice)
        self._basis.setText(rests_on(checked.check, where))
        face = branch_face(checked)
        self._branch_line.setVisible(face is not None)
        if face is not None:
            self._branch_icon.show_icon(face.icon, face.tone)
            self._branch.setText(face.text)
            self._branch.set_tone(face.tone)
        self._open.setVisible(checked.check.arrival is not Arrival.NOT_OWN)
        self._show_facts(checked)
        self.setAccessibleName(f"{words.title}. {words.lead} {words.advice}")
        self._grow()

    def _show_facts(self, checked: Checked) -> None:
        check, answer = checked.check, checked.answer
        proved = checked.verdict not in (Verdict.ALTERED, Verdict.UNKNOWN)
        agent = (check.agent or (answer.agent if answer is not None else "")) if proved else ""
        office = (check.office or (answer.office if answer is not None else "")) if proved else ""
        worker = answer.worker if answer is not None and proved else ""
        if answer is not None and worker and answer.others:
            worker = self.tr("{worker} and {count} more").format(worker=worker, count=answer.others)
        amount = "" if check.total is None else format_rupiah(Rupiah(check.total))
        on = "" if check.on is None else plain_date(check.on)
        for (label, value), words in zip(
            self._facts, (amount, check.number, on, worker, agent, office), strict=True
        ):
            value.setText(words)
            value.setAccessibleName(f"{label.text()} {words}")
            for part in (label, value):
                part.setVisible(bool(words))

    def _make_facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (label, role) in enumerate(
            (
                (self.tr("Amount"), Role.FIGURE),
                (self.tr("Number"), Role.STRONG),
                (self.tr("Date"), Role.MEDIUM),
                (self.tr("From"), Role.MEDIUM),
                (self.tr("Agent"), Role.MEDIUM),
                (self.tr("Office"), Role.MEDIUM),
            )
        ):
            fact = (Text(label, Role.HELP), Text("", role, wrap=True, selectable=True))
            grid.addWidget(fact[0], row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(fact[1], row, 1)
            self._facts.append(fact)
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Ask for the height that the sentences take at this width, so that a low window scrolls."""
        self.setMinimumHeight(max(0, self._column.totalHeightForWidth(self.width())))

    def _press_open(self) -> None:
        if self._checked is not None:
            self.opened.emit(self._checked.check.number)
