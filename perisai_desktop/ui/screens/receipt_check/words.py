"""What a checked receipt is told as: a title, what it rests on, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.receipt_check import (
    Arrival,
    BranchAnswer,
    ReceiptCheck,
    Standing,
    Verdict,
    disagrees,
)
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.i18n import moment_words, plain_date
from perisai_desktop.ui.screens.receipt_check.state import Checked
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a receipt is checked: the instant, local minutes ahead of UTC, the branch's number, practice or not."""

    now: datetime
    offset: int
    hotline: str
    practice: bool

    def moment(self, at: datetime) -> str:
        """An instant on the local clock."""
        shift = timedelta(minutes=self.offset)
        return moment_words((at + shift).replace(tzinfo=None), (self.now + shift).date())


@dataclass(frozen=True, slots=True)
class Told:
    """The large card: icon and tone, title, what it rests on, and what to do."""

    icon: str
    tone: Tone
    title: str
    lead: str
    advice: str


def verdict_face(checked: Checked) -> Face:
    """The verdict as a badge for the list; that it is practice can be read off the number."""
    icon, tone = _LOOKS[checked.verdict]
    return Face(_title(checked.verdict, practice=False), icon, tone)


def told(checked: Checked, where: Surroundings) -> Told:
    """The verdict in words, in the language on screen."""
    check, verdict = checked.check, checked.verdict
    icon, tone = _LOOKS[verdict]
    title, advice = _title(verdict, practice=check.practice), _advice(checked, where)
    if check.practice and not where.practice and verdict not in (Verdict.ALTERED, Verdict.UNKNOWN):
        lead = translate("Checked", "A practice receipt: no money was paid on it, it proves nothing.")
        return Told("triangle-alert", Tone.WARNING, title, lead, advice)
    return Told(icon, tone, title, _lead(checked), advice)


def branch_face(checked: Checked) -> Face | None:
    """What the branch said, or why it did not; None where a typed number gives nothing to ask with."""
    answer = checked.answer
    if checked.asking:
        return Face(translate("Checked", "Asking the branch…"), "hourglass", Tone.MUTED)
    if checked.unreached is not None:
        return Face(explain(checked.unreached).what, "wifi-off", Tone.MUTED)
    if answer is None:
        return None
    if disagrees(checked.check, answer):
        words = translate("Checked", "The branch's answer does not fit the signature, which is the proof.")
        return Face(words, "triangle-alert", Tone.WARNING)
    return Face(_said(answer), "wifi", Tone.PLAIN)


def rests_on(check: ReceiptCheck, where: Surroundings) -> str:
    """With what this laptop checked, and how old that is."""
    if check.arrival is not Arrival.NOT_OWN or check.of_this_laptop:
        if check.synced_at is None:
            return translate("Checked", "Checked on this laptop, which has not synced yet.")
        words = translate("Checked", "Checked on this laptop, last sync {moment}.")
        return words.format(moment=where.moment(check.synced_at))
    if check.directory_at is None:
        return translate(
            "Checked", "Checked on this laptop. The branch's list of laptops comes with the next sync."
        )
    words = translate("Checked", "Checked on this laptop with the branch's list of laptops of {moment}.")
    return words.format(moment=where.moment(check.directory_at))


_LOOKS = {
    Verdict.RECEIVED: ("circle-check", Tone.OK),
    Verdict.GENUINE: ("circle-check", Tone.OK),
    Verdict.NOT_RECEIVED: ("cloud-upload", Tone.INFO),
    Verdict.TO_CHECK: ("search-check", Tone.WARNING),
    Verdict.VOIDED: ("ban", Tone.ERROR),
    Verdict.ALTERED: ("shield-x", Tone.ERROR),
    Verdict.UNKNOWN: ("shield-question-mark", Tone.WARNING),
}


def _title(verdict: Verdict, *, practice: bool) -> str:
    match verdict:
        case Verdict.RECEIVED | Verdict.GENUINE | Verdict.NOT_RECEIVED | Verdict.TO_CHECK:
            return translate("Checked", "Genuine, practice") if practice else translate("Checked", "Genuine")
        case Verdict.VOIDED:
            return translate("Checked", "Voided, practice") if practice else translate("Checked", "Voided")
        case Verdict.ALTERED:
            return translate("Checked", "Altered")
        case Verdict.UNKNOWN:
            return translate("Checked", "Unknown")


def _lead(checked: Checked) -> str:
    check = checked.check
    own = check.arrival is not Arrival.NOT_OWN
    match checked.verdict:
        case Verdict.RECEIVED:
            return translate("Checked", "The branch has received it.")
        case Verdict.NOT_RECEIVED if own:
            return translate("Checked", "You issued it; it has not been sent to the branch yet.")
        case Verdict.NOT_RECEIVED:
            return translate("Checked", "The signature fits, but the branch has not received it yet.")
        case Verdict.TO_CHECK:
            return translate("Checked", "The signature fits, but the branch still has to check its record.")
        case Verdict.GENUINE:
            return translate("Checked", "The signature fits number, date and amount.")
        case Verdict.VOIDED:
            return translate("Checked", "It was issued once, but it is void: it no longer proves a payment.")
        case Verdict.ALTERED:
            return translate("Checked", "Number, date or amount is not what was signed.")
        case Verdict.UNKNOWN:
            return _unknown(check)


def _unknown(check: ReceiptCheck) -> str:
    device = check.number[:5]
    if check.of_this_laptop:
        return translate("Checked", "This laptop never issued this number.")
    if check.device_listed and not check.by_signature:
        words = translate("Checked", "Laptop {device} is the branch's, but a number alone proves nothing.")
    elif check.device_listed:
        words = translate("Checked", "Laptop {device} issued no receipts on this date.")
    elif check.directory_at is not None:
        words = translate("Checked", "Laptop {device} is not on the branch's list.")
    else:
        words = translate("Checked", "This laptop does not know laptop {device} yet.")
    return words.format(device=device)


def _advice(checked: Checked, where: Surroundings) -> str:
    check, answer = checked.check, checked.answer
    hotline = ((answer.hotline if answer is not None else "") or where.hotline).replace(" ", "\u00a0")
    call = translate("Checked", "Call the branch: {hotline}.").format(hotline=hotline)
    compare = translate("Checked", "Compare amount and date with the paper.")
    if answer is not None and disagrees(check, answer) and checked.verdict is not Verdict.ALTERED:
        return f"{compare} {call}"
    match checked.verdict:
        case Verdict.RECEIVED | Verdict.GENUINE:
            return compare
        case Verdict.NOT_RECEIVED if check.arrival is Arrival.NOT_SENT:
            sent = translate("Checked", "It is sent by itself as soon as there is a connection.")
            return f"{compare} {sent}"
        case Verdict.NOT_RECEIVED | Verdict.TO_CHECK:
            late = translate("Checked", "Check again in a few days. After 5 days call the branch: {hotline}.")
            return late.format(hotline=hotline)
        case Verdict.VOIDED:
            paid = translate("Checked", "If money was paid and not given back, call the branch: {hotline}.")
            return paid.format(hotline=hotline)
        case Verdict.ALTERED:
            keep = translate("Checked", "Don't take it as proof, and don't give the paper away.")
            return f"{keep} {call}"
        case Verdict.UNKNOWN if not check.by_signature and not check.of_this_laptop:
            scan = translate("Checked", "Scan the QR code: its signature decides.")
            return f"{scan} {call}"
        case Verdict.UNKNOWN:
            return f"{translate('Checked', 'Take it as no proof yet.')} {call}"


def _said(answer: BranchAnswer) -> str:
    match answer.standing:
        case Standing.GENUINE_RECEIVED if answer.received_on is not None:
            words = translate("Checked", "The branch answers: genuine, received on {date}.")
            return words.format(date=plain_date(answer.received_on))
        case Standing.GENUINE_RECEIVED:
            return translate("Checked", "The branch answers: genuine and received.")
        case Standing.GENUINE_NOT_RECEIVED:
            return translate("Checked", "The branch answers: genuine, not received yet.")
        case Standing.GENUINE_TO_CHECK:
            return translate("Checked", "The branch answers: genuine, still being checked.")
        case Standing.VOIDED:
            return translate("Checked", "The branch answers: voided.")
        case Standing.UNKNOWN:
            return translate("Checked", "The branch answers: this laptop is not known to it.")
        case Standing.ALTERED:
            return translate("Checked", "The branch answers: altered.")
