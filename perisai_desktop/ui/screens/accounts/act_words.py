"""What an act on an account is called, what it will do, and what came of it."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.screens.accounts.acts import Act, Asked

translate = QCoreApplication.translate

ICONS = {Act.PASSWORD: "key-round", Act.SUSPEND: "circle-pause", Act.RESTORE: "play"}
_BUTTONS = {
    Act.PASSWORD: QT_TRANSLATE_NOOP("Accounts", "Temporary password…"),
    Act.SUSPEND: QT_TRANSLATE_NOOP("Accounts", "Suspend…"),
    Act.RESTORE: QT_TRANSLATE_NOOP("Accounts", "Let in again…"),
}
_TITLES = {
    Act.PASSWORD: QT_TRANSLATE_NOOP("Accounts", "A temporary password for {name}"),
    Act.SUSPEND: QT_TRANSLATE_NOOP("Accounts", "Suspend {name}"),
    Act.RESTORE: QT_TRANSLATE_NOOP("Accounts", "Let {name} in again"),
}
_ACTS = {
    Act.PASSWORD: QT_TRANSLATE_NOOP("Accounts", "Give the password"),
    Act.SUSPEND: QT_TRANSLATE_NOOP("Accounts", "Suspend"),
    Act.RESTORE: QT_TRANSLATE_NOOP("Accounts", "Let in again"),
}
_PROMISES = {
    Act.PASSWORD: (
        QT_TRANSLATE_NOOP("Accounts", "The password that the account has now is worth nothing any more."),
        QT_TRANSLATE_NOOP("Accounts", "Wherever it is signed in, it is signed out at once."),
        QT_TRANSLATE_NOOP(
            "Accounts",
            "The new one serves for 7 days and for nothing but choosing another one, which only its holder knows.",
        ),
        QT_TRANSLATE_NOOP("Accounts", "Make sure that it is this person who asks for it."),
    ),
    Act.SUSPEND: (
        QT_TRANSLATE_NOOP("Accounts", "Wherever it is signed in, it is signed out at once."),
        QT_TRANSLATE_NOOP("Accounts", "Nobody signs in with it until it is let in again."),
        QT_TRANSLATE_NOOP(
            "Accounts", "What it decided stays; what waited for a second person is taken away."
        ),
        QT_TRANSLATE_NOOP(
            "Accounts",
            "Where this person is an agent as well, the laptop goes on sending what was collected: pause it in"
            " Agents & devices.",
        ),
    ),
    Act.RESTORE: (
        QT_TRANSLATE_NOOP("Accounts", "It signs in with the password that it had."),
        QT_TRANSLATE_NOOP(
            "Accounts", "Where somebody else may know that one, give it a temporary password as well."
        ),
    ),
}
_AUDITED = QT_TRANSLATE_NOOP("Accounts", "The access log keeps that you did it, to whom and when.")
_DONE = {
    Act.PASSWORD: QT_TRANSLATE_NOOP("Accounts", "{name} has a temporary password."),
    Act.SUSPEND: QT_TRANSLATE_NOOP("Accounts", "{name} is suspended."),
    Act.RESTORE: QT_TRANSLATE_NOOP("Accounts", "{name} may sign in again."),
}


def button_words(act: Act) -> str:
    """The words on the button that begins an act."""
    return translate("Accounts", _BUTTONS[act])


def title_words(asked: Asked) -> str:
    """The title of the dialog."""
    return translate("Accounts", _TITLES[asked.act]).format(name=asked.account.name)


def act_words(act: Act) -> str:
    """The words on the button that does it."""
    return translate("Accounts", _ACTS[act])


def promise_words(act: Act) -> tuple[str, ...]:
    """What the act will do, one sentence each."""
    return tuple(translate("Accounts", words) for words in (*_PROMISES[act], _AUDITED))


def done_words(asked: Asked) -> str:
    """What came of it."""
    return translate("Accounts", _DONE[asked.act]).format(name=asked.account.name)
