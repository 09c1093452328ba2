"""What the enrolment screen does: keeps what is typed, asks the rules at every change, and ends in a receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.draft import EnrolmentDraft, Source, Stroke
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.draft_photos import DraftPhotos
from perisai_desktop.services.drafting import Drafting
from perisai_desktop.services.enrolling import Enrolling
from perisai_desktop.services.reading_cards import ReadingCards
from perisai_desktop.ui.screens.enrolment.assessing import Answer, Assessing
from perisai_desktop.ui.screens.enrolment.capturing import Capturing
from perisai_desktop.ui.screens.enrolment.card_filling import CardFilling
from perisai_desktop.ui.screens.enrolment.going_on import next_stop
from perisai_desktop.ui.screens.enrolment.opening import opened
from perisai_desktop.ui.screens.enrolment.picturing import Picturing
from perisai_desktop.ui.screens.enrolment.place_search import PlaceSearch
from perisai_desktop.ui.screens.enrolment.prefill import Prefill, prefill
from perisai_desktop.ui.screens.enrolment.proposing import Proposing, proposed, taken
from perisai_desktop.ui.screens.enrolment.seeking import Seeking
from perisai_desktop.ui.screens.enrolment.shelf import Shelf
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState, PlaceOffers
from perisai_desktop.ui.screens.enrolment.striding import Stride
from sync.rules.enrolment import EnrolmentForm
from sync.rules.reactions import Reaction
from sync.rules.regions import Place


class EnrolmentPresenter:
    """Holds the draft on screen. Every answer of a job is matched to the form it was asked for, so none comes late."""

    def __init__(
        self,
        drafting: Drafting,
        photos: DraftPhotos,
        cards: ReadingCards,
        enrolling: Enrolling,
        jobs: Jobs,
        show: Callable[[EnrolmentState], None],
    ) -> None:
        self._drafting = drafting
        self._enrolling = enrolling
        self._jobs = jobs
        self._show = show
        self._cards = cards
        self._draft: EnrolmentDraft | None = None
        self._state: EnrolmentState | None = None
        self._filled = Prefill()
        self._source: Source | None = None
        self._unsaved = False
        self._submitting = False
        self._stride = Stride()
        self._assessing = Assessing(enrolling, jobs, lambda: self._state, self._assessed)
        self._village_search = PlaceSearch(jobs, enrolling.places, self._offer_villages)
        self.capture = Capturing(jobs, enrolling.places, lambda: self._state, self._capture)
        self.seeking = Seeking(lambda: self._state, self._present)
        self.shelf = Shelf(drafting, jobs, lambda: self._state, self._present)
        self._proposing = Proposing(enrolling, jobs, lambda: self._state, self._present)
        self.pictures = Picturing(photos, jobs, lambda: self._state, self._change, self._present)
        self.card = CardFilling(
            cards, enrolling, jobs, lambda: self._state, self._change, self._present, self._derived
        )

    @property
    def state(self) -> EnrolmentState | None:
        """What the screen shows, None before a draft is open."""
        return self._state

    @property
    def source(self) -> Source | None:
        """The line of a file that the form on screen is typed from, None where a person begins it."""
        return self._source

    def arrive(self) -> None:
        """The screen comes into sight: go on with the open draft, or open one."""
        if self._draft is None:
            self.open()
        elif self._state is not None:
            self._present(self._state.with_focus("nik"))

    def go_on(self, after: str) -> None:
        """Enter was pressed at `after`: the cursor goes to what is still missing."""
        state = self._state
        if state is not None and not state.saving and not self._stride.entered(after, state.form):
            if proposed(state, after):
                self._change(state := taken(state, after))
            self._unsaved |= after in state.marks.unchecked
            state = replace(state, marks=state.marks.checked(after))
            self._present(state.with_focus(next_stop(state, after, self._enrolling.reference)))

    def open(self, read: Callable[[], EnrolmentDraft] | None = None) -> None:
        """Show the draft that `read` gives or says why there is none; else the newest unfinished one, or an empty form."""
        self._jobs.run(Lane.LOCAL, read or self._drafting.open, self._opened)

    def open_draft(self, draft_id: str, source: Source | None = None) -> None:
        """Go on with another draft; the one that was on screen stays in the list. `source` as in `start_anew`."""
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._drafting.find(draft_id),
            lambda outcome: self._opened(outcome, source),
        )

    def start_anew(self, source: Source | None = None) -> None:
        """Show an empty form; the draft that was on screen stays in the list. `source` is remembered by the action."""
        self.rest()
        self._jobs.run(Lane.LOCAL, self._drafting.new, lambda outcome: self._opened(outcome, source))

    def type_into(self, name: str, text: str) -> None:
        """Take what was typed into the form's field `name`."""
        state = self._state
        if state is None or state.saving or getattr(state.form, name) == text:
            return
        self._stride.typed(name)
        form, marks = replace(state.form, **{name: text}), state.marks.checked(name)  # type: ignore[arg-type]
        if name == "nik":
            form = self._derived(form)
            state = replace(state, birth_region=self._enrolling.birth_region(text))
        if name == "village":
            state = replace(state, place=None)
        self._change(replace(state, form=form, marks=marks, failure=None, focus=None))

    def look_for_place(self, query: str) -> None:
        """Find villages for what stands in the place field, those of the NIK's regency first."""
        if self._state is not None:
            self._village_search.look(query, self._enrolling.read_nik(self._state.form.nik).regency)

    def choose_place(self, place: Place) -> None:
        """Take a village that was found."""
        state = self._state
        if state is not None and not state.saving:
            form, marks = replace(state.form, village=place.code), state.marks.checked("village")
            self._change(replace(state, form=form, place=place, marks=marks, failure=None, focus=None))

    def leave(self, name: str) -> None:
        """The cursor left the field: from here on its problems are marked beside it."""
        state = self._state
        self._stride.left(name)
        if state is None or name in state.touched:
            return
        self._present(replace(state, touched=state.touched | {name}, focus=None))

    def consent_to(self, purpose: str, given: bool) -> None:
        """Take or withdraw one purpose of the consent."""
        if self._state is None:
            return
        form = self._state.form
        consents = form.consents | {purpose} if given else form.consents - {purpose}
        self._change(replace(self._state, form=replace(form, consents=consents), focus=None))

    def declare(self, given: bool) -> None:
        """Take or withdraw the declaration."""
        if self._state is not None:
            self._change(replace(self._state, form=replace(self._state.form, declaration=given), focus=None))

    def sign(self, strokes: tuple[Stroke, ...]) -> None:
        """Take what was drawn on the pad."""
        if self._state is not None:
            self._capture(replace(self._state, signature=strokes, focus=None))

    def explain(self, reaction: Reaction, words: str) -> None:
        """Take the agent's reason for a warning."""
        if self._state is not None:
            reasons = {**self._state.reasons, reaction.value: words}
            self._capture(replace(self._state, reasons=reasons, failure=None, focus=None))

    def rest(self) -> None:
        """Typing paused, or the screen is left: keep the draft."""
        state, draft = self._state, self._draft
        if state is None or draft is None or not self._unsaved or state.saving:
            return
        self._unsaved = False
        kept = state.drawn_up(draft)
        self._jobs.run(Lane.LOCAL, lambda: self._drafting.save(kept), self._kept)

    def submit(self) -> None:
        """Save and take the money: every problem is shown at once, or the receipt is issued."""
        state = self._state
        if state is None or state.saving:
            return
        self._submitting = True
        self._present(replace(state, touched=_ALL_FIELDS, failure=None, focus=None))
        self._assessing.ask()

    def discard(self) -> None:
        """Throw the draft on screen away and show an empty form."""
        draft = self._draft
        if draft is None or self._state is None or self._state.saving:
            return
        self._draft, self._unsaved = None, False

        def work() -> EnrolmentDraft:
            self._drafting.discard(draft.draft_id)
            return self._drafting.new()

        self._jobs.run(Lane.LOCAL, work, lambda outcome: self._discarded(outcome, draft))

    def receipt_closed(self) -> None:
        """The receipt was handed over: the next person's empty form."""
        self._jobs.run(Lane.LOCAL, self._drafting.new, self._opened)

    def _discarded(self, outcome: Ok[EnrolmentDraft] | Err, draft: EnrolmentDraft) -> None:
        if isinstance(outcome, Err):
            self._draft, self._unsaved = draft, True
        self._opened(outcome)

    def _opened(self, outcome: Ok[EnrolmentDraft] | Err, source: Source | None = None) -> None:
        if isinstance(outcome, Err):
            state = self._state or EnrolmentState(EnrolmentForm(), {}, ())
            self._present(replace(state, failure=outcome.failure))
            return
        self.rest()
        draft = outcome.value
        self._draft, self._source, self._filled = draft, source, Prefill()
        self._submitting = self._unsaved = False
        self._present(opened(draft, self._enrolling, self._state, reader=self._cards.installed))
        self._assessing.ask()
        self.pictures.load()
        self._proposing.load()
        self.shelf.count()

    def _offer_villages(self, offers: PlaceOffers) -> None:
        if self._state is not None:
            self._present(replace(self._state, offers=offers, focus=None))

    def _derived(self, form: EnrolmentForm) -> EnrolmentForm:
        """The form with what its NIK tells."""
        form, self._filled = prefill(form, self._filled, self._enrolling.read_nik(form.nik))
        return form

    def _capture(self, state: EnrolmentState) -> None:
        self._unsaved = True
        self._present(state)

    def _change(self, state: EnrolmentState) -> None:
        self._unsaved = True
        self._submitting = False
        self._present(state)
        self._assessing.ask()

    def _assessed(self, answer: Answer | Failure) -> None:
        state = self._state
        if state is None:
            return
        submitting, self._submitting = self._submitting, False
        if isinstance(answer, Failure):
            self._present(replace(state, failure=answer))
            return
        state = answer.shown_on(state)
        if submitting and state.obstacles:
            self._present(state.with_focus(state.obstacles[0]))
        elif submitting:
            self._enrol(state)
        else:
            onward = self._stride.onward(state, self._enrolling.reference)
            self._present(state if onward is None else state.with_focus(onward))

    def _enrol(self, state: EnrolmentState) -> None:
        draft, source = self._draft, self._source
        if draft is None:
            return
        self._present(replace(state, saving=True))
        final = state.drawn_up(draft)
        self._jobs.run(Lane.LOCAL, lambda: self._enrolling.enrol(final, source, state.price), self._enrolled)

    def _enrolled(self, outcome: Ok[Receipt] | Err) -> None:
        if self._state is None:
            return
        if isinstance(outcome, Err):
            self._present(replace(self._state, saving=False, failure=outcome.failure))
            if outcome.failure.code is FailureCode.FORM_HAS_ERRORS:
                self._assessing.ask()
            return
        self._draft, self._unsaved = None, False
        self._present(replace(self._state, saving=False, receipt=outcome.value))

    def _kept(self, outcome: Ok[EnrolmentDraft] | Err) -> None:
        state = self._state
        if state is None:
            return
        if isinstance(outcome, Err):
            self._unsaved = True
            self._present(replace(state, failure=outcome.failure))
            return
        if self._draft is not None and outcome.value.draft_id == self._draft.draft_id:
            self._present(replace(state, saved_at=outcome.value.updated_at, focus=None))

    def _present(self, state: EnrolmentState) -> None:
        self._state = state
        self._show(state)


_ALL_FIELDS = frozenset(EnrolmentForm.__dataclass_fields__) | {"signature"}
