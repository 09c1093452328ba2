"""Building reference data: the same bytes every time, and unusable sources named without harm."""

import sqlite3
import tarfile
from pathlib import Path

import pytest

from sync.rules.reference import MANIFEST, REFERENCE_FILES, parse_reference
from sync.rules.reference_fields import ReferenceFault
from sync.rules.regions import Place
from sync.server.reference.building import REGIONS_NOTICE, build
from sync.server.reference.documents import published_documents
from sync.server.reference.gazetteer import RegionsGazetteer
from sync.server.reference.manifest import read_published
from sync.server.reference.regions_database import REGIONS, SCHEMA_VERSION
from sync.server.reference.sources import BuildSources, SourceFault
from tests.support.reference_data import REFERENCE_FOLDER
from tests.support.region_package import SMALL_REGIONS, SOURCES, packed, put_regions, small_sources


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def fault(sources: BuildSources, out: Path) -> tuple[str, str]:
    """Code and file of the fault that a build raises."""
    with pytest.raises(SourceFault) as caught:
        build(sources, out)
    return caught.value.code, caught.value.file


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = small_sources(tmp_path / "sources")
    first = build(BuildSources(folder), tmp_path / "first")
    second = build(BuildSources(folder), tmp_path / "second")
    assert first == second
    assert contents(tmp_path / "first") == contents(tmp_path / "second")
    assert set(contents(tmp_path / "first")) == {*REFERENCE_FILES, REGIONS, REGIONS_NOTICE, MANIFEST}


def test_building_over_an_older_version_leaves_the_new_one_alone(tmp_path: Path) -> None:
    folder = small_sources(tmp_path / "sources")
    build(BuildSources(folder), tmp_path / "out")
    before = contents(tmp_path / "out")
    build(BuildSources(folder), tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_the_archive_gives_what_the_unpacked_folder_gives(tmp_path: Path) -> None:
    folder = small_sources(tmp_path / "sources")
    unpacked = build(BuildSources(folder, folder / "regions" / "data"), tmp_path / "first")
    assert build(BuildSources(folder, packed(folder)), tmp_path / "second") == unpacked


def test_what_is_built_can_be_read(tmp_path: Path) -> None:
    manifest = build(BuildSources(small_sources(tmp_path / "sources")), tmp_path / "out")
    read, files = read_published(tmp_path / "out")
    assert read == manifest
    small = {name: files[name] for name in REFERENCE_FILES}
    reference = parse_reference(small | {MANIFEST: manifest.to_bytes()})
    assert reference.version == manifest.version
    gazetteer = RegionsGazetteer.open(tmp_path / "out" / REGIONS)
    assert gazetteer.place("32.73.02.1004") == Place(
        "32.73.02.1004", "Dago", "Coblong", "Kota Bandung", "Jawa Barat"
    )
    gazetteer.close()


def test_the_committed_files_are_those_of_their_manifest_and_their_sources() -> None:
    manifest, files = read_published(REFERENCE_FOLDER)
    assert {*REFERENCE_FILES, REGIONS, REGIONS_NOTICE} == set(files)
    for name, content in published_documents(BuildSources(SOURCES)).items():
        assert files[name] == content
    assert manifest.to_bytes() == (REFERENCE_FOLDER / MANIFEST).read_bytes()
    assert manifest.version == BuildSources(SOURCES).release().version
    assert sum(len(content) for content in files.values()) < 15_000_000


def test_the_committed_regions_are_all_of_the_package() -> None:
    tables, notice = BuildSources(SOURCES).region_tables()
    assert (REFERENCE_FOLDER / REGIONS_NOTICE).read_bytes() == notice
    database = sqlite3.connect(f"{(REFERENCE_FOLDER / REGIONS).as_uri()}?mode=ro", uri=True)
    counts = {}
    for level, file in (
        ("province", "provinces.csv"),
        ("regency", "regencies.csv"),
        ("district", "districts.csv"),
        ("village", "villages.csv"),
    ):
        stored = dict(database.execute(f"SELECT code, name FROM {level}"))
        assert stored == {row["code"]: row["name"] for row in tables[file]}
        counts[level] = len(stored)
    indexed = database.execute(
        "SELECT count(*) FROM village_words WHERE village_words MATCH 'kab OR kota'"
    ).fetchone()
    version = database.execute("PRAGMA user_version").fetchone()
    database.close()
    assert counts == {"province": 38, "regency": 514, "district": 7_285, "village": 83_762}
    assert sum(counts.values()) == 91_599
    assert indexed == (83_762,)
    assert version == (SCHEMA_VERSION,)


@pytest.mark.parametrize(
    "name", ["reasons.csv", "consent.json", "occupations.csv", "tariff_bpu.csv", "release.json"]
)
def test_a_missing_source_is_named(tmp_path: Path, name: str) -> None:
    folder = small_sources(tmp_path / "sources")
    (folder / name).unlink()
    assert fault(BuildSources(folder), tmp_path / "out") == ("source_missing", name)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("consent.json", b"{"),
        ("consent.json", b"[]"),
        ("release.json", b"{}"),
        ("release.json", b'{"version": "1", "regions": []}'),
        ("reasons.csv", b"kind,code,label_id,label_en\n"),
        ("reasons.csv", b"kind,code,label_id,label_en\nreturn,other\n"),
        ("reasons.csv", b"kind,code,label_id,label_en\nreturn,other,a,b,c\n"),
        ("reasons.csv", b"kind,code,label_id,label_en\nreturn,other,\xff,b\n"),
        ("occupations.csv", b"name,transport,note\nKurir,perhaps,\n"),
        (
            "tariff_bpu.csv",
            b"bracket,income_from,income_to,basis,jkk,jht,jkm,evidence\n1,0,,1000000,1e4,20000,6800,transcribed\n",
        ),
    ],
)
def test_a_malformed_source_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    folder = small_sources(tmp_path / "sources")
    (folder / name).write_bytes(content)
    assert fault(BuildSources(folder), tmp_path / "out") == ("source_malformed", name)


@pytest.mark.parametrize("content", [b"{}", b'{"law": "x", "tables": [1]}'])
def test_a_document_that_cannot_be_written_is_named(tmp_path: Path, content: bytes) -> None:
    folder = small_sources(tmp_path / "sources")
    (folder / "tariffs.json").write_bytes(content)
    assert fault(BuildSources(folder), tmp_path / "out") == ("source_malformed", "tariff.json")


def test_rules_that_contradict_one_another_leave_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = small_sources(tmp_path / "sources")
    build(BuildSources(folder), tmp_path / "out")
    before = contents(tmp_path / "out")
    reliefs = folder / "reliefs.json"
    reliefs.write_text(
        reliefs.read_text(encoding="utf-8").replace('"paid_denominator": 2', '"paid_denominator": 3')
    )
    with pytest.raises(ReferenceFault) as caught:
        build(BuildSources(folder), tmp_path / "out")
    assert caught.value.code == "relief_not_whole_rupiah"
    assert contents(tmp_path / "out") == before


def test_regions_other_than_the_named_ones_are_refused(tmp_path: Path) -> None:
    folder = small_sources(tmp_path / "sources")
    (folder / "regions" / "data" / "villages.csv").write_bytes(b"code,district_code,name\n")
    assert fault(BuildSources(folder), tmp_path / "out") == ("source_digest_differs", "villages.csv")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("villages.csv", "code,district_code,name\n32.02.99.2001,32.02.99,Nowhere\n"),
        ("districts.csv", "code,regency_code,name\n32.02.10,32.99,Cikembar\n"),
        ("regencies.csv", "code,province_code,name\n32.02,99,Kabupaten Sukabumi\n"),
        ("provinces.csv", "code,name\n32,Jawa Barat\n32,Jawa Barat\n"),
    ],
)
def test_regions_without_their_parents_are_refused(tmp_path: Path, name: str, text: str) -> None:
    folder = small_sources(tmp_path / "sources")
    put_regions(folder, SMALL_REGIONS | {name: text})
    assert fault(BuildSources(folder), tmp_path / "out") == ("source_malformed", name)
    assert contents(tmp_path / "out") == {}


def test_a_package_with_a_missing_file_is_refused(tmp_path: Path) -> None:
    folder = small_sources(tmp_path / "sources")
    archive = packed(folder, tuple(SMALL_REGIONS)[:-1])
    assert fault(BuildSources(folder, archive), tmp_path / "out") == ("source_missing", "LICENSE.md")
    (folder / "regions" / "data" / "districts.csv").unlink()
    assert fault(BuildSources(folder), tmp_path / "out") == ("source_missing", "districts.csv")


def test_a_package_that_is_none_is_refused(tmp_path: Path) -> None:
    folder = small_sources(tmp_path / "sources")
    (folder / "broken.tgz").write_bytes(b"no archive")
    assert fault(BuildSources(folder, folder / "broken.tgz"), tmp_path / "out") == (
        "source_malformed",
        "broken.tgz",
    )
    assert fault(BuildSources(folder, folder / "none.tgz"), tmp_path / "out") == (
        "source_missing",
        "none.tgz",
    )
    with tarfile.open(folder / "folders.tgz", "w:gz") as archive:
        member = tarfile.TarInfo("package/data/provinces.csv")
        member.type = tarfile.DIRTYPE
        archive.addfile(member)
    assert fault(BuildSources(folder, folder / "folders.tgz"), tmp_path / "out") == (
        "source_missing",
        "provinces.csv",
    )
