"""Walks a window by Tab and back as a person without a mouse does, and tells what cannot be reached, named or seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QLabel, QWidget

from perisai_desktop.ui.screens.photo.crop_picture import CropPicture
from perisai_desktop.ui.screens.photo.live_view import LiveView
from perisai_desktop.ui.screens.pictures.canvas import PictureCanvas
from perisai_desktop.ui.shell.guide import Guide
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.signature_pad import SignaturePad
from tests.support.gallery.eye import named
from tests.support.gallery.stage import overlays, settle

NO_ROLE = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window})
PAINTED = (SegmentedField, SignaturePad, CropPicture, LiveView, PictureCanvas)
"""Inputs that Qt knows no role for; they say what is chosen in their name."""


def walk(window: QWidget) -> list[str]:
    """What is wrong for keys and screen readers in `window`, or in the dialog above it."""
    dialogs = [each for each in overlays() if isinstance(each, QDialog)]
    top = dialogs[-1] if dialogs else window
    if window.findChildren(Guide):
        return []
    top.activateWindow()
    settle()
    # A field that is left for the first time may show a problem: what is there once each was left stays.
    for control in [each for each in top.findChildren(QWidget) if _stops(each, top)]:
        control.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    controls = [each for each in top.findChildren(QWidget) if _stops(each, top)]
    found = [fault for control in controls for fault in _silent(control)]
    return found + list(_unlabelled(top)) + list(_unreached(top, controls)) + list(_unseen(controls))


def _stops(widget: QWidget, top: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isEnabled() and widget.isVisibleTo(top) and widget.window() is top


def _silent(control: QWidget) -> Iterator[str]:
    spoken = QAccessible.queryAccessibleInterface(control)
    if not spoken.text(QAccessible.Text.Name):
        yield f"{named(control)} has no name"
    if spoken.role() in NO_ROLE and not isinstance(control, PAINTED):
        yield f"{named(control)} has no role"


def _unlabelled(top: QWidget) -> Iterator[str]:
    """Labels of inputs that lead to none: what stands above an input is its buddy."""
    for label in top.findChildren(QLabel):
        beside = type(label.parentWidget()).__name__ == "Field" and label.property("role") == "label"
        if beside and label.isVisibleTo(top) and label.buddy() is None:
            yield f"{named(label)} is the label of nothing"


def _unreached(top: QWidget, controls: list[QWidget]) -> Iterator[str]:
    if not controls:
        return
    controls[0].setFocus(Qt.FocusReason.TabFocusReason)
    there = _round(top, len(controls), Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    controls[0].setFocus(Qt.FocusReason.TabFocusReason)
    back = _round(top, len(controls), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    for control in controls:
        for way, stops in (("Tab", there), ("Shift+Tab", back)):
            if control not in stops and not _by_arrows(control, stops):
                yield f"{named(control)} is not reached by {way}"
    if there and [there[0], *reversed(there[1:])] != back:
        yield "Shift+Tab does not go back the way that Tab came"


def _by_arrows(control: QWidget, stops: list[QWidget]) -> bool:
    """Whether a control belongs to a group of which Tab reaches one and arrows the others."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return group is not None and group.exclusive() and any(each in stops for each in group.buttons())


def _round(top: QWidget, count: int, key: Qt.Key, modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """The stops on one way round, the first not twice."""
    stops: list[QWidget] = []
    for _ in range(count + 2):
        here = QApplication.focusWidget()
        if here is None or here in stops:
            break
        stops.append(here)
        QTest.keyClick(here if here.window() is top else top, key, modifier)
    return stops


def _unseen(controls: list[QWidget]) -> Iterator[str]:
    """Controls that look the same with the focus and without."""
    for control in controls:
        if isinstance(control, QAbstractItemView) and not control.model().rowCount(control.rootIndex()):
            continue
        control.setFocus(Qt.FocusReason.TabFocusReason)
        with_it = control.grab().toImage()
        control.clearFocus()
        if with_it == control.grab().toImage():
            yield f"{named(control)} does not show that it has the focus"
