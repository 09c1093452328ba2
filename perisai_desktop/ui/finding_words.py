"""A sentence for what the rules and the server find: on arrival, and about whole days of agents."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.explain import reaction_words
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from sync.rules.reactions import Reaction

translate = QCoreApplication.translate

FOUND: dict[str, str] = {
    "action_split": QT_TRANSLATE_NOOP("Findings", "Parts of one payment came separately"),
    "age_near_limit": QT_TRANSLATE_NOOP("Findings", "Turns 65 within half a year"),
    "amount_too_large": QT_TRANSLATE_NOOP("Findings", "The amount is too large to be true"),
    "aside": QT_TRANSLATE_NOOP("Findings", "Another record already stands in this place"),
    "base_unknown": QT_TRANSLATE_NOOP("Findings", "Corrects a version that the branch never saw"),
    "bracket_differs": QT_TRANSLATE_NOOP("Findings", "The bracket is not that of the income"),
    "cash_old": QT_TRANSLATE_NOOP("Findings", "Cash stayed in hand for too long"),
    "change_empty": QT_TRANSLATE_NOOP("Findings", "The change says nothing"),
    "clock_ahead": QT_TRANSLATE_NOOP("Findings", "The laptop's clock was ahead of the day of arrival"),
    "clock_back": QT_TRANSLATE_NOOP("Findings", "The laptop's clock was turned back between two records"),
    "conflict": QT_TRANSLATE_NOOP("Findings", "Two corrections disagree"),
    "consent_withdrawn": QT_TRANSLATE_NOOP(
        "Findings", "Consent was taken back: stop using the data within 3 times 24 hours"
    ),
    "credit_used": QT_TRANSLATE_NOOP("Findings", "A credit was used"),
    "decision_unknown": QT_TRANSLATE_NOOP("Findings", "Names a decision of the branch that there is not"),
    "deposit_differs": QT_TRANSLATE_NOOP("Findings", "The deposit is unlike its receipts"),
    "device_revoked": QT_TRANSLATE_NOOP("Findings", "Sent by a laptop that was revoked"),
    "duplicate": QT_TRANSLATE_NOOP("Findings", "The same NIK is registered already"),
    "end_date_unfit": QT_TRANSLATE_NOOP("Findings", "The day of the end and its month do not fit"),
    "end_with_other_changes": QT_TRANSLATE_NOOP("Findings", "Ends the membership and changes it at once"),
    "ends_by_death": QT_TRANSLATE_NOOP("Findings", "The membership ends: the worker has died"),
    "ends_by_employment": QT_TRANSLATE_NOOP("Findings", "The membership ends: the worker is employed now"),
    "ends_by_own_wish": QT_TRANSLATE_NOOP("Findings", "The membership ends: the worker wishes so"),
    "entries_missing": QT_TRANSLATE_NOOP("Findings", "Records that the laptop wrote have not arrived"),
    "epoch_unknown": QT_TRANSLATE_NOOP(
        "Findings", "Sent by a copy of the laptop's data that was not granted"
    ),
    "first_after_gap": QT_TRANSLATE_NOOP("Findings", "The first payment after months without any"),
    "foreign_device": QT_TRANSLATE_NOOP("Findings", "Names another laptop than the one that sent it"),
    "fork": QT_TRANSLATE_NOOP("Findings", "Two copies of one laptop wrote different records"),
    "handed_over_before": QT_TRANSLATE_NOOP("Findings", "This hand-over was followed before"),
    "id_conflict": QT_TRANSLATE_NOOP("Findings", "The same record came twice with different content"),
    "line_twice": QT_TRANSLATE_NOOP("Findings", "A month is paid twice in one contribution"),
    "lines_differ": QT_TRANSLATE_NOOP("Findings", "Names other payments than the receipt has"),
    "many_in_one_hour": QT_TRANSLATE_NOOP("Findings", "Many enrolments within one hour"),
    "month_paid_before": QT_TRANSLATE_NOOP("Findings", "Changes the price of months that are paid"),
    "month_past": QT_TRANSLATE_NOOP("Findings", "Reaches back into months that are past"),
    "nothing_to_undo": QT_TRANSLATE_NOOP("Findings", "The money was given back or voided before"),
    "phone_of_many": QT_TRANSLATE_NOOP("Findings", "Many participants gave the same phone number"),
    "photo_missing": QT_TRANSLATE_NOOP("Findings", "A photo that the record names has not arrived"),
    "photo_used_before": QT_TRANSLATE_NOOP("Findings", "The same photo belongs to somebody else's record"),
    "price_unchecked": QT_TRANSLATE_NOOP("Findings", "The price could not be checked"),
    "priced_by_other_version": QT_TRANSLATE_NOOP(
        "Findings", "Right by the laptop's older settings; that day's would give another price"
    ),
    "receipt_contributions": QT_TRANSLATE_NOOP("Findings", "The receipt does not fit its contributions"),
    "receipt_date": QT_TRANSLATE_NOOP("Findings", "The receipt's date differs from the record's"),
    "receipt_deposited": QT_TRANSLATE_NOOP("Findings", "The receipt's money was deposited already"),
    "receipt_gap": QT_TRANSLATE_NOOP("Findings", "A receipt number is missing before this one"),
    "receipt_missing": QT_TRANSLATE_NOOP("Findings", "Money without a receipt"),
    "receipt_number": QT_TRANSLATE_NOOP("Findings", "The receipt's number is not this laptop's"),
    "receipt_number_taken": QT_TRANSLATE_NOOP("Findings", "The receipt's number was used before"),
    "receipt_of_other_agent": QT_TRANSLATE_NOOP("Findings", "Names a receipt of another agent"),
    "receipt_signature": QT_TRANSLATE_NOOP("Findings", "The receipt's signature is not genuine"),
    "receipt_workers": QT_TRANSLATE_NOOP("Findings", "The receipt names another number of workers"),
    "refunded_before": QT_TRANSLATE_NOOP("Findings", "The same money was refunded before"),
    "same_hand": QT_TRANSLATE_NOOP(
        "Findings", "Two people decided whose passwords came from the same administrator"
    ),
    "same_person_likely": QT_TRANSLATE_NOOP(
        "Findings", "Probably the same person as another participant, under another NIK"
    ),
    "subject_of_other_agent": QT_TRANSLATE_NOOP("Findings", "About a record of another agent"),
    "two_sectors": QT_TRANSLATE_NOOP(
        "Findings", "Two jobs, one of them transport: the branch decides the price"
    ),
    "unreadable": QT_TRANSLATE_NOOP("Findings", "The record cannot be read"),
    "unsupported": QT_TRANSLATE_NOOP("Findings", "Written by a newer program"),
    "void_requested_before": QT_TRANSLATE_NOOP("Findings", "The same void was asked for before"),
    "voids_out_of_pattern": QT_TRANSLATE_NOOP("Findings", "More receipts voided than is usual"),
    "worker_differs": QT_TRANSLATE_NOOP("Findings", "Names another worker than the record it corrects"),
    "workers_differ": QT_TRANSLATE_NOOP("Findings", "Names other workers than the branch's decision"),
    "worker_by_nik": QT_TRANSLATE_NOOP("Findings", "Paid for somebody whom only the branch knows, by NIK"),
    "worker_unknown": QT_TRANSLATE_NOOP("Findings", "About somebody whom the branch does not know yet"),
}
"""What the server finds beyond the reactions of the rules."""


def code_words(code: str) -> str:
    """What the rules or the server found, as a sentence."""
    if code in set(Reaction):
        return reaction_words(Reaction(code))
    if code in FOUND:
        return translate("Findings", FOUND[code])
    return translate("Findings", "To be checked by a person") + f" ({code})"
