"""A branch that takes pictures in: its files outlive the server, which a test may let die at any step."""

from __future__ import annotations

import random
from dataclasses import dataclass

from sync.server.services.blobs import Blobs
from sync.server.storage.ports.blob_files import BlobFiles
from tests.support.field_laptop import FieldLaptop, fresh_id
from tests.support.intake_house import IntakeHouse


class Died(BaseException):
    """The server's process ended here."""


@dataclass
class DyingFiles:
    """Files that die with the server once: before a piece, in its middle, behind it, or when it is read back."""

    files: BlobFiles
    at: str = ""

    def size(self, device: str, sha256: str) -> int:
        return self.files.size(device, sha256)

    def append(self, device: str, sha256: str, offset: int, piece: bytes) -> None:
        self._die("before")
        if self.at == "middle":
            self.files.append(device, sha256, offset, piece[: len(piece) // 2])
        self._die("middle")
        self.files.append(device, sha256, offset, piece)
        self._die("behind")

    def digest(self, device: str, sha256: str) -> str:
        self._die("reading")
        return self.files.digest(device, sha256)

    def read(self, device: str, sha256: str) -> bytes:
        return self.files.read(device, sha256)

    def drop(self, device: str, sha256: str) -> None:
        self._die("dropping")
        self.files.drop(device, sha256)
        self._die("dropped")

    def _die(self, at: str) -> None:
        if self.at == at:
            self.at = ""
            raise Died


def picture(length: int = 1_000, seed: int = 1) -> bytes:
    """Invented bytes of a picture."""
    return random.Random(seed).randbytes(length)


def blobs_of(house: IntakeHouse, files: BlobFiles) -> Blobs:
    """A server just started over what was stored."""
    blobs = Blobs(house.store, house.clock, files)
    blobs.recheck()
    return blobs


def named(house: IntakeHouse, *pictures: bytes) -> FieldLaptop:
    """A laptop whose deposit, with pictures of its slip, has arrived."""
    laptop = house.laptop()
    laptop.deposit(fresh_id(), 16_800, *pictures)
    house.verdicts(laptop)
    return laptop
