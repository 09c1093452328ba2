"""Channels of a deposit, and what it will do, in words."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.ui.screens.deposit.state import DepositState
from sync.rules.rupiah import format_rupiah

translate = QCoreApplication.translate


def channel_words(channel: DepositChannel) -> str:
    """By which way cash was deposited."""
    return {
        DepositChannel.BANK_TRANSFER: translate("Deposit", "Bank transfer"),
        DepositChannel.BANK_COUNTER: translate("Deposit", "Bank counter"),
        DepositChannel.ATM: translate("Deposit", "ATM"),
        DepositChannel.POST_OFFICE: translate("Deposit", "Post office"),
        DepositChannel.MINIMARKET: translate("Deposit", "Minimarket"),
        DepositChannel.E_WALLET: translate("Deposit", "E-wallet"),
        DepositChannel.OFFICE: translate("Deposit", "Agents' office"),
    }[channel]


def effect_words(state: DepositState) -> str:
    """What the deposit does to the cash, in numbers."""
    if not state.numbers or not state.deposited:
        return translate("Deposit", "Choose receipts and write the amount that is on the slip.")
    words = translate(
        "Deposit", "{amount} of {count} receipts leaves the cash. Afterwards {after} is in hand."
    )
    return words.format(
        amount=format_rupiah(state.deposited),
        count=len(state.numbers),
        after=format_rupiah(state.rupiah - state.deposited),
    )


def difference_words(state: DepositState) -> str:
    """How far the amount is from the receipts' sum, empty where it is the same."""
    amount = format_rupiah(abs(state.difference))
    if state.difference < 0:
        return translate("Deposit", "{amount} less than the receipts: say why.").format(amount=amount)
    if state.difference > 0:
        return translate("Deposit", "{amount} more than the receipts: say why.").format(amount=amount)
    return ""
