"""Files that came without a network are taken in at the terminal, and both ends print the same for the sheet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync.protocol.chain import genesis_hash
from sync.protocol.sealed_file import mark_of
from sync.protocol.signatures import SigningKey
from sync.server.cli import main
from sync.server.composition import Server, open_server
from sync.server.settings import ServerSettings
from sync.server.storage.records import Device, DeviceEpoch
from tests.support.bundles import answer_for, bundle_of
from tests.support.field_laptop import NINE, FieldLaptop, person

NAME = "perisai-7Q2FK-20261122-0900"


@dataclass(frozen=True, slots=True)
class Counter:
    """A branch with one laptop, and a stick in its machine."""

    state: Path
    stick: Path
    server: Server
    laptop: FieldLaptop

    def save(self, people: int = 1, name: str = f"{NAME}.perisai") -> Path:
        """Save a bundle to the stick."""
        for number in range(1, people + 1):
            self.laptop.enrol(person(number))
        batches = [self.laptop.packed()] if self.laptop.outbox else []
        file = self.stick / name
        file.write_bytes(bundle_of(self.laptop, batches, self.server.keys.bundle_public))
        return file

    def take(self, *files: Path, out: Path | None = None) -> int:
        """`perisai-server bundle FILE...`."""
        where = [] if out is None else ["--out", str(out)]
        return main(["bundle", *map(str, files), *where, "--dir", str(self.state)])


@pytest.fixture
def counter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Counter]:
    state, stick = tmp_path / "state", tmp_path / "stick"
    stick.mkdir()
    assert main(["init", "--dir", str(state)]) == 0
    capsys.readouterr()
    server = open_server(ServerSettings(directory=state))
    key = SigningKey.generate()
    start = genesis_hash(key.public)
    branch = server.organising.add_branch("Cabang", "", "", "terminal")
    server.organising.add_office("Kantor", branch.code, "terminal")
    agent = server.organising.add_agent("Agen Contoh", "A-1", "Kantor", "terminal")
    with server.store.transaction() as tx:
        tx.devices.add_device(Device("7Q2FK", agent.agent_id, key.public, False, b"w", b"s" * 32, NINE, NINE))
        tx.devices.put_epochs([DeviceEpoch("7Q2FK", 1, start, NINE, start)])
    yield Counter(state, stick, server, FieldLaptop("7Q2FK", key))
    server.close()


def test_what_is_due_on_the_sheet_is_printed_and_the_answer_lies_beside(
    counter: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    file = counter.save(2)
    assert counter.take(file) == 0
    out = capsys.readouterr().out
    with file.open("rb") as saved:
        mark = mark_of(saved)
    answer = counter.stick / f"{NAME}.perisai-jawaban"
    assert out.splitlines() == [
        f"{NAME}.perisai: laptop 7Q2FK",
        "  entries 8, received Rp67.200, given back Rp0",
        f"  fingerprint {mark}",
        f"  answer {answer}",
    ]
    told = answer_for(counter.laptop, answer.read_bytes(), counter.server.keys.public)
    assert len(told.settlements[0].acknowledgement.verdicts) == 8
    assert sorted(path.name for path in counter.stick.iterdir()) == [file.name, answer.name]


def test_it_works_again_and_beside_others_and_into_another_folder(
    counter: Counter, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first = counter.save(1)
    second = counter.save(0, "perisai-7Q2FK-20261122-1500.perisai")
    out = tmp_path / "of today" / "answers"
    assert counter.take(first, second, first, out=out) == 0
    assert capsys.readouterr().out.count("fingerprint") == 3
    assert len(list(out.iterdir())) == 2
    assert {path.suffix for path in counter.stick.iterdir()} == {".perisai"}


def test_a_file_that_is_refused_is_named_and_does_not_keep_the_others(
    counter: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    good = counter.save(1)
    half = counter.stick / "half.perisai"
    half.write_bytes(good.read_bytes()[:-9])
    assert counter.take(half, counter.stick / "gone.perisai", good) == 1
    printed = capsys.readouterr()
    assert printed.err == (
        "perisai-server: half.perisai: The file is damaged or was not copied whole; nothing of it was taken in. "
        "gone.perisai: The file cannot be read.\n"
    )
    assert "entries 4" in printed.out
    assert sorted(path.name for path in counter.stick.iterdir()) == [
        "half.perisai",
        f"{NAME}.perisai",
        f"{NAME}.perisai-jawaban",
    ]


def test_an_answer_that_cannot_be_written_loses_nothing(
    counter: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    file = counter.save(1)
    taken = counter.stick / f"{NAME}.perisai-jawaban"
    (taken / "somebody's").mkdir(parents=True)
    assert counter.take(file) == 1
    assert "could not be written" in capsys.readouterr().err
    shutil.rmtree(taken)
    assert counter.take(file, out=file) == 1
    assert "cannot be made; nothing was taken in" in capsys.readouterr().err
    assert counter.take(file) == 0
    assert "entries 4, received Rp33.600" in capsys.readouterr().out


def test_batches_without_verdicts_or_refused_are_told(
    counter: Counter,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    file = counter.save(1)
    with monkeypatch.context() as patched:
        patched.setattr("sync.server.services.settling.judge", lambda *_: 1 / 0)
        assert counter.take(file) == 0
    caplog.clear()
    assert "verdicts of 1 batches come later" in capsys.readouterr().out
    stranger = FieldLaptop("7Q2FZ", SigningKey.generate())
    stranger.enrol(person(7))
    stolen = bundle_of(counter.laptop, [stranger.packed()], counter.server.keys.bundle_public)
    file.write_bytes(stolen)
    assert counter.take(file) == 0
    assert "1 batches were refused" in capsys.readouterr().out


def test_a_link_that_lies_on_the_stick_leads_to_no_file_of_the_server(counter: Counter) -> None:
    kept = counter.state / "kept"
    kept.write_bytes(b"everything")
    (counter.stick / f".{NAME}.perisai-jawaban.part").hardlink_to(kept)
    foreign = counter.stick / f"{NAME}.perisai"
    foreign.write_bytes(b"nothing")
    assert counter.take(foreign) != 0
    assert kept.read_bytes() == b"everything"
    assert counter.take(counter.save()) == 0
    assert kept.read_bytes() == b"everything"
