"""The photographer: brings every scene about, has the eye look at it, and keeps a picture in both themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.shell.guide import Guide
from perisai_desktop.ui.theme.theme import ThemeChoice
from tests.support.gallery.contrast import faint_texts
from tests.support.gallery.eye import Finding, look_at, named
from tests.support.gallery.painted import Painted, overheard
from tests.support.gallery.reach import walk
from tests.support.gallery.shots import Shot
from tests.support.gallery.stage import Stage, overlays, settle

THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, and what the eye found on it."""

    shot: str
    language: str
    theme: str
    file: str
    findings: tuple[str, ...]


def inspect(stage: Stage, shot: Shot, *, by_keys: bool = False) -> list[str]:
    """What the eye finds on a scene, without a picture; where it is walked by keys, what they miss as well."""
    window = shot.scene(stage)
    settle()
    _pixmap, found = _look(stage, window)
    told = [str(finding) for finding in found]
    if by_keys:
        stage.calm()
        told += [str(fault) for fault in walk(window)]
    stage.tidy()
    return told


def photograph(
    stage: Stage, shots: Sequence[Shot], folder: Path, tell: Callable[[str], None]
) -> Iterator[Picture]:
    """Every scene in every language and theme, as `NAME_LANGUAGE_THEME.png` in `folder`."""
    theme = stage.program.ready.theme
    for language in LANGUAGES:
        stage.speak(language)
        for shot in shots:
            window = shot.scene(stage)
            settle()
            for choice in sorted(THEMES, key=lambda each: each is not theme.choice):
                stage.wear(choice)
                pixmap, found = _look(stage, window)
                file = f"{shot.name}_{language}_{choice.value}.png"
                pixmap.save(str(folder / file), "PNG")
                yield Picture(shot.name, language, choice.value, file, tuple(map(str, found)))
            stage.tidy()
            tell(f"{language} {shot.name}")


def _look(stage: Stage, window: QWidget) -> tuple[QPixmap, list[Finding]]:
    """The window with what lies above it, and the findings on each."""
    pixmap, heard = _grabbed(window)
    found = look_at(window, heard, stage.language)
    if not window.findChildren(Guide):
        found += [Finding("faint", named(part), words) for part, words in faint_texts(window, pixmap, heard)]
    room = QRect(QPoint(0, 0), stage.size)
    for overlay in overlays():
        above, heard = _grabbed(overlay)
        found += look_at(overlay, heard, stage.language)
        found += [Finding("faint", named(part), words) for part, words in faint_texts(overlay, above, heard)]
        if overlay.width() > room.width() or overlay.height() > room.height():
            size = f"{overlay.width()}x{overlay.height()}"
            found.append(Finding("outside", type(overlay).__name__, f"{size} is larger than the screen"))
        _lay_over(pixmap, above, overlay.pos() - window.pos(), dim=overlay.isModal())
    return pixmap, found


def _grabbed(window: QWidget) -> tuple[QPixmap, list[Painted]]:
    with overheard() as heard:
        return window.grab(), heard


def _lay_over(below: QPixmap, above: QPixmap, place: QPoint, *, dim: bool) -> None:
    painter = QPainter(below)
    if dim:
        painter.fillRect(below.rect(), QColor(0, 0, 0, 90))
    painter.drawPixmap(place, above)
    painter.setPen(QColor(128, 128, 128))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRect(place, above.deviceIndependentSize().toSize()).adjusted(-1, -1, 0, 0))
    painter.end()
