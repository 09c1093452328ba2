"""What the server publishes is signed, whole, and enough to check a receipt without a network."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest

from sync.protocol.device_directory import DirectoryFault, SignedDirectory, read_directory
from sync.protocol.encoding import from_base64url
from sync.protocol.signatures import SigningKey
from sync.server.reference.signing import verify_reference
from tests.support.server_app import RunningServer


def _directory(running: RunningServer) -> SignedDirectory:
    return SignedDirectory.model_validate_json(running.client.get("/v1/reference/devices").content)


def test_the_manifest_is_signed_and_names_the_files_as_they_are(running: RunningServer) -> None:
    answer = running.client.get("/v1/reference/manifest")
    signature = from_base64url(answer.headers["perisai-signature"])
    assert verify_reference(answer.content, signature, running.server.keys.public)
    assert not verify_reference(answer.content + b" ", signature, running.server.keys.public)
    assert not verify_reference(answer.content, signature, SigningKey.generate().public)
    for entry in answer.json()["files"]:
        content = running.client.get(f"/v1/reference/files/{entry['name']}").content
        assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["length"], entry["sha256"])


@pytest.mark.parametrize("name", ["manifest.json", "..", "signing.key", "%2e%2e%2fsigning.key"])
def test_no_other_file_is_given_out(running: RunningServer, name: str) -> None:
    assert running.client.get(f"/v1/reference/files/{name}").status_code == 404


def test_the_directory_checks_a_receipt_offline(running: RunningServer) -> None:
    laptop = running.laptop()
    link = laptop.post().link
    directory = read_directory(_directory(running), running.server.keys.public)
    key = directory.key_of("0Q2FK", link.on)
    assert key == laptop.key.public
    assert link.genuine(key)
    assert directory.key_of("0ZZZZ", link.on) is None


def test_a_revoked_device_has_an_end(running: RunningServer) -> None:
    running.laptop()
    with running.server.store.transaction() as tx:
        tx.devices.set_state("0Q2FK", "revoked_drain", running.server.clock.now())
    directory = read_directory(_directory(running), running.server.keys.public)
    today = date(2026, 11, 22)
    assert directory.key_of("0Q2FK", today) is not None
    assert directory.key_of("0Q2FK", today + timedelta(days=1)) is None
    assert directory.key_of("0Q2FK", today - timedelta(days=1)) is not None
    assert directory.key_of("0Q2FK", today - timedelta(days=2)) is None


def test_a_directory_of_another_server_or_another_text_is_not_believed(running: RunningServer) -> None:
    running.laptop()
    signed = _directory(running)
    with pytest.raises(DirectoryFault) as refused:
        read_directory(signed, SigningKey.generate().public)
    assert refused.value.code == "directory_signature"
    changed = signed.model_copy(update={"directory": signed.directory.replace("0Q2FK", "0Q2FM")})
    with pytest.raises(DirectoryFault):
        read_directory(changed, running.server.keys.public)
