"""A copy is made while laptops push, is held against its manifest, and becomes a server that the auditor proves."""

from __future__ import annotations

import json
import shutil
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sync.protocol.digests import fingerprint
from sync.server.auditor.reading import evidence
from sync.server.auditor.verifying import verify_books
from sync.server.backups.last_copy import last_copy_at
from sync.server.backups.making import MadeCopy, make_copy
from sync.server.backups.manifest import MANIFEST, CopyFault, verify_copy
from sync.server.backups.restoring import restore_copy
from sync.server.settings import ServerSettings
from sync.server.state_folder import ServerState, write_state
from sync.server.storage.opening import open_store
from tests.support.field_laptop import person
from tests.support.intake_house import IntakeHouse, database_house, open_house
from tests.support.postgres import fresh_database

__all__ = ["database_house"]

AT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
NAME = "perisai-20261122-200000Z"
PICTURE = b"a picture"


def _settings(house: IntakeHouse, folder: Path) -> ServerSettings:
    write_state(folder, ServerState(practice=False, public_host="cek.example.id"))
    blob = folder / "blobs" / "00001" / "ab" / "abcd"
    blob.parent.mkdir(parents=True)
    blob.write_bytes(PICTURE)
    return ServerSettings(folder, house.url)


def _copied(house: IntakeHouse, folder: Path) -> MadeCopy:
    settings = _settings(house, house.keys._directory)
    server = fingerprint(house.keys.public)
    return make_copy(settings, server, folder / "copies", AT, folder / "keys")


def test_a_copy_made_while_laptops_push_is_a_server_again(
    database_house: IntakeHouse, postgres_server: str, tmp_path: Path
) -> None:
    house = database_house
    laptop = house.laptop()
    laptop.enrol(person(1))
    house.push(laptop)
    over = threading.Event()

    def push() -> None:
        for number in range(2, 40):
            laptop.enrol(person(number))
            house.push(laptop)
            if over.is_set():
                break

    pushing = threading.Thread(target=push)
    pushing.start()
    made = _copied(house, tmp_path)
    over.set()
    pushing.join()
    assert made.folder == tmp_path / "copies" / NAME
    assert last_copy_at(house.keys._directory) == AT
    assert verify_copy(made.folder).counts["entry"] >= 4
    with fresh_database(postgres_server, "restored") as url:
        state = tmp_path / "new"
        settings = ServerSettings(state, url if "postgresql" in house.url else "")
        manifest = restore_copy(made.folder, settings, made.keys)
        with evidence(settings.database) as found:
            report = verify_books(found, house.keys.public)
        assert report.holds, [one.line() for one in report.findings]
        assert (report.tally.entries, report.tally.receipts) == (
            manifest.counts["entry"],
            manifest.counts["receipt"],
        )
        assert (state / "blobs" / "00001" / "ab" / "abcd").read_bytes() == PICTURE
        assert (state / "signing.key").read_bytes() == (house.keys._directory / "signing.key").read_bytes()
        if settings.database_url:
            with pytest.raises(CopyFault, match="holds something already"):
                restore_copy(made.folder, replace(settings, directory=tmp_path / "other"), made.keys)
            with pytest.raises(CopyFault, match="other kind of database"):
                restore_copy(made.folder, ServerSettings(tmp_path / "third"), made.keys)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadeCopy:

    folder = tmp_path_factory.mktemp("made")
    url = f"sqlite:///{folder / 'server.sqlite3'}"
    house = open_house(open_store(url), folder / "state", url)
    copy = _copied(house, folder)
    house.store.close()
    return copy


def test_nothing_that_is_there_is_overwritten(made: MadeCopy, tmp_path: Path) -> None:
    state = made.folder.parents[1] / "state"
    settings = ServerSettings(state, f"sqlite:///{state.parent / 'server.sqlite3'}")
    for target, words in ((made.folder.parent, "is there already"), (tmp_path, "cut off")):
        if target is tmp_path:
            (tmp_path / f"{NAME}.part").mkdir()
        with pytest.raises(CopyFault, match=words):
            make_copy(settings, made.manifest.server, target, AT)
    with pytest.raises(CopyFault, match="apart from the backup"):
        make_copy(settings, made.manifest.server, tmp_path / "new", AT, tmp_path / "new" / "keys")
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}.part"]
    assert verify_copy(made.folder) == made.manifest


def _broken(made: MadeCopy, folder: Path, change: str) -> Path:

    copy = folder / "copy"
    shutil.copytree(made.folder, copy)
    picture, manifest = copy / "blobs" / "00001" / "ab" / "abcd", copy / MANIFEST
    if change == "missing":
        picture.unlink()
    elif change == "changed":
        picture.write_bytes(b"another")
    elif change == "added":
        (copy / "blobs" / "new").write_bytes(b"")
    elif change == "no manifest":
        manifest.unlink()
    elif change == "unreadable":
        manifest.write_text("[]", encoding="utf-8")
    else:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        manifest.write_text(json.dumps({**content, "format": 2}), encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("missing", "blobs/00001/ab/abcd of the backup is missing"),
        ("changed", "blobs/00001/ab/abcd of the backup is not what was written"),
        ("added", "blobs/new does not belong"),
        ("no manifest", "There is no backup in"),
        ("unreadable", "cannot be read"),
        ("newer", "newer version"),
    ],
)
def test_a_copy_that_is_not_whole_is_refused(made: MadeCopy, change: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(CopyFault, match=words):
        restore_copy(_broken(made, tmp_path, change), ServerSettings(tmp_path / "new"), made.keys)
    assert not (tmp_path / "new").exists()


def test_a_server_is_restored_into_nothing_and_with_its_own_keys(made: MadeCopy, tmp_path: Path) -> None:
    assert made.keys is not None
    fresh = ServerSettings(tmp_path / "new")
    with pytest.raises(CopyFault, match="keys are missing"):
        restore_copy(made.folder, fresh, None)
    with pytest.raises(CopyFault, match="holds keys"):
        restore_copy(made.keys, fresh, made.keys)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "signing.key").write_bytes(b"k" * 32)
    (tmp_path / "new" / "signing.key").chmod(0o600)
    with pytest.raises(CopyFault, match="another server's"):
        restore_copy(made.folder, fresh, None)
    with pytest.raises(CopyFault, match="has keys already"):
        restore_copy(made.folder, fresh, made.keys)
    (tmp_path / "new" / "server.json").write_text("{}", encoding="utf-8")
    with pytest.raises(CopyFault, match="is not empty"):
        restore_copy(made.folder, fresh, made.keys)
