"""The procedure for a lost laptop in words: its steps, and the clock of the notice."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.branch_agent import LaptopState
from perisai_desktop.domain.lost_laptop import APPROVALS, LaptopStanding, hours_left
from perisai_desktop.ui.i18n import clock_words, plain_date
from perisai_desktop.ui.screens.agents.acts import Act
from perisai_desktop.ui.screens.agents.loss import LossStep
from perisai_desktop.ui.theme.tokens import Tone

translate = QCoreApplication.translate

_SOON = 24
"""With fewer hours left than these the clock is told in red."""


def step_title(step: LossStep) -> str:
    """What a step is called."""
    return {
        Act.LOST: translate("Agents", "Report and revoke"),
        Act.WIPE: translate("Agents", "Have it wiped"),
        Act.RECORDS: translate("Agents", "Tell the people whose data is on it"),
        Act.CODE: translate("Agents", "A new laptop for the agent"),
        Act.HAND_OVER: translate("Agents", "Another agent takes the workers"),
    }[step.act]


def step_words(step: LossStep, told: LaptopStanding, shift: timedelta) -> str:
    """How far a step is, or what it is for."""
    if step.act is Act.LOST and told.lost_at is not None:
        words = translate("Agents", "The branch was told on {moment}.")
        return words.format(moment=_moment(told.lost_at, shift))
    if step.act is Act.WIPE and told.state is LaptopState.WIPED:
        return translate("Agents", "It was told, and destroyed what it held.")
    if step.act is Act.WIPE and told.wipe_asked_at is not None:
        words = translate(
            "Agents", "Asked for. Whatever is missing: approved by {names} ({count} of {needed})."
        )
        names = ", ".join(told.approved_by) or translate("Agents", "nobody")
        return words.format(names=names, count=len(told.approved_by), needed=APPROVALS)
    return {
        Act.LOST: translate("Agents", "It can record nothing more, and gets no data from the branch."),
        Act.WIPE: translate("Agents", "At its next connection, once the branch has everything."),
        Act.RECORDS: translate("Agents", "A list with phone numbers, to be looked through and saved."),
        Act.CODE: translate("Agents", "The agent works on with a one-time code."),
        Act.HAND_OVER: translate("Agents", "Only where the agent does not go on serving them."),
    }[step.act]


def notice_words(due: datetime | None, shift: timedelta, now: datetime) -> tuple[str, str, Tone]:
    """Until when people are told, and how much of it is left; empty where no loss is reported."""
    if due is None:
        return "", "", Tone.INFO
    left = hours_left(due, now)
    title = translate("Agents", "Tell the people until {moment}").format(moment=_moment(due, shift))
    if left < 0:
        late = translate("Agents", "The 3 × 24 hours are over: tell them at once, and say why it is late.")
        return title, late, Tone.ERROR
    days, hours = divmod(left, 24)
    words = translate("Agents", "{days} days and {hours} hours are left (UU 27/2022, article 46).")
    return title, words.format(days=days, hours=hours), Tone.ERROR if left < _SOON else Tone.WARNING


def _moment(at: datetime, shift: timedelta) -> str:
    local = (at + shift).replace(tzinfo=None)
    return f"{plain_date(local.date())} {clock_words(local)}"
