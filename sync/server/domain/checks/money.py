"""Checks of money that need no more than the entry and what was paid before: a gap, a deposit unlike its receipts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import arrears
from sync.server.domain.checks.finding import Check, Finding, shown


@dataclass(frozen=True, slots=True)
class Carried:
    """A receipt in a deposit: its entry, and the local date on which its cash was taken."""

    entry_id: str
    taken_on: date


def months_of_gap(paid: Iterable[IuranMonth], on: date) -> int:
    """How many months are overdue on a local date behind the last one paid; 0 for somebody who never paid."""
    last = max(paid, default=None)
    return 0 if last is None else arrears(last, on)


def check_deposit(
    entry_id: str,
    agent_id: str,
    on: date,
    difference: int,
    receipts: Sequence[Carried],
    flags: Sequence[str],
    allowed_days: int,
) -> tuple[Finding, ...]:
    """A deposit unlike its receipts, by its own word (`difference`, rupiah) or by what was flagged, or of old cash."""
    found: list[Finding] = []
    if difference or flags:
        evidence = shown(one.entry_id for one in receipts)
        found.append(Finding(Check.DEPOSIT_DIFFERS, agent_id, on, entry_id, evidence, abs(difference)))
    old = [one for one in receipts if (on - one.taken_on).days > allowed_days]
    if old:
        days = max((on - one.taken_on).days for one in old)
        evidence = shown(one.entry_id for one in old)
        found.append(Finding(Check.CASH_OLD, agent_id, on, entry_id, evidence, days))
    return tuple(found)
