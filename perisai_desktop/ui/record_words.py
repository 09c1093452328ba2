"""A record at the branch: the face of its state, its mark, and the order in which its form is read."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face
from sync.rules.states import ReviewState

translate = QCoreApplication.translate

REVIEWED = (
    "nik",
    "name",
    "birth_place",
    "birth_date",
    "sex",
    "mother_name",
    "phone",
    "street",
    "rt",
    "rw",
    "village",
    "postcode",
    "email",
    "marital",
    "kk",
    "npwp",
    "occupation",
    "workplace",
    "working_hours",
    "second_occupation",
    "second_workplace",
    "second_working_hours",
    "income",
    "offer",
    "first_month",
    "months",
    "payer",
    "payer_name",
    "bank",
    "bank_number",
    "bank_holder",
    "heirs",
)
"""The form's fields in the order in which a reviewer reads them."""


def record_mark(record: str | None) -> str:
    """The end of a record's id, by which records are told apart."""
    return "" if record is None else f"…{record[-8:]}"


def state_face(state: ReviewState) -> Face:
    """A record's state as the branch sees it."""
    return {
        ReviewState.RECEIVED: Face(translate("ReviewWords", "To review"), "inbox", Tone.INFO),
        ReviewState.FLAGGED: Face(translate("ReviewWords", "Flagged"), "flag", Tone.WARNING),
        ReviewState.IN_REVIEW: Face(translate("ReviewWords", "In review"), "eye", Tone.INFO),
        ReviewState.RETURNED: Face(translate("ReviewWords", "Sent back"), "undo-2", Tone.WARNING),
        ReviewState.DUPLICATE: Face(translate("ReviewWords", "Duplicate"), "users", Tone.WARNING),
        ReviewState.APPROVED: Face(translate("ReviewWords", "Approved"), "check", Tone.OK),
        ReviewState.REGISTERED: Face(translate("ReviewWords", "Registered"), "circle-check", Tone.OK),
        ReviewState.REFUSED: Face(translate("ReviewWords", "Refused"), "ban", Tone.ERROR),
        ReviewState.PARKED: Face(translate("ReviewWords", "Waits for other data"), "hourglass", Tone.INFO),
        ReviewState.SUSPENSE: Face(translate("ReviewWords", "In suspense"), "hourglass", Tone.WARNING),
        ReviewState.HELD: Face(translate("ReviewWords", "Held"), "hourglass", Tone.WARNING),
    }[state]
