"""Gathers the licences of all that a program carries: every distribution, Python, Qt and the parts inside others.

`python -m tests.support.freezing.licences DIR [desktop|server]` does it from the source, for what the project asks for.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from dev import ROOT

KEPT = ROOT / "resources" / "licences"
"""Texts of parts that no distribution carries the text of; shown by the program from the source as well."""

_NAMED = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a program: what it is called, its version, its licence's name or expression, and the text."""

    name: str
    version: str
    licence: str
    text: str

    @property
    def title(self) -> str:
        """Name and version, as a file name."""
        return f"{self.name} {self.version}".strip()


def gpl_only(expression: str) -> bool:
    """Whether a licence expression leaves nothing but the GPL; the LGPL and exceptions are something else."""
    choices = re.split(r"\s+OR\s+", expression.strip())
    return all(
        re.search(r"\bA?GPL", choice) is not None and "exception" not in choice.lower() for choice in choices
    )


GPL_OF_QT = re.compile(
    r"Qt6?(Charts|DataVisualization|Graphs|VirtualKeyboard|NetworkAuth|Quick3D|Lottie|HttpServer|StateMachine)"
)
"""Modules of Qt that are to be had under the GPL or for money only."""


def barred(parts: Iterable[Part], files: Iterable[str]) -> list[str]:
    """Parts under nothing but the GPL, and files of Qt's modules that are."""
    found = [part.title for part in parts if gpl_only(part.licence)]
    return found + [file for file in files if GPL_OF_QT.search(Path(file).name)]


def of_modules(modules: Iterable[str]) -> list[Part]:
    """The distributions that top-level modules come from, sorted by name."""
    owners = metadata.packages_distributions()
    names = {name for module in modules for name in owners.get(module, ())}
    return sorted((_part(metadata.distribution(name)) for name in names), key=lambda part: part.name.lower())


def needed(extra: str) -> list[Part]:
    """The distributions that the project asks for with an extra, and what these ask for on this machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"][extra]]
    names = requirements([Requirement(line) for line in asked], {})
    return [_part(metadata.distribution(name)) for name in sorted(names, key=str.lower)]


def requirements(asked: Iterable[Requirement], machine: Mapping[str, str]) -> set[str]:
    """Names of what is asked for and of all that it asks for in turn, on a machine that differs from this one so.

    What another machine alone needs is named, though not here to be asked what it needs itself.
    """
    open_ends = list(asked)
    found: set[tuple[str, ...]] = set()
    while open_ends:
        wanted = open_ends.pop()
        if (wanted.name, *sorted(wanted.extras)) in found:
            continue
        found.add((wanted.name, *sorted(wanted.extras)))
        try:
            lines = metadata.distribution(wanted.name).requires or []
        except metadata.PackageNotFoundError:
            continue
        for line in lines:
            further = Requirement(line)
            if further.marker is None or any(
                further.marker.evaluate({**machine, "extra": extra}) for extra in ("", *wanted.extras)
            ):
                open_ends.append(further)
    return {name for name, *_ in found}


def _part(distribution: metadata.Distribution) -> Part:
    about = distribution.metadata
    expression = (_told(distribution, "License-Expression") or _told(distribution, "License")).strip()
    if not expression or "\n" in expression:
        named = [
            line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if "License ::" in line
        ]
        expression = ", ".join(named) or "see text"
    return Part(about["Name"], distribution.version, expression, _text(distribution))


def _told(distribution: metadata.Distribution, field: str) -> str:
    """What a distribution tells of itself, empty where it is silent."""
    return next(iter(distribution.metadata.get_all(field) or ()), "")


def _text(distribution: metadata.Distribution) -> str:
    texts = []
    for file in distribution.files or ():
        inside = ".dist-info" in file.parts[0]
        if inside and (_NAMED.search(file.name) or "licenses" in file.parts):
            path = Path(str(distribution.locate_file(file)))
            if path.is_file() and path.suffix not in {".py", ".pyc", ".json"}:
                texts.append(f"{file.name}\n\n{path.read_text(encoding='utf-8', errors='replace')}")
    return "\n\n".join(texts) or f"Its licence is named {_told(distribution, 'License') or 'in its index'}.\n"


def python() -> Part:
    """Python itself, with what is inside it."""
    version = sys.version.split()[0]
    places = [Path(sys.base_prefix, "LICENSE.txt")]
    places.append(
        Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "LICENSE.txt")
    )
    places.append(Path("/usr/share/doc", f"python{sys.version_info[0]}.{sys.version_info[1]}", "copyright"))
    text = next((path.read_text(encoding="utf-8", errors="replace") for path in places if path.is_file()), "")
    return Part("Python", version, "PSF-2.0", text or "https://docs.python.org/3/license.html\n")


def of_system(libraries: Iterable[str]) -> Iterator[Part]:
    """On Debian the packages that libraries of the system come from, with their copyright files."""
    if shutil.which("dpkg-query") is None:
        return
    packages = set()
    for library in sorted({str(Path(library).resolve()) for library in libraries}):
        for path in (library, library.removeprefix("/usr")):
            told = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
            if told.returncode == 0:
                packages.add(told.stdout.partition(": ")[0].split(",")[0])
                break
    for package in sorted(packages):
        shown = ["dpkg-query", "-W", "-f", "${Version}", package]
        version = subprocess.run(shown, capture_output=True, text=True, check=True).stdout
        name = package.partition(":")[0]
        text = Path("/usr/share/doc", name, "copyright").read_text(encoding="utf-8", errors="replace")
        yield Part(f"Debian {name}", version.replace(":", "."), "see text", text)


def write(parts: Iterable[Part], folder: Path) -> list[Part]:
    """One text a part into `folder`, beside the kept ones; gives back all that are there now."""
    folder.mkdir(parents=True, exist_ok=True)
    written = sorted(parts, key=lambda part: part.title.lower())
    for part in written:
        heading = f"{part.title}\nLicence: {part.licence}\n\n"
        (folder / f"{part.title}.txt").write_text(heading + part.text, encoding="utf-8")
    for path in KEPT.glob("*.txt"):
        shutil.copyfile(path, folder / path.name)
    return written


def index(program: str, parts: Iterable[Part], where: str) -> str:
    """The list for a person who opens the folder."""
    lines = [
        f"{program} is licensed under Apache-2.0 (LICENSE). It carries the parts below; their texts are in {where}.",
        "Qt and PySide6 are used under the LGPL-3.0: their libraries lie beside the program and may be replaced,",
        f"{where}/Qt.txt tells how. Inter is under OFL-1.1, the Lucide icons under ISC, the regions under ODbL-1.0.",
        "",
    ]
    lines += [f"{part.name:<34} {part.version:<22} {part.licence}" for part in parts]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Writes the licences of what the project asks for; 1 where a part leaves nothing but the GPL."""
    folder, extras = Path(arguments[0]), arguments[1:] or ["desktop", "server"]
    parts = {part.title: part for extra in extras for part in needed(extra)}
    written = write([*parts.values(), python()], folder)
    refused = barred(written, [])
    sys.stdout.write(index("Perisai", written, folder.name))
    if refused:
        sys.stdout.write(f"nothing but the GPL: {', '.join(refused)}\n")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
