"""The form as it comes on screen: what a draft holds, and what follows from it."""

from __future__ import annotations

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.photo import Picture
from perisai_desktop.services.enrolling import Enrolling
from perisai_desktop.ui.screens.enrolment.card_marks import CardMarks
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState


def opened(
    draft: EnrolmentDraft, enrolling: Enrolling, before: EnrolmentState | None, *, reader: bool
) -> EnrolmentState:
    """The draft on screen in the place of `before`, the cursor in the NIK; `reader`: whether cards can be read here."""
    return EnrolmentState(
        draft.form,
        dict(draft.reasons),
        draft.signature,
        pictures=tuple(Picture(kept) for kept in draft.photos),
        marks=CardMarks(available=reader, unchecked=draft.unchecked),
        draft_id=draft.draft_id,
        place=enrolling.place(draft.form.village),
        captured_in=draft.captured_in,
        captured=enrolling.place(draft.captured_in),
        birth_region=enrolling.birth_region(draft.form.nik),
        wishes=before.wishes if before else 0,
        others=before.others if before else 0,
    ).with_focus("nik")
