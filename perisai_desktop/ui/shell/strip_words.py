"""The figures of the strip in words: counters, cash, connection and a clock that is wrong."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.counters import CashInHand, Connection, Pause, StatusStrip, Tally
from perisai_desktop.domain.failure import Failure
from perisai_desktop.ui.connection_words import DRIFT_TOLD, connection_face
from perisai_desktop.ui.i18n import age_words, plain_date
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.strip import StripItem
from sync.rules.rupiah import Rupiah, format_rupiah

translate = QCoreApplication.translate

_LATE = timedelta(days=1)


def strip_items(strip: StatusStrip, now: datetime, offset: int) -> tuple[StripItem, ...]:
    """The items of an agent's strip at instant `now`; `offset` is local time ahead of UTC, in minutes."""
    return (
        _unsent(strip.unsent, now),
        _counter(
            "counter_waiting",
            "hourglass",
            Tone.INFO,
            translate("Strip", "Waiting for a decision"),
            strip.waiting,
        ),
        _counter("counter_to_fix", "wrench", Tone.ERROR, translate("Strip", "To correct"), strip.to_fix),
        _cash(strip.cash, now),
        _link(strip, now, offset),
    )


def _link(strip: StatusStrip, now: datetime, offset: int) -> StripItem:
    """The connection, or what must be known before the next receipt: a clock put back, a program that is too old."""
    if strip.clock_behind > DRIFT_TOLD // 60:
        words = translate("Strip", "Clock is {age} behind the last receipt").format(
            age=age_words(timedelta(minutes=strip.clock_behind))
        )
        return StripItem("connection", "clock", Tone.ERROR, "", age=words, age_tone=Tone.ERROR)
    well = strip.pause is None and strip.apart is None
    if strip.renew_by is not None and well and abs(strip.connection.drift) <= DRIFT_TOLD:
        words = translate("Strip", "Newer version needed from {day}").format(day=plain_date(strip.renew_by))
        return StripItem("connection", "laptop", Tone.WARNING, "", age=words, age_tone=Tone.WARNING)
    return connection_item(strip.connection, now, offset, strip.pause, strip.apart)


def connection_item(
    connection: Connection,
    now: datetime,
    offset: int,
    pause: Pause | None = None,
    apart: Failure | None = None,
) -> StripItem:
    """The connection in words, a pause, the branch's word on this laptop, or the clock where it is wrong."""
    face = connection_face(connection, now, offset, pause, apart)
    return StripItem("connection", face.icon, face.tone, "", age=face.text, age_tone=face.tone)


def _unsent(tally: Tally, now: datetime) -> StripItem:
    figures = f"{tally.count}"
    if tally.rupiah:
        figures += f" · {format_rupiah(Rupiah(tally.rupiah))}"
    late = tally.oldest_at is not None and now - tally.oldest_at >= _LATE
    tone = Tone.WARNING if tally.count else Tone.OK
    words = translate("Strip", "Not sent yet")
    age_tone = Tone.WARNING if late else Tone.MUTED
    return StripItem(
        "counter_unsent", "cloud-upload", tone, words, figures, _oldest(tally.oldest_at, now), age_tone
    )


def _counter(key: str, icon: str, tone: Tone, words: str, tally: Tally) -> StripItem:
    return StripItem(key, icon, tone if tally.count else Tone.MUTED, words, f"{tally.count}")


def _cash(cash: CashInHand, now: datetime) -> StripItem:
    tone = Tone.ERROR if cash.red else Tone.WARNING if cash.alert else Tone.MUTED
    age = _oldest(cash.oldest_at, now)
    if cash.voids_awaiting:
        waiting = translate("Strip", "void of {rupiah} awaits approval")
        voids = waiting.format(rupiah=format_rupiah(Rupiah(cash.voids_awaiting)))
        age = f"{age} · {voids}" if age else voids
    icon_tone = tone if cash.rupiah else Tone.MUTED
    figures = format_rupiah(Rupiah(cash.rupiah))
    return StripItem("cash", "wallet", icon_tone, translate("Strip", "Cash in hand"), figures, age, tone)


def _oldest(at: datetime | None, now: datetime) -> str:
    if at is None:
        return ""
    if now - at < timedelta(minutes=1):
        return translate("Strip", "just now")
    return translate("Strip", "oldest {age}").format(age=age_words(now - at))
