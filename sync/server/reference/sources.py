"""The named sources that reference data is built from: a folder of small files and a package of regions."""

import csv
import hashlib
import io
import json
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REGION_FILES = ("provinces.csv", "regencies.csv", "districts.csv", "villages.csv")
NOTICE = "LICENSE.md"
_ARCHIVE_FOLDER = "package/data/"


class SourceFault(Exception):
    """A source that cannot be used: a code and the file."""

    def __init__(self, code: str, file: str) -> None:
        super().__init__(code, file)
        self.code = code
        self.file = file


@dataclass(frozen=True, slots=True)
class Release:
    """The version to build, the archive of regions beside it, and the SHA-256 of each of its files."""

    version: str
    archive: str
    sha256: dict[str, str]


@dataclass(frozen=True, slots=True)
class BuildSources:
    """`folder` holds the small sources; `regions` is the package of regions, a `.tgz` or its unpacked folder.

    Without `regions`, the archive that `release.json` names is taken from the folder.
    """

    folder: Path
    regions: Path | None = None

    def content(self, name: str) -> bytes:
        """The bytes of a small source. Raises SourceFault where it is missing."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError as error:
            raise SourceFault("source_missing", name) from error

    def document(self, name: str) -> dict[str, Any]:
        """A JSON source. Raises SourceFault where it is missing or no JSON object."""
        try:
            value = json.loads(self.content(name))
        except ValueError as error:
            raise SourceFault("source_malformed", name) from error
        if not isinstance(value, dict):
            raise SourceFault("source_malformed", name)
        return value

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV source, by column."""
        return table(self.content(name), name)

    def release(self) -> Release:
        """What `release.json` names. Raises SourceFault where it does not."""
        value = self.document("release.json")
        try:
            regions = value["regions"]
            return Release(str(value["version"]), str(regions["archive"]), dict(regions["sha256"]))
        except (KeyError, TypeError, ValueError) as error:
            raise SourceFault("source_malformed", "release.json") from error

    def region_tables(self) -> tuple[dict[str, list[dict[str, str]]], bytes]:
        """The four levels by file name, and the notice of their licence.

        Raises SourceFault where a file is missing or is not the one whose SHA-256 `release.json` names.
        """
        release = self.release()
        path = self.regions if self.regions is not None else self.folder / release.archive
        files = _folder_files(path) if path.is_dir() else _archive_files(path)
        for name in REGION_FILES:
            if release.sha256.get(name) != hashlib.sha256(files[name]).hexdigest():
                raise SourceFault("source_digest_differs", name)
        return {name: table(files[name], name) for name in REGION_FILES}, files[NOTICE]


def table(content: bytes, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file in UTF-8, by column. Raises SourceFault where rows have holes or another encoding."""
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise SourceFault("source_malformed", name) from error
    if not rows or any(None in row or None in row.values() for row in rows):
        raise SourceFault("source_malformed", name)
    return rows


def _folder_files(path: Path) -> dict[str, bytes]:
    folder = path / "data" if (path / "data").is_dir() else path
    try:
        return {name: (folder / name).read_bytes() for name in (*REGION_FILES, NOTICE)}
    except FileNotFoundError as error:
        raise SourceFault("source_missing", Path(str(error.filename)).name) from error


def _archive_files(path: Path) -> dict[str, bytes]:
    try:
        with tarfile.open(path, "r:gz") as archive:
            return {name: _member(archive, name) for name in (*REGION_FILES, NOTICE)}
    except FileNotFoundError as error:
        raise SourceFault("source_missing", path.name) from error
    except (tarfile.TarError, OSError, EOFError) as error:
        raise SourceFault("source_malformed", path.name) from error


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    try:
        member = archive.extractfile(_ARCHIVE_FOLDER + name)
    except KeyError as error:
        raise SourceFault("source_missing", name) from error
    if member is None:
        raise SourceFault("source_missing", name)
    return member.read()
