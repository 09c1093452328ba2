"""The dialog that asks before a kelompok is thrown away."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.kelompok import Kelompok
from perisai_desktop.ui.screens.kelompok.words import count_words, kelompok_name
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.labels import Role, Text

translate = QCoreApplication.translate


class DiscardDialog(ActDialog):
    """Says what is forgotten, in numbers, and what stays."""

    help_page = "kelompok"

    def __init__(self, kelompok: Kelompok, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Kelompok", "Throw this group away?"),
            translate("Kelompok", "Throw away"),
            "x",
            QSize(480, 260),
            parent,
        )
        self.body.addWidget(Text(kelompok_name(kelompok), Role.STRONG, wrap=True))
        told = translate(
            "Kelompok",
            "{people} who are not enrolled yet are forgotten, with everything that was typed and the photos of their list. "
            "Receipts that were issued stay.",
        )
        self.body.addWidget(Text(told.format(people=count_words(kelompok.lines)), wrap=True))
        self.body.addStretch(1)
