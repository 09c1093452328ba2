"""The inputs of an enrolment, one for each field that an agent types, chooses or corrects."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.widgets.choice_field import ChoiceField
from perisai_desktop.ui.widgets.date_input import DateInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.nik_input import NikInput
from perisai_desktop.ui.widgets.rupiah_input import RupiahInput, grouped
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer, PayerKind, Sex
from sync.rules.reference import Reference

translate = QCoreApplication.translate


def build_fields(
    reference: Reference, this_month: IuranMonth, *, prefix: str = "field", terse: bool = True
) -> dict[str, Field]:
    """Every field by its name in `EnrolmentForm`; the input itself carries the object name `PREFIX_<name>`.

    Terse fields tell their problems elsewhere on the screen.
    """
    occupations = [Option(each.name, each.name) for each in reference.occupations.all]
    editors: dict[str, QWidget] = {
        "nik": NikInput(),
        "birth_date": DateInput(translate("EnrolmentFields", "dd-mm-yyyy")),
        "sex": SegmentedField([Option(code, words) for code, words in _sexes()]),
        "village": SearchField(translate("EnrolmentFields", "Village, district or code")),
        "occupation": ChoiceField(occupations),
        "second_occupation": ChoiceField(occupations),
        "income": RupiahInput(),
        "payer": ChoiceField([Option(kind.value, words) for kind, words in _payers()]),
        "offer": SegmentedField([Option(offer.value, offer.value.replace("+", " + ")) for offer in Offer]),
        "first_month": ChoiceField([_month(this_month), _month(this_month.plus(1))]),
        "months": SegmentedField([Option(str(n), str(n)) for n in reference.settings.months_offered]),
        "marital": ChoiceField([Option(code, words) for code, words in _marital()]),
    }
    fields: dict[str, Field] = {}
    for name, (label, hint) in _labels().items():
        editor = editors.get(name) or TextInput()
        editor.setObjectName(f"{prefix}_{name}")
        fields[name] = Field(label, editor, hint, terse=terse)
    return fields


def field_words(name: str) -> str:
    """The label of a field of `EnrolmentForm`, in the language on screen."""
    others = {
        "consents": translate("EnrolmentFields", "Consent"),
        "declaration": translate("EnrolmentFields", "Declaration"),
    }
    return others[name] if name in others else _labels()[name][0]


def value_words(name: str, value: str) -> str:
    """A value of a field as a person reads it: the label of a choice, an amount with Rp, a month by name."""
    if name == "income":
        return grouped(value) if value.isascii() and value.isdigit() else value
    if name == "first_month":
        return _month_words(value)
    choices = {
        "sex": dict(_sexes()),
        "payer": {kind.value: words for kind, words in _payers()},
        "marital": dict(_marital()),
    }
    return choices.get(name, {}).get(value, value)


def _month_words(value: str) -> str:
    try:
        return month_words(IuranMonth.parse(value))
    except ValueError:
        return value


def _sexes() -> tuple[tuple[str, str], ...]:
    return (
        (Sex.L.value, translate("EnrolmentFields", "Male")),
        (Sex.P.value, translate("EnrolmentFields", "Female")),
    )


def _month(month: IuranMonth) -> Option:
    return Option(str(month), month_words(month))


def _labels() -> dict[str, tuple[str, str]]:
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
        "second_occupation": (
            translate("EnrolmentFields", "Second occupation"),
            translate("EnrolmentFields", "optional"),
        ),
        "workplace": (
            translate("EnrolmentFields", "Place of work"),
            translate("EnrolmentFields", "optional"),
        ),
        "working_hours": (
            translate("EnrolmentFields", "Hours of work"),
            translate("EnrolmentFields", "optional"),
        ),
        "email": (translate("EnrolmentFields", "E-mail"), translate("EnrolmentFields", "optional")),
        "marital": (translate("EnrolmentFields", "Marital state"), translate("EnrolmentFields", "optional")),
        "kk": (translate("EnrolmentFields", "Family card (KK)"), translate("EnrolmentFields", "optional")),
        "npwp": ("NPWP", translate("EnrolmentFields", "optional")),
    }


def _payers() -> tuple[tuple[PayerKind, str], ...]:
    return (
        (PayerKind.SELF, translate("EnrolmentFields", "The worker")),
        (PayerKind.ENTERPRISE, translate("EnrolmentFields", "Enterprise (UMKM)")),
        (PayerKind.COMPANY, translate("EnrolmentFields", "Sponsoring company")),
        (PayerKind.VILLAGE_BUDGET, translate("EnrolmentFields", "Village budget")),
        (PayerKind.REGIONAL_BUDGET, translate("EnrolmentFields", "Regional budget")),
        (PayerKind.CENTRAL_BUDGET, translate("EnrolmentFields", "State budget")),
    )


def _marital() -> tuple[tuple[str, str], ...]:
    return (
        ("single", translate("EnrolmentFields", "Single")),
        ("married", translate("EnrolmentFields", "Married")),
        ("divorced", translate("EnrolmentFields", "Divorced")),
        ("widowed", translate("EnrolmentFields", "Widowed")),
    )
