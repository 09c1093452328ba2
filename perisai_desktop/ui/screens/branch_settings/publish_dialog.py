"""Asks once more before a version is published, in numbers, and before a draft is thrown away."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.branch_settings_book import SettingsDraft
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.labels import Role, Text


class PublishDialog(ActDialog):
    """`acted`: publish it."""

    help_page = "branch_settings"

    def __init__(self, draft: SettingsDraft, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Publish for all laptops of the branch"),
            self.tr("Publish"),
            "send",
            QSize(520, 320),
            parent,
        )
        words = self.tr(
            "{changes} changes hold from {day}; {prices} of the prices looked at are different then."
        )
        prices = sum(one.before != one.after for one in draft.prices)
        told = words.format(changes=len(draft.differences), day=plain_date(draft.in_force_on), prices=prices)
        self.body.addWidget(Text(told, Role.STRONG, wrap=True))
        stays = self.tr(
            "Laptops get it with their next connection, or with an answer on a stick, and work by it from its day on;"
            " what was begun before ends as it began."
            " What was paid until then stays as it is. A version cannot be taken back: publish another one."
        )
        self.body.addWidget(Text(stays, wrap=True))
        self.body.addStretch(1)


class DropDialog(ActDialog):
    """`acted`: throw the draft away."""

    help_page = "branch_settings"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Throw the draft away"), self.tr("Throw away"), "x", QSize(480, 240), parent)
        words = self.tr(
            "What was edited since the newest version is gone, for everybody at the branch."
            " What is published stays as it is."
        )
        self.body.addWidget(Text(words, wrap=True))
        self.body.addStretch(1)
