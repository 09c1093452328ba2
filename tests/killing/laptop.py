"""The laptop's process: the desktop's services over the real encrypted store and the real line, as the program joins them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from perisai_desktop.config.clock import pinned_on
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.group_renewal import MemberPayment
from perisai_desktop.domain.kelompok import KelompokKind, Member
from perisai_desktop.domain.till import CashStep, DepositChannel
from perisai_desktop.security.instance_lock import InstanceLock
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.storage import journal
from sync.rules.enrolment_form import EnrolmentForm
from tests.killing.failpoints import Failpoint, Trap
from tests.killing.hooks import LAPTOP_COMMITS, watch_commits, watch_files, watch_requests
from tests.support.centres import MARKET_DATE
from tests.support.desks import filled_draft
from tests.support.kelompok_lists import PAGE, person
from tests.support.vaults import CHEAP, PASSWORD

ALL = 100_000
LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Held:
    """What the agent finds on opening: rupiah by receipt number, and the id of every action."""

    receipts: dict[str, int]
    actions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Saved:
    """What the agent was shown after saving: the action, and its receipt where there is one."""

    action_id: str
    number: str = ""
    rupiah: int = 0


@dataclass(frozen=True, slots=True)
class Exchanged:
    """How a sync ended: entries settled, or the code of the failure."""

    sent: int = 0
    failure: str = ""


def live(folder: Path, server_url: str, code: str, failpoint: Failpoint | None, talk: Connection) -> None:
    """Open the profile, enrolling it where it is fresh, say what is there, and do what is asked until told to leave."""
    trap = Trap(failpoint)
    watch_commits(trap, LAPTOP_COMMITS)
    watch_files(trap)
    watch_requests(trap)
    profile = Profile(folder)
    with InstanceLock(profile.lock), suppress(EOFError):
        desk = _enter(profile, server_url, code)
        talk.send(_held(desk))
        while (word := talk.recv()) != LEAVE:
            talk.send(DEEDS[word](desk))
        desk.close()


def _enter(profile: Profile, server_url: str, code: str) -> AgentDesk:
    clock = pinned_on(MARKET_DATE)
    if profile.enrolled:
        return SigningIn(profile, clock).sign_in(PASSWORD)
    return EnrollingDevice(profile, clock, cost=CHEAP, practice=True).enrol(server_url, code, PASSWORD)


def _held(desk: AgentDesk) -> Held:
    receipts = {receipt.number: receipt.total for receipt in desk.receipting.recent(ALL)}
    with desk.enrolling.database.reading() as session:
        actions = frozenset(entry.action_id for entry in journal.replay(session))
    return Held(receipts, actions)


def _enrol(desk: AgentDesk) -> Saved:
    """Somebody new pays three months."""
    number = len(desk.receipting.recent(ALL)) + 1
    draft = filled_draft(
        desk, nik=f"320208140890{number:04d}", phone=f"0812{number:08d}", name=f"Contoh {_word(number)}"
    )
    reasons = dict.fromkeys(("likely_duplicate", "phone_shared"), "Orang lain")
    receipt = desk.enrolling.enrol(replace(draft, reasons=reasons))
    return Saved(receipt.action_id, receipt.number, receipt.total)


def _renew(desk: AgentDesk) -> Saved:
    """A family pays on for all who can; where there is none yet, one is enrolled."""
    listed = desk.payers.all()
    if not listed:
        return _together(desk)
    members = [one for one in desk.group_renewing.outlook(listed[0].steps).members if one.options]
    if not members:
        return _adjust(desk)
    options = [one.options[0] for one in members]
    payments = [
        MemberPayment(one.worker_id, option.first, option.months)
        for one, option in zip(members, options, strict=True)
    ]
    total = sum(option.quote.total for option in options)
    receipt = desk.group_renewing.renew(listed[0].steps, payments, total)
    return Saved(receipt.action_id, receipt.number, receipt.total)


def _together(desk: AgentDesk) -> Saved:
    """A family of three is enrolled on one receipt."""
    grouping = desk.grouping
    forms = (replace(EnrolmentForm(), **fields) for fields in map(person, range(9_001, 9_004)))  # type: ignore[arg-type]
    people = [Member(row, form) for row, form in enumerate(forms, start=1)]
    begun = replace(grouping.new(KelompokKind.FAMILY), payer_name="Siti Contoh")
    kelompok = grouping.add_pages(grouping.keep(begun, people), [PAGE])
    judged = grouping.judge(grouping.roll(), kelompok, grouping.members(kelompok))
    rows, total = [one.member.row for one in judged], sum(one.total or 0 for one in judged)
    receipt = desk.group_enrolling.enrol(kelompok, rows, total)
    return Saved(receipt.action_id, receipt.number, receipt.total)


def _word(number: int) -> str:
    """Letters for a number: names hold no digits."""
    letters = ""
    for _ in range(4):
        number, place = divmod(number, 26)
        letters += chr(ord("a") + place)
    return letters


def _deposit(desk: AgentDesk) -> Saved:
    """Everything in hand is deposited; a float is taken out of the drawer where there is nothing."""
    chosen = desk.depositing.in_hand()
    if not chosen:
        return _adjust(desk)
    wish = DepositWish(
        tuple(one.number for one in chosen),
        sum(one.rupiah for one in chosen),
        "123456789012",
        DepositChannel.ATM,
        desk.clock.now(),
    )
    return _action_of(desk, desk.depositing.deposit(wish))


def _adjust(desk: AgentDesk) -> Saved:
    """Some change is put into the drawer."""
    return _action_of(desk, desk.adjusting.adjust(CashStep.OPENING_FLOAT, 5_000, "other"))


def _action_of(desk: AgentDesk, entry_id: str) -> Saved:
    with desk.enrolling.database.reading() as session:
        entry = journal.entry(session, entry_id)
    assert entry is not None
    return Saved(entry.action_id)


def _sync(desk: AgentDesk) -> Exchanged:
    try:
        return Exchanged(desk.syncing.run().sent)
    except Failure as failure:
        return Exchanged(failure=failure.code.value)


DEEDS: dict[str, Callable[[AgentDesk], Saved | Exchanged]] = {
    "enrol": _enrol,
    "renew": _renew,
    "deposit": _deposit,
    "adjust": _adjust,
    "sync": _sync,
}
