"""Finds the data that comes with the program, frozen or run from its source."""

import sys
from pathlib import Path


def resources_dir() -> Path:
    """The folder `resources/`: beside the packages in a checkout, inside the bundle when frozen."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    return Path(__file__).resolve().parents[2] / "resources"


def resource(*parts: str) -> Path:
    """One file or folder below `resources/`."""
    return resources_dir().joinpath(*parts)
