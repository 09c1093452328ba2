"""Fills the form from the photo of the KTP: what is empty is filled in and marked, what somebody typed is left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.card_reading import CardReading, ReadingEnd
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.services.enrolling import Enrolling
from perisai_desktop.services.reading_cards import ReadingCards
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from sync.rules.branch_settings import FieldUse
from sync.rules.dates import parse_date
from sync.rules.enrolment import EnrolmentForm
from sync.rules.nik import strip_nik

_FIELDS = tuple(EnrolmentForm.__dataclass_fields__)


class CardFilling:
    """Changes the state that `read` gives: `change` hears what is kept as a draft, `show` what is on screen only.

    `derive` fills in what the NIK of a form tells. An answer about another draft or picture than the one on screen,
    or one that was given up, is not taken.
    """

    def __init__(
        self,
        cards: ReadingCards,
        enrolling: Enrolling,
        jobs: Jobs,
        read: Callable[[], EnrolmentState | None],
        change: Callable[[EnrolmentState], None],
        show: Callable[[EnrolmentState], None],
        derive: Callable[[EnrolmentForm], EnrolmentForm],
    ) -> None:
        self._cards = cards
        self._enrolling = enrolling
        self._jobs = jobs
        self._read = read
        self._change = change
        self._show = show
        self._derive = derive
        self._asked = 0

    def begin(self) -> None:
        """Read the photo on the form, in a lane where nothing waits for it."""
        state = self._read()
        picture = state.picture(PhotoSubject.KTP) if state is not None else None
        if state is None or picture is None or not picture.content or state.saving or state.marks.running:
            return
        self._asked += 1
        asked, draft_id, content = self._asked, state.draft_id, picture.content
        self._show(replace(state, marks=replace(state.marks, running=True, end=None), focus=None))
        self._jobs.run(
            Lane.READER,
            lambda: self._cards.read(content),
            lambda outcome: self._ended(outcome, asked, draft_id, content),
        )

    def give_up(self) -> None:
        """End the reading that runs."""
        state = self._read()
        if state is not None and state.marks.running:
            self._asked += 1
            self._cards.cancel()
            marks = replace(state.marks, running=False, end=ReadingEnd.CANCELLED)
            self._show(replace(state, marks=marks, focus=None))

    def confirm_all(self) -> None:
        """Somebody compared everything that was read with the card."""
        state = self._read()
        if state is not None and state.marks.unchecked and not state.saving:
            self._change(replace(state, marks=replace(state.marks, unchecked=frozenset()), focus=None))

    def _ended(self, outcome: Ok[CardReading] | Err, asked: int, draft_id: str, content: bytes) -> None:
        state = self._read()
        if state is None or asked != self._asked or state.draft_id != draft_id:
            return
        picture = state.picture(PhotoSubject.KTP)
        marks = replace(state.marks, running=False)
        if isinstance(outcome, Err) or picture is None or picture.content != content:
            self._show(replace(state, marks=marks, focus=None))
            return
        reading = outcome.value
        marks = replace(marks, end=reading.end, read=reading.fields, poor=bool(picture.faults))
        if reading.end is ReadingEnd.READ:
            self._change(self._filled(replace(state, marks=marks), reading))
        else:
            self._show(replace(state, marks=marks, focus=None))

    def _filled(self, state: EnrolmentState, reading: CardReading) -> EnrolmentState:
        """Empty fields filled in and marked; other values than typed offered. What the NIK then tells is marked too."""
        form, unchecked, offered = state.form, set(state.marks.unchecked), dict[str, str]()
        for name, found in reading.fields.items():
            if self._enrolling.reference.settings.use_of(name) is FieldUse.OFF:
                continue
            typed = getattr(form, name)
            if not typed.strip() or name in unchecked:
                form = replace(form, **{name: found.value})  # type: ignore[arg-type]
                unchecked.add(name)
            elif not _same(name, typed, found.value):
                offered[name] = found.value
        told = self._derive(form)
        unchecked |= {name for name in _FIELDS if getattr(told, name) != getattr(form, name)}
        return replace(
            state,
            form=told,
            marks=replace(state.marks, unchecked=frozenset(unchecked), offered=offered),
            place=self._enrolling.place(told.village) or state.place,
            birth_region=self._enrolling.birth_region(told.nik),
            failure=None,
            focus=None,
        )


def _same(name: str, typed: str, read: str) -> bool:
    """Whether what was typed says what was read, in other signs perhaps."""
    if name == "birth_date":
        return parse_date(typed) == parse_date(read)
    if name == "nik":
        return strip_nik(typed) == read
    return typed.casefold().split() == read.casefold().split()
