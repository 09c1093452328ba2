"""Joins the enrolment screen: what the view emits goes to the presenter, what it says comes back as a state."""

from __future__ import annotations

from datetime import timedelta

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.enrolment.presenter import EnrolmentPresenter
from perisai_desktop.ui.screens.enrolment.view import EnrolmentView


def enrolment_screen(desk: AgentDesk, jobs: Jobs) -> tuple[EnrolmentView, EnrolmentPresenter]:
    """A view and its presenter, joined."""
    clock = desk.clock
    view = EnrolmentView(desk.reference, clock.today, lambda at: at + timedelta(minutes=clock.offset()))
    presenter = EnrolmentPresenter(
        desk.drafting, desk.draft_photos, desk.cards, desk.enrolling, jobs, view.show_state
    )
    form, consent = view.form, view.form.consent
    form.typed.connect(presenter.type_into)
    form.left.connect(presenter.leave)
    form.place_asked.connect(presenter.look_for_place)
    form.place_picked.connect(presenter.choose_place)
    form.capture.typed.connect(presenter.capture.type)
    form.capture.asked.connect(presenter.capture.look)
    form.capture.picked.connect(presenter.capture.choose)
    form.card_photo.dropped.connect(lambda: presenter.pictures.drop(PhotoSubject.KTP))
    consent.proof.dropped.connect(presenter.pictures.drop)
    form.card_line.asked.connect(presenter.card.begin)
    form.card_line.given_up.connect(presenter.card.give_up)
    form.card_line.confirmed.connect(presenter.card.confirm_all)
    consent.consented.connect(presenter.consent_to)
    consent.declared.connect(presenter.declare)
    consent.signed.connect(lambda: presenter.sign(consent.pad.strokes()))
    view.problems.explained.connect(presenter.explain)
    view.went_on.connect(presenter.go_on)
    view.problem_asked.connect(lambda after: presenter.seeking.problem(after))
    view.submitted.connect(presenter.submit)
    view.discarded.connect(presenter.discard)
    view.rested.connect(presenter.rest)
    view.arrived.connect(presenter.arrive)
    return view, presenter
