"""The ratchet of coverage: no room may fall below its floor in `tests/data/coverage_floor.json`, and floors only rise."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "tests" / "data" / "coverage_floor.json"
PROGRAMS = ("perisai_desktop", "sync")


def measured(report: Mapping[str, Any], room: str) -> float:
    """Lines and branches run of all that `room` holds (a folder, a file, or everything), in percent, cut to tenths."""
    run = there = 0
    for name, file in report["files"].items():
        if not room or name == room or name.startswith(room + "/"):
            summary = file["summary"]
            run += summary["covered_lines"] + summary["covered_branches"]
            there += summary["num_statements"] + summary["num_branches"]
    return run * 1000 // there / 10 if there else 0.0


def fallen(report: Mapping[str, Any], floors: Mapping[str, float]) -> Iterator[str]:
    """One sentence for each room below its floor; a room that is gone counts as 0."""
    for room, floor in floors.items():
        share = measured(report, room)
        if share < floor:
            yield f"{room or 'everything'}: {share} % of lines and branches, the floor is {floor} %"


def risen(report: Mapping[str, Any], floors: Mapping[str, float]) -> Iterator[str]:
    """Rooms that stand two percent or more above their floor: the floor is to be raised to there."""
    for room, floor in floors.items():
        share = measured(report, room)
        if room and share >= floor + 2:
            yield f"{room}: {share} %; raise its floor from {floor} % to {int(share)} %"


def _files(coverage: list[str]) -> dict[str, Any]:
    """What is told of each file; both programs are read at once. Raises CalledProcessError."""
    files: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        reports = {name: Path(folder) / f"{name}.json" for name in PROGRAMS}
        reading = [
            subprocess.Popen([*coverage, "json", "--quiet", f"--include={name}/*", "-o", report], cwd=ROOT)
            for name, report in reports.items()
        ]
        for each in reading:
            if each.wait():
                raise subprocess.CalledProcessError(each.returncode, each.args)
        for report in reports.values():
            files |= json.loads(report.read_text(encoding="utf-8"))["files"]
    return files


def main() -> int:
    """Combines what the processes measured and judges it; 1 where a room has fallen."""
    coverage = [sys.executable, "-m", "coverage"]
    subprocess.run([*coverage, "combine", "--quiet"], cwd=ROOT, check=True)
    told = {"files": _files(coverage)}
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    faults = list(fallen(told, floors))
    for line in [*faults, *risen(told, floors)]:
        print(f"coverage: {line}")
    print(
        f"coverage: {measured(told, '')} % of lines and branches, {len(floors)} floors, {len(faults)} below"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
