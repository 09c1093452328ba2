"""An enrolment travels from the form to the branch's decision and back, over a real line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import requests
import zxingcpp
from openpyxl import load_workbook
from PIL import Image

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.counters import LinkState
from perisai_desktop.domain.exchange import SyncProgress
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.portal import AgencyFile
from perisai_desktop.domain.receipt_check import Arrival, Genuineness
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.domain.worker import StateFilter, Station
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.agency_answers import AgencyAnswers, RememberedColumns
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.portal import Portal, Taking
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.services.signing_in import ProfileState, SigningIn
from sync.protocol.receipt_proof import ReceiptLink, parse_link
from sync.rules.states import ClientState, ReviewState
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.reference_data import reference

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock, centre: Centre) -> Iterator[AgentDesk]:
    door = EnrollingDevice(Profile(tmp_path / "profile"), clock, cost=LIGHT)
    opened = door.enrol(centre.url, centre.new_code(), PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def reviewing(centre: Centre) -> Iterator[Reviewing]:
    reviewer = Reviewing.at(centre.url)
    reviewer.sign_in("penyelia", centre.secrets.reviewer_password)
    yield reviewer
    reviewer.close()


def entry_of(reviewing: Reviewing, number: str) -> str:
    (found,) = [
        record.entry_id
        for group in reviewing.queue()
        for record in group.records
        if record.receipt_number == number and record.kind == "enrolment"
    ]
    return found


def listed(portal: Portal) -> Taking:
    """What waits for the agency at present."""
    taking = portal.begin()
    assert portal.take(taking)
    assert not portal.take(taking)
    assert taking.total == taking.count
    return taking


def read(portal: Portal, path: Path) -> AgencyFile:
    """The answers of a file by the columns that its heads say."""
    file = portal.open(path)
    return portal.read(file, portal.columns(file.head))


def answered(portal: Portal, folder: Path, entry: str, nik: str) -> list[tuple[str, str | None]]:
    """Save the list for the portal, fill its columns in as the agency would, and take the answers in."""
    saved, back = folder / "portal.xlsx", folder / "jawaban.csv"
    taking = listed(portal)
    portal.save(taking, saved)
    heads, *lines = load_workbook(saved)["Pendaftaran"].iter_rows(values_only=True)
    rows = {line[heads.index("ID pendaftaran")]: line for line in lines}
    cells = dict(zip(heads, rows[entry], strict=False))
    assert (cells["NIK"], cells["Nama"], cells["Jumlah (Rp)"]) == (nik, "Ma'rifah Wijaya", 33_600)
    assert str(cells["Kode wilayah"]).count(".") == 3
    given = (f"{entry};;000 1234 5678;", f"{entry};;;Tidak bekerja", ";3202081408900009;;Kata mereka sendiri")
    back.write_text("\n".join(("ID pendaftaran;NIK;KPJ;Alasan", *given)), encoding="utf-8")
    told = read(portal, back)
    assert [(one.reason, one.note) for one in told.answers] == [
        (None, ""),
        ("not_working", "Tidak bekerja"),
        ("other", "Kata mereka sendiri"),
    ]
    looked = portal.answer(told.answers, dry=True)
    assert portal.answer(told.answers, dry=False) == looked
    back.write_text("Nama;KPJ\nSiti;00012345678", encoding="utf-8")
    with pytest.raises(Failure) as refused:
        read(portal, back)
    assert refused.value == Failure(FailureCode.PORTAL_COLUMNS_UNKNOWN)
    with pytest.raises(Failure) as unsaved:
        portal.save(taking, folder / "nowhere" / "portal.xlsx")
    assert unsaved.value.code is FailureCode.REPORT_NOT_SAVED
    return [(row.outcome, row.code) for row in looked]


def test_approved_and_registered(desk: AgentDesk, reviewing: Reviewing, tmp_path: Path) -> None:
    assert desk.identity.practice
    assert desk.identity.device.startswith("0")
    receipt = desk.enrolling.enrol(filled_draft(desk))
    before = desk.counting.strip()
    assert (before.unsent.count, before.unsent.rupiah, before.waiting.count) == (1, 33_600, 0)
    assert before.connection.state is LinkState.NEVER
    assert desk.checking.verify(receipt.link).arrival is Arrival.NOT_SENT

    told: list[SyncProgress] = []
    report = desk.syncing.run(told.append)
    assert (report.sent, report.rupiah, report.cancelled) == (4, 33_600, False)
    assert told[-1].sent == told[-1].to_send == 4
    sent = desk.counting.strip()
    assert (sent.unsent.count, sent.waiting.count, sent.waiting.rupiah) == (0, 1, 33_600)
    assert sent.cash.rupiah == 33_600
    assert sent.connection.state is LinkState.ONLINE
    check = desk.checking.verify(receipt.link)
    assert (check.genuineness, check.arrival, check.practice) == (Genuineness.GENUINE, Arrival.RECEIVED, True)

    remembered = RememberedColumns(lambda: "", lambda _: None)
    portal = Portal(reviewing, AgencyAnswers(reference(), remembered))
    before_it = listed(portal)
    record = reviewing.record(entry_of(reviewing, receipt.number))
    assert record.form["name"] == "Ma'rifah Wijaya"
    assert [price.total for price in record.prices] == [8_400, 8_400, 16_800]
    reviewing.approve(record.entry_id, record.hash)

    report = desk.syncing.run()
    assert report.decisions == 1
    card = desk.finding.card(receipt.worker_id)
    assert (card.row.client, card.row.review) == (ClientState.APPROVED, ReviewState.APPROVED)
    reached = {step.station for step in card.timeline if step.at is not None}
    assert reached == {Station.SAVED, Station.SENT, Station.RECEIVED, Station.DECIDED}
    assert str(card.row.paid_until) == "2027-01"
    assert desk.counting.strip().waiting.count == 0
    overview = desk.tracking.overview()
    assert overview.listing == ()
    assert overview.proof is not None
    assert overview.proof.entries == 4
    assert (overview.today.approved, overview.today.count) == (1, 1)

    with_it = listed(portal)
    assert (with_it.count, with_it.rupiah) == (before_it.count + 1, before_it.rupiah + 33_600)
    outcome = answered(portal, tmp_path, record.entry_id, record.form["nik"])
    assert outcome == [("registered", None), ("fault", "answered_twice"), ("fault", "worker_unknown")]
    assert listed(portal).count == before_it.count
    assert desk.syncing.run().decisions == 1
    card = desk.finding.card(receipt.worker_id)
    assert (card.row.client, card.row.kpj) == (ClientState.REGISTERED, "00012345678")
    assert Station.REGISTERED in {step.station for step in card.timeline if step.at is not None}
    assert desk.tracking.overview().today.registered == 1


def test_sent_back_corrected_and_approved(desk: AgentDesk, reviewing: Reviewing) -> None:
    receipt = desk.enrolling.enrol(
        filled_draft(
            desk, nik="3202081408910007", birth_date="1991-08-14", name="Asep Contoh", phone="081300000001"
        )
    )
    desk.syncing.run()
    record = reviewing.record(entry_of(reviewing, receipt.number))
    comment = FieldComment("mother_name", "Nama ibu tidak sama dengan KK")
    reason = next(reason.code for reason in desk.reference.reasons if reason.kind == "return")
    reviewing.send_back(record.entry_id, record.hash, (comment,), reason, "Mohon dilihat lagi")
    desk.syncing.run()

    (task,) = desk.correcting.tasks()
    assert task.state is ReviewState.RETURNED
    assert task.comments == (replace(comment, value="Siti Rahayu"),)
    assert (task.receipt_number, task.rupiah, task.reason) == (receipt.number, 33_600, reason)
    assert task.correctable
    assert desk.counting.strip().to_fix.count == 1
    assert [row.worker_id for row in desk.finding.search(state=StateFilter.TO_FIX).rows] == [
        receipt.worker_id
    ]

    form = replace(desk.correcting.draft(task.entry_id), mother_name="Siti Rohaeti")
    desk.correcting.correct(task.entry_id, form, {})
    assert desk.correcting.tasks() == ()
    assert desk.counting.strip().unsent.count == 1
    desk.syncing.run()

    again = reviewing.record(task.entry_id)
    assert again.form["mother_name"] == "Siti Rohaeti"
    assert again.hash != record.hash
    reviewing.approve(again.entry_id, again.hash)
    desk.syncing.run()
    strip = desk.counting.strip()
    assert (strip.unsent.count, strip.waiting.count, strip.to_fix.count) == (0, 0, 0)
    assert desk.finding.card(receipt.worker_id).row.review is ReviewState.APPROVED


def test_refused(desk: AgentDesk, reviewing: Reviewing) -> None:
    receipt = desk.enrolling.enrol(
        filled_draft(
            desk, nik="3202081408920008", birth_date="1992-08-14", name="Ujang Contoh", phone="081300000002"
        )
    )
    desk.syncing.run()
    record = reviewing.open(entry_of(reviewing, receipt.number))
    assert record.state is ReviewState.IN_REVIEW
    reason = next(reason.code for reason in desk.reference.reasons if reason.kind == "refuse")
    reviewing.refuse(record.entry_id, record.hash, reason)
    desk.syncing.run()
    (task,) = desk.correcting.tasks()
    assert (task.state, task.reason, task.correctable) == (ReviewState.REFUSED, reason, False)
    assert desk.finding.card(receipt.worker_id).row.reason == reason
    assert desk.counting.strip().cash.rupiah == 33_600


def test_the_store_opens_again_with_its_password(desk: AgentDesk, tmp_path: Path, clock: HandClock) -> None:
    receipt = desk.enrolling.enrol(
        filled_draft(
            desk, nik="3202081408930009", birth_date="1993-08-14", name="Euis Contoh", phone="081300000003"
        )
    )
    desk.close()
    door = SigningIn(Profile(tmp_path / "profile"), clock)
    assert door.state() is ProfileState.ENROLLED
    again = door.sign_in(PASSWORD)
    assert again.receipting.receipt(receipt.number) == receipt
    assert again.syncing.run().sent == 4
    again.close()


def scanned(desk: AgentDesk, number: str) -> ReceiptLink:
    """What a phone reads off the printed paper (A5 at 203 dots an inch)."""
    page = desk.receipting.page(number, 1183)
    image = Image.frombytes("RGB", (page.width, page.height), page.pixels, "raw", "BGRX", page.stride)
    (code,) = zxingcpp.read_barcodes(image.convert("1").convert("L"))
    return parse_link(code.text)


def standing(centre: Centre, link: ReceiptLink) -> tuple[int, str]:
    answer = requests.get(centre.url + link.path, headers={"Accept": "application/json"}, timeout=10)
    return answer.status_code, str(answer.json()["standing"])


def test_the_paper_is_checked_by_whoever_holds_it(desk: AgentDesk, centre: Centre) -> None:
    receipt = desk.enrolling.enrol(
        filled_draft(
            desk, nik="3202081408940010", birth_date="1994-08-14", name="Dedi Contoh", phone="081300000004"
        )
    )
    link = scanned(desk, receipt.number)
    assert link.url == receipt.link
    assert standing(centre, link)[1] == "genuine_not_received"
    desk.syncing.run()
    assert standing(centre, link)[1] == "genuine_received"
    assert standing(centre, replace(link, amount=link.amount + 1))[1] == "altered"
    words = page_words(desk.receipting.pdf(receipt.number))
    for part in (receipt.number, "Dedi Contoh", "Rp33.600", "LATIHAN", "Agen Latihan"):
        assert part in words
    assert "3202081408940010" not in words


def page_words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(str(document[0].get_textpage().get_text_bounded()).split())
    finally:
        document.close()
