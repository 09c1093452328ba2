"""Why an agent wants a receipt to be void, and what an approval does to the cash."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.review import ReviewRecord

translate = QCoreApplication.translate

VOID = "void_request"


def void_words(record: ReviewRecord, reason: Callable[[str], str]) -> tuple[str, str] | None:
    """What is said of a request to void a receipt; None for every other record. `reason` words its coded reason."""
    if record.kind != VOID or not record.form.get("reason"):
        return None
    asked = translate("VoidRecord", "The agent asks for it: {reason}")
    approved = {
        "no_cash": translate(
            "VoidRecord", "No money was taken. Once approved, the agent's cash falls by this amount."
        ),
        "cash_taken": translate(
            "VoidRecord", "Money was taken. Once approved, the agent gives it back against a signature."
        ),
    }
    return asked.format(reason=reason(record.form["reason"])), approved.get(record.form.get("cash", ""), "")
