"""The enrolment screen by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import SuggestionList
from sync.rules.reactions import Reaction
from tests.desktop.ui.screens.enrolment.conftest import TAB_ORDER, Desk
from tests.support.desks import filled_draft
from tests.support.typist import CONTROL, SHIFT


def test_tab_visits_every_input_in_the_order_of_the_page(screen: Desk) -> None:
    visited = [screen.typist.place]
    while visited[-1] != "submit" and len(visited) < 40:
        screen.typist.press(Qt.Key.Key_Tab)
        visited.append(screen.typist.place)
    named = tuple(name for name in visited if name in (*TAB_ORDER, "submit"))
    assert named == (*TAB_ORDER, "submit")
    screen.typist.press(Qt.Key.Key_Tab, SHIFT)
    assert screen.typist.place != "submit"


def test_further_fields_open_and_are_visited(screen: Desk) -> None:
    screen.part("more_fields").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    visited = [screen.typist.place]
    for _ in range(6):
        screen.typist.press(Qt.Key.Key_Tab)
        visited.append(screen.typist.place)
    assert visited == [
        *("field_email", "field_postcode", "field_marital", "field_kk", "field_npwp"),
        *("field_workplace", "field_working_hours"),
    ]
    assert not screen.part("more_fields").isVisible()


def test_every_input_has_a_name_for_screen_readers(screen: Desk) -> None:
    inputs = [
        widget
        for widget in screen.view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, QLineEdit | QAbstractButton | SegmentedField)
    ]
    assert len(inputs) > 25
    assert [widget.objectName() for widget in inputs if not widget.accessibleName()] == []


def test_enter_goes_past_everything_that_is_filled_in(screen: Desk) -> None:
    typist = screen.typist
    visited = []
    typist.type("3202081408900004")
    for text in ("Ujang Sobarna", "Euis Rohaeti", "Cianjur", "081200004417"):
        typist.type(text)
        visited.append(typist.place)
        typist.press(Qt.Key.Key_Return)
    assert visited == ["field_name", "field_mother_name", "field_birth_place", "field_phone"]
    assert typist.place == "field_village"
    assert (screen.state.form.birth_date, screen.state.form.sex) == ("14-08-1990", "L")


def test_enter_takes_what_an_empty_field_proposes_and_tab_leaves_it(screen: Desk) -> None:
    line = screen.part("field_birth_place")
    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == ""
    screen.typist.type("3202081408900004")
    line.setFocus()
    screen.typist.press(Qt.Key.Key_Tab)
    assert (line.placeholderText(), screen.state.form.birth_place) == ("↵ Sukabumi", "")
    assert line.accessibleDescription().startswith("↵ Sukabumi. ")
    line.setFocus()
    screen.typist.press(Qt.Key.Key_Return)
    assert (line.text(), screen.state.form.birth_place) == ("Sukabumi", "Sukabumi")
    assert (line.placeholderText(), line.accessibleDescription()) == ("", "")
    assert screen.typist.place == "field_phone"


def test_village_and_occupation_of_the_worker_before_are_proposed_and_taken_one_by_one(screen: Desk) -> None:
    screen.bench.desk.enrolling.enrol(filled_draft(screen.bench.desk))
    screen.presenter.start_anew()
    screen.bench.jobs.run_all()
    village, occupation = (screen.view.form.fields[name] for name in ("village", "occupation"))
    shown = [
        line.placeholderText() for line in (village.editor, occupation.editor) if isinstance(line, QLineEdit)
    ]
    assert shown == ["↵ Desa Sukamaju, Kec. Cikembar", "↵ Petani/Pekebun"]
    assert village.hint == "Kab. Sukabumi, Jawa Barat"
    assert (screen.state.form.village, screen.state.form.occupation) == ("", "")
    village.take_focus()
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.state.place is not None
    assert (screen.state.form.village, screen.typist.place) == (screen.state.place.code, "field_street")
    assert village.hint == "Kab. Sukabumi, Jawa Barat"
    occupation.take_focus()
    screen.typist.press(Qt.Key.Key_Return)
    assert (screen.state.form.occupation, screen.typist.place) == ("Petani/Pekebun", "field_income")


def test_the_cursor_leaves_a_whole_nik_and_an_enter_of_habit_goes_nowhere(screen: Desk) -> None:
    screen.typist.type("320208140890000")
    assert screen.typist.place == "field_nik"
    screen.typist.type("4")
    assert screen.typist.place == "field_name"
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.typist.place == "field_name"
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.typist.place == "field_mother_name"


def test_a_place_is_found_by_a_few_letters_and_enter(screen: Desk) -> None:
    screen.part("field_village").setFocus()
    screen.typist.type("warnaj")
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.state.place is not None
    assert screen.state.place.village == "Warnajati"
    assert screen.typist.place == "field_street"


def test_enter_does_not_leave_a_place_that_is_not_chosen(screen: Desk) -> None:
    screen.part("field_village").setFocus()
    screen.typist.type("zzzz tidak ada")
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.typist.place == "field_village"
    screen.typist.press(Qt.Key.Key_Tab)
    assert screen.state.form.village == "zzzz tidak ada"


def test_an_occupation_is_found_by_its_beginning(screen: Desk) -> None:
    screen.part("field_occupation").setFocus()
    screen.typist.type("petani/")
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.state.form.occupation == "Petani/Pekebun"
    assert screen.typist.place == "field_income"


def test_escape_closes_offers_first_and_then_the_form(screen: Desk) -> None:
    left: list[bool] = []
    screen.view.closed.connect(lambda: left.append(True))
    screen.part("field_occupation").setFocus()
    screen.typist.type("pet")
    offers = screen.view.window().findChild(SuggestionList)
    assert isinstance(offers, SuggestionList)
    assert offers.isVisible()
    screen.typist.press(Qt.Key.Key_Escape)
    assert not offers.isVisible()
    assert left == []
    screen.typist.press(Qt.Key.Key_Escape)
    assert left == [True]


def test_a_purpose_is_ticked_by_a_key_of_its_own_and_enter_ticks_nothing(screen: Desk) -> None:
    screen.part("consent_enrolment").setFocus()
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.state.form.consents == frozenset()
    screen.part("consent_enrolment").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    assert screen.state.form.consents == {"enrolment"}
    assert screen.typist.place == "consent_branch_check"
    screen.typist.press(Qt.Key.Key_Space)
    assert screen.state.form.consents == {"enrolment", "branch_check"}
    assert screen.typist.place == "declaration"
    screen.typist.press(Qt.Key.Key_Space)
    assert screen.state.form.declaration
    assert screen.typist.place == "signature"
    screen.part("consent_enrolment").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    assert screen.state.form.consents == {"branch_check"}
    assert screen.typist.place == "consent_enrolment"


def test_ctrl_enter_saves_from_anywhere(screen: Desk) -> None:
    taken: list[object] = []
    screen.view.receipt_ready.connect(taken.append)
    screen.fill()
    screen.part("field_street").setFocus()
    screen.typist.press(Qt.Key.Key_Return, CONTROL)
    assert len(taken) == 1
    assert screen.state.receipt is taken[0]


def test_ctrl_enter_leads_to_the_first_error_and_keeps_what_was_typed(screen: Desk) -> None:
    screen.fill(phone="12", months="2")
    screen.typist.press(Qt.Key.Key_Enter, CONTROL)
    assert screen.state.receipt is None
    assert screen.typist.place == "field_phone"
    assert screen.part("field_phone").property("state") == "error"


def test_the_tally_of_problems_names_only_what_there_is(screen: Desk) -> None:
    def tally() -> str:
        label = screen.part("problem_count")
        assert isinstance(label, QLabel)
        return label.text()

    screen.fill(phone="12")
    assert tally() == "1 still to fill in"
    screen.typist.press(Qt.Key.Key_Enter, CONTROL)
    assert tally() == "1 error(s)"
    screen.fill(birth_date="1991-08-14")
    assert tally() == "1 warning(s)"
    screen.fill()
    assert tally() == "nothing"


def test_f6_goes_round_the_problems(screen: Desk) -> None:
    screen.fill(phone="12", income="999", birth_date="1991-08-14")
    places = []
    for _ in range(4):
        screen.typist.press(Qt.Key.Key_F6)
        places.append(screen.typist.place)
    assert places == ["field_phone", "field_income", "reason_birth_date_differs", "field_phone"]


def test_a_reason_is_typed_where_f6_leads_and_enter_leads_to_the_button(screen: Desk) -> None:
    screen.fill(birth_date="1991-08-14")
    screen.typist.press(Qt.Key.Key_F6)
    screen.typist.type("Sesuai akta lahir")
    assert screen.state.reasons == {"birth_date_differs": "Sesuai akta lahir"}
    screen.typist.press(Qt.Key.Key_Return)
    assert screen.typist.place == "submit"
    screen.typist.press(Qt.Key.Key_Space)
    assert screen.state.receipt is not None


@pytest.mark.parametrize(
    ("field", "typed", "reaction"),
    [
        ("offer", "JHT", Reaction.PROGRAMMES_NOT_OFFERED),
        ("months", "2", Reaction.MONTHS_NOT_OFFERED),
        ("first_month", "2027-03", Reaction.FIRST_MONTH_NOT_OFFERED),
        ("occupation", "Profesi X", Reaction.OCCUPATION_UNKNOWN),
        ("village", "99.99.99.9999", Reaction.VILLAGE_UNKNOWN),
    ],
)
def test_what_is_not_offered_stays_visible_and_is_named(
    screen: Desk, qtbot: QtBot, field: str, typed: str, reaction: Reaction
) -> None:
    screen.fill()
    editor = screen.part(f"field_{field}")
    editor.setFocus()
    if isinstance(editor, QLineEdit):
        screen.typist.press(Qt.Key.Key_A, CONTROL)
    screen.typist.type(typed)
    screen.typist.press(Qt.Key.Key_Tab)
    assert getattr(screen.state.form, field) == typed
    shown = editor.text() if isinstance(editor, QLineEdit | SegmentedField) else ""
    assert shown == typed
    assert reaction in {finding.reaction for finding in screen.state.errors}
    frame = editor.parentWidget()
    assert isinstance(frame, Field)
    assert frame.message
    qtbot.waitUntil(screen.part(f"problem_{field}").isVisible)


def test_f7_reads_the_consent_aloud_word_for_word(screen: Desk, qtbot: QtBot) -> None:
    screen.typist.press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: screen.view.findChild(QDialog) is not None)
    dialog = screen.view.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    assert dialog.isVisible()
    consent = screen.bench.desk.reference.consent
    texts = {label.property("text") for label in dialog.findChildren(QWidget)}
    assert {consent.introduction, consent.declaration, *(each.text for each in consent.purposes)} <= texts
    assert screen.state.form.consents == frozenset()
    dialog.accept()


def test_one_key_too_many_throws_no_draft_away(screen: Desk, qtbot: QtBot) -> None:
    discarded: list[None] = []
    screen.view.discarded.connect(lambda: discarded.append(None))
    screen.part("discard").click()  # type: ignore[attr-defined]
    (box,) = screen.view.findChildren(QMessageBox)
    assert box.defaultButton() is not None
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert discarded == []
