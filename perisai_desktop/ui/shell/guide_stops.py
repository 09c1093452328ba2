"""The stops of the first-run tour through the agent's window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.shell.frame import Frame
from perisai_desktop.ui.shell.guide import Stop

translate = QCoreApplication.translate

_COUNTERS = ("counter_unsent", "counter_waiting", "counter_to_fix")


def agent_stops(frame: Frame, *, practice: bool) -> tuple[Stop, ...]:
    """Seven things that every agent looks for in the first days; `practice` says where the window stands."""
    leave_title = translate("Tour", "Practise as long as you like")
    leave_words = translate(
        "Tour",
        "Sign out here. The sign-in then offers Practice: the same program with its own data, nothing in it is real.",
    )
    if practice:
        leave_title = translate("Tour", "This is practice")
        leave_words = translate(
            "Tour",
            "The amber frame says so: no money, no participants. Sign out here when you are done.",
        )
    return (
        Stop(
            "counters",
            translate("Tour", "Three figures that are always there"),
            translate(
                "Tour",
                "Not sent yet, waiting for the branch, to correct. Press one to see its list; nothing gets lost in between.",
            ),
            lambda: [frame.strip.link(key) for key in _COUNTERS],
        ),
        Stop(
            "cash",
            translate("Tour", "Cash in hand"),
            translate(
                "Tour",
                "As much money must be with you. Every rupiah belongs to a receipt until it is deposited.",
            ),
            lambda: [frame.strip.link("cash")],
        ),
        Stop(
            "enrolment",
            translate("Tour", "Enrol somebody"),
            translate(
                "Tour",
                "Ctrl+N from anywhere. It works without a signal, and a half-filled form is kept by itself.",
            ),
            lambda: [frame.rail.item("enrolment")],
        ),
        Stop(
            "sync",
            translate("Tour", "Sending to the branch"),
            translate(
                "Tour",
                "It happens by itself when there is a connection. Here you see what waits, and send at once.",
            ),
            lambda: [frame.rail.item("sync")],
        ),
        Stop(
            "tasks",
            translate("Tour", "What the branch sends back"),
            translate(
                "Tour",
                "A field is wrong? It waits here with the branch's comment. Correct it and send again.",
            ),
            lambda: [frame.rail.item("tasks")],
        ),
        Stop(
            "help",
            translate("Tour", "Help on every screen"),
            translate("Tour", "F1 explains the screen you are on."),
            lambda: [frame.rail.item("help")],
        ),
        Stop("practice", leave_title, leave_words, lambda: [frame.rail.item("leave")]),
    )
