"""A second place for the wrapped key file and the high-water mark: the system's credential store."""

import base64
import binascii
import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Protocol


class Credentials(Protocol):
    """Keeps small secrets by name; a store that is not there keeps nothing and says so."""

    def put(self, name: str, content: bytes) -> bool:
        """Keep the content; False where there is no store."""

    def get(self, name: str) -> bytes | None:
        """What was kept, None where nothing was or there is no store."""

    def forget(self, name: str) -> None:
        """Keep a content no more; nothing happens where none was kept or there is no store."""


class NoCredentials:
    """No credential store: password and key file suffice."""

    def put(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Keep nothing."""
        return False

    def get(self, name: str) -> bytes | None:  # noqa: ARG002
        """Nothing was kept."""
        return None

    def forget(self, name: str) -> None:
        """Nothing was kept."""


class SystemCredentials:
    """Windows Credential Manager, macOS Keychain or the Secret Service, under the profile's own name."""

    def __init__(self, profile_root: Path) -> None:
        place = hashlib.sha256(str(profile_root.resolve()).encode()).hexdigest()[:16]
        self._service = f"Perisai {place}"

    def put(self, name: str, content: bytes) -> bool:
        """Keep a content under a name; False where the system keeps none."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(self._service, name, base64.b64encode(content).decode())
        except KeyringError:
            return False
        return True

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, None where nothing was or it can't be read."""
        import keyring
        from keyring.errors import KeyringError

        try:
            found = keyring.get_password(self._service, name)
        except KeyringError:
            return None
        if found is None:
            return None
        try:
            return base64.b64decode(found, validate=True)
        except binascii.Error:
            return None

    def forget(self, name: str) -> None:
        """Keep a content no more; what the system does not give up stays, wrapped as it was."""
        import keyring
        from keyring.errors import KeyringError

        with suppress(KeyringError):
            keyring.delete_password(self._service, name)
