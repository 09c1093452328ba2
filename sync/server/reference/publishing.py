"""What a server publishes: a checked, signed version of the reference data with all its files."""

from dataclasses import dataclass, field
from pathlib import Path

from sync.protocol.signatures import SigningKey
from sync.rules.reference import MANIFEST, REFERENCE_FILES, Reference, parse_reference
from sync.server.reference.manifest import read_published
from sync.server.reference.signing import sign_reference


@dataclass(frozen=True, slots=True)
class Publication:
    """A version ready to be served: the manifest's bytes, the server's signature over them, and the files."""

    version: str
    manifest: bytes
    signature: bytes
    files: dict[str, bytes] = field(repr=False)


def publish(folder: Path, key: SigningKey) -> Publication:
    """Check a folder that `build` made against its manifest, and sign it.

    Raises ReferenceFault where a file is missing, altered or malformed.
    """
    manifest, files = read_published(folder)
    content = (folder / MANIFEST).read_bytes()
    _parsed(content, files)
    return Publication(manifest.version, content, sign_reference(content, key), files)


def load_reference(folder: Path) -> Reference:
    """The reference data of a folder, checked against its manifest. Raises ReferenceFault."""
    _, files = read_published(folder)
    return _parsed((folder / MANIFEST).read_bytes(), files)


def _parsed(manifest: bytes, files: dict[str, bytes]) -> Reference:
    small = {name: files[name] for name in REFERENCE_FILES if name in files}
    return parse_reference(small | {MANIFEST: manifest})
