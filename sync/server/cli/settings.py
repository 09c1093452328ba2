"""`settings show|check|publish`: what a branch decides by configuration, from the terminal."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from sync.server.cli.organisation import TERMINAL
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import Failed, Refused
from sync.server.composition import Server, opened
from sync.server.services.settings_preview import Preview


def show(asked: argparse.Namespace) -> None:
    """Print the files of the newest version as one JSON object: what `check` and `publish` take back, edited."""
    with opened(real_settings(asked)) as server:
        seen = server.branch_settings.overview(server.organising.branch(asked.branch).branch_id)
        print(json.dumps(seen.documents, ensure_ascii=False, indent=1))


def check(asked: argparse.Namespace) -> None:
    """Print what publishing a file would change, or what keeps it from being published: Failed."""
    with opened(real_settings(asked)) as server:
        branch_id = server.organising.branch(asked.branch).branch_id
        seen = server.branch_settings.look(branch_id, _day(asked, server), _documents(asked.file))
        _print(seen)
        if seen.faults:
            raise Failed


def publish(asked: argparse.Namespace) -> None:
    """Publish a file as the branch's newest version; as `check` where it cannot be. Raises Refusal (draft_changed)."""
    with opened(real_settings(asked)) as server:
        desk, branch_id = server.branch_settings, server.organising.branch(asked.branch).branch_id
        documents, day = _documents(asked.file), _day(asked, server)
        seen = desk.look(branch_id, day, documents)
        _print(seen)
        if seen.faults:
            raise Failed
        base = desk.overview(branch_id).newest
        kept = desk.put_draft(branch_id, TERMINAL, base, day, documents, None)
        release = desk.publish(branch_id, TERMINAL, kept.draft.digest)
        print(f"Published {release.version}, in force from {release.in_force_on}.")


def _day(asked: argparse.Namespace, server: Server) -> date:
    chosen: date | None = asked.start
    return server.branch_settings.today() if chosen is None else chosen


def _documents(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        raise Refused("The file cannot be read, or is no JSON.") from None
    if not isinstance(content, dict) or not all(isinstance(one, dict) for one in content.values()):
        raise Refused("The file does not hold what `settings show` prints.")
    return content


def _print(seen: Preview) -> None:
    for fault in seen.faults:
        limits = "" if fault.least is None else f" ({fault.least} to {fault.most})"
        print(f"fault   {fault.file} {fault.place}: {fault.code}{limits}")
    for change in seen.changes:
        print(f"change  {change.kind} {change.name}: {change.before or '-'} -> {change.after or '-'}")
    for price in seen.prices:
        sector = "transport" if price.transport else "others"
        who = f"{price.income} {price.offer} {sector} {price.payer}"
        print(f"price   {price.month} {who}: {price.before} -> {price.after}")
    for version in seen.overtaken:
        print(f"overtakes {version}")
