"""Makes a bundle's binaries fewer and smaller: libraries that nothing needs, debuggers' symbols and unused languages go."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from tests.support.freezing import icu
from tests.support.freezing.contents import left_out

Entry = tuple[str, str, str]
"""A file of the bundle as PyInstaller tells it: path in the bundle, source, kind."""

REPACKED = re.compile(r"\.libs|/lib(av|sw)[a-z]+\.so")
"""Libraries that a wheel's maker has patched, in folders of their own, and FFmpeg's; strip breaks them."""


def lean(entries: Sequence[Entry], folder: Path) -> list[Entry]:
    """The entries without the unused, stripped where that is safe; copies are made in `folder`."""
    wanted = [entry for entry in entries if not left_out(entry[0])]
    reached = _reached(wanted)
    return [_stripped(entry, folder) for entry in wanted if _keeps(entry) or _name(entry[0]) in reached]


def modules(entries: Iterable[Entry]) -> set[str]:
    """The top-level names of modules, of Python and of the machine, among the files of a bundle."""
    return {name for entry in entries for name in (_top(entry),) if name}


def _top(entry: Entry) -> str:
    inside, source, _ = entry
    parts = Path(source).parts
    if "site-packages" in parts:
        return parts[len(parts) - parts[::-1].index("site-packages")].partition(".")[0]
    return inside.replace("\\", "/").partition("/")[0].partition(".")[0]


def of_system(before: Iterable[Entry], kept: Iterable[Entry]) -> list[str]:
    """Where the system's libraries among the kept files were taken from."""
    names = {inside for inside, _, _ in kept}
    return [
        source
        for inside, source, kind in before
        if kind == "BINARY" and inside in names and source.startswith(("/lib/", "/usr/lib/"))
    ]


def _keeps(entry: Entry) -> bool:
    """Whether a file is there for its own sake: a module, a plug-in, Python, a link; not a mere library."""
    path = PurePosixPath(entry[0].replace("\\", "/"))
    if entry[2] == "SYMLINK":
        return False
    if sys.platform == "win32":
        return not path.name.lower().startswith("qt6")
    library = str(path.parent) in {".", "PySide6/Qt/lib"} and path.name.startswith("lib")
    return entry[2] != "BINARY" or not library or path.name.startswith("libpython")


def _reached(entries: Iterable[Entry]) -> set[str]:
    """Names of all libraries that what is kept links to, directly or through another."""
    from PyInstaller.depend.bindepend import get_imports

    sources = {_name(entry[0]): entry[1] for entry in entries if entry[2] in {"BINARY", "EXTENSION"}}
    open_ends = [
        _name(entry[0]) for entry in entries if entry[2] in {"BINARY", "EXTENSION"} and _keeps(entry)
    ]
    open_ends += [_name(library) for library in DLOPENED]
    reached: set[str] = set()
    while open_ends:
        name = open_ends.pop()
        if name not in reached and name in sources:
            reached.add(name)
            open_ends += [_name(library) for library, _ in get_imports(sources[name])]
    return reached


DLOPENED = ("libdbus-1.so.3", "libX11.so.6", "libwayland-egl.so.1", "libGLX.so.0")
"""Libraries that others open by name while they run."""


def _name(path: str) -> str:
    name = PurePosixPath(path.replace("\\", "/")).name
    return name.lower() if sys.platform == "win32" else name


def _stripped(entry: Entry, folder: Path) -> Entry:
    inside, source, kind = entry
    if not sys.platform.startswith("linux") or kind not in {"BINARY", "EXTENSION"} or REPACKED.search(inside):
        return entry
    if Path(source).name.startswith("libicudata.so."):
        return inside, str(icu.smaller(Path(source), folder / "icu")), kind
    copy = folder / inside
    copy.parent.mkdir(parents=True, exist_ok=True)
    command = ["strip", "--strip-unneeded", "-o", str(copy), source]
    done = subprocess.run(command, check=False, capture_output=True)
    return entry if done.returncode else (inside, str(copy), kind)
