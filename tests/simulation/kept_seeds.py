"""A seed for each planted bug whose story catches it: the suite plays one story where a search plays many."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

KEPT = Path(__file__).resolve().parents[1] / "data" / "catching_seeds.json"


def kept_seeds() -> dict[str, int]:
    """The seeds by the names of their bugs."""
    seeds: dict[str, int] = json.loads(KEPT.read_text(encoding="utf-8"))
    return seeds


def keep_seeds(found: Mapping[str, int]) -> None:
    """Write the seeds that were found in place of those that the same bugs had."""
    seeds = {**kept_seeds(), **found}
    KEPT.write_text(json.dumps(seeds, indent=1) + "\n", encoding="utf-8")
