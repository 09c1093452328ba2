"""The sections of the reviewer's window, as far as the person's role reaches."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.ui.widgets.rail import Section

translate = QCoreApplication.translate


def review_sections(reviewer: ReviewerIdentity) -> tuple[Section, ...]:
    """What the person may reach; the server refuses the rest by the same table (sync/server/permissions.py)."""
    every = (
        Section("review", "clipboard-check", translate("ReviewWindow", "Review"), 0, "Ctrl+1"),
        Section("agents", "users", translate("ReviewWindow", "Agents & devices"), 0, "Ctrl+2"),
        Section("findings", "search-check", translate("ReviewWindow", "Findings"), 0, "Ctrl+3"),
        Section("coverage", "chart-column", translate("ReviewWindow", "Targets & regions"), 0, "Ctrl+4"),
        Section("accesses", "eye", translate("ReviewWindow", "Access log"), 0, "Ctrl+5"),
        Section("branch_settings", "wrench", translate("ReviewWindow", "Branch settings"), 0, "Ctrl+6"),
        Section("accounts", "users-round", translate("ReviewWindow", "Accounts"), 0, "Ctrl+7"),
        Section("laptops", "laptop", translate("ReviewWindow", "Laptops"), -1),
        Section("portal", "file-spreadsheet", translate("ReviewWindow", "Portal"), -1),
        Section("receive", "inbox", translate("ReviewWindow", "Take in a file"), -1),
        Section("help", "circle-question-mark", translate("ReviewWindow", "Help"), -1, "F1", show_key=True),
        Section("looks", "settings", translate("ReviewWindow", "Appearance"), -1),
        Section("password", "key-round", translate("ReviewWindow", "Change password…"), -1),
        Section("leave", "log-out", translate("ReviewWindow", "Sign out"), -1),
    )
    reached = {
        "accesses": reviewer.traces,
        "branch_settings": reviewer.reviews,
        "accounts": reviewer.sees_accounts,
        "portal": reviewer.receives,
        "receive": reviewer.receives,
    }
    return tuple(one for one in every if reached.get(one.name, True))
