"""Cash in hand: the one formula, and how loudly the age of the oldest undeposited rupiah is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sync.rules.branch_settings import BranchSettings
from sync.rules.rupiah import Rupiah


@dataclass(frozen=True, slots=True)
class CashFacts:
    """Sums in rupiah; all are at least 0 but the adjustments (surplus positive, shortage negative)."""

    opening_float: int = 0
    receipts: int = 0
    voids_without_cash: int = 0
    refunds: int = 0
    deposits: int = 0
    hand_overs: int = 0
    adjustments: int = 0


class CashAlert(StrEnum):
    """How loudly the age of undeposited cash must be said."""

    CALM = "calm"
    ALERT = "alert"
    RED = "red"


def cash_in_hand(facts: CashFacts) -> Rupiah:
    """Float + receipts - approved voids without cash - refunds - deposits - hand-overs ± adjustments, rupiah.

    A void that is requested and not decided lowers nothing: nobody hides cash by voiding.
    """
    taken = facts.opening_float + facts.receipts
    given = facts.voids_without_cash + facts.refunds + facts.deposits + facts.hand_overs
    return Rupiah(taken - given + facts.adjustments)


def cash_facts(movements: Iterable[tuple[str, int]]) -> CashFacts:
    """The sums that movements add up to: each a sort and an amount in rupiah, of which only `void` may be below 0.

    Sorts are `receipt`, `void` (approved, without cash), `refund`, `deposit` and those of a cash adjustment.
    """
    sums: dict[str, int] = {}
    for sort, amount in movements:
        sums[sort] = sums.get(sort, 0) + amount
    return CashFacts(
        opening_float=sums.get("opening_float", 0),
        receipts=sums.get("receipt", 0),
        voids_without_cash=sums.get("void", 0),
        refunds=sums.get("refund", 0),
        deposits=sums.get("deposit", 0),
        hand_overs=sums.get("hand_over", 0),
        adjustments=sums.get("surplus", 0) - sums.get("shortage", 0),
    )


def expectable(facts: CashFacts, voids: Sequence[int]) -> frozenset[int]:
    """What a laptop may have expected, rupiah, where `voids` were approved in this order and `facts` leave them out.

    Decisions reach a laptop in order, so it knew the first of them, some more, or all.
    """
    known = [cash_in_hand(facts) - sum(voids[:count]) for count in range(len(voids) + 1)]
    return frozenset(known)


def cash_alert(oldest: date | None, today: date, settings: BranchSettings) -> CashAlert:
    """The alert for the oldest undeposited rupiah: after more days than the branch's two limits."""
    if oldest is None:
        return CashAlert.CALM
    days = (today - oldest).days
    if days > settings.undeposited_red_days:
        return CashAlert.RED
    return CashAlert.ALERT if days > settings.undeposited_alert_days else CashAlert.CALM
