"""What has to be renewed in time: the newest backup and the certificate."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from cryptography.x509 import load_pem_x509_certificates

from sync.server.backups.last_copy import last_copy_at
from sync.server.doctor.examined import Examined, amber, green, red

DAILY, WEEKLY = timedelta(hours=26), timedelta(days=7)
"""The ages after which a backup is amber, and red."""
SOON, NOW = 30, 7
"""Days before its end at which a certificate is amber, and red."""


def examine_backup(folder: Path, now: datetime) -> Examined:
    """How old the newest backup is that `backup` made of this folder."""
    advice = "Run backup daily; deploy/perisai-backup.timer does it"
    made = last_copy_at(folder)
    if made is None:
        return red("backup", "none was ever made here", advice)
    age = now - made
    seen = f"{age.days} days {age.seconds // 3600} hours old"
    if age > WEEKLY:
        return red("backup", seen, advice)
    return amber("backup", seen, advice) if age > DAILY else green("backup", seen)


def examine_certificate(chain: Path | None, now: datetime) -> Examined:
    """Until when the chain's first certificate is good."""
    if chain is None:
        return green("certificate", "none named; --cert looks at one")
    try:
        until = load_pem_x509_certificates(chain.read_bytes())[0].not_valid_after_utc
    except (OSError, ValueError):
        return red("certificate", f"{chain} cannot be read", "Name the chain that serve is started with")
    days = (until - now).days
    seen = f"good until {until:%Y-%m-%d}"
    if days < NOW:
        return red("certificate", seen, "Renew it now: laptops refuse one that has lapsed")
    return amber("certificate", seen, "Renew it this month") if days < SOON else green("certificate", seen)
