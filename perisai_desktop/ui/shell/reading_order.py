"""Tab follows what the eye reads: section by section, in each from the top down and from left to right.

Qt's own order is that in which widgets were made; a card that is filled later would come after the strip.
"""

from __future__ import annotations

from functools import cmp_to_key

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def step_focus(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next control of `window`, or the one before; False where there is none."""
    stops = reading_order(window)
    here = QApplication.focusWidget()
    if not stops:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    if here in stops:
        place = stops.index(here) + (1 if forward else -1)
    else:
        place = 0 if forward else -1
    there = stops[place % len(stops)]
    there.setFocus(reason)
    _bring_into_sight(there)
    return True


def reading_order(window: QWidget) -> list[QWidget]:
    """The controls of `window` that Tab stops at, as they are read."""
    found: list[QWidget] = []
    for child in sorted(_parts(window), key=cmp_to_key(_before)):
        if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            found.append(child)
        found += reading_order(child)
    return found


def _bring_into_sight(stop: QWidget) -> None:
    above = stop.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop)
        above = above.parentWidget()


def _parts(parent: QWidget) -> list[QWidget]:
    every = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [each for each in every if each.isVisible() and not each.isWindow()]


def _before(one: QWidget, other: QWidget) -> int:
    """Negative where `one` is read before `other`: it ends above it, or stands beside it further left."""
    a, b = one.geometry(), other.geometry()
    if a.bottom() < b.top() or b.bottom() < a.top():
        return a.top() - b.top()
    return a.left() - b.left() or a.top() - b.top()
