"""Figures that tests measure, shown at the end of a run: a test records one with `record_property("measure", words)`."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write each measured figure on a line of its own."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    words = [str(value) for report in reports for name, value in report.user_properties if name == "measure"]
    if words:
        terminalreporter.section("measures")
        for line in words:
            terminalreporter.write_line(line)
