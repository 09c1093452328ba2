"""The strip at the foot of the reviewer's window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.screens.review.queues import OPEN_STATES, QueueFilter
from perisai_desktop.ui.screens.review.state import ReviewScreenState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.strip import StripItem
from sync.rules.rupiah import Rupiah, format_rupiah
from sync.rules.states import ReviewState

translate = QCoreApplication.translate


def review_strip(state: ReviewScreenState) -> tuple[StripItem, ...]:
    """What waits, is flagged and is with agents, and whether the server answers."""
    records = [record for group in state.groups for record in group.records]
    open_records = [record for record in records if record.state in OPEN_STATES]
    rupiah = format_rupiah(Rupiah(sum(record.rupiah for record in open_records)))
    returned = sum(record.state is ReviewState.RETURNED for record in records)
    offline = state.failure is not None and state.failure.code is FailureCode.BRANCH_SILENT
    online = StripItem(
        "connection",
        "wifi",
        Tone.OK,
        "",
        age=translate("ReviewStrip", "Connected to the server"),
        age_tone=Tone.OK,
    )
    lost = StripItem(
        "connection",
        "wifi-off",
        Tone.WARNING,
        "",
        age=translate("ReviewStrip", "No connection to the server"),
    )
    return (
        StripItem(
            "to_review",
            "inbox",
            Tone.INFO,
            translate("ReviewStrip", "To review"),
            f"{len(open_records)} · {rupiah}",
        ),
        StripItem(
            "flagged",
            "flag",
            Tone.WARNING,
            translate("ReviewStrip", "Flagged"),
            str(state.tally(QueueFilter.FLAGGED).count),
        ),
        StripItem(
            "returned", "undo-2", Tone.ERROR, translate("ReviewStrip", "Waiting for the agent"), str(returned)
        ),
        lost if offline else online,
    )
