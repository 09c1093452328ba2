"""The command `perisai selftest`: opens the first window, imports all that waits for later, and leaves nothing behind."""

from __future__ import annotations

import importlib
import importlib.util
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from perisai_desktop.app import Program
from perisai_desktop.background.system_cameras import SystemCameras
from perisai_desktop.config.clock import SystemClock
from perisai_desktop.config.paths import Profile
from perisai_desktop.config.resources import resource
from perisai_desktop.domain.camera import Camera
from perisai_desktop.services.reference_files import load_reference, open_places
from perisai_desktop.startup import start
from perisai_desktop.tour.offscreen import drop_remark
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.theme.fonts import FAMILIES

LATE = (
    "perisai_desktop.services.desk_opening",
    "perisai_desktop.services.enrolling_device",
    "perisai_desktop.services.receipt_paper",
    "perisai_desktop.services.reviewing",
    "perisai_desktop.ui.shell.agent_window",
    "perisai_desktop.ui.shell.review_window",
    "keyring",
    "alembic.command",
)
"""What the program imports after its first window, and a bundle might lack."""


class SelfTestFault(Exception):
    """A part of the program is missing; the text names it."""


def main() -> int:
    """Print a line for each part that works: 0, or the exception that names the part which does not."""
    drop_remark()
    with tempfile.TemporaryDirectory(prefix="perisai-") as folder:
        ready = start(Profile(Path(folder) / "profile"), [])
        program = Program(ready, SystemClock(), heartbeat=False, receipts=Path(folder))
        try:
            for part, proof in (
                ("window", lambda: _window(program)),
                ("modules", _modules),
                ("resources", _resources),
                ("camera", _camera),
            ):
                _prove(part, proof)
        finally:
            program.close()
            ready.close()
    return 0


def _prove(part: str, proof: Callable[[], str]) -> None:
    begun = time.perf_counter()
    found = proof()
    print(f"{part:<10} ok  {(time.perf_counter() - begun) * 1000:5.0f} ms  {found}", flush=True)


def _window(program: Program) -> str:
    """The first window, painted."""
    entry = program.enter()
    wait_for(entry.isVisible, "first window")
    return f"{entry.grab().width()} px wide"


def _modules() -> str:
    for name in LATE:
        importlib.import_module(name)
    return f"{len(LATE)} imported late"


def _resources() -> str:
    """Reference data, regions, typeface, texts and icons."""
    load_reference()
    open_places().close()
    if FAMILIES[0] not in QFontDatabase.families():
        raise SelfTestFault("fonts")
    for folder in ("help", "i18n", "icons", "qss"):
        if not any(resource(folder).iterdir()):
            raise SelfTestFault(folder)
    return "reference data, regions, typeface, texts, icons"


def _camera() -> str:
    """What opens cameras, which need not be there; where it is, it works."""
    told: list[tuple[Camera, ...]] = []
    SystemCameras().watch(told.append).close()
    if not told and importlib.util.find_spec("PySide6.QtMultimedia") is not None:
        raise SelfTestFault("camera")
    return f"{len(told[0])} found" if told else "not installed"
