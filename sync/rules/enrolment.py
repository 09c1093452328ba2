"""The assessment of an enrolment: all findings at once, and the price."""

from sync.rules.enrolment_form import EnrolmentForm

__all__ = ["EnrolmentForm"]
