"""Whoever scans a receipt gets one of six answers, in words or as JSON, and never a full name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient

from sync.protocol.receipt_proof import ReceiptLink
from sync.rules.states import MoneyBucket
from sync.server.app import app_of
from sync.server.domain.receipt_standing import ReceiptAnswer, Standing
from sync.server.routes.receipt_page import PAGE_HEADERS, receipt_page
from sync.server.routes.receipt_words import WORDS
from sync.server.services.practice import HOTLINE
from tests.support.server_app import RunningServer

JSON = {"Accept": "application/json"}


def _standing(running: RunningServer, link: ReceiptLink) -> dict[str, object]:
    answer = running.client.get(link.path, headers=JSON)
    assert answer.status_code == 200
    told: dict[str, object] = answer.json()
    return told


def test_a_received_practice_receipt_is_genuine_and_says_latihan(running: RunningServer) -> None:
    posted = running.laptop().post("Siti Contoh")
    told = _standing(running, posted.link)
    assert told == {
        "standing": "genuine_received",
        "practice": True,
        "number": posted.number,
        "on": "2026-11-22",
        "amount": 8_400,
        "agent_name": "Agen Latihan",
        "agent_number": "L-0001",
        "office": "Kantor Perisai Latihan",
        "hotline": HOTLINE,
        "worker": "S••• C•••",
        "others": 0,
        "received_on": "2026-11-22",
        "same_number": 0,
    }
    page = running.client.get(posted.link.path)
    assert page.headers["content-type"].startswith("text/html")
    for words in ("Asli, latihan", "LATIHAN", "Rp8.400", "delapan ribu empat ratus rupiah", posted.number):
        assert words in page.text
    assert "tel:" not in page.text
    assert "Siti" not in page.text
    assert "3202081408900004" not in page.text


def test_a_signed_receipt_that_has_not_arrived_is_genuine_and_not_received(running: RunningServer) -> None:
    laptop = running.laptop()
    link = laptop.sign("0Q2FK-01-000077", 16_800)
    told = _standing(running, link)
    assert (told["standing"], told["worker"], told["agent_name"]) == (
        "genuine_not_received",
        "",
        "Agen Latihan",
    )
    assert "belum diterima" in running.client.get(link.path).text


@pytest.mark.parametrize(
    ("days", "before", "after"),
    [(1, "genuine_not_received", "unknown"), (0, "genuine_not_received", "genuine_to_check")],
)
def test_a_revoked_laptop_signs_nothing_that_counts(
    running: RunningServer, days: int, before: str, after: str
) -> None:
    laptop = running.laptop()
    link = laptop.sign("0Q2FK-01-000077", 16_800)
    assert _standing(running, link)["standing"] == before
    with running.server.store.transaction() as tx:
        tx.devices.set_state("0Q2FK", "revoked_drain", running.server.clock.now() - timedelta(days=days))
        tx.devices.set_state("0Q2FK", "wiped", running.server.clock.now())
    told = _standing(running, link)
    assert (told["standing"], bool(told["agent_name"])) == (after, days == 0)


@pytest.mark.parametrize("change", ["amount", "on", "number", "signature"])
def test_any_changed_part_is_altered_and_names_nobody(running: RunningServer, change: str) -> None:
    laptop = running.laptop()
    posted, other = laptop.post(), laptop.post()
    link = posted.link
    changed = {
        "amount": replace(link, amount=84_000),
        "on": replace(link, on=link.on.replace(day=21)),
        "number": replace(link, number=other.number),
        "signature": replace(link, signature=other.link.signature),
    }[change]
    told = _standing(running, changed)
    assert (told["standing"], told["agent_name"], told["worker"]) == ("altered", "", "")


def test_a_number_signed_twice_with_another_sum_is_still_to_be_checked(running: RunningServer) -> None:
    laptop = running.laptop()
    posted = laptop.post("Siti Contoh")
    other = laptop.sign(posted.number[:-2], 16_800)
    told = _standing(running, other)
    assert (told["standing"], told["amount"], told["same_number"]) == ("genuine_to_check", 16_800, 1)
    assert (told["worker"], told["received_on"]) == ("", None)
    page = running.client.get(other.path).text
    for words in ("masih diperiksa", "Rp16.800", "Ada 1 kuitansi lain"):
        assert words in page
    assert _standing(running, posted.link)["same_number"] == 0


def test_a_wrong_check_character_is_altered(running: RunningServer) -> None:
    link = running.laptop().post().link
    wrong = "A" if link.number[-1] != "A" else "B"
    assert _standing(running, replace(link, number=link.number[:-1] + wrong))["standing"] == "altered"


def test_a_device_that_nobody_knows_is_unknown(running: RunningServer) -> None:
    laptop = running.laptop()
    assert _standing(running, laptop.sign("0ZZZZ-01-000001", 8_400))["standing"] == "unknown"


@pytest.mark.parametrize("bucket", [MoneyBucket.VOIDED, MoneyBucket.REFUNDED])
def test_a_voided_receipt_says_so(running: RunningServer, bucket: MoneyBucket) -> None:
    posted = running.laptop().post()
    with running.server.store.transaction() as tx:
        hashes = [line.hash for line in tx.money.lines(posted.action_id)]
        tx.money.move_lines(posted.action_id, hashes, None, bucket.value)
    assert _standing(running, posted.link)["standing"] == "voided"
    assert "dibatalkan" in running.client.get(posted.link.path).text


def test_rubbish_is_unknown_and_does_not_come_back(running: RunningServer) -> None:
    answer = running.client.get("/k/%3Cscript%3Ealert(1)%3C%2Fscript%3E/x/y/z")
    assert answer.status_code == 404
    answer = running.client.get("/k/%3Cb%3Ehalo%3C%2Fb/x/y/z".replace("%2F", "-"))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "halo" not in answer.text


def test_a_sum_beyond_words_is_altered_and_not_shown(running: RunningServer) -> None:
    link = running.laptop().sign("0Q2FK-01-000078", 9_999_999_999_999_999)
    told = _standing(running, link)
    assert (told["standing"], told["amount"]) == ("altered", None)
    assert "999.999" not in running.client.get(link.path).text


def test_a_strangers_words_are_not_shown_on_the_page(running: RunningServer) -> None:
    answer = running.client.get("/k/\u202eTelepon 0812-3456/20261122/1/x", headers=JSON)
    assert answer.json()["number"] == "T0812-3456"


def test_the_page_loads_nothing_and_may_be_kept_by_nobody(running: RunningServer) -> None:
    page = running.client.get(running.laptop().post().link.path)
    for name, value in PAGE_HEADERS.items():
        assert page.headers[name] == value
    assert not re.search(r"(?:src|href|action)=\"(?!tel:)", page.text)
    assert "<script" not in page.text
    assert "style=" not in page.text
    assert 'lang="id"' in page.text
    assert "width=device-width" in page.text


def test_one_address_cannot_ask_without_end(running: RunningServer) -> None:
    few = replace(running.server.settings, receipt_checks_per_minute=2)
    with TestClient(app_of(replace(running.server, settings=few))) as client:
        answers = [client.get("/k/a/b/c/d") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["code"] == "too_many_requests"
    assert int(answers[2].headers["retry-after"]) == 30


def test_a_real_receipt_says_nothing_of_practice_and_offers_the_hotline() -> None:
    for standing in Standing:
        genuine = standing not in (Standing.UNKNOWN, Standing.ALTERED)
        answer = ReceiptAnswer(
            standing,
            "7Q2FK-01-000123-Q",
            date(2026, 11, 22),
            33_600,
            practice=False,
            hotline="175" if genuine else "",
            worker="S••• C•••" if genuine else "",
            others=2 if genuine else 0,
        )
        page = receipt_page(answer)
        assert "latihan" not in page.lower()
        assert ('href="tel:175"' in page) is genuine
        assert ("dan 2 orang lagi" in page) is genuine
        assert WORDS[standing].title in page
        assert ("bukti terima uang" in page) is standing.value.startswith("genuine")
