"""Every screen in Indonesian, at the size of the laptop and at 200 %: nothing cut, overlapping, out of reach or English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize

from perisai_desktop.config.resources import resource
from tests.support.gallery.booth import inspect
from tests.support.gallery.shots import Shot, every_shot
from tests.support.gallery.stage import Stage, standing_stage

LAPTOP, ENLARGED = QSize(1366, 768), QSize(683, 384)
SCREENS = resource().parent / "perisai_desktop" / "ui" / "screens"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with standing_stage(tmp_path_factory.mktemp("gallery")) as made:
        yield made


@pytest.mark.parametrize("size", [LAPTOP, ENLARGED], ids=["laptop", "enlarged"])
@pytest.mark.parametrize("shot", every_shot(), ids=lambda shot: shot.name)
def test_nothing_is_amiss(stage: Stage, shot: Shot, size: QSize) -> None:
    stage.size = size
    assert [str(finding) for finding in inspect(stage, shot)] == []


def test_every_screen_is_photographed() -> None:
    packages = {folder.name for folder in SCREENS.iterdir() if (folder / "view.py").exists()}
    assert packages <= {shot.screen for shot in every_shot()}
