"""The project's own files as the architecture tests read them: everything that a clone holds, nothing that a run leaves."""

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ("perisai_desktop", "sync")


def ignored() -> tuple[str, ...]:
    """The names that `.gitignore` keeps out of the repository."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return (".git", *(line.rstrip("/") for line in lines))


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file below `folder` that belongs to the project, in a fixed order."""
    names = ignored()
    for path in sorted(folder.iterdir()):
        if any(fnmatch(path.name, name) for name in names):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def python_files(folder: Path = ROOT) -> Iterator[Path]:
    """Every Python source below `folder`."""
    return (path for path in files(folder) if path.suffix == ".py")


def imported(path: Path) -> Iterator[str]:
    """The absolute names of all that a module imports, inside functions too; `from a import b` counts as `a`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def strangers(folder: Path, allowed: tuple[str, ...]) -> Iterator[str]:
    """What modules below `folder` import beyond the standard library and the `allowed` packages."""
    for path in python_files(folder):
        for name in imported(path):
            own = any(name == package or name.startswith(package + ".") for package in allowed)
            if not own and name.partition(".")[0] not in sys.stdlib_module_names:
                yield f"{path.relative_to(folder)}: {name}"
