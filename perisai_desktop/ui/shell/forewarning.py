"""Tells before somebody types what would keep a dialog from writing: the branch's word, numbers that are shut, a copy."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.standing import LaptopStanding
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.numbers.notices_words import hindrance
from perisai_desktop.ui.widgets.act_dialog import ActDialog


class Forewarning(QObject):
    """Asks the laptop how it stands; a dialog that is gone by then hears nothing."""

    def __init__(self, desk: AgentDesk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs

    def tell(self, dialog: ActDialog, *, cash_out: bool = False) -> None:
        """Tell `dialog` what stands in its way; `cash_out`: cash would leave the till by it."""

        def told(outcome: Ok[LaptopStanding] | Err) -> None:
            if isinstance(outcome, Ok) and isValid(dialog):
                words = hindrance(outcome.value, cash_out=cash_out)
                if words is not None:
                    dialog.foretell(words.title, words.detail, words.tone)

        self._jobs.run(Lane.LOCAL, self._desk.standings.look, told)
