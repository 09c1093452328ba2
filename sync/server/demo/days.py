"""What happens at an agent's without any fraud: the time before a demo, and its ordinary days."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, timedelta

from sync.rules.membership import ARREARS_LIMIT, first_not_overdue
from sync.server.demo.frauds import after_a_gap, old_cash_deposited
from sync.server.demo.laptop import WESTERN
from sync.server.demo.planted import Planted
from sync.server.demo.work import MORNING, AgentWork
from sync.server.domain.checks.finding import Check

_ACQUAINTED = 5
"""So many people each agent knows before the days begin."""
_KNOWN_SINCE = timedelta(days=60)
_PICTURED, _VOIDED = 0.2, 0.01
"""Shares of enrolments with a picture of the KTP, and of payments that are voided."""
_ENROLMENT, _PAYMENT, _REST = 4, 2, 2
"""Entries of an enrolment, of a payment, and of a day's deposit and closing."""
_ENROLLING = 0.6
"""The share of enrolments among the entries of a day."""


def morning(on: date) -> datetime:
    """The beginning of a working day."""
    return datetime.combine(on, MORNING, UTC) - WESTERN


def lapsing_on(on: date) -> date:
    """A day on which somebody paid a month, and is as many months overdue on `on` as can still be paid."""
    month = first_not_overdue(on).plus(-1 - ARREARS_LIMIT)
    return date(month.year, month.month, 10)


def before(work: AgentWork, on: date, frauds: Collection[str]) -> Sequence[Planted]:
    """Whom an agent knows before the first day `on`, and what some frauds need: a lapsed member, cash kept back.

    The first picture of an agent who keeps cash back for good never comes either.
    """
    if after_a_gap.__name__ in frauds:
        work.begin(lapsing_on(on))
        work.enrol(work.people.somebody(work.on, 1))
        work.deposit()
        work.send()
    work.begin(on - _KNOWN_SINCE)
    cases: list[Planted] = []
    for number in range(_ACQUAINTED):
        form = work.people.somebody(work.on, 6)
        lost = number == 0 and old_cash_deposited.__name__ in frauds
        written = work.enrol(form, card=work.chance.randbytes(64), show=not lost)
        if lost:
            work.kept.add(written.receipt)
            cases.append(Planted(Check.PHOTO_MISSING, work.number, work.on, (written.subject,)))
    work.deposit()
    work.send()
    return cases


def ordinary_day(work: AgentWork, entries: int) -> None:
    """Enrolments and payments of about so many entries, a deposit and the closing; then all is sent."""
    chance = work.chance
    enrolments = max(round((entries - _REST) * _ENROLLING / _ENROLMENT), 1)
    for _ in range(enrolments):
        card = chance.randbytes(64) if chance.random() < _PICTURED else b""
        work.enrol(work.people.somebody(work.on, 1), card=card)
    for _ in range(max((entries - _REST - enrolments * _ENROLMENT) // _PAYMENT, 0)):
        payer = work.payer()
        if payer is not None:
            paid = work.pay(payer, chance.choice((1, 1, 3)))
            if chance.random() < _VOIDED:
                work.void(paid)
    work.deposit()
    work.close()
    work.send()
