"""What the window of a file on a stick says: its heading, what was in the file, and what to do now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.bundle import CarriedBundle, ReadAnswer, SavedBundle
from perisai_desktop.ui.i18n import size_words
from perisai_desktop.ui.screens.bundle.state import BundleState, Errand, SheetStep
from perisai_desktop.ui.theme.tokens import Tone
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate
Moment = Callable[[datetime], str]
Facts = tuple[tuple[str, str], ...]


def heading(state: BundleState) -> str:
    """What is under way, or what came of it."""
    errand = state.errand
    if state.running:
        return {
            Errand.SAVE: translate("Bundle", "Saving to the USB stick…"),
            Errand.READ: translate("Bundle", "Reading the answer…"),
            Errand.CARRY: translate("Bundle", "Bringing the file to the branch…"),
        }[errand]
    if state.failure is not None:
        return {
            Errand.SAVE: translate("Bundle", "Not saved"),
            Errand.READ: translate("Bundle", "Answer not read"),
            Errand.CARRY: translate("Bundle", "File not taken in"),
        }[errand]
    return {
        Errand.SAVE: translate("Bundle", "Saved to the USB stick"),
        Errand.READ: translate("Bundle", "Answer read"),
        Errand.CARRY: translate("Bundle", "The branch has the file"),
    }[errand]


def facts(state: BundleState, moment: Moment) -> Facts:
    """Names and values of what was saved, read or brought."""
    if state.saved is not None:
        return _saved(state.saved)
    if state.read is not None:
        return _read(state.read, moment)
    if state.carried is not None:
        return _carried(state.carried, moment)
    return ()


def advice(state: BundleState) -> tuple[str, str, Tone]:
    """What it means, and what to do now."""
    if state.saved is not None:
        return _saved_advice(state.saved)
    if state.read is not None:
        return _read_advice(state.read)
    if state.carried is not None:
        return _carried_advice(state.carried)
    return "", "", Tone.INFO


def sheet_words(step: SheetStep) -> str:
    """How far the hand-over sheet is."""
    return {
        SheetStep.NONE: "",
        SheetStep.UNDER_WAY: translate("Bundle", "The sheet is on its way…"),
        SheetStep.PRINTED: translate("Bundle", "The sheet is at the printer."),
        SheetStep.SAVED: translate("Bundle", "The sheet is saved."),
    }[step]


def _money(rupiah_in: int, refunded: int) -> Facts:
    taken = ((translate("Bundle", "Receipts"), format_rupiah(Rupiah(rupiah_in))),)
    given = ((translate("Bundle", "Given back"), format_rupiah(Rupiah(refunded))),) if refunded else ()
    return taken + given


def _photos(count: int) -> Facts:
    return ((translate("Bundle", "Photos"), format_number(count)),) if count else ()


def _saved(saved: SavedBundle) -> Facts:
    unsent = translate("Bundle", "{count} in {actions} not yet sent · {size}").format(
        count=format_number(saved.entries),
        actions=format_number(saved.actions),
        size=size_words(saved.bytes),
    )
    return (
        (translate("Bundle", "File"), saved.name),
        (translate("Bundle", "Entries"), unsent),
        *_money(saved.rupiah_in, saved.rupiah_refunded),
        *_photos(saved.photos),
    )


def _read(read: ReadAnswer, moment: Moment) -> Facts:
    of = translate("Bundle", "{count} of {total}").format(
        count=format_number(read.settled), total=format_number(read.entries)
    )
    return (
        (translate("Bundle", "Answers the file of"), moment(read.made_at)),
        (translate("Bundle", "Entries that have arrived"), of),
        (translate("Bundle", "Receipts in that file"), format_rupiah(Rupiah(read.rupiah_in))),
        (translate("Bundle", "Decisions of the branch"), format_number(read.decisions)),
        *_photos(read.photos),
        *_settings(read),
    )


def _settings(read: ReadAnswer) -> Facts:
    if not read.settings:
        return ()
    return ((translate("Bundle", "Settings of the branch"), translate("Bundle", "new ones came along")),)


def _carried(carried: CarriedBundle, moment: Moment) -> Facts:
    answer = carried.answer_name if carried.answer_place else translate("Bundle", "not saved yet")
    return (
        (translate("Bundle", "Laptop"), carried.device),
        (translate("Bundle", "Saved there"), moment(carried.made_at)),
        (translate("Bundle", "Entries"), format_number(carried.entries)),
        *_money(carried.rupiah_in, carried.rupiah_refunded),
        (translate("Bundle", "Answer"), answer),
    )


def _saved_advice(saved: SavedBundle) -> tuple[str, str, Tone]:
    if not saved.entries:
        return (
            translate("Bundle", "Nothing was waiting to be sent."),
            translate("Bundle", "The branch can still put its answers on the stick in return for this file."),
            Tone.INFO,
        )
    return (
        translate("Bundle", "Take the stick to the branch, or to a colleague who has a connection."),
        translate(
            "Bundle",
            "Nobody on the way can read it. The work stays “not sent yet” here until the answer is read.",
        ),
        Tone.INFO,
    )


def _read_advice(read: ReadAnswer) -> tuple[str, str, Tone]:
    if read.refused:
        return (
            translate("Bundle", "The branch could not take a part of the file."),
            translate("Bundle", "That part stays here, unsent. Call the branch; tell them: {reason}.").format(
                reason=", ".join(sorted(set(read.refused)))
            ),
            Tone.ERROR,
        )
    if read.ahead:
        return (
            translate("Bundle", "Earlier answers are still missing here."),
            translate(
                "Bundle", "Read the older answer first, or save to the stick once more and take it there."
            ),
            Tone.WARNING,
        )
    if read.waiting:
        return (
            translate("Bundle", "The branch has it all, and answers a part of it later."),
            translate("Bundle", "Save to the stick once more another day to fetch the rest."),
            Tone.INFO,
        )
    if read.device_state == "paused":
        return (
            translate("Bundle", "The branch has paused this laptop."),
            translate("Bundle", "What you saved has arrived; decisions come when it is let in again."),
            Tone.WARNING,
        )
    if read.more:
        return (
            translate("Bundle", "There are more answers than fit into one file."),
            translate("Bundle", "Save to the stick once more to fetch the rest."),
            Tone.INFO,
        )
    if not (read.settled or read.applied or read.settings):
        return (
            translate("Bundle", "This answer was read before."),
            translate("Bundle", "Nothing has changed."),
            Tone.INFO,
        )
    return (
        translate("Bundle", "Everything in that file has arrived at the branch."),
        translate("Bundle", "The signed answer is kept on this laptop as your proof."),
        Tone.OK,
    )


def _carried_advice(carried: CarriedBundle) -> tuple[str, str, Tone]:
    if carried.refused:
        return (
            translate("Bundle", "The branch could not take a part of the file."),
            translate("Bundle", "The answer tells the laptop which part; it stays there, unsent."),
            Tone.WARNING,
        )
    if not carried.answer_place:
        return (
            translate("Bundle", "The answer could not be saved beside the file."),
            translate("Bundle", "Save it on another stick: without it the laptop keeps waiting."),
            Tone.WARNING,
        )
    return (
        translate("Bundle", "The answer lies beside the file: give the stick back."),
        translate("Bundle", "Only the laptop that it is for can read it."),
        Tone.OK,
    )
