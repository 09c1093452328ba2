"""The stations of "where is my data" in words, wherever they are shown."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.worker import Station, TimelineStep
from perisai_desktop.ui.i18n import moment_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.timeline import Stop

translate = QCoreApplication.translate

_TONES = {"approved": Tone.OK, "registered": Tone.OK, "returned": Tone.WARNING}


def stop_of(step: TimelineStep, shift: timedelta, today: date) -> Stop:
    """One station; `shift` is local time ahead of UTC. A station that is still ahead has no instant."""
    words = {
        Station.SAVED: translate("Stations", "On this laptop"),
        Station.COPIED: translate("Stations", "On a copy of the data"),
        Station.SENT: translate("Stations", "Sent"),
        Station.RECEIVED: translate("Stations", "Received by the branch"),
        Station.DECIDED: translate("Stations", "Decided"),
        Station.REGISTERED: translate("Stations", "Registered"),
        Station.POSTED: translate("Stations", "Paid in and posted"),
    }[step.station]
    if step.at is None:
        return Stop("", words, Tone.MUTED, reached=False)
    when = moment_words((step.at + shift).replace(tzinfo=None), today)
    if step.station is not Station.DECIDED or step.review is None:
        return Stop(when, words)
    told = {
        "approved": translate("Stations", "Approved"),
        "registered": translate("Stations", "Approved"),
        "returned": translate("Stations", "Sent back to correct"),
        "duplicate": translate("Stations", "Already registered"),
        "refused": translate("Stations", "Refused"),
    }.get(step.review.value, words)
    return Stop(when, told, _TONES.get(step.review.value, Tone.ERROR))
