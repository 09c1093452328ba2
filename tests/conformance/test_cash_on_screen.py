"""What the cash screen shows, what its papers say, and what the store holds agree to the rupiah."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.documents.cash_papers import cash_pdf
from perisai_desktop.domain.cash_paper import DepositPaper
from perisai_desktop.domain.till_book import CashSort
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import journal
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.ui.screens.cash.presenter import CashPresenter
from perisai_desktop.ui.screens.cash.state import CashState, Grouping
from sync.protocol.signatures import SigningKey
from sync.rules.rupiah import format_rupiah
from tests.support.cash_market import Market
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.intake_house import open_house
from tests.support.memory_store.store import MemoryStore

STEPS = 60
FIELDS = {"deposit": ("amount",), "closing": ("counted", "expected"), "refund": ("amount",)}


@pytest.fixture
def market(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Market]:
    key, clock = SigningKey.from_bytes(bytes(range(1, 33))), HandClock()
    desk = desk_of(make_profile(tmp_path / "profile", key), clock)
    house = open_house(MemoryStore(), tmp_path)
    yield Market(desk, clock, house, key, random.Random(request.param))
    desk.close()


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("market", range(4), indirect=True)
def test_screen_papers_and_store_agree(market: Market) -> None:
    for _ in range(STEPS):
        market.step()
    market.check()
    desk, cash = market.desk, market.hand.cash()
    shown = _shown(desk)
    assert shown.book is not None
    assert shown.book.rupiah == cash == market.read_afresh() == shown.shown
    assert sum(line.rupiah for line in shown.book.lines) == cash
    assert shown.book.days[0].balance == cash
    assert sum(day.incoming - day.outgoing for day in shown.book.days) == cash
    for line in shown.book.lines:
        opened = _shown(desk, sort=line.sort)
        assert (len(opened.movements), opened.shown) == (line.count, line.rupiah)
    for day in shown.book.days:
        assert _shown(desk, on=day.on).shown == day.incoming - day.outgoing
    assert shown.book.undeposited == len(desk.depositing.in_hand())
    papers = [_paper_agrees(desk, entry) for entry in _entries(desk) if entry.kind in FIELDS]
    assert papers


def _shown(desk: AgentDesk, sort: CashSort | None = None, on: date | None = None) -> CashState:
    """What the screen shows once a sum is open."""
    jobs, seen = HandRunJobs(), list[CashState]()
    presenter = CashPresenter(desk.till_book, jobs, seen.append)
    presenter.load()
    jobs.run_all()
    if sort is not None:
        presenter.open_sort(sort)
    if on is not None:
        presenter.group(Grouping.DAYS)
        presenter.open_day(on)
    jobs.run_all()
    assert seen[-1].failure is None
    assert seen[-1].shown == sum(one.rupiah for one in seen[-1].movements)
    return seen[-1]


def _entries(desk: AgentDesk) -> list[StoredEntry]:
    with desk.enrolling.database.reading() as session:
        return list(journal.replay(session))


def _paper_agrees(desk: AgentDesk, entry: StoredEntry) -> str:
    """A paper names the figures of its entry; the receipts on a deposit add up to what it says of them."""
    paper = desk.cash_papers.paper(entry.entry_id)
    said, body = words(cash_pdf(paper)), entry.value["body"]
    for name in FIELDS[entry.kind]:
        assert format_rupiah(body[name]) in said
    if entry.kind == "deposit":
        assert format_rupiah(body["amount"] - body["difference"]) in said
        assert isinstance(paper, DepositPaper)
        assert sum(one.rupiah for one in paper.receipts) == paper.sum
    if body.get("difference"):
        assert format_rupiah(body["difference"]).removeprefix("-") in said
    assert "LATIHAN" in said
    return said
