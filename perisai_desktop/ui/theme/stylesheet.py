"""The stylesheet of the program: one template, filled from the table of tokens."""

from dataclasses import fields
from string import Template

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Palette


def stylesheet(palette: Palette) -> str:
    """Qt style rules for `palette`; raises KeyError where the template names an unknown token."""
    values: dict[str, object] = {field.name: getattr(palette, field.name) for field in fields(palette)}
    values |= {f"m_{field.name}": getattr(METRICS, field.name) for field in fields(METRICS)}
    values |= {f"t_{field.name}": getattr(TYPE, field.name) for field in fields(TYPE)}
    return Template(resource("qss", "perisai.qss").read_text(encoding="utf-8")).substitute(values)
