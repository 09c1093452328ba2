"""Pictures in encrypted files of random names outside the database; their SHA-256 is inside."""

import hashlib
import os
import secrets
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import delete, insert, select
from sqlmodel import Session

from perisai_desktop.config.files import replace_atomically
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.storage.tables.desk import AttachmentRow
from perisai_desktop.storage.tables.registry import table_of

_attachments = table_of(AttachmentRow)
_NONCE = 12


class Attachments:
    """Stores and reads pictures with the key that HKDF derived for them (32 bytes)."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._cipher = AESGCM(key)

    def put(self, session: Session, picture: bytes, at: datetime) -> str:
        """Keep a picture once and return the SHA-256 of its bytes; the file is durable before the row.

        One whose file was gone or changed is kept anew.

        Raises OSError where the disk is full.
        """
        digest = hashlib.sha256(picture).hexdigest()
        known = self._name(session, digest)
        if known is not None and self.fault(session, digest) is None:
            return digest
        name = known or secrets.token_hex(16)
        nonce = os.urandom(_NONCE)
        replace_atomically(self._folder / name, nonce + self._cipher.encrypt(nonce, picture, name.encode()))
        if known is not None:
            return digest
        row = {"sha256": digest, "name": name, "length": len(picture), "stored_at": at}
        session.connection().execute(insert(_attachments), [row])
        return digest

    def read(self, session: Session, sha256: str) -> bytes:
        """The picture. Raises Failure(store_damaged) where its file is gone or was changed."""
        name = self._name(session, sha256)
        if name is None:
            raise Failure(FailureCode.STORE_DAMAGED)
        try:
            sealed = (self._folder / name).read_bytes()
            picture = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
        except (OSError, InvalidTag, ValueError):
            raise Failure(FailureCode.STORE_DAMAGED) from None
        if hashlib.sha256(picture).hexdigest() != sha256:
            raise Failure(FailureCode.STORE_DAMAGED)
        return picture

    def fault(self, session: Session, sha256: str) -> str | None:
        """Why a picture cannot be read: `missing` or `damaged`; None where it can."""
        name = self._name(session, sha256)
        if name is None or not (self._folder / name).is_file():
            return "missing"
        try:
            self.read(session, sha256)
        except Failure:
            return "damaged"
        return None

    def remove(self, session: Session, sha256: str) -> None:
        """Forget a picture; its file goes with the next sweep, after the commit."""
        session.connection().execute(delete(_attachments).where(_attachments.c.sha256 == sha256))

    def sweep(self, session: Session) -> int:
        """Delete files that no row names, left by a rollback, a crash or a removal; returns how many went.

        One that another program holds open goes with a later sweep.
        """
        if not self._folder.is_dir():
            return 0
        known = set(session.connection().execute(select(_attachments.c.name)).scalars())
        orphans = [file for file in self._folder.iterdir() if file.name not in known]
        gone = 0
        for file in orphans:
            with suppress(OSError):
                file.unlink()
                gone += 1
        return gone

    def _name(self, session: Session, sha256: str) -> str | None:
        query = select(_attachments.c.name).where(_attachments.c.sha256 == sha256)
        return session.connection().execute(query).scalar()
