"""The password, the report for whoever helps, the facts of the device, and the licences."""

import json
import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop import VERSION
from perisai_desktop.config.logs import start_logging, stop_logging
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.vault import Vault
from perisai_desktop.services.changing_password import ChangingPassword
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.licences import licences
from sync.protocol.digests import fingerprint
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, filled_draft
from tests.support.secrecy import leaks
from tests.support.vaults import CHEAP, PASSWORD, locked_profile, opened_by

NEW = "perahu biru di pelabuhan"


@pytest.fixture
def profile(tmp_path: Path, key: SigningKey, clock: HandClock) -> Profile:
    return locked_profile(tmp_path / "profile", key, clock)


@pytest.fixture
def desk(profile: Profile, clock: HandClock) -> Iterator[AgentDesk]:
    opened = opened_by(profile, PASSWORD, clock)
    yield opened
    opened.close()


@pytest.fixture
def changing(profile: Profile, clock: HandClock) -> ChangingPassword:
    return ChangingPassword(Vault(profile, clock, cost=CHEAP))


def test_the_new_password_opens_the_same_store(
    desk: AgentDesk, profile: Profile, changing: ChangingPassword, clock: HandClock
) -> None:
    number = desk.enrolling.enrol(filled_draft(desk)).number
    changing.change(PASSWORD, NEW)
    desk.close()
    with pytest.raises(Failure) as told:
        opened_by(profile, PASSWORD, clock)
    assert told.value.code is FailureCode.WRONG_PASSWORD
    again = opened_by(profile, NEW, clock)
    assert again.receipting.receipt(number).number == number
    again.close()


@pytest.mark.parametrize(
    ("new", "failure"),
    [
        ("1234567", Failure(FailureCode.PASSWORD_TOO_SHORT, minimum=8)),
        ("rahasia123", Failure(FailureCode.PASSWORD_TOO_COMMON)),
    ],
)
def test_a_weak_password_is_refused(changing: ChangingPassword, new: str, failure: Failure) -> None:
    with pytest.raises(Failure) as told:
        changing.change(PASSWORD, new)
    assert told.value == failure


def test_guessing_the_old_password_is_slow(changing: ChangingPassword) -> None:
    codes = []
    for _ in range(6):
        with pytest.raises(Failure) as told:
            changing.change("salah semua", NEW)
        codes.append(told.value.code)
    assert codes == [FailureCode.WRONG_PASSWORD] * 4 + [FailureCode.LOCKED_OUT] * 2


def test_a_key_file_that_cannot_be_written(
    changing: ChangingPassword, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = profile.key_file.read_bytes()

    def full(path: Path, content: bytes) -> None:
        raise OSError

    monkeypatch.setattr("perisai_desktop.security.vault.replace_atomically", full)
    with pytest.raises(Failure) as told:
        changing.change(PASSWORD, NEW)
    assert told.value.code is FailureCode.DISK_FULL
    assert profile.key_file.read_bytes() == before


def test_the_report_holds_versions_counts_and_logs_and_nobody(
    desk: AgentDesk, profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/nining.sukaesih"))
    desk.enrolling.enrol(filled_draft(desk))
    handler = start_logging(profile.logs)
    log = logging.getLogger("perisai.test")
    log.warning("name=Siti Rahayu nik 3202081408900004 phone 081234567890")
    log.warning("no file /home/nining.sukaesih/Perisai/store.db below %s", profile.root)
    log.warning("no folder /media/nining.sukaesih/STICK nor D:\\Users\\Nining.Sukaesih\\Kuitansi")
    stop_logging(handler)
    report = desk.upkeep.report
    assert report.name == "perisai-0Q2FK-20261122.zip"
    parts = report.parts()
    assert [part.name for part in parts] == ["versions.json", "counts.json", "logs/perisai.log"]
    report.save(tmp_path / "out" / report.name)
    with zipfile.ZipFile(tmp_path / "out" / report.name) as packed:
        assert [(each.filename, each.file_size) for each in packed.infolist()] == [
            (part.name, part.bytes) for part in parts
        ]
        packed.extractall(tmp_path / "opened")
    versions = json.loads((tmp_path / "opened" / "versions.json").read_bytes())
    counts = json.loads((tmp_path / "opened" / "counts.json").read_bytes())
    assert (versions["program"], versions["device"]) == (VERSION, "0Q2FK")
    assert counts["entries"] == counts["entries_waiting"] > 0
    hidden = {
        "3202081408900004",
        "Ma'rifah Wijaya",
        "Siti Rahayu",
        "081234567890",
        "Nining Sukaesih",
        "nining.sukaesih",
        "Nining.Sukaesih",
        "Jl. Melati No. 7",
        str(profile.root),
    }
    assert list(leaks(tmp_path / "opened", hidden)) == []


def test_a_report_that_cannot_be_saved(desk: AgentDesk, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Failure) as told:
        desk.upkeep.report.save(tmp_path / "file" / "report.zip")
    assert told.value.code is FailureCode.REPORT_NOT_SAVED


def test_the_facts_of_the_device(desk: AgentDesk, profile: Profile) -> None:
    facts = desk.upkeep.facts()
    assert (facts.device, facts.epoch, facts.number) == ("0Q2FK", 1, "A3")
    assert facts.fingerprint.replace("-", "") == fingerprint(bytes(32))
    assert facts.store == str(profile.root)
    assert "Nining" not in repr(facts)


def test_facts_and_copies_name_the_epoch_that_the_laptop_stands_in(desk: AgentDesk, tmp_path: Path) -> None:
    with desk.enrolling.database.transaction() as session:
        desk.enrolling.pen.begin_epoch(session, 2, "a" * 64)
    desk.upkeep.backing_up.choose(tmp_path)
    made = desk.upkeep.backing_up.run()
    assert desk.upkeep.facts().epoch == 2
    assert made is not None
    assert Path(made.place).name.startswith("perisai-0Q2FK-02-")
    assert json.loads((Path(made.place) / "backup.json").read_bytes())["epoch"] == 2


def test_the_licences_of_all_parts() -> None:
    found = {licence.part: licence.text for licence in licences()}
    assert list(found)[:4] == ["Perisai", "Inter", "Lucide", "idn-area-data"]
    assert "Apache License" in found["Perisai"]
    assert "ISC License" in found["Lucide"]
    assert all(len(text) > 500 for text in found.values())
