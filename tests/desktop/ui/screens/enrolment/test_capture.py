"""Where the agent sits with the worker: remembered, told without a key, changed where it differs; and a NIK that is here."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.screens.enrolment.capturing import Capturing
from perisai_desktop.ui.theme.tokens import Tone
from sync.rules.reactions import Reaction
from tests.desktop.ui.screens.enrolment.conftest import Bench, Desk

WARNAJATI = "Desa Warnajati, Kec. Cibadak, Kab. Sukabumi, Jawa Barat"


def chosen(bench: Bench, query: str = "warnajati") -> str:
    """The code of the first village found for `query`, taken as place of registration."""
    bench.presenter.capture.look(query)
    bench.jobs.run_all()
    place = bench.state.capture_offers.places[0]
    bench.presenter.capture.choose(place)
    return place.code


def test_the_place_of_registration_is_written_and_offered_again(bench: Bench) -> None:
    bench.opened().fill()
    code = chosen(bench)
    assert bench.submit().receipt is not None
    bench.presenter.receipt_closed()
    bench.jobs.run_all()
    assert bench.state.captured_in == code
    assert bench.state.captured is not None
    assert bench.state.captured.label == WARNAJATI


def test_a_text_that_is_no_place_is_not_taken(bench: Bench) -> None:
    bench.opened().fill()
    chosen(bench)
    bench.presenter.capture.type("pasar entah di mana")
    bench.presenter.rest()
    bench.jobs.run_all()
    assert bench.state.captured is None
    (draft,) = bench.desk.drafting.drafts()
    assert draft.captured_in == ""
    assert bench.submit().receipt is not None


def test_nothing_is_captured_before_a_draft_is_open_or_while_it_is_saved(bench: Bench) -> None:
    changed: list[object] = []
    closed = Capturing(bench.jobs, bench.desk.enrolling.places, lambda: None, changed.append)
    closed.look("warnajati")
    closed.type("warnajati")
    bench.jobs.run_all()
    bench.opened().fill()
    code = chosen(bench)
    bench.presenter.submit()
    bench.jobs.run_all()
    saving = replace(bench.state, saving=True)
    busy = Capturing(bench.jobs, bench.desk.enrolling.places, lambda: saving, changed.append)
    busy.type("lain")
    assert saving.captured is not None
    busy.choose(saving.captured)
    assert (changed, saving.captured_in) == ([], code)


def test_a_key_opens_the_search_and_enter_goes_on_behind_it(screen: Desk, qtbot: QtBot) -> None:
    line = screen.view.form.capture
    assert not line.field.isVisible()
    screen.typist.press(Qt.Key.Key_F9)
    qtbot.waitUntil(line.field.isVisible)
    assert screen.typist.place == "field_captured_in"
    screen.typist.type("warnaj")
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.state.captured is not None
    assert screen.state.captured.label == WARNAJATI
    assert screen.typist.place == "field_occupation"
    assert not line.field.isVisible()
    assert line.told == f"Registered at {WARNAJATI}"


def test_an_unknown_place_stays_visible_and_is_marked(screen: Desk, qtbot: QtBot) -> None:
    line = screen.view.form.capture
    screen.typist.press(Qt.Key.Key_F9)
    qtbot.waitUntil(line.field.isVisible)
    screen.typist.type("zzzz tidak ada")
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.typist.place == "field_captured_in"
    screen.typist.press(Qt.Key.Key_Tab)
    assert line.field.tone is Tone.WARNING
    assert line.field.isVisible()
    editor = line.field.editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "zzzz tidak ada"
    assert screen.state.captured is None


def test_a_nik_that_is_here_leads_to_its_worker_and_the_draft_stays(screen: Desk, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    screen.fill()
    screen.presenter.submit()
    screen.bench.jobs.run_all()
    screen.presenter.receipt_closed()
    screen.bench.jobs.run_all()
    screen.view.worker_asked.connect(lambda worker, nik: asked.append((worker, nik)))
    assert not screen.part("open_holder").isVisible()
    screen.fill(name="Orang Lain")
    assert Reaction.NIK_ALREADY_HERE in {finding.reaction for finding in screen.state.errors}
    qtbot.waitUntil(screen.part("open_holder").isVisible)
    screen.typist.press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(screen.state.holder, screen.state.form.nik)]
    screen.presenter.rest()
    screen.bench.jobs.run_all()
    assert [draft.form.name for draft in screen.bench.desk.drafting.drafts()] == ["Orang Lain"]
