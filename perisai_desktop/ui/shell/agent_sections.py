"""The sections of the agent's rail, and where the counters at the bottom lead."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.widgets.rail import Section

translate = QCoreApplication.translate

LINKS = {
    "counter_unsent": "sync",
    "counter_waiting": "sync",
    "counter_to_fix": "tasks",
    "cash": "cash",
    "connection": "sync",
}
"""The screen behind each part of the strip."""


def agent_sections() -> tuple[Section, ...]:
    """Every section in the language on screen; those without a screen are acts of the window."""
    return (
        Section("home", "house", translate("AgentWindow", "Home"), 0, "Ctrl+H"),
        Section("ready_for_work", "sun", translate("AgentWindow", "Ready for work"), 0, "Ctrl+0"),
        Section("workers", "users", translate("AgentWindow", "Workers"), 0, "Ctrl+1"),
        Section("enrolment", "user-plus", translate("AgentWindow", "New enrolment"), 0, "Ctrl+2"),
        Section("kelompok", "users-round", translate("AgentWindow", "Group enrolment"), 0, "Ctrl+8"),
        Section("collection", "calendar-check", translate("AgentWindow", "Contributions"), 0, "Ctrl+6"),
        Section("sync", "refresh-cw", translate("AgentWindow", "Sync"), 1, "Ctrl+3"),
        Section("tasks", "wrench", translate("AgentWindow", "To correct"), 1, "Ctrl+4"),
        Section("cash", "wallet", translate("AgentWindow", "Cash"), 1, "Ctrl+7"),
        Section("reports", "chart-column", translate("AgentWindow", "Reports"), 1, "Ctrl+9"),
        Section("receipt_check", "scan-line", translate("AgentWindow", "Check a receipt"), 1, "Ctrl+5"),
        Section("help", "circle-question-mark", translate("AgentWindow", "Help"), -1, "F1", show_key=True),
        Section("settings", "settings", translate("AgentWindow", "Settings"), -1, "Ctrl+,", screen=True),
        Section("leave", "log-out", translate("AgentWindow", "Sign out"), -1),
    )
