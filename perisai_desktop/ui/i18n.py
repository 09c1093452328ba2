"""The language on screen: its files, and words for dates, ages and sizes in it."""

from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from sync.rules.iuran_month import IuranMonth

translate = QCoreApplication.translate

_ZONES = {420: "WIB", 480: "WITA", 540: "WIT"}
_MONTHS = (
    QT_TRANSLATE_NOOP("Words", "January"),
    QT_TRANSLATE_NOOP("Words", "February"),
    QT_TRANSLATE_NOOP("Words", "March"),
    QT_TRANSLATE_NOOP("Words", "April"),
    QT_TRANSLATE_NOOP("Words", "May"),
    QT_TRANSLATE_NOOP("Words", "June"),
    QT_TRANSLATE_NOOP("Words", "July"),
    QT_TRANSLATE_NOOP("Words", "August"),
    QT_TRANSLATE_NOOP("Words", "September"),
    QT_TRANSLATE_NOOP("Words", "October"),
    QT_TRANSLATE_NOOP("Words", "November"),
    QT_TRANSLATE_NOOP("Words", "December"),
)
_DAYS = (
    QT_TRANSLATE_NOOP("Words", "Monday"),
    QT_TRANSLATE_NOOP("Words", "Tuesday"),
    QT_TRANSLATE_NOOP("Words", "Wednesday"),
    QT_TRANSLATE_NOOP("Words", "Thursday"),
    QT_TRANSLATE_NOOP("Words", "Friday"),
    QT_TRANSLATE_NOOP("Words", "Saturday"),
    QT_TRANSLATE_NOOP("Words", "Sunday"),
)
_FILES = {"id": ("id.qm", "qt_id.qm"), "en": ("en.qm",)}


class Language:
    """The language in force; screens made after `speak` are in it."""

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._installed: list[QTranslator] = []

    def speak(self, code: str) -> None:
        """Install the texts of `code` ("id" or "en"); raises KeyError, and OSError where a file is missing."""
        self.silence()
        self._installed = [self._load(name) for name in _FILES[code]]

    def silence(self) -> None:
        """Take the texts away: what is left are those of the source."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []

    def _load(self, name: str) -> QTranslator:
        translator = QTranslator(self._app)
        if not translator.load(str(self._folder / name)):
            raise FileNotFoundError(name)
        self._app.installTranslator(translator)
        return translator


def month_words(month: IuranMonth) -> str:
    """`November 2026`."""
    return f"{translate('Words', _MONTHS[month.month - 1])} {month.year}"


def month_short(month: IuranMonth) -> str:
    """`Nov 2026`."""
    return f"{translate('Words', _MONTHS[month.month - 1])[:3]} {month.year}"


def date_words(day: date) -> str:
    """`Sunday, 22 November 2026`."""
    return f"{translate('Words', _DAYS[day.weekday()])}, {plain_date(day)}"


def plain_date(day: date) -> str:
    """`22 November 2026`."""
    return f"{day.day} {translate('Words', _MONTHS[day.month - 1])} {day.year}"


def clock_words(local: datetime) -> str:
    """`09:14` of a local instant; Indonesian writes a dot."""
    pattern = translate("Words", "{hour}:{minute}", "clock")
    return pattern.format(hour=f"{local.hour:02}", minute=f"{local.minute:02}")


def zone_words(offset: int) -> str:
    """`WIB`, `WITA`, `WIT`, else `UTC` or `UTC+08:30`, of minutes ahead of UTC."""
    if offset in _ZONES:
        return _ZONES[offset]
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '-'}{hours:02}:{minutes:02}" if offset else "UTC"


def moment_words(local: datetime, today: date) -> str:
    """`09:14` today, `20 Nov 16:40` on another day of the year, with the year beyond it."""
    if local.date() == today:
        return clock_words(local)
    month = translate("Words", _MONTHS[local.month - 1])[:3]
    year = "" if local.year == today.year else f" {local.year}"
    return f"{local.day} {month}{year} {clock_words(local)}"


def age_words(age: timedelta) -> str:
    """`2 days`, `3 hours`, `5 minutes`; below a minute `just now`."""
    minutes = int(age.total_seconds() // 60)
    if minutes < 1:
        return translate("Words", "just now")
    if minutes < 60:
        return _counted(minutes, translate("Words", "1 minute"), translate("Words", "{count} minutes"))
    hours = minutes // 60
    days = hours // 24
    if not days:
        return _counted(hours, translate("Words", "1 hour"), translate("Words", "{count} hours"))
    return _counted(days, translate("Words", "1 day"), translate("Words", "{count} days"))


def wait_words(seconds: int) -> str:
    """How long to wait, never too short: `40 seconds`, `15 minutes`; `a moment` where nobody knows."""
    if seconds <= 0:
        return translate("Words", "a moment")
    if seconds < 60:
        return _counted(seconds, translate("Words", "1 second"), translate("Words", "{count} seconds"))
    minutes = -(-seconds // 60)
    return _counted(minutes, translate("Words", "1 minute"), translate("Words", "{count} minutes"))


def _counted(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many).format(count=count)


def size_words(count: int) -> str:
    """Bytes as `640 B`, `12 kB`, `1.6 MB` or `8.3 GB`; Indonesian writes a comma."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count // 1000} kB"
    if count >= 1_000_000_000:
        gigabytes = f"{count / 1_000_000_000:.1f}"
        return translate("Words", "{gigabytes} GB").format(gigabytes=decimal_words(gigabytes))
    megabytes = f"{count / 1_000_000:.1f}"
    return translate("Words", "{megabytes} MB").format(megabytes=decimal_words(megabytes))


def decimal_words(number: str) -> str:
    """A number with its decimal mark as the language writes it."""
    return number.replace(".", translate("Words", ".", "decimal mark"))
