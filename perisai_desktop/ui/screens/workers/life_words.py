"""What changed in a worker's life, as the card tells it."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.life import LifeEvent
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.i18n import month_words
from sync.rules.changes import EndCause

translate = QCoreApplication.translate
_ORDER = (
    "occupation",
    "second_occupation",
    "income",
    "offer",
    "phone",
    "village",
    "street",
    "rt",
    "rw",
    "workplace",
)


def event_words(event: LifeEvent) -> str:
    """`From February 2027: Income a month, Phone`."""
    if event.month is None:
        return translate("Workers", "Consent taken back")
    month = month_words(event.month)
    if event.end is not None:
        cause = {
            EndCause.DEATH: translate("Workers", "died"),
            EndCause.EMPLOYMENT: translate("Workers", "employed elsewhere"),
            EndCause.OWN_WISH: translate("Workers", "own wish"),
        }[event.end]
        words = translate("Workers", "Nothing is owed from {month} on: {cause}")
        return words.format(month=month, cause=cause)
    names = ", ".join(field_words(name) for name in _ORDER if name in event.fields)
    return translate("Workers", "From {month}: {fields}").format(month=month, fields=names)
