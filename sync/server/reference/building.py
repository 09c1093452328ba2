"""Builds the reference data: named sources in, files and their manifest out, the same bytes every time."""

import tempfile
from pathlib import Path

from sync.rules.reference import MANIFEST, REFERENCE_FILES, parse_reference
from sync.server.reference.documents import published_documents
from sync.server.reference.manifest import Manifest, manifest_of
from sync.server.reference.regions_database import REGIONS, write_regions
from sync.server.reference.sources import BuildSources

REGIONS_NOTICE = "REGIONS_LICENSE.md"


def build(sources: BuildSources, out: Path) -> Manifest:
    """Build every file into a folder and write the manifest last.

    All files are made and read back before the first is replaced, so a source that cannot be used leaves
    the folder as it was. Raises SourceFault for a source, ReferenceFault for rules that contradict one another.
    """
    files = published_documents(sources)
    tables, notice = sources.region_tables()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".build-", dir=out) as scratch:
        regions = Path(scratch) / REGIONS
        write_regions(tables, regions)
        files[REGIONS] = regions.read_bytes()
    files[REGIONS_NOTICE] = notice
    manifest = manifest_of(sources.release().version, files)
    small = {name: files[name] for name in REFERENCE_FILES}
    parse_reference(small | {MANIFEST: manifest.to_bytes()})
    for name, content in (*files.items(), (MANIFEST, manifest.to_bytes())):
        replacement = out / f".{name}.new"
        replacement.write_bytes(content)
        replacement.replace(out / name)
    return manifest
