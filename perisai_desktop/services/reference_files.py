"""Reads the reference data that comes with the program."""

from perisai_desktop.config.resources import resource
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.storage.places import Places
from sync.rules.reference import MANIFEST, REFERENCE_FILES, Reference, parse_reference
from sync.rules.reference_fields import ReferenceFault


def load_reference() -> Reference:
    """Tariff, reliefs, occupations, reasons, consent and settings, each held against the manifest.

    Raises Failure(reference_damaged) naming the file.
    """
    try:
        return parse_reference(reference_files())
    except ReferenceFault as fault:
        raise Failure(FailureCode.REFERENCE_DAMAGED, file=fault.file) from None


def reference_files() -> dict[str, bytes]:
    """The small files by name, the manifest among them. Raises Failure(reference_damaged) naming one that is missing."""
    files: dict[str, bytes] = {}
    for name in (MANIFEST, *REFERENCE_FILES):
        path = resource("reference", name)
        if not path.is_file():
            raise Failure(FailureCode.REFERENCE_DAMAGED, file=name)
        files[name] = path.read_bytes()
    return files


def open_places() -> Places:
    """The regions. Raises Failure(reference_damaged) where their file is missing."""
    path = resource("reference", "regions.sqlite")
    if not path.is_file():
        raise Failure(FailureCode.REFERENCE_DAMAGED, file=path.name)
    return Places.open(path)
