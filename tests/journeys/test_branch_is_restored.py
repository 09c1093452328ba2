"""The branch's server comes back from last night's backup: laptops send again what was written since, and all is proved."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.photo import Photo, PhotoSubject
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from sync.protocol.digests import fingerprint
from sync.server.auditor.reading import evidence
from sync.server.auditor.verifying import verify_books
from sync.server.backups.making import MadeCopy, make_copy
from sync.server.backups.restoring import restore_copy
from sync.server.services.ledger import ledger_sum
from sync.server.state_folder import ServerState, write_state
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.photo_house import picture

LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
PRICE = 33_600


def _enrol(desk: AgentDesk, number: int) -> None:
    draft = filled_draft(
        desk,
        nik=f"320208150890{number:04d}",
        name=f"Warga {chr(64 + number)}",
        birth_date="1990-08-15",
        phone=f"0812{number:08d}",
    )
    desk.enrolling.enrol(draft, photos=[Photo(PhotoSubject.KTP, picture(20_000 + number))])


def _backed_up(centre: Centre, folder: Path) -> MadeCopy:
    settings, clock = centre.server.settings, centre.server.clock
    write_state(settings.directory, ServerState(practice=True, public_host=settings.public_host))
    server = fingerprint(centre.server.keys.public)
    return make_copy(settings, server, folder / "copies", clock.now(), folder / "keys")


def test_what_was_written_since_the_backup_comes_again(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    with running_centre(before) as centre:
        port = urlsplit(centre.url).port or 0
        door = EnrollingDevice(Profile(tmp_path / "laptop"), HandClock(), cost=LIGHT)
        desk = door.enrol(centre.url, centre.new_code(), "kopi-pagi-di-pasar")
        _enrol(desk, 1)
        desk.syncing.run()
        made = _backed_up(centre, tmp_path)
        _enrol(desk, 2)
        _enrol(desk, 3)
        desk.syncing.run()
        assert ledger_sum(centre.server.store).receipts == 3
    settings = type(centre.server.settings)(after, f"sqlite:///{after / 'server.db'}", practice=True)
    assert restore_copy(made.folder, settings, made.keys).counts["receipt"] == 1
    shutil.copy(before / "practice.json", after)
    with running_centre(after, port=port) as centre:
        assert ledger_sum(centre.server.store).receipts == 1
        runs = [desk.syncing.run() for _ in range(3)]
        assert [(run.sent, run.photos) for run in runs] == [(8, 0), (0, 2), (0, 0)]
        held = ledger_sum(centre.server.store)
        assert (held.receipts, held.receipts_rupiah, held.rupiah) == (3, 3 * PRICE, 3 * PRICE)
        with centre.server.store.reading() as tx:
            assert tx.blobs.missing(desk.identity.device) == ()
        with evidence(settings.database) as found:
            report = verify_books(found, centre.server.keys.public)
        assert report.holds, [one.line() for one in report.findings]
        assert report.tally.cash_rupiah == 3 * PRICE
    desk.close()
