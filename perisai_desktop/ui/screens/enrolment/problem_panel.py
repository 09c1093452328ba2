"""What stands between the form and the receipt: errors that lead to their field, warnings that ask for a reason."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.explain import explain, reaction_words
from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.enrolment.problem_link import ProblemLink
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import clear_layout
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text
from perisai_desktop.ui.widgets.marks import KeyCap
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.dates import format_short_date, parse_date
from sync.rules.reactions import Reaction

HOLDER_KEY = "F8"
COMPARE_KEY = "Ctrl+B"


class ProblemPanel(QWidget):
    """Keeps a warning's input while its reason is typed, whatever else changes on the form."""

    wanted = Signal(str)
    explained = Signal(object, str)
    went_on = Signal(str)
    holder_wanted = Signal()
    comparison_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(self.tr("To check"), Role.STRONG)
        self._count = Text("", Role.HELP)
        self._count.setObjectName("problem_count")
        self._failure = Text("", Role.HELP, Tone.ERROR, wrap=True)
        self._errors = QVBoxLayout()
        self._errors.setSpacing(2)
        self._holder = Button(self.tr("Open this worker"), icon="users", key=HOLDER_KEY)
        self._holder.setObjectName("open_holder")
        self._holder.clicked.connect(self.holder_wanted)
        self._holder.hide()
        self._compare = Button(self.tr("Compare the two"), icon="users-round", key=COMPARE_KEY)
        self._compare.setObjectName("compare")
        self._compare.clicked.connect(self.comparison_wanted)
        self._compare.hide()
        self._boxes: dict[Reaction, WarningBox] = {}
        self._links: list[ProblemLink] = []
        self._listed: tuple[tuple[str, str], ...] = ()
        self._chained: list[QWidget] = []
        self._key = KeyCap("F6")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        head.addWidget(self._key)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(20, 0, 20, 8)
        self._column.setSpacing(8)
        self._column.addWidget(self._failure)
        self._column.addWidget(self._holder)
        self._column.addWidget(self._compare)
        self._column.addLayout(self._errors)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        padded = QWidget()
        padded.setLayout(head)
        head.setContentsMargins(20, 0, 20, 0)
        column.addWidget(padded)
        self._scroll = ScrollSheet(self._column)
        column.addWidget(self._scroll, 1)
        self._failure.hide()

    def show_state(self, state: EnrolmentState) -> None:
        """List the errors of fields that were visited, and every warning with its reason."""
        errors = tuple(finding for finding in state.errors if finding.field in state.touched)
        waiting = len(state.errors) - len(errors) + (not state.signed and "signature" not in state.touched)
        unsigned = not state.signed and "signature" in state.touched
        found = len(errors) + unsigned
        words = [
            self.tr("%n still to fill in", "", waiting) if waiting else "",
            self.tr("%n error(s)", "", found) if found else "",
            self.tr("%n warning(s)", "", len(state.warnings)) if state.warnings and not waiting else "",
        ]
        if state.unchecked and not any(words):
            words = [self.tr("%n to compare", "", len(state.unchecked))]
        self._count.setText(" · ".join(filter(None, words)) or self.tr("nothing"))
        self._key.setVisible(bool(state.obstacles))
        self._show_failure(state)
        listed = [(finding.field, problem_words(finding)) for finding in errors]
        if unsigned:
            listed.append(("signature", self.tr("The worker has not signed yet")))
        if state.unchecked:
            unseen = self.tr("%n field(s) read off the KTP, not checked yet", "", len(state.unchecked))
            listed.append((state.unchecked[0], unseen))
        self._show_errors(tuple(listed))
        self._holder.setVisible(state.known_here and state.holder is not None)
        self._compare.setVisible(state.comparable)
        self._show_warnings(state)
        self._chain()

    def _chain(self) -> None:
        """Tab goes from the worker's button over the errors and the reasons to what stands below them."""
        stops = [self._holder, self._compare, *self._links, *(box.input for box in self._boxes.values())]
        if stops != self._chained:
            self._chained = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def reason_input(self, name: str) -> QWidget | None:
        """The input for `reason_<code>`, None where that warning is not shown."""
        return next((box.input for code, box in self._boxes.items() if name == f"reason_{code.value}"), None)

    def scroll_to(self, part: QWidget) -> None:
        """Bring `part` into sight."""
        self._scroll.ensureWidgetVisible(part)

    def _show_failure(self, state: EnrolmentState) -> None:
        if state.failure is not None:
            words = explain(state.failure)
            self._failure.setText(f"{words.what} {words.advice}")
        self._failure.setVisible(state.failure is not None)

    def _show_errors(self, listed: tuple[tuple[str, str], ...]) -> None:
        if listed == self._listed:
            return
        self._listed = listed
        clear_layout(self._errors)
        self._links.clear()
        for field, words in listed:
            link = ProblemLink(words)
            link.setObjectName(f"problem_{field}")
            link.clicked.connect(lambda _=False, name=field: self.wanted.emit(name))
            self._errors.addWidget(link)
            self._links.append(link)

    def _show_warnings(self, state: EnrolmentState) -> None:
        current = [finding.reaction for finding in state.warnings]
        for reaction in [each for each in self._boxes if each not in current]:
            self._boxes.pop(reaction).deleteLater()
        for reaction in current:
            if reaction not in self._boxes:
                box = WarningBox(reaction)
                box.explained.connect(lambda words, code=reaction: self.explained.emit(code, words))
                box.input.returnPressed.connect(
                    lambda code=reaction: self.went_on.emit(f"reason_{code.value}")
                )
                self._boxes[reaction] = box
                self._column.insertWidget(self._column.count() - 1, box)
            self._boxes[reaction].show_state(state)


class WarningBox(QFrame):
    """One warning: what differs from what, and the agent's reason, which the reviewer reads."""

    explained = Signal(str)

    def __init__(self, reaction: Reaction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "warning")
        self._reaction = reaction
        self.input = TextInput()
        self.input.setObjectName(f"reason_{reaction.value}")
        self.field = Field(
            self.tr("Reason"), self.input, self.tr("required, the reviewer reads it"), terse=True
        )
        self.field.value_edited.connect(self.explained)
        self._compared = Text("", Role.HELP)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("triangle-alert", Tone.WARNING))
        head.addWidget(Text(reaction_words(reaction), Role.STRONG, Tone.WARNING, wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._compared)
        column.addWidget(self.field)

    def show_state(self, state: EnrolmentState) -> None:
        """Show what the NIK says beside what was typed, and the reason so far."""
        words = self._comparison(state)
        self._compared.setText(words)
        self._compared.setVisible(bool(words))
        reason = state.reasons.get(self._reaction.value, "")
        self.field.set_value(reason)
        self.field.show_state(Tone.PLAIN if reason.strip() else Tone.WARNING)

    def _comparison(self, state: EnrolmentState) -> str:
        reading = state.assessment.reading if state.assessment else None
        if reading is None:
            return ""
        if self._reaction is Reaction.BIRTH_DATE_DIFFERS and reading.birth_date is not None:
            typed = parse_date(state.form.birth_date)
            words = state.form.birth_date if typed is None else format_short_date(typed)
            return self._beside(format_short_date(reading.birth_date), words)
        if self._reaction is Reaction.SEX_DIFFERS and reading.sex is not None:
            sexes = {"L": self.tr("male"), "P": self.tr("female")}
            return self._beside(sexes[reading.sex.value], sexes.get(state.form.sex, state.form.sex))
        return ""

    def _beside(self, nik: str, typed: str) -> str:
        return self.tr("NIK: {nik} · typed: {typed}").format(nik=nik, typed=typed)
