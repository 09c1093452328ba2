"""What an enrolment and a correction both write beside the form: findings with reasons, texts that were read."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from pydantic import ValidationError

from perisai_desktop.domain.failure import Failure, FailureCode
from sync.protocol.bodies.parts import Finding, TextShown
from sync.protocol.entry import EntryFault, fault_of
from sync.rules.consent import ConsentText
from sync.rules.enrolment import Assessment
from sync.rules.reactions import Severity

T = TypeVar("T")
LONGEST_REASON = 2_000


def check(assessment: Assessment, reasons: Mapping[str, str]) -> None:
    """Refuse a form with errors, or with a warning that nobody gave a reason for.

    Raises Failure: form_has_errors (codes, fields), reason_missing (field, code).
    """
    if assessment.errors:
        raise Failure(
            FailureCode.FORM_HAS_ERRORS,
            codes=tuple(finding.reaction.value for finding in assessment.errors),
            fields=tuple(finding.field for finding in assessment.errors),
        )
    for finding in assessment.warnings:
        if not reasons.get(finding.reaction.value, "").strip():
            raise Failure(FailureCode.REASON_MISSING, field=finding.field, code=finding.reaction.value)


def written_findings(assessment: Assessment, reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """Warnings with their reasons and notes, each code once; a reason is cut at 2,000 characters."""
    found: dict[str, Finding] = {}
    for finding in assessment.findings:
        code = finding.reaction.value
        if finding.severity is Severity.ERROR or code in found:
            continue
        reason = reasons.get(code, "") if finding.severity is Severity.WARNING else ""
        found[code] = Finding(code=code, reason=_prose(reason) or None)
    return tuple(found.values())


def text_shown(consent: ConsentText) -> TextShown:
    """Which text was read aloud."""
    return TextShown(version=consent.version, language=consent.language, sha256=consent.sha256)


def fitting(write: Callable[[], T]) -> T:
    """What `write` makes; a text that an entry can't hold is Failure(field_unfit) with the form's field.

    A field that no correction may change is Failure(field_not_correctable).
    """
    try:
        return write()
    except EntryFault as fault:
        found = fault
    except ValidationError as invalid:
        found = fault_of(invalid)
    fixed = found.code == "not_correctable"
    code = FailureCode.FIELD_NOT_CORRECTABLE if fixed else FailureCode.FIELD_UNFIT
    raise Failure(code, field=found.field.rpartition(".")[2])


def _prose(reason: str) -> str:
    lines = ("".join(sign if sign.isprintable() else " " for sign in line) for line in reason.splitlines())
    return "\n".join(lines).strip()[:LONGEST_REASON]
