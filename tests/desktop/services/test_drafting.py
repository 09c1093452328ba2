"""What an agent types is kept until it is saved or discarded."""

from dataclasses import replace
from pathlib import Path

from perisai_desktop.services.desk import AgentDesk
from sync.protocol.signatures import SigningKey
from tests.support.desks import SIGNATURE, HandClock, desk_of, filled_draft, make_profile


def test_a_new_draft_has_the_usual_choices(desk: AgentDesk) -> None:
    draft = desk.drafting.open()
    assert (draft.form.offer, draft.form.first_month, draft.form.months) == ("JKK+JKM", "2026-11", "3")
    assert (draft.form.nik, draft.form.declaration, draft.signature) == ("", False, ())
    assert desk.drafting.drafts() == ()


def test_the_draft_typed_in_last_is_opened(desk: AgentDesk, clock: HandClock) -> None:
    older = desk.drafting.save(replace(desk.drafting.new(), reasons={"phone_shared": "Satu rumah"}))
    clock.move(minutes=1)
    newer = desk.drafting.save(replace(desk.drafting.new(), signature=SIGNATURE))
    assert desk.drafting.open() == newer
    assert desk.drafting.drafts() == (newer, older)
    clock.move(minutes=1)
    touched = desk.drafting.save(older)
    assert touched.updated_at == clock.now()
    assert desk.drafting.open() == touched
    desk.drafting.discard(touched.draft_id)
    desk.drafting.discard(touched.draft_id)
    assert desk.drafting.open() == newer


def test_a_draft_survives_the_program(tmp_path: Path, key: SigningKey, clock: HandClock) -> None:
    profile = make_profile(tmp_path / "profile", key)
    desk = desk_of(profile, clock)
    typed = desk.drafting.save(filled_draft(desk, name="Ma'rifah", nik="32"))
    desk.close()
    again = desk_of(profile, clock)
    assert again.drafting.open() == typed
    again.close()


def test_a_correction_under_way_is_no_enrolment(desk: AgentDesk) -> None:
    form = filled_draft(desk).form
    desk.correcting.keep("01935000-0000-7000-8000-000000000009", form, {"sex_differs": "Sesuai KTP"})
    assert desk.drafting.drafts() == ()
    kept = desk.correcting.kept("01935000-0000-7000-8000-000000000009")
    assert kept is not None
    assert (kept.form, kept.reasons) == (form, {"sex_differs": "Sesuai KTP"})
    assert desk.correcting.kept("01935000-0000-7000-8000-000000000008") is None
