"""The first-run screen: one page after the other, with what was typed kept on every way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.enrolling_step import EnrolStep
from perisai_desktop.ui.screens.first_run.code_page import CodePage
from perisai_desktop.ui.screens.first_run.language_page import LanguagePage
from perisai_desktop.ui.screens.first_run.password_page import PasswordPage
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Page
from perisai_desktop.ui.screens.first_run.summary_page import SummaryPage
from perisai_desktop.ui.widgets.cards import Banner, ProgressRow
from perisai_desktop.ui.widgets.entry_card import EntryCard
from perisai_desktop.ui.widgets.entry_foot import Beside, EntryFoot
from perisai_desktop.ui.widgets.steps import Steps

_PAGES = tuple(Page)


class FirstRunView(QWidget):
    """Emits what each page gives; `beside` is what the foot leads to, `practice` is told on the page of the code."""

    language_chosen = Signal(str)
    code_given = Signal(str, str)
    password_typed = Signal(str)
    password_given = Signal(str, str)
    back_asked = Signal()
    begin_asked = Signal()

    def __init__(self, beside: Beside = Beside.NOTHING, *, practice: bool = False) -> None:
        super().__init__()
        self._page: Page | None = None
        self._busy = False
        self._languages = LanguagePage()
        self._code = CodePage(practice=practice)
        self._password = PasswordPage()
        self._summary = SummaryPage()
        self._pages: dict[Page, LanguagePage | CodePage | PasswordPage | SummaryPage] = {
            Page.LANGUAGE: self._languages,
            Page.CODE: self._code,
            Page.PASSWORD: self._password,
            Page.DONE: self._summary,
        }
        self._steps = Steps((self.tr("Language"), self.tr("Branch"), self.tr("Password")))
        self._note = Banner()
        self._progress = ProgressRow()
        self.foot = EntryFoot("first_run", beside, language=False)
        card = EntryCard(
            "Perisai",
            self.tr("Protection for those who work on their own"),
            (
                ("key-round", self.tr("The code ties this laptop to your branch and to nobody else")),
                ("lock", self.tr("Your password locks the data; write it down where only you find it")),
                ("wifi", self.tr("Only this step needs the internet")),
            ),
        )
        card.column.addWidget(self._steps)
        card.column.addWidget(self._progress)
        card.column.addWidget(self._note)
        for page in self._pages.values():
            page.hide()
            card.column.addWidget(page)
        card.column.addStretch(1)
        card.column.addWidget(self.foot)
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._join()

    def _join(self) -> None:
        self._languages.chosen.connect(self.language_chosen)
        self._code.given.connect(self.code_given)
        self._code.back_asked.connect(self.back_asked)
        self._password.given.connect(self.password_given)
        self._password.typed.connect(self.password_typed)
        self._password.back_asked.connect(self.back_asked)
        self._summary.begun.connect(self.begin_asked)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back_asked.emit)

    def fill(self, server: str, code: str, passwords: tuple[str, str]) -> None:
        """Put back what was typed in an earlier window."""
        self._code.server.set_value(server)
        self._code.code.set_value(code)
        for field, password in zip((self._password.word, self._password.again), passwords, strict=True):
            field.set_value(password)

    def typed_code(self) -> tuple[str, str]:
        """Server and code as they stand."""
        return self._code.server.value(), self._code.code.value()

    def typed_passwords(self) -> tuple[str, str]:
        """The password and its repetition as they stand."""
        return self._password.word.value(), self._password.again.value()

    def show_state(self, state: FirstRunState) -> None:
        """Show the page where one stands, what is missing on it, and what the server said."""
        for name, page in self._pages.items():
            page.setVisible(name is state.page)
        self._code.show_state(state)
        self._password.show_state(state)
        if state.summary is not None:
            self._summary.show_summary(state.summary)
        self.foot.setVisible(state.page is not Page.DONE)
        self.foot.setEnabled(not state.busy)
        self._show_steps(state.page)
        self._show_note(state)
        answered, self._busy = self._busy and not state.busy, state.busy is not None
        if state.page is not self._page or answered:
            self._page = state.page
            self._card.verticalScrollBar().setValue(0)
            self._pages[state.page].take_focus()

    def _show_steps(self, page: Page) -> None:
        at = _PAGES.index(page)
        words = (
            self.tr("Step {step} of 3").format(step=at + 1) if at < len(_PAGES) - 1 else self.tr("All done")
        )
        self._steps.show_step(at, words)

    def _show_note(self, state: FirstRunState) -> None:
        self._progress.setVisible(state.busy is not None)
        if state.busy is not None:
            steps = tuple(EnrolStep)
            self._progress.show_progress(
                self._step_words(state.busy), steps.index(state.busy) + 1, len(steps) + 1
            )
        self._note.tell(state.failure if state.busy is None else None)

    def _step_words(self, step: EnrolStep) -> str:
        return {
            EnrolStep.ASKING: self.tr("Asking the branch who it is…"),
            EnrolStep.LOCKING: self.tr("Turning your password into a lock, this takes a moment on purpose…"),
            EnrolStep.JOINING: self.tr("Handing the code to the branch…"),
            EnrolStep.STORING: self.tr("Making the locked store on this laptop…"),
        }[step]
