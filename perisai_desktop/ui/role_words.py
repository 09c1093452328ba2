"""The roles of accounts at the branch's server in words."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_ROLES: dict[str, str] = {
    "reviewer": QT_TRANSLATE_NOOP("Roles", "Reviewer"),
    "branch_admin": QT_TRANSLATE_NOOP("Roles", "Branch admin"),
    "auditor": QT_TRANSLATE_NOOP("Roles", "Auditor"),
    "operator": QT_TRANSLATE_NOOP("Roles", "Operator of the server"),
    "agent": QT_TRANSLATE_NOOP("Roles", "Agent"),
}


def role_words(role: str) -> str:
    """The role of an account; empty for what has none."""
    return translate("Roles", _ROLES[role]) if role in _ROLES else ""
