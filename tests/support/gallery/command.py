"""`python3 dev.py screenshots DIR`: a picture of every scene in every language, theme and scale, and an index page."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QSize

from perisai_desktop.tour.offscreen import drop_remark
from tests.support.gallery.booth import Picture, photograph
from tests.support.gallery.index import index_page
from tests.support.gallery.shots import Shot, every_shot
from tests.support.gallery.stage import standing_stage

SCALES = (100, 150, 200)
SCREEN = (1366, 768)
"""The laptop's screen in physical pixels: the larger the scale, the less room a window has."""
PLATFORM = "offscreen:configfile=tests/support/gallery/laptop.json"
"""Qt's screenless plugin with that screen, which bounds dialogs; by itself it has one of 800x800."""
KEPT = "pictures.json"


def main(arguments: Sequence[str]) -> int:
    """0: nothing was found; 1: the eye found something, which is printed and stands in the index."""
    options = _parser().parse_args(arguments)
    folder: Path = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if options.scale:
        _take_all(folder, options.scale, _chosen(options.only))
        return 0
    _run_scales(folder, options.only, options.scales)
    pictures = {scale: _read(folder / str(scale)) for scale in options.scales}
    page = folder / "index.html"
    page.write_text(index_page(_chosen(options.only), pictures), encoding="utf-8")
    faults = sorted(
        {(each.shot, fault) for some in pictures.values() for each in some for fault in each.findings}
    )
    for name, fault in faults:
        print(f"{name}: {fault}")
    print(f"{sum(map(len, pictures.values()))} pictures, {len(faults)} findings: {page}")
    return 1 if faults else 0


def _run_scales(folder: Path, only: str, scales: Sequence[int]) -> None:
    """One process for each scale, since Qt takes it once for all; two at a time."""
    waiting = list(scales)
    running: list[subprocess.Popen[bytes]] = []
    while waiting or running:
        while waiting and len(running) < 2:
            scale = waiting.pop(0)
            environment = {**os.environ, "QT_QPA_PLATFORM": PLATFORM, "QT_SCALE_FACTOR": str(scale / 100)}
            command = [sys.executable, "-m", "tests.support.gallery.command", str(folder)]
            command += ["--scale", str(scale), "--only", only]
            running.append(subprocess.Popen(command, env=environment))
        done = running.pop(0)
        if done.wait():
            for process in running:
                process.kill()
            raise SystemExit(done.returncode)


def _take_all(folder: Path, scale: int, shots: Sequence[Shot]) -> None:
    drop_remark()
    own = folder / str(scale)
    own.mkdir(exist_ok=True)
    taken: list[Picture] = []
    with tempfile.TemporaryDirectory() as profile, standing_stage(Path(profile)) as stage:
        stage.size = QSize(*(length * 100 // scale for length in SCREEN))
        taken += photograph(stage, shots, own, lambda words: print(f"{scale} % {words}", flush=True))
    (own / KEPT).write_text(json.dumps([asdict(each) for each in taken]), encoding="utf-8")


def _read(folder: Path) -> list[Picture]:
    kept = json.loads((folder / KEPT).read_text(encoding="utf-8"))
    return [Picture(**{**each, "findings": tuple(each["findings"])}) for each in kept]


def _chosen(only: str) -> list[Shot]:
    return [shot for shot in every_shot() if only in (shot.screen, shot.name) or not only]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures and index.html go")
    parser.add_argument("--only", default="", metavar="NAME", help="one screen or one scene")
    parser.add_argument("--scales", type=int, nargs="+", default=list(SCALES), metavar="PERCENT")
    parser.add_argument("--scale", type=int, default=0, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
