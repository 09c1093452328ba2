"""The card of one account: how it stands, who made it, who gave it its password, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.branch_account import BranchAccount, Standing
from perisai_desktop.ui.role_words import role_words
from perisai_desktop.ui.screens.accounts.act_words import ICONS, button_words
from perisai_desktop.ui.screens.accounts.acts import Act, Asked, offered
from perisai_desktop.ui.screens.accounts.words import (
    branch_words,
    figures,
    meaning_words,
    reach_words,
    standing_face,
)
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import EmptyState, across
from perisai_desktop.ui.widgets.figure_lines import FigureLines
from perisai_desktop.ui.widgets.labels import Elided, Role, Text, rule
from perisai_desktop.ui.widgets.marks import Badge
from perisai_desktop.ui.widgets.scrolling import ScrollCard

KEYS = {Act.PASSWORD: "F8", Act.SUSPEND: "F9", Act.RESTORE: "F9"}


class AccountCard(ScrollCard):
    """`act_asked` carries an Asked. `shift`: the viewer's clock ahead of UTC; `now`: this instant. `keeps`: whether
    the viewer changes accounts, or only reads."""

    act_asked = Signal(object)

    def __init__(self, shift: timedelta, now: Callable[[], datetime], *, keeps: bool) -> None:
        super().__init__()
        self._keeps = keeps
        self._shift = shift
        self._now = now
        self._account: BranchAccount | None = None
        self._nobody = EmptyState(
            "users-round",
            self.tr("Choose an account"),
            self.tr("How it stands, who made it, and what can be done.")
            if keeps
            else self.tr("How it stands, who made it, and who gave it its password."),
        )
        self._name, self._who = Elided("", Role.HEADING), Elided("", Role.HELP)
        self._branch = Elided("", Role.HELP)
        self._branch.setVisible(not keeps)
        self._badge = Badge(standing_face(Standing.ACTIVE))
        self._meaning = Text("", Role.HELP, wrap=True)
        self._figures = FigureLines()
        self._reach = Text("", Role.MUTED, wrap=True)
        self._acts = {act: self._button(act) for act in Act}
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addWidget(self._who)
        column.addWidget(self._branch)
        column.addLayout(across(self._badge, None))
        column.addWidget(self._meaning)
        column.addWidget(rule())
        column.addLayout(self._figures)
        if keeps:
            column.addWidget(rule())
        column.addWidget(self._reach)
        for button in self._acts.values():
            column.addWidget(button)
        column.addStretch(1)
        self.parts.addWidget(self._nobody)
        self.parts.addWidget(self._shown)
        self.show_account(None)

    def show_account(self, account: BranchAccount | None) -> None:
        """Show an account, or what to do where none is chosen."""
        self._account = account
        self._nobody.setVisible(account is None)
        self._shown.setVisible(account is not None)
        if account is None:
            return
        standing = account.standing(self._now())
        self._name.setText(account.name)
        self._who.setText(f"{account.login} · {role_words(account.role)}")
        self._branch.setText(branch_words(account))
        self._badge.show_face(standing_face(standing))
        self._meaning.setText(meaning_words(standing))
        self._figures.say(figures(account, self._shift))
        reach = reach_words(account) if self._keeps else ""
        self._reach.setText(reach)
        self._reach.setVisible(bool(reach))
        able = offered(account)
        for act, button in self._acts.items():
            button.setVisible(act in able)

    def _button(self, act: Act) -> Button:
        button = Button(button_words(act), icon=ICONS[act], key=KEYS[act])
        button.setObjectName(f"accounts_{act.value}")
        button.clicked.connect(lambda: self._ask(act))
        return button

    def _ask(self, act: Act) -> None:
        if self._account is not None and act in offered(self._account):
            self.act_asked.emit(Asked(act, self._account))
