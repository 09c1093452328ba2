"""Saves the branch's signed acknowledgements as files that anybody with its key can check: proofs of delivery."""

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from perisai_desktop.services.stick_files import settling, why_not_written
from perisai_desktop.storage import acknowledgements
from perisai_desktop.storage.acknowledgements import StoredAcknowledgement
from perisai_desktop.storage.database import Database
from sync.protocol.encoding import to_base64url

_STAMP = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Proofs:
    """What the screen of the sync asks for; `server_key` is the branch's, under which every proof holds."""

    database: Database
    device: str
    server_key: bytes = field(repr=False)

    def save(self, path: Path) -> int:
        """Save every proof to one ZIP; returns how many.

        Of each batch `BATCH.json` holds the answer as it was signed, and `proofs.json` what the signature is over
        (sync/README.md, "Signatures"). Raises Failure: bundle_folder_missing, bundle_no_room (needed),
        bundle_not_written.
        """
        with self.database.reading() as session:
            kept = acknowledgements.every(session)
        index = {
            "device": self.device,
            "server_key": to_base64url(self.server_key),
            "proofs": [_line(proof) for proof in kept],
        }
        try:
            with settling(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(zipfile.ZipInfo("proofs.json", _STAMP), json.dumps(index, indent=1))
                for proof in kept:
                    archive.writestr(zipfile.ZipInfo(f"{proof.batch_id}.json", _STAMP), proof.raw)
        except OSError as error:
            raise why_not_written(error, path.parent, sum(len(proof.raw) for proof in kept)) from None
        return len(kept)


def _line(proof: StoredAcknowledgement) -> dict[str, str | int]:
    return {
        "batch": proof.batch_id,
        "digest": proof.digest,
        "entries": proof.entries,
        "received_at": proof.received_at.isoformat(),
        "signature": to_base64url(proof.signature),
        "bound_to": proof.bound_to,
    }
