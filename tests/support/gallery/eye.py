"""An eye that walks over a window and tells what a person would stumble over."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QTableView,
    QWidget,
)

from perisai_desktop.ui.screens.first_run.language_page import LanguagePage
from perisai_desktop.ui.screens.settings.looks_card import LanguageField
from perisai_desktop.ui.shell.guide import Guide
from perisai_desktop.ui.widgets.labels import Elided
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame
from perisai_desktop.ui.widgets.suggestions import SuggestionList
from perisai_desktop.ui.widgets.whole_words import TellsWhole
from tests.support.gallery.language import foreign_words
from tests.support.gallery.painted import DOTS, Painted

SLACK = 1
"""Pixels that rounding may take."""
HEAD_PADDING = 24
ABOVE = (QScrollBar, SuggestionList, Guide, PracticeFrame)
"""Parts that lie on others on purpose."""
BILINGUAL = (LanguagePage, LanguageField)
"""Where a person chooses the language, both are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong (`cut`, `overlap`, `outside`, `sideways`, `english`), on which widget, in which words."""

    fault: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.fault}: {self.where}: {self.what}"


def look_at(window: QWidget, heard: list[Painted], language: str) -> list[Finding]:
    """The findings on a window or dialog whose painted texts were `heard`."""
    inside = (each for each in window.findChildren(QWidget) if each.window() is window)
    parts = [window, *(each for each in inside if each.isVisibleTo(window))]
    found = [*itertools.chain.from_iterable(_seen_alone(part) for part in parts), *_cut_when_painted(heard)]
    for part in parts:
        found += _children(part)
    for text, where in _texts(parts, heard):
        for words in foreign_words(text, language):
            found.append(Finding("english", where, words))
    return list(dict.fromkeys(found))


def _seen_alone(part: QWidget) -> Iterator[Finding]:
    if isinstance(part, QLabel) and not isinstance(part, Elided):
        yield from _label(part)
    if isinstance(part, QLineEdit) and not part.text():
        room = part.width() - part.textMargins().left() - part.textMargins().right() - 22
        if part.fontMetrics().horizontalAdvance(part.placeholderText()) > room + SLACK:
            yield Finding("cut", named(part), part.placeholderText())
    if isinstance(part, QAbstractButton) and _squeezed(part):
        yield Finding("cut", named(part), part.text() or part.accessibleName())
    if isinstance(part, QHeaderView) and part.orientation() is Qt.Orientation.Horizontal:
        yield from _heads(part)
    if isinstance(part, QAbstractScrollArea):
        yield from _sideways(part)
    if isinstance(part, SuggestionList):
        yield from _offers(part)


def _squeezed(button: QAbstractButton) -> bool:
    """Whether a button that is never smaller than its words is."""
    fixed = button.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
    return fixed and button.maximumWidth() > button.sizeHint().width() > button.width() + SLACK


def _offers(offers: SuggestionList) -> Iterator[Finding]:
    """A list of offers that hides the input in which one types, or belongs to none in sight."""
    owner = offers.owner
    place = QRect(owner.mapTo(owner.window(), QPoint(0, 0)), owner.size())
    if offers.geometry().intersects(place) or owner.visibleRegion().isEmpty():
        yield Finding("overlap", named(offers), f"its input {named(owner)} cannot be seen")


def _label(label: QLabel) -> Iterator[Finding]:
    text, room = label.text(), label.contentsRect()
    if not text or label.textFormat() is Qt.TextFormat.RichText:
        return
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        widest = max((label.fontMetrics().horizontalAdvance(word) for word in text.split()), default=0)
        if needed > label.height() + SLACK or widest > room.width() + SLACK:
            yield Finding("cut", named(label), text)
        return
    lines = text.split("\n")
    widest = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    tall = label.fontMetrics().height() * len(lines)
    if widest > room.width() + SLACK or tall > label.height() + 2 * SLACK:
        yield Finding("cut", named(label), text)


def _heads(head: QHeaderView) -> Iterator[Finding]:
    model = head.model()
    for place in range(model.columnCount(QModelIndex())):
        words = str(model.headerData(place, Qt.Orientation.Horizontal) or "")
        if head.isSectionHidden(place):
            continue
        if head.fontMetrics().horizontalAdvance(words) + HEAD_PADDING > head.sectionSize(place) + SLACK:
            yield Finding("cut", named(head), words)


def _sideways(area: QAbstractScrollArea) -> Iterator[Finding]:
    bar = area.horizontalScrollBar()
    if isinstance(area, QHeaderView):
        return
    if bar.maximum() > 0 and area.property("well") is None and area.property("wide") is None:
        hidden = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        what = "content is wider than its place" + (" and cannot be scrolled to" if hidden else "")
        yield Finding("sideways", named(area), f"{what}, {bar.maximum()} px")
    upright = area.verticalScrollBar()
    off = area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if isinstance(area, QScrollArea) and off and upright.maximum() > SLACK:
        yield Finding("outside", named(area), f"{upright.maximum()} px of content cannot be scrolled to")


def _cut_when_painted(heard: list[Painted]) -> Iterator[Finding]:
    for each in heard:
        if each.spill > SLACK and DOTS not in each.text:
            yield Finding("cut", named(each.widget), f"{each.text} (by {each.spill} px)")
        if each.text != each.whole and not _told_whole(each.widget, each.whole):
            yield Finding("cut", named(each.widget), f"{each.whole} (shown as {each.text}, no tooltip)")


def _told_whole(widget: QWidget, whole: str) -> bool:
    """Whether the person can read the whole text by pointing at it."""
    view = widget.parentWidget()
    if isinstance(view, QAbstractItemView):
        return isinstance(view.itemDelegate(), TellsWhole)
    return whole in widget.toolTip()


def _children(parent: QWidget) -> Iterator[Finding]:
    if isinstance(parent, QAbstractScrollArea | QLineEdit | QTableView):
        return
    children = [each for each in _direct(parent) if not each.geometry().isEmpty()]
    for one, other in itertools.combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > SLACK and common.height() > SLACK:
            size = f"{common.width()}x{common.height()} px"
            yield Finding("overlap", named(parent), f"{named(one)} and {named(other)} by {size}")
    if (
        isinstance(parent.parentWidget(), QAbstractScrollArea)
        and parent.objectName() == "qt_scrollarea_viewport"
    ):
        return
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for child in children:
        if not room.contains(child.geometry()):
            yield Finding(
                "outside",
                named(parent),
                f"{named(child)} at {_place(child.geometry())} in {_place(parent.rect())}",
            )


def _direct(parent: QWidget) -> list[QWidget]:
    every = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [
        each
        for each in every
        if each.isVisibleTo(parent) and not each.isWindow() and not isinstance(each, ABOVE)
    ]


def _texts(parts: list[QWidget], heard: list[Painted]) -> Iterator[tuple[str, str]]:
    for part in parts:
        if _within(part, BILINGUAL):
            continue
        shown = [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        if part.isWindow():
            shown.append(part.windowTitle())
        for getter in ("text", "placeholderText", "toPlainText"):
            read = getattr(part, getter, None)
            if callable(read) and not (isinstance(part, QLineEdit) and getter == "text"):
                shown.append(str(read()))
        if isinstance(part, QHeaderView):
            model = part.model()
            shown += [
                str(model.headerData(each, part.orientation()) or "")
                for each in range(model.columnCount(QModelIndex()))
            ]
        yield from ((text, named(part)) for text in shown if text)
    yield from ((each.whole, named(each.widget)) for each in heard if not _within(each.widget, BILINGUAL))


def _within(widget: QWidget | None, kinds: tuple[type[QWidget], ...]) -> bool:
    while widget is not None and not isinstance(widget, kinds):
        widget = widget.parentWidget()
    return widget is not None


def named(widget: QWidget) -> str:
    """A widget as a programmer finds it: its class and name, below the nearest named ancestor."""
    own = type(widget).__name__ + (f"#{widget.objectName()}" if widget.objectName() else "")
    above = widget.parentWidget()
    while above is not None and type(above).__module__.startswith("PySide6"):
        above = above.parentWidget()
    return own if above is None else f"{type(above).__name__}/{own}"


def _place(rect: QRect) -> str:
    corner: QPoint = rect.topLeft()
    return f"{corner.x()},{corner.y()} {rect.width()}x{rect.height()}"
