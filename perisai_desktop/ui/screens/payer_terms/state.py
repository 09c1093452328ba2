"""What the dialog about a payer shows."""

from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure, FailureCode
from sync.rules.enrolment_form import EnrolmentForm


@dataclass(frozen=True, slots=True)
class PayerTermsState:
    """`form` holds what was typed; `until` is the last paid month of a stranger as text (`2026-10`)."""

    form: EnrolmentForm = field(repr=False)
    until: str = ""
    busy: bool = False
    failure: Failure | None = None

    @property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """Field and code of everything that is wrong on the form."""
        if self.failure is None or self.failure.code is not FailureCode.FORM_HAS_ERRORS:
            return ()
        codes, fields = self.failure.data["codes"], self.failure.data["fields"]
        assert isinstance(codes, tuple)
        assert isinstance(fields, tuple)
        return tuple(zip(fields, codes, strict=True))
