"""A branch's published settings: a manifest that names its files, and the server's signature over it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import EncodingFault, from_base64url, to_base64url
from sync.protocol.signatures import SigningKey, verify
from sync.protocol.wire import AnswerModel, Count, Day, Hash, Instant, SignatureText, Version, wire_bytes

MOST_FILES = 20
MOST_CARRIED = 20
"""So many versions are carried at most: the newest, and those before it that hold until its day."""
LARGEST_CARRIED = 4 * 1024 * 1024
"""Bytes of the versions that one answer to a bundle carries."""


class ReleaseFault(ValueError):
    """A release that cannot be trusted; `code`: `release_signature` or `release_malformed`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ReleaseFile(AnswerModel):
    """One file of a release: SHA-256, by which it is fetched, and length in bytes."""

    name: str
    sha256: Hash
    length: Count


class ReleaseManifest(AnswerModel):
    """One version of what a branch decides. `in_force_on`: the local day from which it holds.

    `before`: the version that the branch published before it; absent in the first. Of two, the one with the later
    `published_at` is the newer one.
    """

    version: Version
    branch: str
    before: Version | None = None
    in_force_on: Day
    published_at: Instant
    files: Annotated[tuple[ReleaseFile, ...], Field(max_length=MOST_FILES)]


class SignedRelease(AnswerModel):
    """`GET /v1/reference/releases/{version}`: the manifest's exact canonical text and the signature over it."""

    manifest: Annotated[str, Field(repr=False)]
    signature: SignatureText


class CarriedRelease(SignedRelease):
    """A signed release under the version that its manifest names."""

    version: Version


class CarriedReleases(AnswerModel):
    """What the network would have brought of a branch's settings: versions, newest first, and the contents of their files, each
    known by its SHA-256."""

    releases: Annotated[tuple[CarriedRelease, ...], Field(min_length=1, max_length=MOST_CARRIED)]
    contents: Annotated[tuple[str, ...], Field(max_length=MOST_CARRIED * MOST_FILES, repr=False)]


def reference_message(manifest: bytes) -> bytes:
    """What a server signs of the reference data: the manifest's SHA-256; the manifest in turn names every file."""
    return b"perisai-reference-1\n" + sha256_hex(manifest).encode("ascii")


def sign_release(manifest: ReleaseManifest, key: SigningKey) -> SignedRelease:
    """The release as published by the server that holds `key`."""
    raw = wire_bytes(manifest)
    return SignedRelease(manifest=raw.decode(), signature=to_base64url(key.sign(reference_message(raw))))


def read_release(signed: SignedRelease, server_key: bytes) -> ReleaseManifest:
    """The manifest in a signed release. Raises `ReleaseFault` unless this server signed exactly this text."""
    try:
        signature = from_base64url(signed.signature)
    except EncodingFault:
        raise ReleaseFault("release_signature") from None
    if not verify(server_key, signature, reference_message(signed.manifest.encode())):
        raise ReleaseFault("release_signature")
    try:
        return ReleaseManifest.model_validate_json(signed.manifest)
    except ValueError:
        raise ReleaseFault("release_malformed") from None
