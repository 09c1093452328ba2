"""All that is held about one person is written into one archive at the terminal, with the pictures that came."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from sync.protocol.digests import sha256_hex
from sync.server.cli import main
from sync.server.services import person_export
from tests.server.cli.test_bundle_command import Counter, counter
from tests.support.field_laptop import person

__all__ = ["counter"]

CARD, OWN = b"\xff\xd8 a photo of a card", b"\xff\xd8 the right one"


def _archive(file: Path) -> tuple[dict[str, bytes], list[str | None]]:
    with zipfile.ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return files, [photo["file"] for photo in json.loads(files["data.json"])["photos"]]


def test_a_person_is_exported_by_nik_with_the_pictures_that_came(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    counter.laptop.enrol(person(1), card=CARD)
    counter.laptop.enrol(person(2))
    assert counter.take(counter.save(0)) == 0
    nik, out = person(1).nik, counter.stick

    def export(name: str, nik: str = nik) -> int:
        return main(["person", "export", "--nik", nik, "--out", str(out / name), "--dir", str(counter.state)])

    assert export("early.zip") == 0
    files, named = _archive(out / "early.zip")
    assert (sorted(files), named) == (["data.html", "data.json"], [None])
    assert nik.encode() in files["data.html"]
    assert person(2).nik.encode() not in files["data.json"] + files["data.html"]
    device = counter.laptop.device
    with counter.server.store.reading() as tx:
        enrolled = tx.devices.device(device)
    assert enrolled is not None
    counter.server.blobs.append(enrolled, sha256_hex(CARD), 0, CARD)
    assert export("whole.zip") == 0
    files, named = _archive(out / "whole.zip")
    (name,) = named
    assert name is not None
    assert (name.startswith("foto/ktp-"), files[name]) == (True, CARD)
    assert (out / "whole.zip").stat().st_mode & 0o077 == 0
    monkeypatch.setattr(person_export, "_OF_MANY", "ktp")
    assert export("without.zip") == 0
    assert _archive(out / "without.zip")[1] == [None]
    monkeypatch.undo()
    counter.server.blob_files.drop(device, sha256_hex(CARD))
    assert export("gone.zip") == 0
    assert _archive(out / "gone.zip")[1] == [None]
    capsys.readouterr()
    assert export("whole.zip") == export("unknown.zip", "3202081408909999") == 1
    assert (
        main(
            [
                "person",
                "export",
                "--nik",
                nik,
                "--out",
                str(out / "no" / "x.zip"),
                "--dir",
                str(counter.state),
            ]
        )
        == 1
    )
    told = capsys.readouterr().err
    assert "is there already; nothing was written" in told
    assert "cannot be written" in told


def test_a_picture_that_was_replaced_is_told_and_not_handed_out_where_it_is_of_somebody_else(
    counter: Counter,
) -> None:
    mistaken = counter.laptop.enrol(person(1), card=CARD)
    counter.laptop.enrol(person(2), card=CARD)
    counter.laptop.correct(mistaken, person(1), person(1), card=OWN)
    assert counter.take(counter.save(0)) == 0
    with counter.server.store.reading() as tx:
        enrolled = tx.devices.device(counter.laptop.device)
    assert enrolled is not None
    for picture in (CARD, OWN):
        counter.server.blobs.append(enrolled, sha256_hex(picture), 0, picture)
    for number, handed_out in ((1, [OWN, None]), (2, [CARD])):
        out = counter.stick / f"{number}.zip"
        told = [
            "person",
            "export",
            "--nik",
            person(number).nik,
            "--out",
            str(out),
            "--dir",
            str(counter.state),
        ]
        assert main(told) == 0
        files, named = _archive(out)
        assert [None if name is None else files[name] for name in named] == handed_out
