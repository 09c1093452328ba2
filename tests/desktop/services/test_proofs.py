"""Proofs of delivery are saved as the branch signed them: with its key they hold for ever."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import acknowledgements
from perisai_desktop.storage.acknowledgements import StoredAcknowledgement
from sync.protocol.encoding import to_base64url
from tests.support.desks import MARKET_DAY


def test_every_proof_is_in_the_file_as_it_was_signed(desk: AgentDesk, tmp_path: Path) -> None:
    proofs = [
        StoredAcknowledgement(
            f"b{number}", "d" * 64, number, MARKET_DAY, f'{{"n":{number}}}'.encode(), b"s" * 64, "req"
        )
        for number in (2, 1)
    ]
    with desk.enrolling.database.transaction() as session:
        for proof in proofs:
            acknowledgements.put(session, proof)
    path = tmp_path / "bukti.zip"
    assert desk.proofs.save(path) == 2
    with zipfile.ZipFile(path) as archive:
        assert archive.read("b2.json") == b'{"n":2}'
        index = json.loads(archive.read("proofs.json"))
    assert (index["device"], index["server_key"]) == ("0Q2FK", to_base64url(bytes(32)))
    assert [one["batch"] for one in index["proofs"]] == ["b1", "b2"]
    assert (index["proofs"][0]["signature"], index["proofs"][0]["bound_to"]) == (
        to_base64url(b"s" * 64),
        "req",
    )


def test_a_folder_that_is_gone_is_told(desk: AgentDesk, tmp_path: Path) -> None:
    with pytest.raises(Failure) as refused:
        desk.proofs.save(tmp_path / "stick" / "bukti.zip")
    assert refused.value == Failure(FailureCode.BUNDLE_FOLDER_MISSING)
