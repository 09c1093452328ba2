"""A branch's next version: its name, its manifest, and the server's signature over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url
from sync.protocol.releases import ReleaseFile, ReleaseManifest, sign_release
from sync.protocol.signatures import SigningKey
from sync.server.storage.records import Branch
from sync.server.storage.release_records import Release, SealedRelease

_SECOND = timedelta(seconds=1)


def next_release(
    branch: Branch, releases: Sequence[Release], in_force_on: date, actor: str, at: datetime
) -> Release:
    """The version that follows a branch's releases (newest first), named after the branch and the second of its
    publication: whatever the clock says, that is later than the last one's."""
    before = releases[0] if releases else None
    if before is not None:
        at = max(at, before.published_at + _SECOND)
    at = at.replace(microsecond=0)
    return Release(
        version=f"{branch.code}.{at:%Y%m%d.%H%M%S}",
        branch_id=branch.branch_id,
        before=None if before is None else before.version,
        in_force_on=in_force_on,
        published_at=at,
        published_by=actor,
    )


def seal(release: Release, branch: Branch, files: Mapping[str, bytes], key: SigningKey) -> SealedRelease:
    """The manifest of a version over its small files, signed."""
    manifest = ReleaseManifest(
        version=release.version,
        branch=branch.code,
        before=release.before,
        in_force_on=release.in_force_on,
        published_at=release.published_at,
        files=tuple(
            ReleaseFile(name=name, sha256=sha256_hex(content), length=len(content))
            for name, content in sorted(files.items())
        ),
    )
    signed = sign_release(manifest, key)
    contents = {sha256_hex(content): content for content in files.values()}
    return SealedRelease(signed.manifest.encode(), from_base64url(signed.signature), contents)
