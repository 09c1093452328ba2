"""Whether a receipt is genuine: offline by signature and journal, online by the branch's page, never by a portal's."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt_check import Arrival, Genuineness
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.device_keys import DIRECTORY
from perisai_desktop.storage import choices
from sync.protocol.device_directory import DeviceDirectory, DirectoryEntry, sign_directory
from sync.protocol.encoding import to_base64url
from sync.protocol.receipt_proof import ReceiptLink, parse_link, receipt_message
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import wire_bytes
from sync.rules.receipt_number import ReceiptNumber
from tests.support import portals
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile

ON = date(2026, 11, 22)


def link_of(number: str, amount: int, key: SigningKey, on: date = ON) -> str:
    signature = to_base64url(key.sign(receipt_message(number, on, amount)))
    return ReceiptLink("latihan.invalid", number, on, amount, signature).url


def test_one_s_own_link_is_genuine_and_a_changed_one_altered(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    check = desk.checking.verify(issued.link)
    assert (check.genuineness, check.arrival, check.practice) == (Genuineness.GENUINE, Arrival.NOT_SENT, True)
    link = parse_link(issued.link)
    for changed in (replace(link, amount=336_000), replace(link, on=date(2026, 11, 21))):
        assert desk.checking.verify(changed.url).genuineness is Genuineness.ALTERED
    assert desk.checking.verify("  " + issued.link.replace("latihan.invalid", "lain.invalid")).total == 33_600


def test_a_typed_number_is_known_or_not(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    typed = issued.number.lower().replace("-", " ")
    check = desk.checking.verify(typed)
    assert (check.number, check.total, check.on) == (issued.number, 33_600, ON)
    assert check.genuineness is Genuineness.GENUINE
    other = desk.checking.verify("7Q2FK-01-000123-Q")
    assert (other.genuineness, other.arrival, other.total, other.practice) == (
        Genuineness.UNKNOWN,
        Arrival.NOT_OWN,
        None,
        False,
    )


@pytest.mark.parametrize(
    "text", ["", "kuitansi", "7Q2FK-01-00012-Q", "https://latihan.invalid/k/1/2/3/4", "a/b"]
)
def test_what_is_no_receipt_is_refused(desk: AgentDesk, text: str) -> None:
    with pytest.raises(Failure) as refused:
        desk.checking.verify(text)
    assert refused.value.code is FailureCode.LINK_UNREADABLE


def test_the_signed_directory_tells_other_devices_apart(
    tmp_path: Path, key: SigningKey, clock: HandClock
) -> None:
    server, other, stranger = SigningKey.generate(), SigningKey.generate(), SigningKey.generate()
    desk = desk_of(make_profile(tmp_path / "profile", key, server.public), clock)
    number = "7Q2FK-01-000123-Q"
    genuine = link_of(number, 8_400, other)
    unknown = desk.checking.verify(genuine)
    assert (unknown.genuineness, unknown.directory_at) == (Genuineness.UNKNOWN, None)
    entry = DirectoryEntry(device="7Q2FK", public_key=to_base64url(other.public), since=date(2026, 1, 1))
    directory = DeviceDirectory(made_at=datetime(2026, 11, 1, tzinfo=UTC), practice=False, devices=(entry,))
    for signer, expected in ((stranger, Genuineness.UNKNOWN), (server, Genuineness.GENUINE)):
        with desk.receipting.database.transaction() as session:
            choices.put(session, DIRECTORY, wire_bytes(sign_directory(directory, signer)).decode())
        assert desk.checking.verify(genuine).genuineness is expected
    assert desk.checking.verify(link_of(number, 8_400, stranger)).genuineness is Genuineness.ALTERED
    early = link_of(number, 8_400, other, date(2025, 12, 1))
    assert desk.checking.verify(early).genuineness is Genuineness.UNKNOWN
    check = desk.checking.verify(genuine)
    assert (check.arrival, check.directory_at, check.device_listed) == (
        Arrival.NOT_OWN,
        directory.made_at,
        True,
    )
    assert not desk.checking.verify(link_of(str(ReceiptNumber("8Q2FK", 1, 1)), 8_400, other)).device_listed
    desk.close()


@pytest.mark.parametrize(
    "text", ["7Q2FK-01-000123-R", "7q2fk 01 000124 q", "7Q2FU-01-000123-Q", "7Q2FK0A000123Q"]
)
def test_a_typing_error_is_told_from_an_unknown_receipt(desk: AgentDesk, text: str) -> None:
    with pytest.raises(Failure) as refused:
        desk.checking.verify(text)
    assert refused.value.code is FailureCode.NUMBER_MISTYPED


def test_signs_that_look_alike_are_read_as_meant(desk: AgentDesk) -> None:
    numbers = [ReceiptNumber("7Q2FK", 1, counter) for counter in range(1, 200)]
    alike = {"0": "o", "O": "0", "1": "l", "I": "l", "L": "i"}
    found = [number for number in numbers if number.check in alike]
    assert {number.check for number in found} >= {"0", "O", "1"}
    for number in found:
        typed = number.body.replace("0", "O").replace("1", "l") + alike[number.check]
        assert desk.checking.verify(typed).number == str(number)


def test_a_number_of_this_laptop_that_it_never_issued(desk: AgentDesk) -> None:
    check = desk.checking.verify(str(ReceiptNumber(desk.identity.device, 1, 77)))
    assert (check.genuineness, check.of_this_laptop, check.by_signature) == (Genuineness.UNKNOWN, True, False)


def test_a_pasted_message_holds_its_link(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    check = desk.checking.verify(f"Kuitansi {issued.number}, Rp33.600. Cek di sini: {issued.link}")
    assert (check.genuineness, check.by_signature) == (Genuineness.GENUINE, True)


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (portals.LOGIN_PAGE, Failure(FailureCode.NO_NETWORK, detail="unsigned")),
        (portals.REDIRECT, Failure(FailureCode.NO_NETWORK, detail="unsigned")),
        (portals.FALSE_SIGNATURE, Failure(FailureCode.NO_NETWORK, detail="unsigned")),
        (portals.BROKEN_PROXY, Failure(FailureCode.NO_NETWORK, detail="connection")),
        (portals.SILENCE, Failure(FailureCode.NO_NETWORK, detail="connection")),
        (portals.BUSY_PROXY, Failure(FailureCode.ASK_LATER, seconds=40)),
    ],
)
def test_what_answers_in_the_branch_s_place_is_no_network(
    tmp_path: Path, key: SigningKey, clock: HandClock, answer: bytes, failure: Failure
) -> None:
    with portals.portal(answer) as url:
        desk = desk_of(make_profile(tmp_path / "profile", key, server_url=url), clock)
        with pytest.raises(Failure) as refused:
            desk.checking.ask(link_of("7Q2FK-01-000123-Q", 8_400, key))
        desk.close()
    assert refused.value == failure


def test_without_a_link_there_is_nothing_to_ask_with(desk: AgentDesk) -> None:
    with pytest.raises(Failure) as refused:
        desk.checking.ask("7Q2FK-01-000123-Q")
    assert refused.value.code is FailureCode.LINK_UNREADABLE
