"""Receipts are found again as they were issued, and checked as far as a laptop can tell offline."""

import errno
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import zxingcpp

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.receipt import Arrival, Genuineness
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.device_keys import DIRECTORY
from perisai_desktop.storage import choices, journal, personal_parts
from sync.protocol.device_directory import DeviceDirectory, DirectoryEntry, sign_directory
from sync.protocol.encoding import to_base64url
from sync.protocol.receipt_proof import ReceiptLink, parse_link, receipt_message
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import wire_bytes
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.pages import page_words
from tests.support.thermal_printer import ThermalPrinter

ON = date(2026, 11, 22)


def link_of(number: str, amount: int, key: SigningKey, on: date = ON) -> str:
    signature = to_base64url(key.sign(receipt_message(number, on, amount)))
    return ReceiptLink("latihan.invalid", number, on, amount, signature).url


def test_a_receipt_reads_back_as_it_was_issued(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    assert desk.receipting.receipt(issued.number) == issued
    assert desk.receipting.recent() == (issued,)
    assert desk.receipting.for_worker(issued.worker_id) == (issued.number,)
    with pytest.raises(Failure) as unknown:
        desk.receipting.receipt("0Q2FK-01-000002-X")
    assert unknown.value.code is FailureCode.RECEIPT_UNKNOWN


def test_the_paper_is_the_same_each_time(desk: AgentDesk, tmp_path: Path) -> None:
    number = desk.enrolling.enrol(filled_draft(desk)).number
    first = desk.receipting.pdf(number)
    assert first.startswith(b"%PDF")
    assert desk.receipting.pdf(number) == first
    desk.receipting.save_pdf(number, tmp_path / "out" / "kuitansi.pdf")
    assert (tmp_path / "out" / "kuitansi.pdf").read_bytes() == first
    page = desk.receipting.page(number, 300)
    assert (page.width, len(page.pixels)) == (300, page.stride * page.height)


def test_stamp_duty_is_told_by_the_total(desk: AgentDesk) -> None:
    year = {"offer": "JKK+JKM+JHT", "months": "12"}
    large = desk.enrolling.enrol(filled_draft(desk, income="25000000", **year))
    assert (large.total > 5_000_000, large.stamp_duty_above) == (True, 5_000_000)
    other = {"nik": "3202081508900004", "phone": "081234567891", "birth_date": "1990-08-15"}
    small = desk.enrolling.enrol(filled_draft(desk, **other))
    assert small.stamp_duty_above is None


def test_a_place_that_cannot_be_written_is_said(desk: AgentDesk, tmp_path: Path) -> None:
    number = desk.enrolling.enrol(filled_draft(desk)).number
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Failure) as failed:
        desk.receipting.save_pdf(number, tmp_path / "file" / "kuitansi.pdf")
    assert failed.value.code is FailureCode.STORE_READ_ONLY


def test_a_full_disk_is_told_from_a_place_that_cannot_be_written(
    desk: AgentDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    number = desk.enrolling.enrol(filled_draft(desk)).number
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Failure) as failed:
        desk.receipting.save_pdf(number, tmp_path / "kuitansi.pdf")
    assert failed.value.code is FailureCode.DISK_FULL
    assert not (tmp_path / "kuitansi.pdf").exists()


def test_after_a_purge_the_card_names_the_giver(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    with desk.receipting.database.transaction() as session:
        entries = journal.of_action(session, issued.action_id)
        personal_parts.remove(session, [entry.entry_id for entry in entries])
    assert desk.receipting.receipt(issued.number) == replace(issued, signature=())


def test_a_worker_nobody_knows_leaves_number_and_sums(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    with desk.receipting.database.transaction() as session:
        personal_parts.remove(
            session, [entry.entry_id for entry in journal.of_action(session, issued.action_id)]
        )
        session.connection().exec_driver_sql("DELETE FROM worker")
    again = desk.receipting.receipt(issued.number)
    assert (again.received_from, again.nik_tail) == ("", "")
    assert (again.total, again.lines, again.link) == (issued.total, issued.lines, issued.link)


def test_one_s_own_link_is_genuine_and_a_changed_one_altered(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    check = desk.receipting.verify(issued.link)
    assert (check.genuineness, check.arrival, check.practice) == (Genuineness.GENUINE, Arrival.NOT_SENT, True)
    link = parse_link(issued.link)
    for changed in (replace(link, amount=336_000), replace(link, on=date(2026, 11, 21))):
        assert desk.receipting.verify(changed.url).genuineness is Genuineness.ALTERED
    assert (
        desk.receipting.verify("  " + issued.link.replace("latihan.invalid", "lain.invalid")).total == 33_600
    )


def test_a_typed_number_is_known_or_not(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    typed = issued.number.lower().replace("-", " ")
    check = desk.receipting.verify(typed)
    assert (check.number, check.total, check.on) == (issued.number, 33_600, ON)
    assert check.genuineness is Genuineness.GENUINE
    other = desk.receipting.verify("7Q2FK-01-000123-Q")
    assert (other.genuineness, other.arrival, other.total, other.practice) == (
        Genuineness.UNKNOWN,
        Arrival.NOT_OWN,
        None,
        False,
    )


@pytest.mark.parametrize(
    "text", ["", "kuitansi", "7Q2FK-01-000123-R", "https://latihan.invalid/k/1/2/3/4", "a/b"]
)
def test_what_is_no_receipt_is_refused(desk: AgentDesk, text: str) -> None:
    with pytest.raises(Failure) as refused:
        desk.receipting.verify(text)
    assert refused.value.code is FailureCode.LINK_UNREADABLE


def test_the_signed_directory_tells_other_devices_apart(
    tmp_path: Path, key: SigningKey, clock: HandClock
) -> None:
    server, other, stranger = SigningKey.generate(), SigningKey.generate(), SigningKey.generate()
    desk = desk_of(make_profile(tmp_path / "profile", key, server.public), clock)
    number = "7Q2FK-01-000123-Q"
    genuine = link_of(number, 8_400, other)
    assert desk.receipting.verify(genuine).genuineness is Genuineness.UNKNOWN
    entry = DirectoryEntry(device="7Q2FK", public_key=to_base64url(other.public), since=date(2026, 1, 1))
    directory = DeviceDirectory(made_at=datetime(2026, 11, 1, tzinfo=UTC), practice=False, devices=(entry,))
    for signer, expected in ((stranger, Genuineness.UNKNOWN), (server, Genuineness.GENUINE)):
        with desk.receipting.database.transaction() as session:
            choices.put(session, DIRECTORY, wire_bytes(sign_directory(directory, signer)).decode())
        assert desk.receipting.verify(genuine).genuineness is expected
    assert desk.receipting.verify(link_of(number, 8_400, stranger)).genuineness is Genuineness.ALTERED
    early = link_of(number, 8_400, other, date(2025, 12, 1))
    assert desk.receipting.verify(early).genuineness is Genuineness.UNKNOWN
    assert desk.receipting.verify(genuine).arrival is Arrival.NOT_OWN
    desk.close()


@pytest.mark.parametrize("paper", [PaperSize.ROLL_80])
def test_a_roll_prints_what_its_page_shows(desk: AgentDesk, paper: PaperSize) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    printer = ThermalPrinter(576 if paper is PaperSize.ROLL_80 else 384)
    printer.receive(desk.receipting.thermal(issued.number, paper))
    (code,) = zxingcpp.read_barcodes(printer.paper.convert("L"))
    assert code.text == issued.link
    assert len(printer.cuts) == (1 if paper is PaperSize.ROLL_80 else 0)


def test_a_sheet_is_no_roll(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    with pytest.raises(ValueError, match="a4"):
        desk.receipting.thermal(issued.number, PaperSize.A4)


def test_a_copy_says_so(desk: AgentDesk, tmp_path: Path) -> None:
    number = desk.enrolling.enrol(filled_draft(desk)).number
    for paper in PaperSize:
        assert "SALINAN" not in page_words(desk.receipting.pdf(number, paper))
        assert "SALINAN 2" in page_words(desk.receipting.pdf(number, paper, 2))
    desk.receipting.save_pdf(number, tmp_path / "kuitansi.pdf", PaperSize.A4, 1)
    assert (tmp_path / "kuitansi.pdf").read_bytes() == desk.receipting.pdf(number, PaperSize.A4, 1)
