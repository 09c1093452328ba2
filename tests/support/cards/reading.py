"""`python -m tests.support.cards.reading FOLDER DATE`: reads every picture there with one start of the models.

A line of JSON for each: the reading as the program writes it, and the seconds of work; a last one with the peak of memory.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from dev import ROOT
from perisai_desktop.domain.card_reading import CardReading, decode_reading, encode_reading


@dataclass(frozen=True, slots=True)
class Read:
    """One picture's reading, the seconds that passed and the seconds of a processor."""

    reading: CardReading
    passed: float
    worked: float


def read_all(pictures: Mapping[str, bytes], on: date, folder: Path) -> tuple[dict[str, Read], float]:
    """Reads pictures by their names in one process beside this one; and its peak of memory in MiB."""
    for name, content in pictures.items():
        (folder / name).write_bytes(content)
    command = [sys.executable, "-m", __spec__.name, str(folder), on.isoformat()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    *told, last = (json.loads(line) for line in done.stdout.splitlines())
    found = {
        each["name"]: Read(decode_reading(each["reading"]), each["passed"], each["worked"]) for each in told
    }
    return found, float(last["peak"])


def main(folder: Path, on: date) -> None:
    """Reads and prints."""
    from perisai_desktop.reading.card import read_card
    from perisai_desktop.reading.recognising import Recogniser

    recogniser = Recogniser()
    for path in sorted(folder.iterdir()):
        begun, work = perf_counter(), process_time()
        reading = encode_reading(read_card(path.read_bytes(), recogniser, on))
        told = {"name": path.name, "reading": reading}
        print(
            json.dumps({**told, "passed": perf_counter() - begun, "worked": process_time() - work}),
            flush=True,
        )
    print(json.dumps({"peak": peak_memory()}))


def peak_memory() -> float:
    """MiB that this process held at most; 0 on Windows, which tells it otherwise."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
