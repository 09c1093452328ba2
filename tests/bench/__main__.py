"""Measures what it is asked for, or everything, and says how each figure stands to its reach."""

import argparse
import json
import os
import platform
import sys
from dataclasses import asdict
from pathlib import Path

from tests.bench.measured import Measured
from tests.bench.registry import BENCHMARKS


def main(arguments: list[str] | None = None) -> int:
    """0 where every claim is held, 1 where a reach was missed, 2 for a benchmark that does not exist."""
    parser = argparse.ArgumentParser(
        prog="dev.py bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.epilog = "benchmarks:\n" + _known()
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", type=Path, metavar="FILE", help="every sample as JSON")
    parser.add_argument("--size", type=int, metavar="N", help="fill or repeat less than the reach is for")
    parser.add_argument(
        "--kept",
        type=Path,
        metavar="DIR",
        help="fill a branch in this folder once, and measure the next time without filling (review.queue; other users"
        " of the machine must be able to pass through it, for PostgreSQL does not run as root)",
    )
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.names if name not in BENCHMARKS]:
        print(f"bench does not know {', '.join(unknown)}; it knows:\n{_known()}", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    found: dict[str, Measured] = {}
    for name in asked.names or BENCHMARKS:
        print(f"{name}: {BENCHMARKS[name].what}", flush=True)
        found[name] = BENCHMARKS[name].run(asked.size, asked.kept)
        for line in found[name].lines():
            print(line, flush=True)
    if asked.json is not None:
        machine = {
            "python": platform.python_version(),
            "system": platform.platform(),
            "cores": os.cpu_count(),
        }
        written = {name: asdict(measured) for name, measured in found.items()}
        asked.json.write_text(
            json.dumps({"machine": machine, "benchmarks": written}, indent=1), encoding="utf-8"
        )
    return 0 if all(claim.held for measured in found.values() for claim in measured.claims) else 1


def _known() -> str:
    return "\n".join(f"  {name:<15} {each.what}" for name, each in BENCHMARKS.items())


if __name__ == "__main__":
    sys.exit(main())
