"""What is personal on the laptop: how long it is kept, what stays, and what was cleaned."""

from collections.abc import Callable
from datetime import datetime

from perisai_desktop.ui.screens.settings.card import Facts, SettingsCard
from perisai_desktop.ui.screens.settings.state import SettingsState
from perisai_desktop.ui.widgets.labels import Role, Text
from sync.rules.rupiah import Rupiah, format_number


class PrivacyCard(SettingsCard):
    """`moment` says an instant in words."""

    def __init__(self, moment: Callable[[datetime], str]) -> None:
        super().__init__("eye-off", self.tr("Personal data on this laptop"))
        self._moment = moment
        self._facts = Facts()
        self.column.addWidget(
            Text(
                self.tr(
                    "Mother's name, address, bank account, heirs, photos and signatures are cleaned from the "
                    "laptop by itself once the branch has decided; the branch keeps them. Whom you serve stays "
                    "with name, NIK, phone and village; months, money and receipts always stay."
                ),
                Role.HELP,
                wrap=True,
            )
        )
        self.column.addLayout(self._facts)

    def show_state(self, state: SettingsState) -> None:
        """Show for how long, and what went so far."""
        standing = state.cleaning
        days = count = last = ""
        if standing is not None:
            days = self.tr("{days} days after the branch's decision").format(days=_number(standing.days))
            count = self.tr("{count} records").format(count=_number(standing.cleaned))
            last = self.tr("not yet")
            if standing.last_at is not None:
                words = self.tr("{moment}; {count} records cleaned")
                last = words.format(moment=self._moment(standing.last_at), count=_number(standing.newly))
        self._facts.say(
            (
                (self.tr("Kept for"), days),
                (self.tr("Cleaned so far"), count),
                (self.tr("Last looked through"), last),
            )
        )


def _number(count: int) -> str:
    return format_number(Rupiah(count))
