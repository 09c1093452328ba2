"""What an agent has typed: every field of an enrolment exactly as it stands on the form."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EnrolmentForm:
    """The enrolment form; texts as typed, `village` a dotted code of ten digits, `first_month` as `2026-11`.

    `heirs` is the text of sync.rules.heirs, `ktp_photo` the SHA-256 of the picture, empty where there is none.
    """

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
    postcode: str = ""
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    marital: str = ""
    kk: str = field(default="", repr=False)
    npwp: str = field(default="", repr=False)
    occupation: str = ""
    second_occupation: str = ""
    workplace: str = field(default="", repr=False)
    working_hours: str = ""
    second_workplace: str = field(default="", repr=False)
    second_working_hours: str = ""
    income: str = ""
    offer: str = ""
    first_month: str = ""
    months: str = ""
    payer: str = "self"
    payer_name: str = field(default="", repr=False)
    heirs: str = field(default="", repr=False)
    bank: str = field(default="", repr=False)
    bank_number: str = field(default="", repr=False)
    bank_holder: str = field(default="", repr=False)
    ktp_photo: str = ""
    consents: frozenset[str] = frozenset()
    declaration: bool = False
