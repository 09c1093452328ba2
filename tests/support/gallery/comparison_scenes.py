"""Scenes of two records that may be of one person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.comparison import PairSaid, PairVerdict
from perisai_desktop.ui.screens.comparison.dialog import ComparisonDialog
from perisai_desktop.ui.screens.comparison.state import ComparisonState
from perisai_desktop.ui.screens.review.view import ReviewView
from sync.rules.pairs import Saying
from tests.support.fake_comparisons import pair
from tests.support.fake_reviewing import RECORDED_AT, record
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _compared(stage: Stage, verdict: PairVerdict | None = None, *, escalated: bool = False) -> QWidget:
    window = stage.review()
    stage.part(window, ReviewView).comparison_asked.emit(window.review.state.record.entry_id)  # type: ignore[union-attr]
    stage.calm()
    dialog = stage.part(window, ComparisonDialog)
    mine, other = record(1, "Siti Nurhaliza Contoh"), record(2, "Sitti Nurhaliza")
    other = replace(other, agent_name="Asep Saepudin", form={**other.form, "street": "Kp. Lebak RT 3"})
    seen = pair(mine, other, record(3, "Siti N. Contoh"))
    if escalated:
        said = PairSaid(
            Saying.ESCALATE, "Rina Marlina", False, RECORDED_AT, "documents_unclear", "Foto KTP kedua buram"
        )
        match = replace(seen.matches[0], said=said)
        seen = replace(seen, matches=(match, *seen.matches[1:]), may=(Saying.APART, Saying.SAME))
    dialog.show_state(ComparisonState(seen, verdict))
    return dialog


@shot("review")
def comparison_differs(stage: Stage) -> QWidget:
    """Bandingkan: mungkin orang yang sama, yang berbeda tebal dan bertanda"""
    return _compared(stage)


@shot("review")
def comparison_escalated(stage: Stage) -> QWidget:
    """Bandingkan: rekan meminta orang lain menilai, dan jawabannya ditulis"""
    return _compared(stage, PairVerdict(Saying.APART, ""), escalated=True)
