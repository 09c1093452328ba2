"""The manifest: the version of the reference data and the SHA-256 of each of its files."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sync.rules.reference import MANIFEST
from sync.rules.reference_fields import ReferenceFault, document
from sync.server.reference.documents import document_bytes


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """One published file: its name, length in bytes and SHA-256 in lower-case hex."""

    name: str
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The version and the files, ordered by name."""

    version: str
    files: tuple[ManifestFile, ...]

    def to_bytes(self) -> bytes:
        """The bytes of `manifest.json`."""
        files = [{"name": file.name, "length": file.length, "sha256": file.sha256} for file in self.files]
        return document_bytes({"version": self.version, "files": files})


def manifest_of(version: str, files: Mapping[str, bytes]) -> Manifest:
    """The manifest of files given by name."""
    entries = [
        ManifestFile(name, len(content), hashlib.sha256(content).hexdigest())
        for name, content in files.items()
    ]
    return Manifest(version, tuple(sorted(entries, key=lambda entry: entry.name)))


def read_manifest(content: bytes) -> Manifest:
    """The manifest that bytes hold. Raises ReferenceFault where they hold none."""
    fields = document(content, MANIFEST)
    files = fields.objects("files")
    entries = [ManifestFile(row.text("name"), row.whole("length"), row.text("sha256")) for row in files]
    return Manifest(fields.text("version"), tuple(entries))


def read_published(folder: Path) -> tuple[Manifest, dict[str, bytes]]:
    """The manifest of a folder and every file it names.

    Raises ReferenceFault where a file is missing or differs from the manifest.
    """
    manifest = read_manifest(_content(folder, MANIFEST))
    files: dict[str, bytes] = {}
    for entry in manifest.files:
        if Path(entry.name).name != entry.name:
            raise ReferenceFault("reference_malformed", MANIFEST, "name")
        content = _content(folder, entry.name)
        if len(content) != entry.length or hashlib.sha256(content).hexdigest() != entry.sha256:
            raise ReferenceFault("reference_digest_differs", entry.name)
        files[entry.name] = content
    return manifest, files


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError as error:
        raise ReferenceFault("reference_file_missing", name) from error
