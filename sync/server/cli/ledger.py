"""`ledger`: what the ledger holds, as one line of JSON."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from sync.server.cli.serving import real_settings
from sync.server.services.ledger import ledger_sum
from sync.server.storage.opening import open_store


def ledger(asked: argparse.Namespace) -> None:
    """Print lines, rupiah and receipts; works beside a server that is running."""
    store = open_store(real_settings(asked).database)
    try:
        print(json.dumps(asdict(ledger_sum(store))))
    finally:
        store.close()
