"""The port of the pictures' bytes."""

from typing import Protocol


class BlobFiles(Protocol):
    """Bytes by device and SHA-256. Every method may raise OSError: a full disk, a folder that cannot be written."""

    def size(self, device: str, sha256: str) -> int:
        """Bytes that lie there, 0 where there is nothing."""
        ...

    def append(self, device: str, sha256: str, offset: int, piece: bytes) -> None:
        """Cut off what lies beyond `offset`, put the piece there, and wait until it is on the disk."""
        ...

    def digest(self, device: str, sha256: str) -> str:
        """SHA-256 of what lies there, hex."""
        ...

    def read(self, device: str, sha256: str) -> bytes:
        """All that lies there."""
        ...

    def drop(self, device: str, sha256: str) -> None:
        """Throw it away."""
        ...
