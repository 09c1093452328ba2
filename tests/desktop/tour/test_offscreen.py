"""What a screenless Qt says it lacks is dropped on a tour, everything else that Qt says is still told."""

import subprocess
import sys

from perisai_desktop.tour.offscreen import REMARK

PROGRAM = """
import sys
from PySide6.QtCore import QObject, qCritical, qDebug, qWarning
from PySide6.QtWidgets import QApplication, QLabel
from perisai_desktop.tour.offscreen import drop_remark
app = QApplication(sys.argv)
if sys.argv[1] == "dropped":
    drop_remark()
label = QLabel("small")
label.show()
label.setMinimumSize(400, 400)
qWarning("a warning")
qCritical("an error")
QObject.startTimer(QObject(), -1)
"""


def _told(how: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, how], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stderr.splitlines()


def test_only_the_remark_is_dropped() -> None:
    with_it, without_it = _told("told"), _told("dropped")
    assert any(line.startswith(REMARK) for line in with_it), "Qt is silent by itself"
    assert without_it == [line for line in with_it if not line.startswith(REMARK)]
    assert len(without_it) == 3
