"""Three sentences for every failure around the password of an account at the branch's server."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

ACCOUNT_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.PASSWORD_TEMPORARY: (
        QT_TRANSLATE_NOOP(
            "Failures", "Somebody else gave you this password; it only serves to choose your own."
        ),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Sign out, sign in with it again and choose one of your own."),
    ),
    FailureCode.PASSWORD_UNCHANGED: (
        QT_TRANSLATE_NOOP("Failures", "The new password is the one that you have already."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Choose another one, which only you know."),
    ),
    FailureCode.OLD_PASSWORD_WRONG: (
        QT_TRANSLATE_NOOP("Failures", "The current password is wrong."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, and you are still signed in."),
        QT_TRANSLATE_NOOP(
            "Failures", "Type it again; if it is forgotten, whoever runs the server sets another."
        ),
    ),
    FailureCode.PASSWORD_UNCERTAIN: (
        QT_TRANSLATE_NOOP("Failures", "The connection to the branch broke off."),
        QT_TRANSLATE_NOOP("Failures", "The new password may hold already, or still the one before."),
        QT_TRANSLATE_NOOP("Failures", "Press once more when there is a connection, that settles it."),
    ),
}
