"""Three sentences for every failure around accounts at the branch's server, and their passwords."""

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
    FailureCode.PASSWORD_LAPSED: (
        QT_TRANSLATE_NOOP("Failures", "This temporary password has lapsed; it was good for 7 days."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Ask whoever gave it to you for another one."),
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
            "Failures", "Type it again; if it is forgotten, a branch administrator gives you a temporary one."
        ),
    ),
    FailureCode.PASSWORD_UNCERTAIN: (
        QT_TRANSLATE_NOOP("Failures", "The connection to the branch broke off."),
        QT_TRANSLATE_NOOP("Failures", "The new password may hold already, or still the one before."),
        QT_TRANSLATE_NOOP("Failures", "Press once more when there is a connection, that settles it."),
    ),
    FailureCode.LOGIN_TAKEN: (
        QT_TRANSLATE_NOOP("Failures", "There is an account with this sign-in name already."),
        QT_TRANSLATE_NOOP("Failures", "No account was made; what you typed is still here."),
        QT_TRANSLATE_NOOP(
            "Failures", "Choose another sign-in name. If it is this person's, give a temporary password."
        ),
    ),
    FailureCode.NAME_TAKEN: (
        QT_TRANSLATE_NOOP("Failures", "A colleague's account has a name that looks the same."),
        QT_TRANSLATE_NOOP("Failures", "No account was made; what you typed is still here."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Add what tells the two apart, a second name or the office. If it is this person's, give a temporary password.",
        ),
    ),
    FailureCode.ACCOUNT_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This branch has no such account."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Load the list of accounts again."),
    ),
    FailureCode.ACCOUNT_OUT_OF_REACH: (
        QT_TRANSLATE_NOOP("Failures", "You can't change this account."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures", "Ask whoever runs the server; nobody changes their own account or one set over them."
        ),
    ),
    FailureCode.ACCOUNT_UNCERTAIN: (
        QT_TRANSLATE_NOOP("Failures", "The connection to the branch broke off during the change."),
        QT_TRANSLATE_NOOP("Failures", "It may be done already, or not at all; nothing in between."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Load the list again and look. A password that you did not see is replaced by another.",
        ),
    ),
    FailureCode.AGENT_NUMBER_TAKEN: (
        QT_TRANSLATE_NOOP("Failures", "There is an agent with this number already."),
        QT_TRANSLATE_NOOP("Failures", "No agent was added; what you typed is still here."),
        QT_TRANSLATE_NOOP("Failures", "Check the number, or look for the agent in Agents & devices."),
    ),
    FailureCode.AGENT_NUMBER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This branch has no agent with this number."),
        QT_TRANSLATE_NOOP("Failures", "No account was made; what you typed is still here."),
        QT_TRANSLATE_NOOP("Failures", "Correct the number, or leave it empty where the person is no agent."),
    ),
    FailureCode.OFFICE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This branch has no office of that name, or more than one."),
        QT_TRANSLATE_NOOP("Failures", "No agent was added; what you typed is still here."),
        QT_TRANSLATE_NOOP("Failures", "Load the list again; whoever runs the server adds an office."),
    ),
}
