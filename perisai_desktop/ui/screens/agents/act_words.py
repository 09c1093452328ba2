"""What an act on a laptop is called, and what it will do, in numbers."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.screens.agents.acts import Act, Asked
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate

ICONS = {Act.PAUSE: "circle-pause", Act.RESUME: "play", Act.REVOKE: "shield-x", Act.CODE: "key-round"}


def button_words(act: Act) -> str:
    """The words on the button that begins an act."""
    return {
        Act.PAUSE: translate("Agents", "Pause…"),
        Act.RESUME: translate("Agents", "Let it work again…"),
        Act.REVOKE: translate("Agents", "Revoke…"),
        Act.CODE: translate("Agents", "Code for a new laptop…"),
    }[act]


def title_words(asked: Asked) -> str:
    """The title of the dialog."""
    device = "" if asked.laptop is None else asked.laptop.device
    words = {
        Act.PAUSE: translate("Agents", "Pause laptop {device}"),
        Act.RESUME: translate("Agents", "Let laptop {device} work again"),
        Act.REVOKE: translate("Agents", "Revoke laptop {device}"),
        Act.CODE: translate("Agents", "Code for a new laptop"),
    }
    return words[asked.act].format(device=device)


def act_words(act: Act) -> str:
    """The words on the button that does it."""
    return {
        Act.PAUSE: translate("Agents", "Pause"),
        Act.RESUME: translate("Agents", "Let it work again"),
        Act.REVOKE: translate("Agents", "Revoke"),
        Act.CODE: translate("Agents", "Make the code"),
    }[act]


def promise_words(asked: Asked) -> tuple[str, ...]:
    """What the act will do, one sentence each."""
    missing = 0 if asked.laptop is None else asked.laptop.missing_entries
    waiting = translate("Agents", "Known to be on it and not at the branch: {count} records.").format(
        count=format_number(missing)
    )
    cash = translate("Agents", "Cash in hand of {agent} stays what it is: {cash}.").format(
        agent=asked.agent.name, cash=format_rupiah(Rupiah(asked.agent.cash))
    )
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


def done_words(asked: Asked) -> str:
    """What came of it."""
    device = "" if asked.laptop is None else asked.laptop.device
    words = {
        Act.PAUSE: translate("Agents", "Laptop {device} is paused."),
        Act.RESUME: translate("Agents", "Laptop {device} works again."),
        Act.REVOKE: translate("Agents", "Laptop {device} is revoked."),
        Act.CODE: translate("Agents", "Read it out or write it down: it is shown once."),
    }
    return words[asked.act].format(device=device)
