"""Published reference data, what branches publish, and the signed directory of device keys; open to everybody."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from fastapi.responses import Response

from sync.protocol.device_directory import SignedDirectory
from sync.protocol.releases import SignedRelease
from sync.protocol.signatures import HEADER_SIGNATURE
from sync.server.routes.problems import problems
from sync.server.services.reference import PublishedReference
from sync.server.services.releases import Releases

_BINARY = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}


def reference_router(
    published: PublishedReference, releases: Releases, directory: Callable[[], SignedDirectory]
) -> APIRouter:
    """/v1/reference/*; `directory` makes the signed directory of device keys."""
    router = APIRouter(tags=["reference"])

    @router.get(
        "/v1/reference/manifest",
        summary="The manifest of the reference data",
        response_class=Response,
        responses={200: {"description": "The manifest's bytes", "content": {"application/json": {}}}},
    )
    def manifest() -> Response:
        """Version, names, lengths and SHA-256 of the files; the header `Perisai-Signature` signs these bytes."""
        return Response(
            published.publication.manifest,
            media_type="application/json",
            headers={HEADER_SIGNATURE: published.signature, "Cache-Control": "no-cache"},
        )

    @router.get(
        "/v1/reference/files/{name}",
        summary="One file of the reference data",
        response_class=Response,
        responses={200: {"description": "The file's bytes", **_BINARY}, **problems("file_unknown")},
    )
    def file(name: str) -> Response:
        """The bytes that the manifest names; they are checked against its SHA-256, not signed one by one."""
        return Response(published.file(name), media_type="application/octet-stream")

    @router.get(
        "/v1/reference/releases/{version}",
        summary="A version that a branch published",
        responses=problems("release_unknown"),
    )
    def release(version: str) -> SignedRelease:
        """The manifest of a version, with the day from which it holds and the version before it, signed by this server."""
        return releases.signed(version)

    @router.get(
        "/v1/reference/contents/{sha256}",
        summary="One file of what branches publish",
        response_class=Response,
        responses={200: {"description": "The file's bytes", **_BINARY}, **problems("file_unknown")},
    )
    def content(sha256: str) -> Response:
        """A file that a manifest names by its SHA-256; versions that have a file in common name the same one."""
        return Response(releases.content(sha256), media_type="application/octet-stream")

    @router.get("/v1/reference/devices", summary="The signed directory of device keys")
    def devices() -> SignedDirectory:
        """Code, public key and dates of every device, signed by this server: receipts are checked offline with it."""
        return directory()

    return router
