"""`doctor`: what is right and wrong with a server, a line each, and what to do."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime

from sync.server.cli.terminal import Failed
from sync.server.doctor.examined import Examined, Light
from sync.server.doctor.folder import examine_folder
from sync.server.doctor.keeping import examine_backup, examine_certificate
from sync.server.doctor.store import examine_store
from sync.server.settings import ServerSettings, database_url_of


def examine(asked: argparse.Namespace) -> None:
    """Print what was found. Raises Failed (exit code 1) where anything is red; amber can wait."""
    now = datetime.now(UTC)
    found: list[Examined] = list(examine_folder(asked.dir))
    if len(found) > 1:
        found.extend(examine_store(ServerSettings(asked.dir, database_url_of(asked.db)), now))
        found.append(examine_backup(asked.dir, now))
    found.append(examine_certificate(asked.cert, now))
    print(
        json.dumps([asdict(one) for one in found]) if asked.json else "\n".join(one.line() for one in found)
    )
    if any(one.light is Light.RED for one in found):
        raise Failed
