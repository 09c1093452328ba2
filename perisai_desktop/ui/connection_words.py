"""The way to the branch in words: connected or not and since when, a pause, a clock that is wrong."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.counters import Connection, LinkState, Pause
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.i18n import age_words, moment_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face

translate = QCoreApplication.translate

DRIFT_TOLD = 300
"""Seconds above which the clock is told to be wrong."""


def connection_face(
    connection: Connection,
    now: datetime,
    offset: int,
    pause: Pause | None = None,
    apart: Failure | None = None,
) -> Face:
    """What matters most at instant `now`; `offset` is local time ahead of UTC, in minutes.

    `apart`: the branch's word on a laptop that does not work as ever.
    """
    shift = timedelta(minutes=offset)
    paused = "" if pause is None else pause_words(pause, now, offset)
    if abs(connection.drift) > DRIFT_TOLD:
        words = translate("Strip", "Clock is wrong by {age}").format(
            age=age_words(timedelta(seconds=abs(connection.drift)))
        )
        return Face(f"{words} · {paused}" if paused else words, "clock", Tone.ERROR)
    if apart is not None:
        return Face(_apart_words(apart), "laptop", Tone.WARNING)
    if paused:
        return Face(paused, "circle-pause", Tone.WARNING)
    since = ""
    if connection.since is not None:
        since = moment_words(connection.since + shift, (now + shift).date())
    if connection.state is LinkState.ONLINE:
        words = translate("Strip", "Connected since {since}").format(since=since)
        return Face(words if since else translate("Strip", "Connected"), "wifi", Tone.OK)
    if connection.state is LinkState.OFFLINE:
        return Face(translate("Strip", "Offline since {since}").format(since=since), "wifi-off", Tone.WARNING)
    words = translate("Strip", "Last connected {since}").format(since=since)
    return Face(words if since else translate("Strip", "Not connected yet"), "wifi-off", Tone.WARNING)


def _apart_words(apart: Failure) -> str:
    return {
        FailureCode.DEVICE_PAUSED: translate("Strip", "Laptop paused by the branch"),
        FailureCode.DEVICE_REVOKED: translate("Strip", "Laptop withdrawn by the branch"),
        FailureCode.DEVICE_LEAVING: translate("Strip", "The branch takes this laptop back"),
    }[apart.code]


def pause_words(pause: Pause, now: datetime, offset: int) -> str:
    """Until when nothing is sent by itself."""
    if pause.until is None:
        return translate("Strip", "Sending is paused")
    shift = timedelta(minutes=offset)
    until = moment_words(pause.until + shift, (now + shift).date())
    return translate("Strip", "Paused until {until}").format(until=until)
