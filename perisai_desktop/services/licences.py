"""Reads the licences of everything that comes with the program."""

from pathlib import Path

from perisai_desktop.config.resources import resource, resources_dir
from perisai_desktop.domain.device import Licence


def licences() -> tuple[Licence, ...]:
    """The program's own first, then fonts, icons and regions, then every part that the bundle lists.

    A text that was left out of the bundle is left out here.
    """
    own = next(
        (path for path in (resource("LICENSE"), resources_dir().parent / "LICENSE") if path.is_file()), None
    )
    named = [
        ("Perisai", own),
        ("Inter", resource("fonts", "OFL.txt")),
        ("Lucide", resource("icons", "LICENSE")),
        ("idn-area-data", resource("reference", "REGIONS_LICENSE.md")),
    ]
    folder = resource("licences")
    further = sorted(
        (path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stem.lower()
    )
    named += [(path.relative_to(folder).with_suffix("").as_posix(), path) for path in further]
    return tuple(Licence(part, _text(path)) for part, path in named if path is not None and path.is_file())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
