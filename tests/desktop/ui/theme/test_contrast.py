"""WCAG 2.2 AA over the stylesheet and the tones: every pair is read from where it is used, not from a list of wishes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QColor

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.theme.tokens import DARK, LIGHT, Palette, Tone
from tests.support.gallery.contrast import contrast

TEXT, SHAPE = 4.5, 3.0
SHEETS = ("bg", "card", "sub", "input")
"""What lies behind text and shapes that bring no ground of their own."""
ON_OTHER_GROUND = {"rail": ("rail",), "brand": ("rail",)}
INPUTS = ("QLineEdit", "QPlainTextEdit", "QPushButton", "QTextBrowser")
QUIET = frozenset({"line", "line2", "disabled", "card"})
"""Edges that only part what is parted by space already, or frame what cannot be used."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the stylesheet: its selector, and the tokens of its text, ground and edge (empty for none)."""

    selector: str
    text: str
    ground: str
    edge: str

    @property
    def grounds(self) -> tuple[str, ...]:
        """What may lie behind the text: its own ground, or the sheet on which the part lies."""
        own = next(
            (grounds for name, grounds in ON_OTHER_GROUND.items() if f"#{name} " in self.selector), SHEETS
        )
        return (self.ground,) if self.ground else own


def rules() -> Iterator[Rule]:
    """Every rule; the ground and text of a `kind` of button stand also for its states."""
    template = resource("qss", "perisai.qss").read_text(encoding="utf-8")
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", template.replace("${", "$(")):
        for selector in selectors.split(","):
            yield Rule(
                " ".join(selector.split()),
                _token(r"(?<![-\w])color:\s*\$(\w+)", body),
                _token(r"(?<!-)background:\s*\$(\w+)", body),
                _token(r"border(?:-color)?:[^;]*\$(\w+)", body),
            )


def _token(pattern: str, body: str) -> str:
    found = re.search(pattern, body)
    return found.group(1) if found else ""


def _ratio(palette: Palette, one: str, other: str) -> float:
    return contrast(QColor(getattr(palette, one)), QColor(getattr(palette, other)))


@pytest.fixture(params=[LIGHT, DARK], ids=lambda palette: palette.name)
def palette(request: pytest.FixtureRequest) -> Palette:
    found: Palette = request.param
    return found


def test_the_stylesheet_is_read() -> None:
    found = {rule.selector: rule for rule in rules()}
    assert len(found) > 60
    assert found['QPushButton[kind="primary"]'] == Rule(
        'QPushButton[kind="primary"]', "on_primary", "primary", "primary"
    )
    assert "primary" in {rule.edge for rule in rules() if rule.selector == "QLineEdit:focus"}


def test_every_text_of_the_stylesheet_stands_out(palette: Palette) -> None:
    faint = [
        f"{rule.selector}: {rule.text} on {ground} is {_ratio(palette, rule.text, ground):.2f}"
        for rule in rules()
        for ground in rule.grounds
        if rule.text and ":disabled" not in rule.selector and _ratio(palette, rule.text, ground) < TEXT
    ]
    assert faint == []


def test_a_button_under_the_mouse_can_still_be_read(palette: Palette) -> None:
    assert _ratio(palette, "on_primary", "primary_hover") >= TEXT
    for rule in rules():
        if rule.selector.startswith("QPushButton:"):
            assert _ratio(palette, "text", rule.ground or "card") >= TEXT, rule.selector


def test_edges_of_inputs_and_the_focus_can_be_seen(palette: Palette) -> None:
    faint = [
        f"{rule.selector}: {rule.edge} on {sheet} is {_ratio(palette, rule.edge, sheet):.2f}"
        for rule in rules()
        for sheet in SHEETS
        if rule.edge and rule.edge not in QUIET and rule.selector.startswith(INPUTS)
        if _ratio(palette, rule.edge, sheet) < SHAPE
    ]
    assert faint == []


def test_the_focus_on_a_filled_button_differs_from_the_button(palette: Palette) -> None:
    for rule in rules():
        if (
            rule.selector.startswith("QPushButton[kind=")
            and rule.selector.endswith(":focus")
            and rule.edge == "text"
        ):
            assert _ratio(palette, "text", "card") >= SHAPE
            assert contrast(QColor(palette.text), QColor(palette.primary)) >= 1.5


@pytest.mark.parametrize("tone", list(Tone))
def test_a_tone_can_be_read_on_sheets_and_on_its_own_fill(palette: Palette, tone: Tone) -> None:
    grounds = {sheet: getattr(palette, sheet) for sheet in SHEETS}
    grounds |= {"fill": palette.fill(tone), "chosen": palette.chosen}
    faint = {
        name: round(contrast(QColor(palette.ink(tone)), QColor(ground)), 2)
        for name, ground in grounds.items()
        if contrast(QColor(palette.ink(tone)), QColor(ground)) < TEXT
    }
    assert faint == {}


def test_the_rail_can_be_read_in_every_state(palette: Palette) -> None:
    for text in ("rail_text", "rail_strong"):
        for ground in ("rail", "rail_active", "rail_badge"):
            if (text, ground) != ("rail_text", "rail_badge"):
                assert _ratio(palette, text, ground) >= TEXT, (text, ground)
    assert _ratio(palette, "rail_marker", "rail_active") >= SHAPE
    assert _ratio(palette, "rail_marker", "rail") >= SHAPE


def test_what_is_ticked_chosen_or_scrolled_can_be_seen(palette: Palette) -> None:
    assert _ratio(palette, "on_primary", "primary") >= TEXT
    assert _ratio(palette, "ok", "chosen") >= TEXT
    for sheet in SHEETS:
        assert _ratio(palette, "primary", sheet) >= SHAPE
        assert _ratio(palette, "border", sheet) >= SHAPE


def test_disabled_words_are_told(palette: Palette, record_property: Callable[[str, object], None]) -> None:
    ratio = _ratio(palette, "on_disabled", "disabled")
    words = f"disabled text in the {palette.name} theme: {ratio:.1f}:1, nothing is required"
    record_property("measure", words)

    assert ratio >= SHAPE
