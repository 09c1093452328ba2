"""The state folder: what it is for, who may read it, its keys, and room on its disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from sync.protocol.digests import fingerprint
from sync.server.doctor.examined import Examined, amber, green, red
from sync.server.keys import RECOVERY_KEY, SIGNING_KEY, KeyFault, ServerKeys
from sync.server.state_folder import read_state

_OTHERS = 0o077
LITTLE, LEAST = 5 * 1024**3, 1024**3
"""Bytes of room below which a disk is amber, and red."""


def examine_folder(folder: Path) -> Iterator[Examined]:
    """Whether the folder is a server's, private, with sound keys and room beside them."""
    state = read_state(folder)
    if state is None:
        yield red("settings", f"there is no server in {folder}", "Name its folder with --dir, or run init")
        return
    kind = "practice" if state.practice else "real work"
    yield green("settings", f"{kind}, receipts name {state.public_host or 'no host'}")
    yield _rights(folder)
    yield _keys(folder)
    yield _room(folder)


def _rights(folder: Path) -> Examined:
    if os.name != "posix":
        return green("rights", "left to the system")
    open_ones = [path.name for path in (folder, *sorted(folder.iterdir())) if path.stat().st_mode & _OTHERS]
    if open_ones:
        return red(
            "rights",
            f"others may read {', '.join(open_ones[:3])}",
            f"Run chmod -R go= {folder} as the account of the service",
        )
    return green("rights", "the folder is its owner's alone")


def _keys(folder: Path) -> Examined:
    advice = "Put back signing.key and recovery.key from where they are kept: no laptop knows another server"
    missing = [name for name in (SIGNING_KEY, RECOVERY_KEY) if not (folder / name).is_file()]
    if missing:
        return red("keys", f"{' and '.join(missing)} missing", advice)
    try:
        keys = ServerKeys.open(folder)
        keys.recovery_private()
    except KeyFault as fault:
        return red("keys", fault.code.replace("_", " "), advice)
    return green("keys", f"fingerprint {fingerprint(keys.public)}")


def _room(folder: Path) -> Examined:
    free = shutil.disk_usage(folder).free
    seen = f"{free // 1024**2} MiB free"
    if free < LEAST:
        return red(
            "disk", seen, "Make room today: a full disk takes nothing in, and laptops keep what they have"
        )
    return amber("disk", seen, "Make room this week") if free < LITTLE else green("disk", seen)
