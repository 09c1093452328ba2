"""The frauds: what each kind looks like in an agent's day. Each answers the cases that the checks must find."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from sync.rules.dates import birthday
from sync.rules.enrolment import RETIREMENT_AGE
from sync.rules.enrolment_form import EnrolmentForm
from sync.server.demo.planted import Planted
from sync.server.demo.work import AgentWork
from sync.server.domain.checks.finding import Check

Fraud: TypeAlias = Callable[[AgentWork, AgentWork], Sequence[Planted]]
"""What an agent does on a day, with another agent of the branch."""

_BURST = 15
_VOIDS = 6
_PHONES = 5
_AHEAD = timedelta(days=2)


def same_nik_elsewhere(here: AgentWork, other: AgentWork) -> Sequence[Planted]:
    """Somebody whom another agent enrolled is enrolled again."""
    known = here.chance.choice(other.members).form
    again = here.enrol(replace(_somebody(here), nik=known.nik, birth_date=known.birth_date, sex=known.sex))
    here.leave_out(again)
    return [_case(here, Check.SAME_NIK, again.subject)]


def same_nik_in_a_batch(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """The same NIK twice on one day."""
    form = _somebody(here)
    here.enrol(form)
    again = here.enrol(replace(form, phone=here.people.phone()))
    here.leave_out(again)
    return [_case(here, Check.SAME_NIK, again.subject)]


def same_person(here: AgentWork, other: AgentWork) -> Sequence[Planted]:
    """Somebody known is enrolled under an invented NIK, the name written otherwise: by birth date, phone, or village."""
    cases = []
    for way in range(3):
        known = here.chance.choice(other.members).form
        born = date.fromisoformat(known.birth_date)
        if way == 1:
            born -= timedelta(days=here.chance.randint(400, 900))
        elif way == 2:
            born = birthday(born, -1)
        twin = replace(
            _somebody(here),
            nik=here.people.nik(known.village, born, woman=known.sex == "P"),
            name=_written_otherwise(known.name, way),
            birth_date=born.isoformat(),
            sex=known.sex,
            village=known.village if way != 1 else here.people.village(),
            phone=known.phone if way == 1 else here.people.phone(),
        )
        cases.append(_case(here, Check.SAME_PERSON, here.enrol(twin).subject))
    return cases


def near_the_limit(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Somebody a few weeks before the 65th birthday."""
    turns = here.on + timedelta(days=here.chance.randint(20, 150))
    born = date(turns.year - RETIREMENT_AGE, turns.month, min(turns.day, 28))
    assert birthday(born, RETIREMENT_AGE) > here.on
    form = here.people.born(born, here.on, 1)
    return [_case(here, Check.AGE_NEAR_LIMIT, here.enrol(form).subject)]


def one_phone(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Five people with the agent's own phone; those from the fourth on are beyond the limit."""
    phone = here.people.phone()
    written = [here.enrol(replace(_somebody(here), phone=phone)).subject for _ in range(_PHONES)]
    return [_case(here, Check.PHONE_OF_MANY, entry_id) for entry_id in written[3:]]


def burst(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Fifteen enrolments in three quarters of an hour: a list typed in, nobody seen."""
    written = [here.enrol(_somebody(here), minutes=3).subject for _ in range(_BURST)]
    return [Planted(Check.MANY_IN_ONE_HOUR, here.number, here.on, tuple(written))]


def photo_of_another(here: AgentWork, other: AgentWork) -> Sequence[Planted]:
    """The card that another agent photographed, for a new name."""
    card = here.chance.choice([one.card for one in other.members if one.card])
    return [_case(here, Check.PHOTO_USED_BEFORE, here.enrol(_somebody(here), card=card).subject)]


def slip_twice(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Two deposits with a picture of one slip."""
    slip = here.chance.randbytes(64)
    here.enrol(_somebody(here))
    here.deposit(slip=slip)
    here.pictures.append(slip)
    here.enrol(_somebody(here))
    again = here.deposit(slip=slip)
    assert again is not None
    return [_case(here, Check.PHOTO_USED_BEFORE, again.subject)]


def birth_date_at_odds(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """A birth date made younger than the NIK says."""
    form = _somebody(here)
    younger = date.fromisoformat(form.birth_date) + timedelta(days=70)
    changed = replace(form, birth_date=younger.isoformat())
    written = here.enrol(changed, reasons=[Check.BIRTH_DATE_AT_ODDS.value])
    return [_case(here, Check.BIRTH_DATE_AT_ODDS, written.subject)]


def receipt_skipped(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """A receipt whose number jumps: the one between was written elsewhere."""
    here.enrol(_somebody(here))
    here.seat.laptop.receipts += 1
    return [_case(here, Check.RECEIPT_GAP, here.enrol(_somebody(here)).receipt)]


def deposit_short(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Less is brought to the bank than the receipts say."""
    here.enrol(_somebody(here))
    written = here.deposit(difference=-here.chance.choice((2_000, 3_000, 5_000)))
    assert written is not None
    return [_case(here, Check.DEPOSIT_DIFFERS, written.subject)]


def clock_ahead(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Cash is taken and brought away with the laptop's clock two days ahead, which is turned back afterwards."""
    on = here.on
    here.at += _AHEAD
    written = here.enrol(_somebody(here))
    here.deposit()
    here.at -= _AHEAD
    here.leave_out(written)
    turned_back = Planted(Check.CLOCK_BACK, here.number, on)
    return [Planted(Check.CLOCK_AHEAD, here.number, on, (written.subject,)), turned_back]


def many_voids(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Receipts given out, and voided behind the payers' backs."""
    asked = [here.void(here.enrol(_somebody(here))).subject for _ in range(_VOIDS)]
    return [Planted(Check.VOIDS_OUT_OF_PATTERN, here.number, here.on, tuple(asked))]


def old_cash_deposited(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Cash that was kept for weeks is brought at last."""
    old = [one for one in here.hand if one.receipt in here.kept]
    here.kept.clear()
    written = here.deposit()
    assert written is not None
    return [_case(here, Check.CASH_OLD, written.subject, *(one.receipt for one in old))]


def entries_lost(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Receipts are written, and the laptop never sends them; their cash stays with the agent."""
    here.send()
    paid = [here.enrol(_somebody(here)) for _ in range(2)]
    here.lost.update(one.receipt for one in paid)
    here.leave_out(*paid)
    here.withhold()
    lost = sum(one.total for one in paid)
    return [Planted(Check.ENTRIES_MISSING, here.number, here.on, rupiah=lost)]


def after_a_gap(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """Somebody who has not paid for three months pays all at once."""
    lapsed = min(here.members, key=lambda one: one.until)
    return [_case(here, Check.FIRST_AFTER_GAP, here.pay(lapsed, 3).subject)]


def seconded_by_oneself(here: AgentWork, _other: AgentWork) -> Sequence[Planted]:
    """An administrator approves what takes two people as both of two reviewers whom she made up."""
    written = here.enrol(_somebody(here))
    here.send()
    here.branch.approve_by_one_hand(written.subject)
    return [_case(here, Check.SAME_HAND, written.subject)]


FRAUDS: Mapping[str, Fraud] = {
    fraud.__name__: fraud
    for fraud in (
        same_nik_elsewhere,
        same_nik_in_a_batch,
        same_person,
        near_the_limit,
        one_phone,
        burst,
        photo_of_another,
        slip_twice,
        birth_date_at_odds,
        receipt_skipped,
        deposit_short,
        many_voids,
        old_cash_deposited,
        entries_lost,
        after_a_gap,
        clock_ahead,
        seconded_by_oneself,
    )
}


def _somebody(here: AgentWork) -> EnrolmentForm:
    return here.people.somebody(here.on, 1)


def _case(here: AgentWork, check: Check, *entries: str) -> Planted:
    return Planted(check, here.number, here.on, entries)


def _written_otherwise(name: str, way: int) -> str:
    """The same name in another hand: upper case, the last letter doubled, short forms."""
    given, *rest = name.split()
    short = {"Muhammad": "Moh.", "Siti": "St.", "Abdul": "Abd"}.get(given, given)
    family = " ".join(rest)
    return (f"{short} {family}".upper(), f"{short} {family}{family[-1]}", f"{given} {family} ")[way].strip()
