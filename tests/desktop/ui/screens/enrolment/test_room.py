"""The form in rooms of every size: all of it can be seen, nothing stands on anything else."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from tests.desktop.ui.screens.enrolment.conftest import TAB_ORDER, Desk
from tests.support.typist import CONTROL


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1142, 640), (683, 384)])
def test_everything_can_be_brought_into_sight(screen: Desk, qtbot: QtBot, width: int, height: int) -> None:
    screen.fill(birth_date="1991-08-14", phone="12")
    screen.view.resize(width, height)
    screen.typist.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: screen.part("submit").isVisible() and in_sight(screen, "field_phone"))
    hidden = []
    for name in (*(each for each in TAB_ORDER if each != "more_fields"), "reason_birth_date_differs"):
        screen.presenter.go_on("submit")
        screen.view.show_state(screen.state.with_focus(name.removeprefix("field_")))
        QApplication.processEvents()
        hidden += [] if in_sight(screen, name) else [name]
    assert hidden == []
    assert in_sight(screen, "submit")


@pytest.mark.parametrize("height", [768, 384])
def test_inputs_do_not_overlap(screen: Desk, qtbot: QtBot, height: int) -> None:
    screen.view.resize(1142 if height == 768 else 600, height)
    qtbot.waitUntil(lambda: screen.part("field_street").width() > 60)
    places = [screen.part(name) for name in TAB_ORDER]
    rects = [part.rect().translated(part.mapTo(screen.view.form, QPoint())) for part in places]
    clashes = [
        (one.objectName(), other.objectName())
        for (one, first), (other, second) in combinations(zip(places, rects, strict=True), 2)
        if first.intersects(second)
    ]
    assert clashes == []


def test_the_form_is_one_page_on_the_smallest_usual_screen(
    indonesian: None, screen: Desk, qtbot: QtBot
) -> None:
    screen.fill()
    screen.view.resize(1120, 652)
    sheet = screen.view.form.findChild(ScrollSheet)
    assert isinstance(sheet, ScrollSheet)
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() == 0)
    assert in_sight(screen, "capture_change")
    assert in_sight(screen, "declaration")


def test_tab_leads_from_the_signature_over_the_reasons_to_the_button(screen: Desk, qtbot: QtBot) -> None:
    screen.fill(birth_date="1991-08-14", nik="3202085408900004", sex="L")
    qtbot.waitUntil(screen.part("reason_sex_differs").isVisible)
    screen.part("signature").setFocus()
    visited = []
    for _ in range(6):
        screen.typist.press(Qt.Key.Key_Tab)
        visited.append(screen.typist.place)
    reasons = [f"reason_{finding.reaction.value}" for finding in screen.state.warnings]
    assert len(reasons) == 2
    assert visited == ["consent_thumb", "consent_signed_paper", *reasons, "discard", "submit"]


def in_sight(screen: Desk, name: str) -> bool:
    """Whether all of a widget can be seen: nothing that holds it cuts it off."""
    widget = screen.part(name)
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()
