"""The dialog in which an administrator makes an account, or adds an agent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.branch_account import AccountBook
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.role_words import role_words
from perisai_desktop.ui.screens.accounts.new import AGENT, OFFERED, Branch, Gap, NewPresenter, NewState
from perisai_desktop.ui.screens.accounts.read_out import ReadOut
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput


class NewAccountDialog(ActDialog):
    """Ctrl+Enter makes it. `typed` carries a name of `Draft` and a value; `agent_asked` the new agent's id."""

    help_page = "accounts"
    typed = Signal(str, str)
    agent_asked = Signal(str)

    def __init__(self, book: AccountBook, parent: QWidget | None = None) -> None:
        title = self.tr("New account")
        super().__init__(title, self.tr("Make the account"), "user-plus", QSize(520, 520), parent)
        self._state = NewState()
        roles = [role for role in OFFERED if role in book.roles]
        self._role = SegmentedField([Option(role, role_words(role)) for role in roles])
        self._role.setObjectName("accounts_role")
        self._name, self._login = TextInput(), TextInput()
        self._number = TextInput("A-0001")
        self._office = SelectField([Option(office, office) for office in book.offices])
        self._fields = {
            Gap.NAME: Field(self.tr("Full name"), self._name),
            Gap.LOGIN: Field(self.tr("Sign-in name"), self._login, self.tr("letters, digits, dots, dashes")),
            Gap.NUMBER: Field(self.tr("Agent number"), self._number),
            Gap.OFFICE: Field(self.tr("Office"), self._office),
        }
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(Field(self.tr("Role"), self._role))
        self._meaning = Text("", Role.HELP, wrap=True)
        column.addWidget(self._meaning)
        for name, line in (
            ("name", self._name),
            ("login", self._login),
            ("number", self._number),
            ("office", self._office),
        ):
            line.setObjectName(f"accounts_{name}")
            line.value_edited.connect(lambda value, name=name: self.typed.emit(name, value))
        for field in self._fields.values():
            column.addWidget(field)
        self._login.returnPressed.connect(self._take_login)
        self._role.value_edited.connect(lambda value: self.typed.emit("role", value))
        self.given = ReadOut()
        self._who = Text("", wrap=True)
        self._code = Button(self.tr("To the agent's card"), icon="arrow-right")
        self._code.setObjectName("accounts_agent")
        self._code.clicked.connect(self._go_on)
        for part in (self._form, self._who, self.given):
            self.body.addWidget(part)
        self.body.addLayout(across(self._code, None))
        self.body.addStretch(1)
        self.show_state(self._state)

    def show_state(self, state: NewState) -> None:
        """Show what is asked for, what is missing, and what came of it."""
        self._state = state
        draft, agent = state.draft, state.draft.role == AGENT
        self._role.set_value(draft.role)
        for line, value in (
            (self._name, draft.name),
            (self._login, draft.login),
            (self._number, draft.number),
            (self._office, draft.office),
        ):
            if line.value() != value:
                line.set_value(value)
        self._meaning.setText(self._meant(draft.role))
        self._fields[Gap.LOGIN].setVisible(not agent)
        self._fields[Gap.LOGIN].propose("" if draft.login else draft.wanted_login)
        self._fields[Gap.OFFICE].setVisible(agent)
        self._fields[Gap.NUMBER].set_label(
            self.tr("Agent number"),
            "" if agent else self.tr("only where the person is an agent as well"),
        )
        told = {
            Gap.NAME: self.tr("Latin letters, with dots, commas or dashes")
            if draft.name.strip()
            else self.tr("Fill in the name"),
            Gap.LOGIN: self.tr("3 to 60 letters, digits, dots or dashes"),
            Gap.NUMBER: self.tr("Fill in the number"),
            Gap.OFFICE: self.tr("Choose the office"),
        }
        for gap, field in self._fields.items():
            missing = gap in state.gaps
            field.show_state(Tone.ERROR if missing else Tone.PLAIN, told[gap] if missing else "")
        self.act.show_words(self.tr("Add the agent") if agent else self.tr("Make the account"))
        self.act.setEnabled(not state.busy)
        self.hold(state.busy)
        self._form.setEnabled(not state.busy)
        self._show_done(state)
        self.tell(state.failure)

    def _show_done(self, state: NewState) -> None:
        self.offer(not state.done)
        self._form.setVisible(not state.done)
        made = self.tr("{name} signs in as {login}.").format(
            name=state.draft.name.strip(), login=state.draft.wanted_login
        )
        added = self.tr("{name} is an agent of the branch now.").format(name=state.draft.name.strip())
        self.foretell((added if state.agent_id else made) if state.done else "", "", Tone.OK)
        self._who.setVisible(bool(state.agent_id))
        self._who.setText(
            self.tr(
                "Next: on the agent's card make the one-time code for the first laptop. The agent chooses a password"
                " there."
            )
        )
        self._code.setVisible(bool(state.agent_id))
        self.given.show_password(state.password)
        if state.done:
            (self._code if state.agent_id else self.leave).setFocus()

    def _meant(self, role: str) -> str:
        return {
            "reviewer": self.tr("Decides on what agents send, matches deposits, takes files in."),
            "auditor": self.tr(
                "Reads everything of the branch, the access log and the ledger; decides nothing."
            ),
            AGENT: self.tr("Enrols people and takes contributions, on a laptop of their own."),
        }.get(role, "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name.setFocus()

    def _take_login(self) -> None:
        if not self._state.draft.login:
            self.typed.emit("login", self._state.draft.wanted_login)

    def _go_on(self) -> None:
        agent_id = self._state.agent_id
        self.accept()
        self.agent_asked.emit(agent_id)


def new_account_dialog(
    branch: Branch, jobs: Jobs, book: AccountBook, done: Callable[[str], None], parent: QWidget
) -> tuple[NewAccountDialog, NewPresenter]:
    """A dialog and its presenter, joined; `done` hears the id of the account to show."""
    dialog = NewAccountDialog(book, parent)
    presenter = NewPresenter(branch, OwnedJobs(jobs, dialog), book, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.typed.connect(lambda name, value: presenter.type(**{name: value}))
    dialog.acted.connect(lambda: presenter.make())
    dialog.show_state(presenter.state)
    return dialog, presenter
