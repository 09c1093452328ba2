"""What an agent has typed: every field of an enrolment exactly as it stands on the form."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EnrolmentForm:
    """The enrolment form; texts as typed, `village` a dotted code of ten digits, `first_month` as `2026-11`."""

    nik: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    birth_place: str = field(default="", repr=False)
    birth_date: str = field(default="", repr=False)
    sex: str = ""
    mother_name: str = field(default="", repr=False)
    street: str = field(default="", repr=False)
    rt: str = field(default="", repr=False)
    rw: str = field(default="", repr=False)
    village: str = ""
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    marital: str = ""
    kk: str = field(default="", repr=False)
    npwp: str = field(default="", repr=False)
    occupation: str = ""
    second_occupation: str = ""
    workplace: str = field(default="", repr=False)
    working_hours: str = ""
    income: str = ""
    offer: str = ""
    first_month: str = ""
    months: str = ""
    payer: str = "self"
    consents: frozenset[str] = frozenset()
    declaration: bool = False
