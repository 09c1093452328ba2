"""Which months are told of, and what the lines stand for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.domain.coverage import CoverageGroup
from perisai_desktop.domain.report import Span
from perisai_desktop.ui.screens.coverage.state import CoverageState
from perisai_desktop.ui.screens.coverage.words import period_words
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option

_LABEL = 148


class CoverageBar(QWidget):
    """`span_chosen` carries a Span, `grouped` a CoverageGroup, `stepped` one back or further."""

    span_chosen = Signal(object)
    grouped = Signal(object)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.span = SegmentedField(
            (Option(Span.MONTH.value, self.tr("Month")), Option(Span.YEAR.value, self.tr("Year")))
        )
        self.span.setObjectName("coverage_span")
        self.span.setAccessibleName(self.tr("Period"))
        self.span.value_edited.connect(lambda value: self.span_chosen.emit(Span(value)))
        self.grouping = SegmentedField(
            (
                Option(CoverageGroup.AGENT.value, self.tr("Agents")),
                Option(CoverageGroup.OFFICE.value, self.tr("Offices")),
                Option(CoverageGroup.BRANCH.value, self.tr("Branch")),
                Option(CoverageGroup.REGION.value, self.tr("Regencies")),
                Option(CoverageGroup.DISTRICT.value, self.tr("Districts")),
                Option(CoverageGroup.MONTH.value, self.tr("Months")),
            )
        )
        self.grouping.setObjectName("coverage_grouping")
        self.grouping.setAccessibleName(self.tr("Lines"))
        self.grouping.value_edited.connect(lambda value: self.grouped.emit(CoverageGroup(value)))
        self.earlier = self._button("chevron-left", self.tr("The period before"), "Alt+Left", -1)
        self.later = self._button("chevron-right", self.tr("The period after"), "Alt+Right", 1)
        self._label = Text("", Role.STRONG)
        self._label.setObjectName("coverage_period")
        self._label.setMinimumWidth(_LABEL)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = Flow(8)
        for part in (self.span, self.earlier, self._label, self.later, self.grouping):
            row.addWidget(part)
        self.setLayout(row)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def show_state(self, state: CoverageState) -> None:
        """Show what is chosen."""
        self.span.set_value(state.span.value)
        self.grouping.set_value(state.grouping.value)
        self._label.setText("" if state.period is None else period_words(state.period))
        self._label.setFixedHeight(self.span.height())
        for button in (self.earlier, self.later):
            button.setEnabled(state.period is not None)

    def _button(self, icon: str, words: str, key: str, by: int) -> Button:
        button = Button("", icon=icon)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        button.setFixedWidth(52)
        button.clicked.connect(lambda: self.stepped.emit(by))
        QShortcut(QKeySequence(key), self, lambda: self.stepped.emit(by))
        return button
