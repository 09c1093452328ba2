"""The form in rooms of every size: all of it can be seen, nothing stands on anything else."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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


def in_sight(screen: Desk, name: str) -> bool:
    """Whether all of a widget can be seen: nothing that holds it cuts it off."""
    widget = screen.part(name)
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()
