"""A branch administrator's program and the real server agree about targets and coverage, to the rupiah."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from perisai_desktop.domain.coverage import Aim, CoverageGroup, WorkerCount
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.report import FileKind, Span, period_of
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.ui.screens.coverage.words import cells
from sync.client.review_client import ReviewClient
from sync.rules.iuran_month import IuranMonth
from sync.server.services.ledger import ledger_sum
from tests.conformance.test_agents_of_a_branch import StraightChannel
from tests.support.branch_house import PASSWORD
from tests.support.fake_coverage import HEAD, ON
from tests.support.server_app import running_server
from tests.support.store_rows import claim


def test_screen_files_and_ledger_are_one(tmp_path: Path) -> None:
    with running_server(tmp_path / "server") as server:
        laptop = server.laptop()
        for place, nik in enumerate(("3" * 16, "4" * 16, "5" * 16)):
            posted = laptop.post(f"Peserta {place}")
            village = f"32.02.10.200{place + 1}"
            with server.server.store.transaction() as tx:
                own = {"village": village, "agent_id": laptop.agent.agent_id}
                tx.workers.claim([claim(nik, posted.worker_id, **own)])
        ledger = ledger_sum(server.server.store)
        admin = Reviewing(ReviewClient(StraightChannel(server)))
        admin.sign_in("branch_admin", PASSWORD)
        coverage = admin.coverage
        coverage.set_target(CoverageGroup.REGION, "32.02", Aim(IuranMonth(2026, 1), 7, 70_000))
        coverage.set_workers("32.02", WorkerCount(2025, 12, "BPS Sakernas"))
        told = coverage.sheet(CoverageGroup.REGION)
        (line,) = told.lines
        assert (line.name, line.target_enrolled, line.workers, line.coverage) == (
            "Kab. Sukabumi",
            7,
            12,
            0.25,
        )
        assert (told.on, told.first, told.total.enrolled) == (ON, IuranMonth(2026, 11), 3)
        year = coverage.sheet(CoverageGroup.MONTH, period_of(Span.YEAR, ON, ON))
        assert sum(one.collected for one in year.lines) == told.total.collected == ledger.rupiah == 25_200
        assert len(year.lines) == 12
        shown = cells(told, told.total, total=True)
        assert "Rp25.200" in [cell.text for cell in shown]
        pdf = coverage.save(told, HEAD, tmp_path / "capaian.pdf", FileKind.PDF)
        with pypdfium2.PdfDocument(pdf) as document:
            assert "Rp25.200" in document[0].get_textpage().get_text_bounded()
        book = load_workbook(coverage.save(told, HEAD, tmp_path / "capaian.xlsx", FileKind.XLSX))
        assert [row[6].value for row in book["Capaian"].iter_rows(min_row=4, max_row=5)] == [25_200, 25_200]
        with pytest.raises(Failure) as unknown:
            coverage.set_target(CoverageGroup.AGENT, "nobody", Aim(IuranMonth(2026, 1), 7, 0))
        assert unknown.value.code is FailureCode.TARGET_UNKNOWN
        with pytest.raises(Failure) as pasted:
            coverage.set_workers("32.02", WorkerCount(2025, 12, "\u2068BPS\u2069"))
        assert pasted.value.code is FailureCode.REQUEST_INVALID
        with pytest.raises(Failure) as missing:
            coverage.save(told, HEAD, tmp_path / "nowhere" / "capaian.pdf", FileKind.PDF)
        assert missing.value.code is FailureCode.REPORT_NOT_SAVED
