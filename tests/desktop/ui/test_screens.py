"""Every screen in Indonesian: nothing cut, overlapping, faint or English at 100 and 200 %; keys reach all.

What lies between and the other language is looked at by `dev.py screenshots`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.theme.theme import ThemeChoice
from tests.support.gallery.booth import inspect
from tests.support.gallery.shots import Shot, every_shot
from tests.support.gallery.stage import Stage, standing_stage

LAPTOP, TWICE = QSize(1366, 768), QSize(683, 384)
SCREENS = resource().parent / "perisai_desktop" / "ui" / "screens"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with standing_stage(tmp_path_factory.mktemp("gallery")) as made:
        yield made


@pytest.mark.parametrize("shot", every_shot(), ids=lambda shot: shot.name)
class TestInLight:
    """In a class of its own, which stays together in any order: to dress every window anew costs more than a look."""

    def test_nothing_is_amiss_and_keys_and_screen_readers_find_everything(
        self, stage: Stage, shot: Shot
    ) -> None:
        stage.size = LAPTOP
        stage.wear(ThemeChoice.LIGHT)
        assert inspect(stage, shot, by_keys=True) == []


@pytest.mark.parametrize("shot", every_shot(), ids=lambda shot: shot.name)
class TestInTheDark:
    """At 200 %, where room and contrast are scarcest."""

    def test_nothing_is_amiss_where_all_is_largest(self, stage: Stage, shot: Shot) -> None:
        stage.size = TWICE
        stage.wear(ThemeChoice.DARK)
        assert inspect(stage, shot) == []


def test_every_screen_is_photographed() -> None:
    packages = {folder.name for folder in SCREENS.iterdir() if (folder / "view.py").exists()}
    assert packages <= {shot.screen for shot in every_shot()}
