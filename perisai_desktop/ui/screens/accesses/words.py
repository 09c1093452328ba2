"""Rows of the access log in words and cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.access import Access, TrailFault
from perisai_desktop.ui.i18n import clock_words, month_short, plain_date, zone_words
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.record_words import record_mark
from perisai_desktop.ui.role_words import role_words
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.iuran_month import IuranMonth
from sync.rules.rupiah import format_number

translate = QCoreApplication.translate

ACTS: dict[str, str] = {
    "record_seen": QT_TRANSLATE_NOOP("AccessActs", "Was shown a record"),
    "photo_seen": QT_TRANSLATE_NOOP("AccessActs", "Was shown a photo"),
    "list_seen": QT_TRANSLATE_NOOP("AccessActs", "Was shown the queue"),
    "workers_searched": QT_TRANSLATE_NOOP("AccessActs", "Searched for workers"),
    "portal_exported": QT_TRANSLATE_NOOP("AccessActs", "Took approved work to the portal"),
    "laptop_records_seen": QT_TRANSLATE_NOOP("AccessActs", "Was shown of whom a laptop held data"),
    "person_exported": QT_TRANSLATE_NOOP("AccessActs", "Took everything that is held about a person"),
    "data_purged": QT_TRANSLATE_NOOP("AccessActs", "Erased data of a person"),
    "retention_set": QT_TRANSLATE_NOOP("AccessActs", "Set how long data stay"),
    "ledger_exported": QT_TRANSLATE_NOOP("AccessActs", "Took the ledger"),
    "review_open": QT_TRANSLATE_NOOP("AccessActs", "Opened a record"),
    "review_release": QT_TRANSLATE_NOOP("AccessActs", "Gave a record back"),
    "review_take_over": QT_TRANSLATE_NOOP("AccessActs", "Took a record over"),
    "review_approve": QT_TRANSLATE_NOOP("AccessActs", "Approved a record"),
    "review_return": QT_TRANSLATE_NOOP("AccessActs", "Sent a record back"),
    "review_refuse": QT_TRANSLATE_NOOP("AccessActs", "Refused a record"),
    "review_duplicate": QT_TRANSLATE_NOOP("AccessActs", "Called a record a duplicate"),
    "review_not_duplicate": QT_TRANSLATE_NOOP("AccessActs", "Took back that a record is a duplicate"),
    "review_propose_approve": QT_TRANSLATE_NOOP("AccessActs", "Approved a record as the first of two"),
    "review_propose_refuse": QT_TRANSLATE_NOOP("AccessActs", "Refused a record as the first of two"),
    "review_decline": QT_TRANSLATE_NOOP("AccessActs", "Did not agree to a colleague's decision"),
    "review_withdraw": QT_TRANSLATE_NOOP("AccessActs", "Took the own decision back"),
    "review_told_apart": QT_TRANSLATE_NOOP("AccessActs", "Said that two records are of two people"),
    "review_same_person": QT_TRANSLATE_NOOP("AccessActs", "Said that two records are of one person"),
    "review_escalate": QT_TRANSLATE_NOOP("AccessActs", "Had somebody else say whether it is one person"),
    "review_register": QT_TRANSLATE_NOOP("AccessActs", "Brought a participant number"),
    "review_turn_down": QT_TRANSLATE_NOOP("AccessActs", "Brought the agency's refusal"),
    "payment_attributed": QT_TRANSLATE_NOOP("AccessActs", "Said for whom money was paid"),
    "deposit_matched": QT_TRANSLATE_NOOP("AccessActs", "Matched a deposit"),
    "bulk_drawn": QT_TRANSLATE_NOOP("AccessActs", "Took records together"),
    "bulk_scheduled": QT_TRANSLATE_NOOP("AccessActs", "Approved records together"),
    "bulk_undone": QT_TRANSLATE_NOOP("AccessActs", "Took back what was approved together"),
    "bulk_applied": QT_TRANSLATE_NOOP("AccessActs", "What was approved together stands"),
    "bundle_received": QT_TRANSLATE_NOOP("AccessActs", "Took in the file of a laptop"),
    "workers_handed_over": QT_TRANSLATE_NOOP("AccessActs", "Handed workers over"),
    "signed_in": QT_TRANSLATE_NOOP("AccessActs", "Signed in"),
    "signed_out": QT_TRANSLATE_NOOP("AccessActs", "Signed out"),
    "account_locked": QT_TRANSLATE_NOOP("AccessActs", "Was locked after wrong passwords"),
    "account_added": QT_TRANSLATE_NOOP("AccessActs", "Added an account"),
    "account_suspended": QT_TRANSLATE_NOOP("AccessActs", "Suspended an account"),
    "account_restored": QT_TRANSLATE_NOOP("AccessActs", "Let a suspended account in again"),
    "password_given": QT_TRANSLATE_NOOP("AccessActs", "Gave an account a temporary password"),
    "password_changed": QT_TRANSLATE_NOOP("AccessActs", "Chose a password of their own"),
    "branch_added": QT_TRANSLATE_NOOP("AccessActs", "Added a branch"),
    "settings_drafted": QT_TRANSLATE_NOOP("AccessActs", "Drafted the branch's settings"),
    "settings_draft_dropped": QT_TRANSLATE_NOOP("AccessActs", "Threw a draft of the settings away"),
    "settings_published": QT_TRANSLATE_NOOP("AccessActs", "Published the branch's settings"),
    "second_person_set": QT_TRANSLATE_NOOP("AccessActs", "Set when it takes two people"),
    "office_added": QT_TRANSLATE_NOOP("AccessActs", "Added an office"),
    "agent_added": QT_TRANSLATE_NOOP("AccessActs", "Added an agent"),
    "device_code_issued": QT_TRANSLATE_NOOP("AccessActs", "Made a code for a laptop"),
    "device_enrolled": QT_TRANSLATE_NOOP("AccessActs", "Registered a laptop"),
    "device_state_set": QT_TRANSLATE_NOOP("AccessActs", "Paused or revoked a laptop, or let it work again"),
    "device_wipe_asked": QT_TRANSLATE_NOOP("AccessActs", "Asked for a laptop to be wiped"),
    "device_wipe_withdrawn": QT_TRANSLATE_NOOP("AccessActs", "Took back that a laptop is to be wiped"),
    "device_wipe_approved": QT_TRANSLATE_NOOP("AccessActs", "Agreed that a laptop is wiped"),
    "device_lost": QT_TRANSLATE_NOOP("AccessActs", "Reported a laptop as lost"),
    "device_found": QT_TRANSLATE_NOOP("AccessActs", "Reported a laptop as found"),
    "device_reopened": QT_TRANSLATE_NOOP("AccessActs", "Answered a forgotten password"),
    "device_wiped": QT_TRANSLATE_NOOP("AccessActs", "A laptop was wiped"),
    "epoch_granted": QT_TRANSLATE_NOOP("AccessActs", "A laptop got new receipt numbers"),
    "epoch_granted_by_phone": QT_TRANSLATE_NOOP("AccessActs", "Read out a code for new receipt numbers"),
    "epoch_recognised": QT_TRANSLATE_NOOP("AccessActs", "Receipt numbers of a laptop were recognised"),
}
"""Acts of the trail; one that this program does not know is told by its code."""
WAYS: dict[str, str] = {
    "read": QT_TRANSLATE_NOOP("AccessWays", "read"),
    "opened": QT_TRANSLATE_NOOP("AccessWays", "opened to decide"),
    "released": QT_TRANSLATE_NOOP("AccessWays", "given back"),
    "taken_over": QT_TRANSLATE_NOOP("AccessWays", "taken over"),
    "declined": QT_TRANSLATE_NOOP("AccessWays", "a decision declined"),
    "compared": QT_TRANSLATE_NOOP("AccessWays", "beside another record"),
    "attributed": QT_TRANSLATE_NOOP("AccessWays", "its money attributed"),
}


def columns() -> tuple[Column, ...]:
    """Heads and widths of the list."""
    return (
        Column("at", translate("Accesses", "When"), 108, tabular=True),
        Column("who", translate("Accesses", "Who"), 176),
        Column("act", translate("Accesses", "What"), 240, stretch=True),
        Column("record", translate("Accesses", "Record"), 108, tabular=True, spare=True),
    )


def cells(row: Access, here: int) -> Sequence[Cell]:
    """A row of the list; `here`: the reader's minutes ahead of UTC."""
    local = row.at + timedelta(minutes=here)
    day = f"{local.day} {month_short(IuranMonth.of(local.date()))}"
    return (
        Cell(clock_words(local), detail=day),
        Cell(who_words(row), detail=role_words(row.role), strong=True),
        Cell(act_words(row), detail=detail_words(row)),
        Cell(record_mark(row.record), copy=row.record or ""),
    )


def act_words(row: Access) -> str:
    """What was done."""
    known = ACTS.get(row.act)
    if known is not None:
        return translate("AccessActs", known)
    return translate("Accesses", "Another act ({code})").format(code=row.act)


def detail_words(row: Access) -> str:
    """By which request, to whom, or how many it was about."""
    if row.way in WAYS:
        return translate("AccessWays", WAYS[row.way])
    if row.whom:
        return row.whom
    if row.count:
        return translate("Accesses", "Records: {count}").format(count=format_number(row.count))
    return ""


def who_words(row: Access) -> str:
    """The account's name; the server and its terminal have none."""
    if row.name:
        return row.name
    if row.actor == "terminal":
        return translate("Accesses", "Terminal of the server")
    return translate("Accesses", "The server")


def moment(row: Access, here: int) -> str:
    """Day, clock and zone of a row."""
    local = row.at + timedelta(minutes=here)
    return f"{plain_date(local.date())} · {clock_words(local)} {zone_words(here)}"


def fault_words(fault: TrailFault) -> str:
    """Where the trail does not hold."""
    if fault.day is not None:
        return translate("Accesses", "the signed day {day}").format(day=plain_date(fault.day))
    return translate("Accesses", "row {number}").format(number=format_number(fault.number or 0))
