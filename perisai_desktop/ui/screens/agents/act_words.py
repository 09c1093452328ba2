"""What an act on a laptop is called, and what it will do, in numbers."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.lost_laptop import APPROVALS
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.screens.agents.acts import HOURS, Act, ActState, Asked
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate

ICONS = {
    Act.PAUSE: "circle-pause",
    Act.RESUME: "play",
    Act.REVOKE: "shield-x",
    Act.LOST: "triangle-alert",
    Act.FOUND: "circle-check",
    Act.WIPE: "ban",
    Act.APPROVE: "check",
    Act.KEEP: "undo-2",
    Act.HAND_OVER: "share-2",
    Act.CODE: "key-round",
    Act.GUIDE: "triangle-alert",
    Act.RECORDS: "users",
    Act.NUMBERS: "receipt-text",
    Act.REOPEN: "lock",
}
_BUTTONS = {
    Act.PAUSE: QT_TRANSLATE_NOOP("Agents", "Pause…"),
    Act.RESUME: QT_TRANSLATE_NOOP("Agents", "Let it work again…"),
    Act.REVOKE: QT_TRANSLATE_NOOP("Agents", "Revoke…"),
    Act.LOST: QT_TRANSLATE_NOOP("Agents", "Report the loss…"),
    Act.FOUND: QT_TRANSLATE_NOOP("Agents", "Found again…"),
    Act.WIPE: QT_TRANSLATE_NOOP("Agents", "Wipe…"),
    Act.APPROVE: QT_TRANSLATE_NOOP("Agents", "Approve the wipe…"),
    Act.KEEP: QT_TRANSLATE_NOOP("Agents", "Do not wipe…"),
    Act.HAND_OVER: QT_TRANSLATE_NOOP("Agents", "Hand workers over…"),
    Act.CODE: QT_TRANSLATE_NOOP("Agents", "Code for a new laptop…"),
    Act.GUIDE: QT_TRANSLATE_NOOP("Agents", "Laptop lost…"),
    Act.RECORDS: QT_TRANSLATE_NOOP("Agents", "Data on it…"),
    Act.NUMBERS: QT_TRANSLATE_NOOP("Agents", "New receipt numbers…"),
    Act.REOPEN: QT_TRANSLATE_NOOP("Agents", "Password forgotten…"),
}
_TITLES = {
    Act.PAUSE: QT_TRANSLATE_NOOP("Agents", "Pause laptop {device}"),
    Act.RESUME: QT_TRANSLATE_NOOP("Agents", "Let laptop {device} work again"),
    Act.REVOKE: QT_TRANSLATE_NOOP("Agents", "Revoke laptop {device}"),
    Act.LOST: QT_TRANSLATE_NOOP("Agents", "Report the loss of laptop {device}"),
    Act.FOUND: QT_TRANSLATE_NOOP("Agents", "Laptop {device} was found"),
    Act.WIPE: QT_TRANSLATE_NOOP("Agents", "Wipe laptop {device}"),
    Act.APPROVE: QT_TRANSLATE_NOOP("Agents", "Approve the wipe of laptop {device}"),
    Act.KEEP: QT_TRANSLATE_NOOP("Agents", "Do not wipe laptop {device}"),
    Act.HAND_OVER: QT_TRANSLATE_NOOP("Agents", "Hand workers over"),
    Act.CODE: QT_TRANSLATE_NOOP("Agents", "Code for a new laptop"),
}
_ACTS = {
    Act.PAUSE: QT_TRANSLATE_NOOP("Agents", "Pause"),
    Act.RESUME: QT_TRANSLATE_NOOP("Agents", "Let it work again"),
    Act.REVOKE: QT_TRANSLATE_NOOP("Agents", "Revoke"),
    Act.LOST: QT_TRANSLATE_NOOP("Agents", "Report and revoke"),
    Act.FOUND: QT_TRANSLATE_NOOP("Agents", "Take the report back"),
    Act.WIPE: QT_TRANSLATE_NOOP("Agents", "Have it wiped"),
    Act.APPROVE: QT_TRANSLATE_NOOP("Agents", "Approve"),
    Act.KEEP: QT_TRANSLATE_NOOP("Agents", "Do not wipe"),
    Act.HAND_OVER: QT_TRANSLATE_NOOP("Agents", "Hand over"),
    Act.CODE: QT_TRANSLATE_NOOP("Agents", "Make the code"),
}
_PROMISES = {
    Act.LOST: (
        QT_TRANSLATE_NOOP("Agents", "Its key no longer counts at once: it can record nothing more."),
        QT_TRANSLATE_NOOP("Agents", "What it still sends is held, with its money, until a person decides."),
        QT_TRANSLATE_NOOP(
            "Agents",
            "From the report 3 × 24 hours run in which everybody whose data is on it has to be told.",
        ),
    ),
    Act.FOUND: (
        QT_TRANSLATE_NOOP("Agents", "Nobody has to be told, and the clock stops."),
        QT_TRANSLATE_NOOP("Agents", "It stays revoked until you let it work again."),
    ),
    Act.WIPE: (
        QT_TRANSLATE_NOOP("Agents", "At its next connection it writes nothing more and sends what it has."),
        QT_TRANSLATE_NOOP(
            "Agents", "Once nothing is missing at the branch, keys, data and photos on it are destroyed."
        ),
        QT_TRANSLATE_NOOP("Agents", "Where something stays missing, two people have to approve."),
    ),
    Act.APPROVE: (
        QT_TRANSLATE_NOOP("Agents", "With a second person's approval it is wiped whatever is missing."),
        QT_TRANSLATE_NOOP("Agents", "It has one day to send what waits. What has not come then is lost."),
    ),
    Act.KEEP: (QT_TRANSLATE_NOOP("Agents", "It works as its state says; approvals lapse."),),
    Act.HAND_OVER: (
        QT_TRANSLATE_NOOP("Agents", "Everybody whom this agent serves passes to the one you choose."),
        QT_TRANSLATE_NOOP("Agents", "The cards go to that agent at once; no cash moves."),
    ),
}
_DONE = {
    Act.PAUSE: QT_TRANSLATE_NOOP("Agents", "Laptop {device} is paused."),
    Act.RESUME: QT_TRANSLATE_NOOP("Agents", "Laptop {device} works again."),
    Act.REVOKE: QT_TRANSLATE_NOOP("Agents", "Laptop {device} is revoked."),
    Act.LOST: QT_TRANSLATE_NOOP("Agents", "The loss of laptop {device} is reported; it is revoked."),
    Act.FOUND: QT_TRANSLATE_NOOP("Agents", "Laptop {device} is no longer lost; it is still revoked."),
    Act.WIPE: QT_TRANSLATE_NOOP("Agents", "Laptop {device} is to be wiped."),
    Act.APPROVE: QT_TRANSLATE_NOOP("Agents", "Approved by {count} of {needed} people."),
    Act.KEEP: QT_TRANSLATE_NOOP("Agents", "Laptop {device} is not to be wiped."),
    Act.HAND_OVER: QT_TRANSLATE_NOOP("Agents", "{count} workers were handed over."),
    Act.CODE: QT_TRANSLATE_NOOP("Agents", "Read it out or write it down: it is shown once."),
}


def button_words(act: Act) -> str:
    """The words on the button that begins an act."""
    return translate("Agents", _BUTTONS[act])


def title_words(asked: Asked) -> str:
    """The title of the dialog."""
    device = "" if asked.laptop is None else asked.laptop.device
    return translate("Agents", _TITLES[asked.act]).format(device=device)


def act_words(act: Act) -> str:
    """The words on the button that does it."""
    return translate("Agents", _ACTS[act])


def promise_words(asked: Asked) -> tuple[str, ...]:
    """What the act will do, one sentence each."""
    missing = 0 if asked.laptop is None else asked.laptop.missing_entries
    waiting = translate("Agents", "Known to be on it and not at the branch: {count} records.").format(
        count=format_number(missing)
    )
    cash = translate("Agents", "Cash in hand of {agent} stays what it is: {cash}.").format(
        agent=asked.agent.name, cash=format_rupiah(Rupiah(asked.agent.cash))
    )
    if asked.act in _PROMISES:
        told = tuple(translate("Agents", words) for words in _PROMISES[asked.act])
        return (*told, *_numbers(asked.act, waiting, cash))
    if asked.act is Act.PAUSE:
        first = translate("Agents", "It goes on sending and gets no personal data from the branch.")
        return first, waiting, translate("Agents", "You can let it work again at any time.")
    if asked.act is Act.RESUME:
        return translate("Agents", "It sends and receives as before."), waiting
    if asked.act is Act.REVOKE:
        first = translate("Agents", "Its key no longer counts: it can record nothing more.")
        held = translate("Agents", "What it still sends is held, with its money, until a person decides.")
        return first, held, waiting, cash
    return (
        translate("Agents", "The code enrols one laptop of {agent}, once, within 3 days.").format(
            agent=asked.agent.name
        ),
        translate("Agents", "Laptops of this agent so far: {count}. None of them changes.").format(
            count=format_number(len(asked.agent.laptops))
        ),
    )


def _numbers(act: Act, waiting: str, cash: str) -> tuple[str, ...]:
    """The figures that matter to an act."""
    if act in (Act.WIPE, Act.APPROVE, Act.LOST):
        return waiting, cash
    return (cash,) if act is Act.HAND_OVER else ()


def choice_label(act: Act) -> str:
    """What is chosen before an act."""
    if act is Act.LOST:
        return translate("Agents", "The branch was told")
    return translate("Agents", "Who takes the workers")


def choice_options(asked: Asked) -> tuple[Option, ...]:
    """What there is to choose from."""
    if asked.act is Act.HAND_OVER:
        return tuple(Option(one.number, one.name, one.number) for one in asked.others)
    return tuple(Option(str(hours), _ago(hours)) for hours in HOURS)


def _ago(hours: int) -> str:
    if not hours:
        return translate("Agents", "just now")
    one, many = translate("Agents", "1 hour ago"), translate("Agents", "{count} hours ago")
    return one if hours == 1 else many.format(count=hours)


def done_words(asked: Asked, state: ActState) -> str:
    """What came of it."""
    approved = 0 if state.standing is None else len(state.standing.approved_by)
    return translate("Agents", _DONE[asked.act]).format(
        device="" if asked.laptop is None else asked.laptop.device,
        count=format_number(state.count or approved),
        needed=APPROVALS,
    )


def code_groups(code: str) -> str:
    """A code as it is read aloud: group by group, sign by sign."""
    return ", ".join(" ".join(group) for group in code.split("-"))
