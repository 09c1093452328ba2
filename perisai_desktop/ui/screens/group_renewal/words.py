"""A kelompok that pays on in words: its line in the list, its members, and what is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.collection import CollectionOption
from perisai_desktop.domain.group_renewal import PayerDue, RenewalMember
from perisai_desktop.ui.contribution_words import hurdle_words, months_words, overdue_words, span_words
from perisai_desktop.ui.enrolment_words import payers
from perisai_desktop.ui.i18n import month_short
from perisai_desktop.ui.screens.group_renewal.state import GroupRenewalState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.table_model import Cell
from sync.rules.nik import format_nik
from sync.rules.programmes import PayerKind
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate
_MOST_VILLAGES = 2


def kind_words(payer: PayerKind) -> str:
    """What a kelompok is by its payer: `Family`, `Village budget`."""
    return translate("GroupRenewal", "Family") if payer is PayerKind.SELF else dict(payers())[payer]


def count_words(count: int) -> str:
    """A number of members."""
    if count == 1:
        return translate("GroupRenewal", "1 member")
    return translate("GroupRenewal", "{count} members").format(count=format_number(Rupiah(count)))


def payer_cells(one: PayerDue) -> Sequence[Cell]:
    """The line of a kelompok: who pays and where, how many people, paid until when, and what is owed."""
    where = ", ".join(one.villages[:_MOST_VILLAGES]) + (" …" if len(one.villages) > _MOST_VILLAGES else "")
    until = "–" if one.month is None else month_short(one.month.plus(-1))
    if one.due:
        people = translate("GroupRenewal", "{count} to pay").format(count=one.due)
        owed = Cell(format_rupiah(Rupiah(one.owed)), detail=people, strong=True)
    elif one.month is None:
        owed = Cell("–", tone=Tone.MUTED)
    else:
        owed = Cell(translate("GroupRenewal", "Paid"), tone=Tone.OK)
    members = format_number(Rupiah(one.members))
    return (
        Cell(one.name, detail=where, strong=True),
        Cell(kind_words(one.payer)),
        Cell(members),
        Cell(until),
        owed,
    )


def member_cells(member: RenewalMember, option: CollectionOption | None, *, ticked: bool) -> Sequence[Cell]:
    """The line of a member: the box, who it is, how the member stands, and the months with their price."""
    until = "–" if member.until is None else month_short(member.until)
    nik = format_nik(member.nik)
    if option is None or member.hurdle is not None:
        said = translate("GroupRenewal", "can't be paid for")
        reason, _, tone = hurdle_words(member.hurdle) if member.hurdle is not None else ("", "", Tone.MUTED)
        told = " · ".join(part for part in (nik, reason) if part)
        who = Cell(member.name, detail=told, detail_tone=tone, copy=member.name)
        return Cell(icon="ban", tone=tone, copy=said), who, Cell(until), Cell("–"), Cell("–", tone=Tone.MUTED)
    said = translate("GroupRenewal", "pays") if ticked else translate("GroupRenewal", "left out")
    icon, ink = ("square-check", Tone.OK) if ticked else ("square", Tone.MUTED)
    standing, tone = _standing(member)
    tone_of_price = Tone.PLAIN if ticked else Tone.MUTED
    return (
        Cell(icon=icon, tone=ink, copy=said),
        Cell(member.name, detail=nik, copy=member.name),
        Cell(until, detail=standing, detail_tone=tone),
        Cell(months_words(option.months), detail=span_words(option), tone=tone_of_price),
        Cell(format_rupiah(option.quote.total), strong=ticked, tone=tone_of_price),
    )


def _standing(member: RenewalMember) -> tuple[str, Tone]:
    if member.withdrew:
        return translate("GroupRenewal", "consent withdrawn"), Tone.WARNING
    if not member.due:
        return translate("GroupRenewal", "paid"), Tone.OK
    if member.left_out:
        return translate("GroupRenewal", "left out last time"), Tone.WARNING
    if member.overdue:
        return overdue_words(member.overdue), Tone.ERROR if member.overdue > 2 else Tone.WARNING
    return translate("GroupRenewal", "due now"), Tone.MUTED


def ahead_words(ahead: int) -> str:
    """The choice of months for everybody."""
    return translate("GroupRenewal", "What is owed") if ahead == 0 else months_words(ahead)


def sum_words(state: GroupRenewalState) -> str:
    """How many members pay, how many are left out, and how many can't pay."""
    payable = len(state.members) - len(state.barred)
    told = [
        translate("GroupRenewal", "{count} of {all} pay").format(
            count=len(state.chosen), all=len(state.members)
        )
    ]
    if payable > len(state.chosen):
        told.append(translate("GroupRenewal", "{count} left out").format(count=payable - len(state.chosen)))
    if state.barred:
        told.append(translate("GroupRenewal", "{count} can't pay").format(count=len(state.barred)))
    if len(state.receipts) > 1:
        told.append(translate("GroupRenewal", "{count} receipts").format(count=len(state.receipts)))
    return " · ".join(told)


def progress_words(state: GroupRenewalState) -> str:
    """Which receipt is being written."""
    if state.paying == 1:
        return translate("GroupRenewal", "The receipt for {people} is being written").format(
            people=count_words(len(state.chosen))
        )
    return translate("GroupRenewal", "Receipt {number} of {count} is being written").format(
        number=min(state.paid + 1, state.paying), count=state.paying
    )
