"""How long data stay is set at the terminal, and a purge there tells by reason what goes and what is kept."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace

import pytest

from sync.server import composition
from sync.server.cli import main
from sync.server.state_folder import read_state
from tests.server.cli.test_bundle_command import Counter, counter
from tests.support.field_laptop import NINE, person
from tests.support.intake_house import StandingClock
from tests.support.purging import YEAR

__all__ = ["counter"]


def test_what_is_due_is_told_first_and_then_erased(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*words: str) -> list[str]:
        assert main([*words, "--dir", str(counter.state)]) == 0
        return capsys.readouterr().out.splitlines()

    enrolled = counter.laptop.enrol(person(1))
    assert counter.take(counter.save(0)) == 0
    capsys.readouterr()
    assert run("retention")[:2] == ["refused and settled: 365 days", "membership ended: 1825 days"]
    told = run("retention", "--membership-days", "730", "--daily", "on")
    assert told[1:] == [
        "membership ended: 730 days",
        "pictures of records that the agency answered: 365 days",
        "purged every day by the server itself: on",
    ]
    assert main(["retention", "--refused-days", "0", "--dir", str(counter.state)]) == 1
    assert "nothing was changed" in capsys.readouterr().err
    assert run("init")[0].startswith("server key")
    state = read_state(counter.state)
    assert state is not None
    assert (state.retention.daily, state.retention.periods.membership_ended) == (True, 730)
    monkeypatch.setattr(composition, "SystemClock", lambda: StandingClock(NINE + 3 * YEAR))
    kept = run("purge", "--dry-run")
    assert kept[-1] == "kept, a record waits for somebody: 1 people"
    with counter.server.store.transaction() as tx:
        review = tx.reviews.reviews([enrolled.entry_id])[enrolled.entry_id]
        tx.reviews.put(replace(review, state="approved", decided_at=NINE))
    line = "the membership has ended: 1 people, 2 personal parts, 0 pictures"
    assert f"{line} would be erased; nothing was changed" in run("purge", "--dry-run")
    assert run("purge")[-3:] == [
        f"{line} erased",
        "answered by the agency: pictures alone: 0 people, 0 personal parts, 0 pictures erased",
        "1 raw batches cut",
    ]
    assert run("purge")[0] == "0 people looked at"
    archive = counter.stick / "person.zip"
    run("person", "export", "--record", enrolled.entry_id, "--out", str(archive))
    with zipfile.ZipFile(archive) as packed:
        told, page = json.loads(packed.read("data.json")), packed.read("data.html").decode()
    assert {(one["part"], one["because"]) for one in told["erased"]} == {("personal", "membership_ended")}
    assert [one["personal"] for one in told["records"]] == [None, None]
    assert (person(1).name in page, "Yang sudah dihapus" in page) == (False, True)
    assert run("verify-ledger")[-1] == "the books hold"
