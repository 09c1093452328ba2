"""What a machine read off the KTP stands on the form as a proposal: never in the place of what was typed, never saved unseen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.card_reading import CardReading, ReadingEnd
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Crop, PhotoSubject
from perisai_desktop.services.preparing_photos import open_picture, prepare
from perisai_desktop.ui.screens.enrolment.card_line import CardLine
from perisai_desktop.ui.theme.tokens import Tone
from sync.protocol.signatures import SigningKey
from sync.rules.branch_settings import BranchSettings, FieldUse
from sync.rules.enrolment_form import EnrolmentForm
from tests.desktop.ui.screens.enrolment.conftest import Bench, Desk, otherwise
from tests.support.card_pictures import blurred, card, file_of
from tests.support.cards.readers import reading, with_reader
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.reference_data import filled_form

FILLED = filled_form()
CARD = {
    "nik": FILLED.nik,
    "name": "Ujang Sobarna",
    "birth_place": "Sukabumi",
    "birth_date": "14-08-1990",
    "sex": "L",
    "street": "Kp. Baru",
    "rt": "003",
    "rw": "005",
    "marital": "married",
}
KTP = prepare(open_picture(file_of(card())), Crop(), PhotoSubject.KTP)


def with_photo(bench: Bench, said: CardReading | None) -> Bench:
    """An empty form with a photo of the KTP, at a desk whose reader says that."""
    bench.desk = with_reader(bench.desk, said)
    bench.__post_init__()
    bench.opened().presenter.pictures.take(PhotoSubject.KTP, KTP)
    bench.jobs.run_all()
    return bench


def read(bench: Bench, said: CardReading | None = None, **typed: str) -> Bench:
    """The same after something was typed and the card was read."""
    with_photo(bench, said or reading("street", **CARD))
    for name, text in typed.items():
        bench.presenter.type_into(name, text)
    bench.presenter.card.begin()
    bench.jobs.run_all()
    return bench


def test_what_was_read_fills_empty_fields_and_is_marked(bench: Bench) -> None:
    state = read(bench).state
    assert {name: getattr(state.form, name) for name in CARD} == CARD
    assert set(state.unchecked) == set(CARD)
    assert (state.marks.running, state.marks.end) == (False, ReadingEnd.READ)
    assert state.birth_region == "Kab. Sukabumi"


def test_what_was_typed_stays_and_another_reading_is_offered(bench: Bench) -> None:
    state = read(bench, name="Ujang S.", birth_place="SUKABUMI ", street="Kp. Lama").state
    assert (state.form.name, state.form.street) == ("Ujang S.", "Kp. Lama")
    assert dict(state.marks.offered) == {"name": "Ujang Sobarna", "street": "Kp. Baru"}
    assert not {"name", "birth_place", "street"} & set(state.unchecked)
    bench.presenter.type_into("name", "Ujang Sobarna")
    assert dict(bench.state.marks.offered) == {"street": "Kp. Baru"}


def test_what_a_read_nik_tells_is_marked_as_well(bench: Bench) -> None:
    state = read(bench, reading(nik=FILLED.nik)).state
    assert (state.form.birth_date, state.form.sex) != ("", "")
    assert set(state.unchecked) == {"nik", "birth_date", "sex"}


def test_a_typed_nik_tells_what_is_not_to_be_checked(bench: Bench) -> None:
    state = read(bench, reading(nik=FILLED.nik, name="Ujang Sobarna"), nik=FILLED.nik).state
    assert set(state.unchecked) == {"name"}


def test_nothing_read_is_saved_before_somebody_looked(bench: Bench) -> None:
    read(bench)
    bench.fill(otherwise(**dict.fromkeys(CARD, "")))
    state = bench.submit()
    assert state.receipt is None
    assert state.obstacles == tuple(name for name in EnrolmentForm.__dataclass_fields__ if name in CARD)
    assert (state.focus, state.ready) == ("nik", False)
    bench.presenter.card.confirm_all()
    bench.jobs.run_all()
    assert bench.submit().receipt is not None


def test_the_service_refuses_a_draft_that_nobody_looked_at(bench: Bench) -> None:
    draft = replace(filled_draft(bench.desk), unchecked=frozenset({"name"}))
    with pytest.raises(Failure) as refused:
        bench.desk.enrolling.enrol(draft)
    assert refused.value == Failure(FailureCode.READING_UNCHECKED)
    assert bench.desk.enrolling.enrol(replace(draft, unchecked=frozenset())).number


def test_enter_goes_through_what_was_read_and_counts_as_looking(bench: Bench) -> None:
    read(bench)
    stops = ["nik"]
    while bench.state.unchecked:
        bench.presenter.go_on(stops[-1])
        stops.append(str(bench.state.focus))
    assert [name for name in stops if name in CARD] == [
        name for name in stops if name in set(stops) & set(CARD)
    ]
    assert set(CARD) <= set(stops)


def test_of_a_poor_photo_every_letter_is_to_be_compared(bench: Bench) -> None:
    assert not read(bench).state.marks.doubtful("nik")
    assert bench.state.marks.doubtful("street")
    poor = prepare(open_picture(file_of(blurred())), Crop(), PhotoSubject.KTP)
    bench.presenter.pictures.take(PhotoSubject.KTP, poor)
    bench.jobs.run_all()
    bench.presenter.card.begin()
    bench.jobs.run_all()
    assert all(bench.state.marks.doubtful(name) for name in CARD)


def test_leaving_a_field_is_not_looking_at_it(bench: Bench) -> None:
    read(bench).presenter.leave("nik")
    assert "nik" in bench.state.unchecked


def test_a_draft_that_is_opened_again_still_waits_to_be_looked_at(bench: Bench) -> None:
    read(bench).presenter.type_into("name", "Ujang Sobarna A")
    bench.presenter.rest()
    bench.jobs.run_all()
    again = Bench(bench.desk, bench.clock).opened()
    assert set(again.state.unchecked) == set(CARD) - {"name"}
    again.presenter.go_on("nik")
    again.presenter.rest()
    again.jobs.run_all()
    assert "nik" not in Bench(bench.desk, bench.clock).opened().state.unchecked


def test_a_second_reading_gives_way_to_nothing_but_a_person(bench: Bench) -> None:
    read(bench).presenter.go_on("name")
    bench.desk = with_reader(bench.desk, None)
    bench.presenter.card._cards = with_reader(bench.desk, reading(name="Another", street="Kp. Sana")).cards
    bench.presenter.card.begin()
    bench.jobs.run_all()
    assert (bench.state.form.name, bench.state.form.street) == ("Ujang Sobarna", "Kp. Sana")
    assert dict(bench.state.marks.offered) == {"name": "Another"}


def test_a_field_that_the_branch_does_not_use_is_not_filled_in(bench: Bench) -> None:
    unused = BranchSettings(fields=(("marital", FieldUse.OFF),))
    reference = replace(bench.desk.reference, settings=unused)
    bench.desk = replace(bench.desk, enrolling=replace(bench.desk.enrolling, reference=reference))
    state = read(bench).state
    assert state.form.marital == ""
    assert "marital" not in state.unchecked


@pytest.mark.parametrize("end", [ReadingEnd.NO_CARD, ReadingEnd.FAILED, ReadingEnd.TOO_SLOW])
def test_a_reading_that_gave_nothing_changes_nothing(bench: Bench, end: ReadingEnd) -> None:
    state = read(bench, CardReading(end)).state
    assert {getattr(state.form, name) for name in CARD} == {""}
    assert (state.marks.end, state.unchecked) == (end, ())


def test_a_reading_that_is_given_up_is_not_taken(bench: Bench) -> None:
    with_photo(bench, reading(**CARD)).presenter.card.begin()
    assert bench.state.marks.running
    bench.presenter.card.begin()
    assert bench.jobs.waiting(Lane.READER) == 1
    bench.presenter.card.give_up()
    bench.jobs.run_all()
    assert (bench.state.marks.running, bench.state.marks.end) == (False, ReadingEnd.CANCELLED)
    assert bench.state.unchecked == ()


def test_a_reading_goes_to_no_other_form_and_to_no_other_photo(bench: Bench) -> None:
    with_photo(bench, reading(**CARD)).presenter.card.begin()
    bench.presenter.pictures.drop(PhotoSubject.KTP)
    bench.jobs.run_all()
    assert (bench.state.marks.running, bench.state.unchecked) == (False, ())
    bench.presenter.pictures.take(PhotoSubject.KTP, KTP)
    bench.jobs.run_all()
    bench.presenter.card.begin()
    bench.presenter.start_anew()
    bench.jobs.run_all()
    assert (bench.state.marks.running, bench.state.unchecked) == (False, ())


def test_without_the_pack_the_form_says_nothing_of_reading(bench: Bench) -> None:
    assert not with_photo(bench, None).state.marks.available
    bench.presenter.card.begin()
    bench.jobs.run_all()
    assert bench.state.unchecked == ()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    clock = HandClock()
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.from_bytes(bytes(range(1, 33)))), clock)
    yield Bench(with_reader(desk, reading("street", **CARD)), clock)
    desk.close()


def test_the_line_reads_shows_and_confirms_by_its_keys(screen: Desk) -> None:
    line = screen.view.form.card_line
    assert not line.isVisible()
    screen.presenter.pictures.take(PhotoSubject.KTP, KTP)
    screen.bench.jobs.run_all()
    assert line.isVisible()
    screen.typist.press(Qt.Key.Key_F3)
    fields = screen.view.form.fields
    assert fields["name"].hint == "read, please check"
    assert fields["name"].message == "read, please check"
    assert (fields["street"].hint, fields["street"].tone) == ("", Tone.WARNING)
    assert fields["street"].message == "read with doubt, compare each letter"
    fields["name"].take_focus()
    assert _piece(line) is not None
    screen.typist.press(Qt.Key.Key_F5)
    assert screen.state.unchecked == ()
    assert (fields["name"].hint, fields["name"].message) == ("as on the KTP", "")
    assert _piece(line) is None


def test_the_key_that_reads_stops_the_reading(screen: Desk) -> None:
    screen.presenter.pictures.take(PhotoSubject.KTP, KTP)
    screen.bench.jobs.run_all()
    screen.presenter.card.begin()
    screen.part("read_card").click()  # type: ignore[attr-defined]
    assert screen.state.marks.end is ReadingEnd.CANCELLED


def test_the_arrow_takes_what_the_card_says_instead(screen: Desk) -> None:
    screen.presenter.pictures.take(PhotoSubject.KTP, KTP)
    screen.presenter.type_into("street", "Kp. Lama")
    screen.bench.jobs.run_all()
    screen.typist.press(Qt.Key.Key_F3)
    field = screen.view.form.fields["street"]
    assert field.message == "↓ KTP: Kp. Baru"
    field.take_focus()
    screen.typist.press(Qt.Key.Key_Down)
    assert screen.state.form.street == "Kp. Baru"
    assert "street" not in screen.state.unchecked


def _piece(line: CardLine) -> object:
    return line._piece.source
