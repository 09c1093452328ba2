"""The inputs of an enrolment, one for each field that an agent types, chooses or corrects."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.enrolment_words import labels, marital_states, payers, sexes
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.widgets.choice_field import ChoiceField
from perisai_desktop.ui.widgets.date_input import DateInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.heirs_input import HeirsInput
from perisai_desktop.ui.widgets.nik_input import NikInput
from perisai_desktop.ui.widgets.phone_input import PhoneInput
from perisai_desktop.ui.widgets.rupiah_input import RupiahInput
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer
from sync.rules.reference import Reference

translate = QCoreApplication.translate


def build_fields(
    reference: Reference, this_month: IuranMonth, *, prefix: str = "field", terse: bool = True
) -> dict[str, Field]:
    """Every field by its name in `EnrolmentForm`; the input itself carries the object name `PREFIX_<name>`.

    Terse fields tell their problems elsewhere on the screen.
    """
    occupations = [Option(one.name, one.name) for one in reference.occupations.offered(this_month)]
    editors: dict[str, QWidget] = {
        "nik": NikInput(),
        "birth_date": DateInput(translate("EnrolmentFields", "dd-mm-yyyy")),
        "sex": SegmentedField([Option(code, words) for code, words in sexes()]),
        "phone": PhoneInput(),
        "village": SearchField(translate("EnrolmentFields", "Village, district or code")),
        "occupation": ChoiceField(occupations),
        "second_occupation": ChoiceField(occupations),
        "income": RupiahInput(translate("EnrolmentFields", "e.g. 1.5jt")),
        "payer": ChoiceField([Option(kind.value, words) for kind, words in payers()]),
        "offer": SegmentedField([Option(offer.value, offer.value.replace("+", " + ")) for offer in Offer]),
        "first_month": ChoiceField([_month(this_month), _month(this_month.plus(1))]),
        "months": SegmentedField([Option(str(n), str(n)) for n in reference.settings.months_offered]),
        "heirs": HeirsInput(),
        "marital": ChoiceField([Option(code, words) for code, words in marital_states()]),
    }
    fields: dict[str, Field] = {}
    for name, (label, hint) in labels().items():
        editor = editors.get(name) or TextInput()
        editor.setObjectName(f"{prefix}_{name}")
        fields[name] = Field(label, editor, hint, terse=terse)
    return fields


def _month(month: IuranMonth) -> Option:
    return Option(str(month), month_words(month))
