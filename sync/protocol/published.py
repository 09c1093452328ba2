"""The published JSON schema of everything on the wire, as files; `sync/protocol/schema/` holds what this makes."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from sync.protocol import (
    attribution,
    blobs,
    branch_settings,
    feed,
    messages,
    portal,
    releases,
    reopening,
    review,
    sessions,
    verification,
)
from sync.protocol.batch import Manifest
from sync.protocol.bundle import BundleManifest
from sync.protocol.bundle_answer import BundleStanding, BundleTaken
from sync.protocol.device_directory import DeviceDirectory, SignedDirectory
from sync.protocol.entry import Envelope
from sync.protocol.kinds import REGISTRY

REQUESTS: tuple[type[BaseModel], ...] = (
    messages.DeviceRequest,
    messages.Hello,
    blobs.BlobLost,
    verification.VerifyRequest,
    sessions.SignInRequest,
    sessions.PasswordRequest,
    review.DecisionRequest,
    attribution.AttributionRequest,
    attribution.WorkerSearch,
    portal.PortalAnswers,
    branch_settings.DraftRequest,
    branch_settings.PublishRequest,
    reopening.ReopenAsk,
)
ANSWERS: tuple[type[BaseModel], ...] = (
    messages.ServerIdentity,
    messages.DeviceGrant,
    messages.HelloAnswer,
    messages.Acknowledgement,
    messages.StoredRaw,
    blobs.BlobStanding,
    messages.Problem,
    feed.ChangesPage,
    verification.VerifyAnswer,
    *feed.PAYLOADS.values(),
    BundleStanding,
    BundleTaken,
    DeviceDirectory,
    SignedDirectory,
    sessions.ReviewSession,
    review.ReviewQueue,
    review.ReviewRecord,
    review.ReasonList,
    attribution.FoundWorkers,
    portal.PortalPage,
    portal.PortalOutcomes,
    releases.ReleaseManifest,
    releases.SignedRelease,
    releases.CarriedReleases,
    branch_settings.SettingsOverview,
    branch_settings.ReleaseDocuments,
    reopening.ReopenAnswer,
)


def schema_files() -> dict[str, bytes]:
    """File name -> content: one file for each kind and version, both manifests, requests and answers."""
    files = {
        "manifest.json": _of(Manifest),
        "bundle.json": _of(BundleManifest),
        "requests.json": _all(REQUESTS),
        "answers.json": _all(ANSWERS),
    }
    for (kind, version), form in REGISTRY.items():
        files[f"{kind}-{version}.json"] = _of(Envelope[form.body])  # type: ignore[name-defined]
        if form.personal is not None:
            files[f"{kind}-{version}-personal.json"] = _of(form.personal)
    return files


def _of(model: type[BaseModel]) -> bytes:
    return _written(model.model_json_schema())


def _all(models: Sequence[type[BaseModel]]) -> bytes:
    mode: JsonSchemaMode = "validation"
    _, schema = models_json_schema([(model, mode) for model in dict.fromkeys(models)])
    return _written(schema)


def _written(schema: dict[str, object]) -> bytes:
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False).encode("utf-8") + b"\n"
