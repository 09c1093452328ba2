"""Tokens that can be read, one template that knows them all, and a theme that is remembered."""

import re
from dataclasses import fields
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.theme.fonts import FAMILIES, Weight, base_font, sized
from perisai_desktop.ui.theme.icons import pixmap, program_icon
from perisai_desktop.ui.theme.stylesheet import stylesheet
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice, active_palette
from perisai_desktop.ui.theme.tokens import DARK, LIGHT, Palette, Tone
from tests.desktop.ui.conftest import Showing
from tests.support import program_icon as program_icon_file

ROUNDING = 2
"""Levels of 255 by which processors draw a gradient differently."""


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_text_can_be_read_on_what_is_behind_it(palette: Palette) -> None:
    grounds = (palette.bg, palette.card, palette.sub, palette.input, palette.chosen)
    for ground in grounds:
        assert _contrast(palette.text, ground) >= 7
        assert _contrast(palette.muted, ground) >= 4.5
    assert _contrast(palette.on_primary, palette.primary) >= 4.5
    assert _contrast(palette.on_disabled, palette.disabled) >= 4
    assert _contrast(palette.rail_text, palette.rail) >= 7
    assert _contrast(palette.rail_strong, palette.rail_badge) >= 7
    for tone in (Tone.OK, Tone.INFO, Tone.WARNING, Tone.ERROR):
        assert _contrast(palette.ink(tone), palette.card) >= 4.5
        assert _contrast(palette.ink(tone), palette.fill(tone)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_borders_of_inputs_can_be_seen(palette: Palette) -> None:
    for edge in (palette.border, palette.primary, palette.edge(Tone.WARNING), palette.edge(Tone.ERROR)):
        assert _contrast(edge, palette.input) >= 3


def test_both_themes_fill_every_token() -> None:
    for palette in (LIGHT, DARK):
        for field in fields(Palette):
            value = getattr(palette, field.name)
            assert field.name == "name" or re.fullmatch(r"#[0-9A-F]{6}", value), field.name
        assert "$" not in stylesheet(palette)
        assert palette.primary in stylesheet(palette)


def test_every_colour_of_the_stylesheet_is_a_token() -> None:
    template = resource("qss", "perisai.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=[;\s])", template.replace("QWidget#", "")) == []


def test_inter_is_bundled_under_its_own_name(theme: Theme) -> None:
    styles = QFontDatabase.styles(FAMILIES[0])
    assert {"Regular", "Medium", "SemiBold", "Bold"} <= set(styles)


def test_heavier_weights_are_wider_and_tabular_figures_equal(theme: Theme) -> None:
    widths = [QFontMetricsF(sized(base_font(), 20, weight)).horizontalAdvance("Peserta") for weight in Weight]
    assert widths == sorted(set(widths))
    tabular = QFontMetricsF(sized(base_font(), 20, tabular=True))
    assert tabular.horizontalAdvance("1111") == tabular.horizontalAdvance("8888")
    plain = QFontMetricsF(sized(base_font(), 20))
    assert plain.horizontalAdvance("1111") != plain.horizontalAdvance("8888")


def test_the_theme_is_switched_and_remembered(qapp: QApplication) -> None:
    remembered: list[ThemeChoice] = []
    theme = Theme(qapp, ThemeChoice.LIGHT, remembered.append)
    assert active_palette() is LIGHT
    theme.choose(ThemeChoice.DARK)
    assert active_palette() is DARK
    theme.choose(ThemeChoice.LIGHT, remember=False)
    assert active_palette() is LIGHT
    assert remembered == [ThemeChoice.DARK]
    theme.deleteLater()


def test_the_stylesheet_keeps_features_of_the_font(showing: Showing) -> None:
    label = QLabel("Iuran")
    label.setProperty("role", "title")
    showing(label)
    assert label.font().pixelSize() == 22
    assert [tag.toString().toStdString() for tag in label.font().featureTags()] == ["cv08"]


@pytest.mark.usefixtures("qapp")
def test_icons_are_drawn_in_a_colour_and_at_a_density() -> None:
    once, twice = pixmap("users", "#0B6B4F", 18), pixmap("users", "#0B6B4F", 18, 2.0)
    assert (once.width(), twice.width(), twice.deviceIndependentSize().width()) == (18, 36, 18)
    inks = {
        once.toImage().pixelColor(x, y).name()
        for x in range(18)
        for y in range(18)
        if once.toImage().pixelColor(x, y).alpha() == 255
    }
    assert inks <= {"#0b6b4f"}


def test_the_programs_icon_is_there_in_every_size_and_as_drawn(qapp: QApplication) -> None:
    assert {size.width() for size in program_icon().availableSizes()} == {16, 24, 32, 48, 256}
    assert _unlike(resource("icons", "perisai.png").read_bytes(), program_icon_file.png(256)) <= ROUNDING
    kept, drawn = resource("icons", "perisai.ico").read_bytes(), program_icon_file.ico()
    with Image.open(BytesIO(kept)) as file:
        assert file.info["sizes"] == {(size, size) for size in (16, 20, 24, 32, 40, 48, 64, 256)}
        for size in file.info["sizes"]:
            assert _unlike(kept, drawn, size) <= ROUNDING


def _unlike(kept: bytes, drawn: bytes, size: tuple[int, int] | None = None) -> int:
    """By how many levels of 255 two pictures differ at most."""
    with Image.open(BytesIO(kept)) as one, Image.open(BytesIO(drawn)) as other:
        for picture in (one, other):
            if size is not None:
                picture.size = size  # type: ignore[misc]
        channels = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")).split()
    return max(place for channel in channels for place, count in enumerate(channel.histogram()) if count)


def test_every_bundled_icon_is_used_and_every_used_one_is_bundled() -> None:
    bundled = {file.stem for file in resource("icons").glob("*.svg")}
    sources = " ".join(
        file.read_text(encoding="utf-8") for file in resource().parent.glob("perisai_desktop/ui/**/*.py")
    )
    used = {name for name in bundled if f'"{name}"' in sources}
    assert bundled == used
    assert resource("icons", "LICENSE").exists()


def test_a_switch_polishes_no_widget_once_for_each_of_its_ancestors(showing: Showing, theme: Theme) -> None:
    counted: list[QObject] = []

    class Counter(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.StyleChange:
                counted.append(watched)
            return False

    outer = inner = QWidget()
    for _ in range(12):
        layout = QVBoxLayout(inner)
        inner = QWidget()
        layout.addWidget(inner)
    showing(outer)
    counter = Counter()
    inner.installEventFilter(counter)
    theme.choose(ThemeChoice.DARK)
    assert 0 < len(counted) <= 4


def test_a_switch_leaves_scrolled_areas_where_they_are(showing: Showing, theme: Theme) -> None:
    content, area = QWidget(), QScrollArea()
    column = QVBoxLayout(content)
    for _ in range(60):
        field = QLineEdit()
        column.addWidget(field)
    area.setWidgetResizable(True)
    area.setWidget(content)
    showing(area)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    theme.choose(ThemeChoice.DARK)
    QApplication.processEvents()
    assert bar.value() == before > 0
