"""The enrolment presenter keeps what is typed, asks the rules of this store, and ends in one receipt."""

import pytest

from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.draft import EnrolmentDraft, Source
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.drafting import Drafting
from perisai_desktop.services.enrolling import Enrolling
from sync.rules.reactions import Reaction
from tests.desktop.ui.screens.enrolment.conftest import Bench, otherwise
from tests.support.desks import SIGNATURE, filled_draft

SECOND = otherwise(nik="3202081508910005", birth_date="1991-08-15", phone="081234567899", name="Asep Contoh")


def full_disk(*_args: object, **_more: object) -> EnrolmentDraft:
    raise Failure(FailureCode.DISK_FULL)


def test_an_empty_form_comes_with_the_usual_choices_and_the_cursor_at_the_nik(bench: Bench) -> None:
    state = bench.opened().state
    assert (state.form.offer, state.form.first_month, state.form.months) == ("JKK+JKM", "2026-11", "3")
    assert (state.form.payer, state.form.birth_date, state.form.name) == ("self", "", "")
    assert state.focus == "nik"
    assert state.current
    assert not state.ready


def test_the_nik_fills_birth_date_and_sex_and_names_the_region(bench: Bench) -> None:
    bench.opened().presenter.type_into("nik", "3202085408900004")
    assert (bench.state.form.birth_date, bench.state.form.sex) == ("14-08-1990", "P")
    assert bench.state.birth_region == "Kab. Sukabumi"
    assert bench.state.form.birth_place == ""


def test_a_corrected_nik_corrects_what_it_filled_in_but_never_what_was_typed(bench: Bench) -> None:
    bench.opened().presenter.type_into("nik", "3202081408900004")
    bench.presenter.type_into("birth_date", "15-08-1990")
    bench.presenter.type_into("nik", "3202085508910004")
    assert (bench.state.form.birth_date, bench.state.form.sex) == ("15-08-1990", "P")


def test_an_answer_about_an_older_form_is_not_shown(bench: Bench) -> None:
    bench.opened().presenter.type_into("name", "U")
    bench.presenter.type_into("name", "Ujang")
    bench.jobs.run_next(Lane.LOCAL)
    assert bench.state.assessed != bench.state.form
    bench.jobs.run_all()
    assert bench.state.current
    assert bench.state.assessed is not None
    assert bench.state.assessed.name == "Ujang"


def test_only_the_newest_question_for_a_place_is_answered(bench: Bench) -> None:
    bench.opened().presenter.look_for_place("warna")
    bench.presenter.look_for_place("warnajati")
    bench.jobs.run_next(Lane.LOCAL)
    assert bench.state.offers.query == ""
    bench.jobs.run_all()
    assert bench.state.offers.query == "warnajati"
    place = bench.state.offers.places[0]
    bench.presenter.choose_place(place)
    assert (bench.state.form.village, bench.state.place) == (place.code, place)
    bench.presenter.type_into("village", place.code[:-1])
    assert bench.state.place is None


def test_villages_of_the_region_of_the_nik_are_offered_first(bench: Bench) -> None:
    bench.opened().presenter.look_for_place("warn")
    bench.jobs.run_all()
    elsewhere = bench.state.offers.places
    bench.presenter.type_into("nik", "3202081408900004")
    bench.presenter.look_for_place("warna")
    bench.presenter.look_for_place("warn")
    bench.jobs.run_all()
    assert elsewhere[0].regency != "Kab. Sukabumi"
    assert bench.state.offers.places[0].label.startswith("Desa Warnajati, Kec. Cibadak, Kab. Sukabumi")
    assert set(bench.state.offers.places) == set(elsewhere)


def test_what_is_typed_survives_as_a_draft(bench: Bench) -> None:
    bench.opened().fill(otherwise(mother_name="Euis Rohaeti"))
    bench.presenter.explain(Reaction.PHONE_SHARED, "HP milik ibu")
    bench.presenter.rest()
    bench.jobs.run_all()
    assert bench.state.saved_at == bench.clock.at
    (kept,) = bench.desk.drafting.drafts()
    assert kept.form.mother_name == "Euis Rohaeti"
    assert kept.reasons == {"phone_shared": "HP milik ibu"}
    assert kept.signature == SIGNATURE
    again = Bench(bench.desk, bench.clock).opened()
    assert again.state.form == kept.form
    assert again.state.place is not None


def test_rest_without_a_change_writes_nothing(bench: Bench) -> None:
    bench.opened().presenter.rest()
    assert bench.jobs.waiting(Lane.LOCAL) == 0
    assert bench.desk.drafting.drafts() == ()


def test_a_draft_that_could_not_be_kept_is_tried_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.opened().presenter.type_into("name", "Ujang")
    with monkeypatch.context() as broken:
        broken.setattr(Drafting, "save", full_disk)
        bench.presenter.rest()
        bench.jobs.run_all()
    assert bench.state.failure == Failure(FailureCode.DISK_FULL)
    assert bench.state.form.name == "Ujang"
    bench.presenter.rest()
    bench.jobs.run_all()
    assert [draft.form.name for draft in bench.desk.drafting.drafts()] == ["Ujang"]


def test_submit_ends_in_a_receipt_and_the_draft_is_gone(bench: Bench) -> None:
    state = bench.opened().fill().submit()
    assert state.receipt is not None
    assert state.receipt.total == 33_600
    assert not state.saving
    assert bench.desk.drafting.drafts() == ()
    bench.presenter.receipt_closed()
    bench.jobs.run_all()
    assert bench.state.form.nik == ""
    assert bench.state.receipt is None


def test_submit_shows_every_error_and_leads_to_the_first(bench: Bench) -> None:
    state = bench.opened().fill(otherwise(phone="12", income="999", months="2", offer="JHT")).submit()
    assert state.receipt is None
    assert state.focus == state.errors[0].field == "phone"
    marked = {name for name in ("phone", "income", "months", "offer", "name") if state.problem_at(name)}
    assert marked == {"phone", "income", "months", "offer"}
    assert (state.form.months, state.form.offer, state.form.income) == ("2", "JHT", "999")


def test_submit_without_a_reason_leads_to_the_warning(bench: Bench) -> None:
    state = bench.opened().fill(otherwise(birth_date="1991-08-14")).submit()
    assert (state.receipt, state.focus) == (None, "reason_birth_date_differs")
    bench.presenter.explain(Reaction.BIRTH_DATE_DIFFERS, "   ")
    assert bench.submit().receipt is None
    bench.presenter.explain(Reaction.BIRTH_DATE_DIFFERS, "Sesuai akta")
    assert bench.submit().receipt is not None


def test_submit_without_a_signature_leads_to_the_pad(bench: Bench) -> None:
    state = bench.opened().fill(signed=False).submit()
    assert (state.receipt, state.focus) == (None, "signature")
    bench.presenter.sign(SIGNATURE)
    assert bench.submit().receipt is not None


def test_withdrawn_consent_stands_in_the_way(bench: Bench) -> None:
    bench.opened().fill().presenter.consent_to("branch_check", False)
    assert bench.submit().focus == "consents"
    bench.presenter.consent_to("branch_check", True)
    bench.presenter.declare(False)
    assert bench.submit().focus == "declaration"


def test_a_second_press_while_saving_enrols_nobody_twice(bench: Bench) -> None:
    bench.opened().fill().presenter.submit()
    bench.presenter.submit()
    bench.jobs.run_next(Lane.LOCAL)
    assert bench.state.saving
    bench.presenter.submit()
    bench.presenter.type_into("name", "Other")
    bench.presenter.discard()
    bench.jobs.run_all()
    assert bench.desk.counting.strip().unsent.count == 1
    assert bench.state.form.name == "Ma'rifah Wijaya"


def test_a_press_followed_by_typing_does_not_take_money(bench: Bench) -> None:
    bench.opened().fill().presenter.submit()
    bench.presenter.type_into("income", "2000000")
    bench.jobs.run_all()
    assert bench.state.receipt is None
    assert bench.state.price == 53_600


def test_a_price_that_changed_meanwhile_is_said_and_nothing_is_written(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Enrolling.enrol

    def later(self: Enrolling, draft: EnrolmentDraft, source: Source | None, shown: int | None) -> Receipt:
        return plain(self, draft, source, (shown or 0) - 100)

    bench.opened().fill()
    monkeypatch.setattr(Enrolling, "enrol", later)
    state = bench.submit()
    assert state.failure is not None
    assert state.failure.code is FailureCode.PRICE_CHANGED
    assert state.failure.data == {"shown": 33_500, "price": 33_600}
    assert (state.saving, state.receipt, state.form.name) == (False, None, "Ma'rifah Wijaya")
    assert bench.desk.counting.strip().unsent.count == 0
    monkeypatch.undo()
    assert bench.submit().receipt is not None


def test_a_nik_enrolled_meanwhile_is_refused_with_its_field(bench: Bench) -> None:
    bench.opened().fill()
    bench.desk.enrolling.enrol(filled_draft(bench.desk))
    state = bench.submit()
    assert state.receipt is None
    assert state.focus == "nik"
    assert [finding.reaction for finding in state.errors] == [Reaction.NIK_ALREADY_HERE]
    assert state.holder is not None
    assert not state.ended


def test_start_anew_keeps_the_old_draft_and_remembers_the_source(bench: Bench) -> None:
    source = Source("ab" * 32, 7)
    bench.opened().fill(otherwise(name="Belum Selesai"))
    bench.presenter.start_anew(source)
    bench.jobs.run_all()
    assert (bench.state.form.name, bench.presenter.source) == ("", source)
    assert [draft.form.name for draft in bench.desk.drafting.drafts()] == ["Belum Selesai"]
    receipt = bench.fill(SECOND).submit().receipt
    assert receipt is not None
    summary = bench.desk.enrolling.already(source)
    assert summary is not None
    assert summary.receipt_number == receipt.number


def test_what_is_typed_while_a_new_form_is_on_its_way_is_kept(bench: Bench) -> None:
    bench.opened().presenter.start_anew()
    bench.presenter.type_into("name", "Masih Mengetik")
    bench.jobs.run_all()
    assert bench.state.form.name == ""
    assert [draft.form.name for draft in bench.desk.drafting.drafts()] == ["Masih Mengetik"]


def test_discard_forgets_the_draft(bench: Bench) -> None:
    bench.opened().presenter.type_into("name", "Ujang")
    bench.presenter.rest()
    bench.presenter.discard()
    bench.presenter.type_into("name", "Ujang S")
    bench.presenter.rest()
    bench.jobs.run_all()
    assert bench.state.form.name == ""
    assert bench.desk.drafting.drafts() == ()


def test_a_discard_that_fails_keeps_what_was_typed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.opened().presenter.type_into("name", "Ujang")
    with monkeypatch.context() as broken:
        broken.setattr(Drafting, "discard", full_disk)
        bench.presenter.discard()
        bench.jobs.run_all()
    assert bench.state.failure == Failure(FailureCode.DISK_FULL)
    bench.presenter.rest()
    bench.jobs.run_all()
    assert [draft.form.name for draft in bench.desk.drafting.drafts()] == ["Ujang"]


def test_a_store_that_cannot_be_read_is_said_at_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Drafting, "open", full_disk)
        bench.opened()
    assert bench.state.failure == Failure(FailureCode.DISK_FULL)


def test_a_failing_assessment_is_said_and_the_next_change_asks_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.opened().fill()
    with monkeypatch.context() as broken:
        broken.setattr(Enrolling, "assess", full_disk)
        assert bench.submit().failure == Failure(FailureCode.DISK_FULL)
    assert bench.submit().receipt is not None


def test_a_field_is_marked_once_it_was_left(bench: Bench) -> None:
    bench.opened().presenter.type_into("phone", "12")
    bench.jobs.run_all()
    assert bench.state.problem_at("phone") is None
    bench.presenter.leave("phone")
    assert bench.state.problem_at("phone") is not None


def test_arriving_again_goes_on_with_the_open_draft(bench: Bench) -> None:
    bench.presenter.arrive()
    bench.jobs.run_all()
    bench.presenter.type_into("name", "Ujang")
    wishes = bench.state.wishes
    bench.presenter.arrive()
    assert (bench.state.form.name, bench.state.focus, bench.state.wishes) == ("Ujang", "nik", wishes + 1)


def test_a_state_spells_out_nothing_personal(bench: Bench) -> None:
    bench.opened().fill(otherwise(birth_date="1991-08-14"))
    bench.presenter.explain(Reaction.BIRTH_DATE_DIFFERS, "Sesuai akta")
    spelled = repr(bench.submit())
    assert "EnrolmentState" in spelled
    for personal in ("rifah", "3202081408900004", "Siti Rahayu", "Melati", "081234567890", "akta"):
        assert personal not in spelled
