"""The words of an enrolment's fields: labels, choices, and values as a person reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.widgets.rupiah_input import grouped
from sync.rules.further_fields import MARITAL_STATES
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind, Sex

translate = QCoreApplication.translate


def field_words(name: str) -> str:
    """The label of a field of `EnrolmentForm`, in the language on screen."""
    others = {
        "consents": translate("EnrolmentFields", "Consent"),
        "declaration": translate("EnrolmentFields", "Declaration"),
        "ktp_photo": translate("EnrolmentFields", "Photo of the KTP"),
    }
    return others[name] if name in others else labels()[name][0]


def value_words(name: str, value: str) -> str:
    """A value of a field as a person reads it: the label of a choice, an amount with Rp, a month by name."""
    if name == "income":
        return grouped(value) if value.isascii() and value.isdigit() else value
    if name == "first_month":
        return _month_words(value)
    choices = {
        "sex": dict(sexes()),
        "payer": {kind.value: words for kind, words in payers()},
        "marital": dict(marital_states()),
    }
    return choices.get(name, {}).get(value, value)


def _month_words(value: str) -> str:
    try:
        return month_words(IuranMonth.parse(value))
    except ValueError:
        return value


def sexes() -> tuple[tuple[str, str], ...]:
    """Code and words of each."""
    return (
        (Sex.L.value, translate("EnrolmentFields", "Male")),
        (Sex.P.value, translate("EnrolmentFields", "Female")),
    )


def labels() -> dict[str, tuple[str, str]]:
    """Label and hint of every field that has an input, in the order of the form."""
    return {
        "nik": (translate("EnrolmentFields", "NIK"), translate("EnrolmentFields", "16 digits")),
        "name": (translate("EnrolmentFields", "Full name"), translate("EnrolmentFields", "as on the KTP")),
        "birth_place": (translate("EnrolmentFields", "Place of birth"), ""),
        "birth_date": (translate("EnrolmentFields", "Date of birth"), ""),
        "sex": (translate("EnrolmentFields", "Sex"), ""),
        "phone": (translate("EnrolmentFields", "Phone"), ""),
        "mother_name": (translate("EnrolmentFields", "Mother's maiden name"), ""),
        "village": (
            translate("EnrolmentFields", "Village"),
            translate("EnrolmentFields", "fills four levels"),
        ),
        "street": (translate("EnrolmentFields", "Street, hamlet"), ""),
        "rt": ("RT", ""),
        "rw": ("RW", ""),
        "occupation": (translate("EnrolmentFields", "Main occupation"), ""),
        "income": (translate("EnrolmentFields", "Income a month"), ""),
        "payer": (translate("EnrolmentFields", "Paid by"), ""),
        "offer": (translate("EnrolmentFields", "Programme"), ""),
        "first_month": (translate("EnrolmentFields", "First month"), ""),
        "months": (translate("EnrolmentFields", "Months to pay"), ""),
        "payer_name": (
            translate("EnrolmentFields", "Name of the payer"),
            translate("EnrolmentFields", "enterprise, company or office"),
        ),
        "email": (translate("EnrolmentFields", "E-mail"), ""),
        "postcode": (translate("EnrolmentFields", "Postcode"), ""),
        "marital": (translate("EnrolmentFields", "Marital state"), ""),
        "kk": (translate("EnrolmentFields", "Family card (KK)"), translate("EnrolmentFields", "16 digits")),
        "npwp": ("NPWP", translate("EnrolmentFields", "15 or 16 digits")),
        "workplace": (translate("EnrolmentFields", "Place of work"), ""),
        "working_hours": (translate("EnrolmentFields", "Hours of work"), ""),
        "second_occupation": (translate("EnrolmentFields", "Second occupation"), ""),
        "second_workplace": (translate("EnrolmentFields", "Second place of work"), ""),
        "second_working_hours": (translate("EnrolmentFields", "Hours there"), ""),
        "heirs": (translate("EnrolmentFields", "Heirs"), translate("EnrolmentFields", "shares make 100 %")),
        "bank": (translate("EnrolmentFields", "Bank"), ""),
        "bank_number": (translate("EnrolmentFields", "Account number"), ""),
        "bank_holder": (translate("EnrolmentFields", "Account holder"), ""),
    }


def payers() -> tuple[tuple[PayerKind, str], ...]:
    """Who may pay, and their words."""
    return (
        (PayerKind.SELF, translate("EnrolmentFields", "The worker")),
        (PayerKind.ENTERPRISE, translate("EnrolmentFields", "Enterprise (UMKM)")),
        (PayerKind.COMPANY, translate("EnrolmentFields", "Sponsoring company")),
        (PayerKind.VILLAGE_BUDGET, translate("EnrolmentFields", "Village budget")),
        (PayerKind.REGIONAL_BUDGET, translate("EnrolmentFields", "Regional budget")),
        (PayerKind.CENTRAL_BUDGET, translate("EnrolmentFields", "State budget")),
    )


def marital_states() -> tuple[tuple[str, str], ...]:
    """Code and words of each."""
    words = (
        translate("EnrolmentFields", "Single"),
        translate("EnrolmentFields", "Married"),
        translate("EnrolmentFields", "Divorced"),
        translate("EnrolmentFields", "Widowed"),
    )
    return tuple(zip(MARITAL_STATES, words, strict=True))
