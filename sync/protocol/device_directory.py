"""The signed directory of device keys: with it a receipt is checked without a network (sync/rules/README.md)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from sync.protocol.encoding import EncodingFault, from_base64url, to_base64url
from sync.protocol.signatures import SigningKey, verify
from sync.protocol.wire import AnswerModel, Day, Device, Instant, KeyText, SignatureText, wire_bytes

MOST_DEVICES = 100_000


class DirectoryFault(ValueError):
    """A directory that cannot be trusted; `code`: `directory_malformed` or `directory_signature`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class DirectoryEntry(AnswerModel):
    """One device: its code, its Ed25519 public key, and the local dates between which it issued receipts.

    `until` is absent while the device is in use.
    """

    device: Device
    public_key: KeyText
    since: Day
    until: Day | None = None


class DeviceDirectory(AnswerModel):
    """All devices that a server knows, as it stood at an instant."""

    made_at: Instant
    practice: bool
    devices: Annotated[tuple[DirectoryEntry, ...], Field(max_length=MOST_DEVICES)]

    def key_of(self, device: str, on: date) -> bytes | None:
        """The public key with which a device signed on a date; None where it is not known for that date.

        A receipt dated up to a day before the enrolment is taken too: clocks differ.
        """
        for entry in self.devices:
            if entry.device == device:
                early = (entry.since - on).days > 1
                late = entry.until is not None and on > entry.until
                return None if early or late else from_base64url(entry.public_key)
        return None


class SignedDirectory(AnswerModel):
    """`GET /v1/reference/devices`: the directory's exact canonical text and the server's signature over it."""

    directory: Annotated[str, Field(repr=False)]
    signature: SignatureText


def directory_message(text: str) -> bytes:
    """What the server signs of a directory: its canonical text under a label of its own."""
    return b"perisai-devices-1\n" + text.encode()


def sign_directory(directory: DeviceDirectory, key: SigningKey) -> SignedDirectory:
    """The directory as published by the server that holds `key`."""
    text = wire_bytes(directory).decode()
    return SignedDirectory(directory=text, signature=to_base64url(key.sign(directory_message(text))))


def read_directory(signed: SignedDirectory, server_key: bytes) -> DeviceDirectory:
    """The directory in a signed answer. Raises `DirectoryFault` unless this server signed exactly this text."""
    try:
        signature = from_base64url(signed.signature)
    except EncodingFault:
        raise DirectoryFault("directory_signature") from None
    if not verify(server_key, signature, directory_message(signed.directory)):
        raise DirectoryFault("directory_signature")
    try:
        return DeviceDirectory.model_validate_json(signed.directory)
    except ValueError:
        raise DirectoryFault("directory_malformed") from None
