"""Which span of time is told of, and what the lines stand for: both chosen, the span stepped through by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option


class PeriodBar(QWidget):
    """`span_chosen` and `grouped` carry the value of an option, `stepped` one back or further.

    `name` begins the names of its parts, `width` has room for the longest period. `apart`: whoever makes the bar puts
    its `grouping` elsewhere.
    """

    span_chosen = Signal(str)
    grouped = Signal(str)
    stepped = Signal(int)

    def __init__(
        self,
        name: str,
        spans: Sequence[Option],
        groupings: Sequence[Option],
        width: int,
        *,
        apart: bool = False,
    ) -> None:
        super().__init__()
        self.span = SegmentedField(spans)
        self.span.setObjectName(f"{name}_span")
        self.span.setAccessibleName(self.tr("Period"))
        self.span.value_edited.connect(self.span_chosen)
        self.grouping = SegmentedField(groupings)
        self.grouping.setObjectName(f"{name}_grouping")
        self.grouping.value_edited.connect(self.grouped)
        self.earlier = self._button("chevron-left", self.tr("The period before"), "Alt+Left", -1)
        self.later = self._button("chevron-right", self.tr("The period after"), "Alt+Right", 1)
        self._label = Text("", Role.STRONG)
        self._label.setObjectName(f"{name}_period")
        self._label.setMinimumWidth(width)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = Flow(8)
        row.addWidget(self.span)
        row.addWidget(self._stepper())
        if not apart:
            row.addWidget(self.grouping)
        self.setLayout(row)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def show_period(self, span: str, grouping: str, words: str, *, steps: bool) -> None:
        """Show what is chosen; `steps`: there is a period before and after it."""
        self.span.set_value(span)
        self.grouping.set_value(grouping)
        self._label.setText(words)
        self._label.setFixedHeight(self.span.height())
        for button in (self.earlier, self.later):
            button.setEnabled(steps)

    def _stepper(self) -> QWidget:
        """The period between its buttons, which stay beside it where the bar takes several rows."""
        stepper = QWidget()
        parts = QHBoxLayout(stepper)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        for part in (self.earlier, self._label, self.later):
            parts.addWidget(part)
        return stepper

    def _button(self, icon: str, words: str, key: str, by: int) -> Button:
        button = Button("", icon=icon)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        button.setFixedWidth(52)
        button.clicked.connect(lambda: self.stepped.emit(by))
        QShortcut(QKeySequence(key), self, lambda: self.stepped.emit(by))
        return button
