"""Publishing: a checked folder, signed by the server's own key; and the server's gazetteer."""

import json
import sqlite3
from pathlib import Path

import pytest

from sync.protocol.signatures import SigningKey
from sync.rules.reference import MANIFEST
from sync.rules.reference_fields import ReferenceFault
from sync.rules.regions import Gazetteer, Place
from sync.server.reference import gazetteer as gazetteer_module
from sync.server.reference.building import build
from sync.server.reference.gazetteer import RegionsGazetteer
from sync.server.reference.publishing import load_reference, publish
from sync.server.reference.signing import sign_reference, verify_reference
from sync.server.reference.sources import BuildSources
from tests.support.reference_data import gazetteer, reference
from tests.support.region_package import small_sources

KEY = SigningKey.from_bytes(b"\x07" * 32)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder of reference data with a few regions."""
    build(BuildSources(small_sources(tmp_path / "sources")), tmp_path / "out")
    return tmp_path / "out"


def test_a_publication_is_signed_and_whole(built: Path) -> None:
    publication = publish(built, KEY)
    assert publication.manifest == (built / MANIFEST).read_bytes()
    assert verify_reference(publication.manifest, publication.signature, KEY.public)
    assert set(publication.files) | {MANIFEST} == {path.name for path in built.iterdir()}
    assert publication.version == reference().version
    assert load_reference(built) == reference()


def test_the_signature_is_of_this_manifest_and_this_server() -> None:
    signature = sign_reference(b"manifest", KEY)
    assert verify_reference(b"manifest", signature, KEY.public)
    assert not verify_reference(b"Manifest", signature, KEY.public)
    assert not verify_reference(b"manifest", signature, SigningKey.from_bytes(b"\x08" * 32).public)
    assert not verify_reference(b"manifest", KEY.sign(b"manifest"), KEY.public)


def test_an_altered_file_is_never_published(built: Path) -> None:
    (built / "settings.json").write_bytes(b"{}")
    with pytest.raises(ReferenceFault) as caught:
        publish(built, KEY)
    assert (caught.value.code, caught.value.file) == ("reference_digest_differs", "settings.json")


def test_a_missing_file_is_never_published(built: Path) -> None:
    (built / "regions.sqlite").unlink()
    with pytest.raises(ReferenceFault) as caught:
        publish(built, KEY)
    assert (caught.value.code, caught.value.file) == ("reference_file_missing", "regions.sqlite")


def test_a_manifest_cannot_name_a_file_outside_the_folder(built: Path) -> None:
    manifest = json.loads((built / MANIFEST).read_bytes())
    manifest["files"][0]["name"] = "../sources/consent.json"
    (built / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(ReferenceFault) as caught:
        publish(built, KEY)
    assert (caught.value.code, caught.value.file, caught.value.field) == (
        "reference_malformed",
        MANIFEST,
        "name",
    )


def test_a_manifest_that_leaves_a_file_out_is_never_published(built: Path) -> None:
    manifest = json.loads((built / MANIFEST).read_bytes())
    manifest["files"] = [entry for entry in manifest["files"] if entry["name"] != "reliefs.json"]
    (built / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(ReferenceFault) as caught:
        publish(built, KEY)
    assert (caught.value.code, caught.value.file) == ("reference_file_missing", "reliefs.json")


def test_the_gazetteer_answers_by_code() -> None:
    regions: Gazetteer = gazetteer()
    dago = Place("32.73.02.1004", "Dago", "Coblong", "Kota Bandung", "Jawa Barat")
    assert regions.place("32.73.02.1004") == dago
    assert regions.place("32.73.02.1004") == dago
    assert regions.place("32.73.02.9999") is None
    assert regions.regency_name("31.71") == "Kota Adm. Jakarta Pusat"
    assert regions.regency_name("91.01") is None
    assert regions.regency_known("32.02")
    assert not regions.regency_known("91.01")
    assert regions.district_known("32.02.08")
    assert not regions.district_known("32.02.99")


def test_the_gazetteer_remembers_no_more_than_it_may(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_module, "_REMEMBERED", 2)
    regions = RegionsGazetteer.open(built / "regions.sqlite")
    for _ in range(2):
        for code in ("32.73.02.1004", "32.02.10.2006", "32.02.10.2007", "00"):
            assert (regions.place(code) is None) == (code == "00")
    regions.close()


def test_the_gazetteer_needs_its_file(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        RegionsGazetteer.open(tmp_path / "regions.sqlite")


def test_no_retired_regency_exists_today() -> None:
    assert not any(gazetteer().regency_known(code) for code in reference().retired_regencies)
