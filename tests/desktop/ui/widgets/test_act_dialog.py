"""The way out of a dialog is named after what leaving does."""

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.widgets.act_dialog import ActDialog


def test_leaving_cancels_an_act_and_closes_what_only_tells(qtbot: QtBot) -> None:
    size = QSize(400, 300)
    till, told = (
        ActDialog("Till", "Close it", "check", size),
        ActDialog("List", "Go on", "x", size, cancels=False),
    )
    for dialog in (till, told):
        qtbot.addWidget(dialog)
    assert (till.leave.accessibleName(), told.leave.accessibleName()) == ("Cancel", "Close")
    till.offer(False)
    assert (till.leave.accessibleName(), till.act.isHidden()) == ("Close", True)
    till.offer(True)
    assert (till.leave.accessibleName(), till.act.isHidden()) == ("Cancel", False)
