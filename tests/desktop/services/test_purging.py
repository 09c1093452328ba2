"""What is personal leaves the laptop once it is posted for long enough, and everything goes on working without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.services import purging as services_purging
from perisai_desktop.services.draft_photos import sweep
from perisai_desktop.services.own_correcting import OwnCorrecting
from perisai_desktop.storage.projections import lookups, search
from sync.protocol.signatures import SigningKey
from sync.rules.iuran_month import IuranMonth
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, HandClock
from tests.support.photo_house import picture
from tests.support.purge_house import CARD, DAYS, PurgeHouse, purge_house
from tests.support.stores import dump

GRANT = "01935000-0000-7000-8000-0000000000aa"
SENSITIVE = ("Siti Rahayu", "Jl. Melati", "Sukabumi")


@pytest.fixture
def house(tmp_path: Path, key: SigningKey, clock: HandClock) -> Iterator[PurgeHouse]:
    opened = purge_house(tmp_path / "house", key, clock)
    yield opened
    opened.desk.close()


def test_after_the_set_days_what_is_sensitive_is_gone_and_the_books_stand(house: PurgeHouse) -> None:
    issued = house.posted()
    house.later(DAYS - 1)
    house.clean()
    assert SENSITIVE[0] in house.dumped()
    house.later(2)
    database = house.desk.enrolling.database
    with database.transaction() as session:
        before = dump(session)
    worker, files = issued.worker_id, len(house.files())
    papers = house.profile.root.parent / "kuitansi"
    house.desk.receipting.save_pdf(issued.number, papers / f"{issued.number}.pdf")
    (papers / "catatan.pdf").write_bytes(b"%PDF")
    house.purging.papers = lambda: papers
    house.clean()
    assert [file.name for file in papers.iterdir()] == ["catatan.pdf"]
    dumped = house.dumped()
    assert [word for word in SENSITIVE if word in dumped.replace("Cabang Sukabumi", "")] == []
    assert (files, house.files()) == (1, [])
    with database.transaction() as session:
        assert dump(session) == before
    MoneyHand(house.desk).prove_rebuild()
    standing = house.purging.standing()
    assert (standing.days, standing.cleaned, standing.newly) == (DAYS, 2, 2)
    assert standing.last_at == house.clock.now()
    assert house.desk.receipting.receipt(issued.number) == replace(issued, signature=())
    assert house.desk.finding.card(worker).phone == "081234567890"
    assert house.clean() == 1
    assert house.purging.standing() == standing
    house.purging.papers = lambda: papers / ("k" * 300)
    house.later(1)
    house.clean()
    assert house.purging.standing().last_at == house.clock.now(), (
        "a folder out of reach keeps nothing from its end"
    )


def test_after_it_a_change_is_written_on_its_base_and_a_correction_says_who_helps(
    house: PurgeHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = house.posted()
    enrolment = house.written(issued)[0]
    house.later(DAYS + 1)
    monkeypatch.setattr(services_purging, "SLICE", 1)
    assert house.purging.step()
    house.start_again()
    assert house.clean() > 1
    month = IuranMonth.of(house.clock.today())
    form = replace(house.desk.changing.form(issued.worker_id, month), phone="081234567899")
    change = MoneyHand(house.desk).entry(house.desk.changing.change(issued.worker_id, form, month, {}))
    assert change.value["base"] == enrolment.hash
    assert change.personal_value is not None
    assert set(change.personal_value) == {"salt", "blobs", "phone"}
    assert house.desk.finding.card(issued.worker_id).phone == "081234567899"
    (task,) = OwnCorrecting(house.desk.correcting, issued.worker_id).tasks()
    assert (task.cleaned, task.correctable, task.worker_name) == (True, False, issued.received_from)
    with pytest.raises(Failure) as cleaned:
        house.desk.correcting.draft(enrolment.entry_id)
    assert cleaned.value == Failure(FailureCode.DATA_CLEANED)
    MoneyHand(house.desk).prove_rebuild()


def test_nothing_goes_while_anything_of_it_is_open(house: PurgeHouse) -> None:
    issued = house.enrol()
    house.later(DAYS + 1)
    house.clean()
    assert house.purging.standing().cleaned == 0
    house.decide(house.written(issued)[0].entry_id)
    house.later(DAYS + 1)
    house.clean()
    assert house.purging.standing().cleaned == 0
    house.deposit(issued)
    assert not house.purging.step()
    house.later(1)
    kept = house.desk.draft_photos.keep(CARD, PhotoSubject.KTP)
    draft = house.desk.drafting.save(replace(house.desk.drafting.new(), photos=(kept,)))
    house.clean()
    assert house.purging.standing().cleaned == 1
    assert house.desk.draft_photos.read(kept.sha256) == CARD
    house.desk.drafting.discard(draft.draft_id)
    house.later(1)
    house.clean()
    assert house.purging.standing().cleaned == 2


def test_a_clock_astray_takes_nothing_away_and_the_servers_day_counts(house: PurgeHouse) -> None:
    house.posted()
    house.ahead = timedelta(days=3650)
    house.clock.at += house.ahead
    house.later(2)
    house.clean()
    assert house.purging.standing().cleaned == 0
    house.later(DAYS)
    house.clean()
    assert house.purging.standing().cleaned == 2


def test_who_was_refused_leaves_initials_and_is_known_again_by_the_nik(house: PurgeHouse) -> None:
    issued = house.posted()
    enrolment = house.written(issued)[0].entry_id
    house.decide(enrolment, "refused", reason="not_working", decision_id=GRANT)
    house.sync()
    house.later(DAYS + 1)
    house.clean()
    assert house.desk.finding.card(issued.worker_id).row.name == "Ma'rifah Wijaya"
    house.desk.refunding.give_back(GRANT, "worker", "Ma'rifah Wijaya", SIGNATURE)
    house.later(DAYS + 1)
    house.clean()
    house.later(1)
    house.clean()
    dumped = house.dumped()
    assert [word for word in ("Wijaya", "3202081408900004", "081234567890") if word in dumped] == []
    card = house.desk.finding.card(issued.worker_id)
    assert (card.row.name, card.row.nik, card.phone, card.birth_date) == ("M••• W•••", "", "", None)
    assert house.desk.finding.search("wijaya").rows == ()
    again = house.desk.drafting.again(
        house.desk.changing.form(issued.worker_id, IuranMonth.of(house.clock.today()))
    )
    assert (again.form.name, again.form.occupation != "") == ("", True)
    house.desk.drafting.discard(again.draft_id)
    MoneyHand(house.desk).prove_rebuild()
    with house.desk.enrolling.database.reading() as session:
        known = search.by_nik(session, "3202081408900004")
        listed = lookups.by_niks(session, {"3202081408900004", "3202081408900012"})
    assert known is not None
    assert (known.worker_id, known.nik) == (issued.worker_id, "3202081408900004")
    assert listed == {known.nik: known}
    assert house.desk.receipting.receipt(issued.number).total == issued.total


def test_an_unfinished_correction_goes_with_its_form_and_its_photo_with_the_next_start(
    house: PurgeHouse,
) -> None:
    issued = house.posted()
    correcting, entry_id = house.desk.correcting, house.written(issued)[0].entry_id
    kept = house.desk.draft_photos.keep(picture(2_000, 9), PhotoSubject.KTP)
    correcting.keep(entry_id, correcting.draft(entry_id), {}, [kept])
    house.later(DAYS - 1)
    house.clean()
    assert correcting.kept(entry_id) is not None
    house.later(2)
    house.clean()
    assert correcting.kept(entry_id) is None
    with house.desk.enrolling.database.transaction() as session:
        sweep(session, correcting.attachments, correcting.drafts)
    assert house.files() == []
