"""`reference build`: the reference data from its named sources."""

from __future__ import annotations

import argparse

from sync.rules.reference_fields import ReferenceFault
from sync.server.cli.terminal import Refused
from sync.server.reference.building import build
from sync.server.reference.sources import BuildSources, SourceFault


def build_reference(asked: argparse.Namespace) -> None:
    """Build every file into `--out` and print the version. Raises Refused for a source that cannot be used."""
    try:
        manifest = build(BuildSources(asked.sources, asked.regions), asked.out)
    except (SourceFault, ReferenceFault) as fault:
        raise Refused(f"The source {fault.file} cannot be used: {fault.code}.") from fault
    print(f"reference data {manifest.version}: {len(manifest.files)} files in {asked.out}")
