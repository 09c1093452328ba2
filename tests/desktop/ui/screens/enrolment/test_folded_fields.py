"""What the branch asks for decides what is on the form: folded away, in sight from the beginning, or not there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.screens.enrolment.form_card import FormCard
from perisai_desktop.ui.screens.enrolment.going_on import next_stop, stops
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.widgets.heirs_input import HeirsInput
from sync.rules.branch_settings import BranchSettings, FieldUse
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from tests.support.desks import SIGNATURE
from tests.support.reference_data import filled_form, reference

Showing = Callable[[QWidget], QWidget]


def branch(**uses: FieldUse) -> Reference:
    """The reference data of a branch that uses some fields otherwise."""
    return replace(reference(), settings=BranchSettings(fields=tuple(uses.items())))


def state(**changes: Any) -> EnrolmentState:
    return EnrolmentState(replace(filled_form(), **changes), {}, SIGNATURE)


def shown(card: FormCard) -> set[str]:
    return {name for name, field in card.fields.items() if field.isVisible()}


@pytest.mark.parametrize(
    ("uses", "changes", "seen", "unseen"),
    [
        ({}, {}, {"rt", "phone"}, {"email", "heirs", "payer_name"}),
        ({"kk": FieldUse.REQUIRED}, {}, {"kk", "email", "heirs"}, set()),
        ({"rt": FieldUse.OFF, "phone": FieldUse.OFF}, {"kk": "1"}, {"kk", "rw"}, {"rt", "phone"}),
        ({"bank": FieldUse.OFF, "kk": FieldUse.OFF}, {"email": "x"}, {"npwp"}, {"kk", "bank", "bank_holder"}),
        ({}, {"payer": "company"}, {"payer_name"}, {"email"}),
        ({"payer_name": FieldUse.OFF}, {"payer": "company"}, set(), {"payer_name"}),
    ],
)
def test_the_form_shows_what_the_branch_uses(
    showing: Showing, uses: dict[str, FieldUse], changes: dict[str, Any], seen: set[str], unseen: set[str]
) -> None:
    card = FormCard(branch(**uses), IuranMonth(2026, 11))
    showing(card)
    card.show_state(state(**changes))
    assert seen <= shown(card)
    assert not unseen & shown(card)


def test_enter_stops_at_what_the_branch_requires_and_passes_what_it_has_turned_off() -> None:
    strict = branch(kk=FieldUse.REQUIRED, rw=FieldUse.OFF, payer_name=FieldUse.REQUIRED)
    assert "rw" not in stops(strict)
    assert next_stop(state(), "village", strict) == "kk"
    assert next_stop(state(payer="company", kk="3202081408900009"), "village", strict) == "payer_name"
    assert next_stop(state(kk="3202081408900009"), "village", strict) == "submit"


def test_heirs_are_typed_part_by_part_and_a_row_follows_as_one_is_begun(showing: Showing) -> None:
    heirs, said, gone = HeirsInput(), list[str](), list[bool]()
    heirs.setObjectName("field_heirs")
    heirs.value_edited.connect(said.append)
    heirs.went_on.connect(lambda: gone.append(True))
    showing(heirs)
    heirs.setFocus()
    for text in ("Siti Aminah", "istri", "28021990", "60", "Adi", "anak", "", "40"):
        editor = heirs.window().focusWidget()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert heirs.value() == said[-1] == "Siti Aminah | istri | 28-02-1990 | 60; Adi | anak | | 40"
    assert heirs.window().focusWidget().objectName() == "field_heirs_2_name"
    assert gone == []
    QTest.keyClick(heirs.window().focusWidget(), Qt.Key.Key_Return)
    assert gone == [True]
    heirs.set_value("Budi | anak")
    assert heirs.value() == "Budi | anak"
    assert len(said) > 1
