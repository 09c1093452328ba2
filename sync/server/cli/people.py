"""`person export`: everything that is held about one person, as one archive."""

from __future__ import annotations

import argparse
import os

from sync.server.cli.organisation import TERMINAL
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import Refused
from sync.server.composition import opened


def export(asked: argparse.Namespace) -> None:
    """Write the archive of the person with a NIK, or of a record. Raises Refused where the file is there already."""
    if asked.out.exists():
        raise Refused(f"{asked.out} is there already; nothing was written.")
    with opened(real_settings(asked)) as server:
        entry_id = asked.record or server.people.of_nik(asked.nik)
        content = server.people.archive(TERMINAL, None, entry_id)
    try:
        with os.fdopen(os.open(asked.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise Refused(f"{asked.out} cannot be written: {error.strerror}.") from error
    print(f"all that is held about one person: {asked.out}")
