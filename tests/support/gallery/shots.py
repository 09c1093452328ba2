"""The register of what is photographed: one function each, which brings a window into a state and gives it back."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.support.gallery.stage import Stage

Scene = Callable[[Stage], QWidget]
ROOMS = (
    "entry_scenes",
    "home_scenes",
    "report_scenes",
    "agent_scenes",
    "life_scenes",
    "cash_scenes",
    "kelompok_scenes",
    "collection_scenes",
    "group_renewal_scenes",
    "numbers_scenes",
    "sync_scenes",
    "bundle_scenes",
    "help_scenes",
    "enrolment_scenes",
    "photo_scenes",
    "draft_scenes",
    "card_scenes",
    "upkeep_scenes",
    "branch_scenes",
    "portal_scenes",
    "picture_scenes",
    "scorecard_scenes",
    "access_scenes",
    "account_scenes",
    "finding_scenes",
    "coverage_scenes",
    "branch_settings_scenes",
    "bulk_scenes",
    "comparison_scenes",
)
"""The modules beside this one that hold the scenes, in the order of an agent's day."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One scene: the screen (a package of `ui/screens`, or a part of the shell), its name, and its caption."""

    screen: str
    name: str
    caption: str
    scene: Scene


_SHOTS: dict[str, Shot] = {}


def shot(screen: str) -> Callable[[Scene], Scene]:
    """Register a scene of `screen` under the function's name; the first line of its docstring is the caption."""

    def register(scene: Scene) -> Scene:
        name = scene.__name__
        assert name not in _SHOTS, name
        _SHOTS[name] = Shot(screen, name, (scene.__doc__ or "").splitlines()[0].rstrip("."), scene)
        return scene

    return register


def every_shot() -> tuple[Shot, ...]:
    """All scenes, in the order of their modules."""
    for room in ROOMS:
        importlib.import_module(f"tests.support.gallery.{room}")
    return tuple(_SHOTS.values())
