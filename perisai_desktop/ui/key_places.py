"""The places where keys are obeyed, as the reference of keys names them."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

PLACES: dict[str, str] = {
    "general": QT_TRANSLATE_NOOP("Keys", "Everywhere"),
    "home": QT_TRANSLATE_NOOP("Keys", "Home"),
    "ready_for_work": QT_TRANSLATE_NOOP("Keys", "Ready for work"),
    "workers": QT_TRANSLATE_NOOP("Keys", "Workers"),
    "enrolment": QT_TRANSLATE_NOOP("Keys", "New enrolment"),
    "look_alikes": QT_TRANSLATE_NOOP("Keys", "Is it the same person?"),
    "drafts": QT_TRANSLATE_NOOP("Keys", "Unfinished enrolments"),
    "photo": QT_TRANSLATE_NOOP("Keys", "A photo"),
    "kelompok": QT_TRANSLATE_NOOP("Keys", "Group enrolment"),
    "collection": QT_TRANSLATE_NOOP("Keys", "Contributions"),
    "group_renewal": QT_TRANSLATE_NOOP("Keys", "Renewing a group"),
    "receipt": QT_TRANSLATE_NOOP("Keys", "The receipt"),
    "sync": QT_TRANSLATE_NOOP("Keys", "Sync"),
    "bundle": QT_TRANSLATE_NOOP("Keys", "A file on a USB stick"),
    "tasks": QT_TRANSLATE_NOOP("Keys", "To correct"),
    "cash": QT_TRANSLATE_NOOP("Keys", "Cash"),
    "deposit": QT_TRANSLATE_NOOP("Keys", "A deposit"),
    "closing": QT_TRANSLATE_NOOP("Keys", "Closing a day"),
    "adjustment": QT_TRANSLATE_NOOP("Keys", "Other movement of cash"),
    "refund": QT_TRANSLATE_NOOP("Keys", "Giving money back"),
    "voiding": QT_TRANSLATE_NOOP("Keys", "Voiding a receipt"),
    "cash_paper": QT_TRANSLATE_NOOP("Keys", "The paper of an entry"),
    "reports": QT_TRANSLATE_NOOP("Keys", "Reports"),
    "receipt_check": QT_TRANSLATE_NOOP("Keys", "Check a receipt"),
    "review": QT_TRANSLATE_NOOP("Keys", "Review"),
    "comparison": QT_TRANSLATE_NOOP("Keys", "Two records side by side"),
    "pictures": QT_TRANSLATE_NOOP("Keys", "Photos of a record"),
    "agents": QT_TRANSLATE_NOOP("Keys", "Agents & devices"),
    "lost_laptop": QT_TRANSLATE_NOOP("Keys", "A lost laptop"),
    "findings": QT_TRANSLATE_NOOP("Keys", "Findings"),
    "accesses": QT_TRANSLATE_NOOP("Keys", "Access log"),
    "coverage": QT_TRANSLATE_NOOP("Keys", "Targets & regions"),
    "branch_settings": QT_TRANSLATE_NOOP("Keys", "Branch settings"),
    "accounts": QT_TRANSLATE_NOOP("Keys", "Accounts"),
    "bulk": QT_TRANSLATE_NOOP("Keys", "Approving many at once"),
    "sign_in": QT_TRANSLATE_NOOP("Keys", "Before signing in"),
    "forgotten": QT_TRANSLATE_NOOP("Keys", "Forgotten password"),
    "own_password": QT_TRANSLATE_NOOP("Keys", "Your own password"),
    "help": QT_TRANSLATE_NOOP("Keys", "This help"),
}
"""Where keys are obeyed, by the names of the pages of help, in the order of the reference."""


def place_words(place: str) -> str:
    """The name of a place, in the language on screen."""
    return translate("Keys", PLACES[place])
