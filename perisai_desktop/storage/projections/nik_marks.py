"""By what a NIK is told whose worker's card was purged: nobody reads it back who has not the device's key."""

import hashlib
import hmac

from sqlmodel import Session

from perisai_desktop.storage import identity

_PURPOSE = b"perisai-nik-1|"


def mark_of(session: Session, nik: str) -> str:
    """HMAC-SHA256 of a NIK (16 digits) under the device's own key, in hexadecimal; empty for no NIK."""
    known = identity.load(session)
    key = b"" if known is None else known.device_key
    return hmac.new(key, _PURPOSE + nik.encode(), hashlib.sha256).hexdigest() if nik else ""
