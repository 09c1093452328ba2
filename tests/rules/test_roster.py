"""The market's roster: all 240 rows in order, as an agent who accepts what is right would take them."""

import csv
from datetime import date

from sync.rules.dates import parse_date
from sync.rules.enrolment import Assessment, Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.names import name_key
from sync.rules.nik import read_nik
from sync.rules.phones import normal_phone
from tests.support.reference_data import ROSTER, gazetteer, reference

TODAY = date(2026, 11, 22)


def form_of(row: dict[str, str]) -> EnrolmentForm:
    """A row as typed into the form, with consent and declaration given."""
    return EnrolmentForm(
        nik=row["nik"],
        name=row["nama"],
        birth_place=row["tempat_lahir"],
        birth_date=row["tanggal_lahir"],
        sex=row["jenis_kelamin"],
        mother_name=row["nama_ibu"],
        street=row["alamat"],
        rt=row["rt"],
        rw=row["rw"],
        village=row["kode_wilayah"],
        phone=row["telepon"],
        occupation=row["pekerjaan"],
        income=row["penghasilan"],
        offer=row["program"],
        first_month=row["bulan_mulai"],
        months=row["jumlah_bulan"],
        consents=reference().consent.required,
        declaration=True,
    )


class Agent:
    """Takes every row without an error and remembers who is here."""

    def __init__(self) -> None:
        self.niks: set[str] = set()
        self.phones: set[str] = set()
        self.people: set[tuple[date, str]] = set()

    def take(self, form: EnrolmentForm) -> Assessment:
        """The assessment of a form against everybody taken before."""
        digits = read_nik(form.nik, TODAY).digits
        phone = normal_phone(form.phone)
        born = parse_date(form.birth_date)
        assert born is not None
        person = (born, name_key(form.name))
        assessment = assess(
            form,
            Circumstances(
                reference(),
                gazetteer(),
                TODAY,
                nik_here=digits in self.niks,
                phone_here=phone in self.phones,
                likely_duplicate=digits not in self.niks and person in self.people,
            ),
        )
        if not assessment.errors and digits is not None and phone is not None:
            self.niks.add(digits)
            self.phones.add(phone)
            self.people.add(person)
        return assessment


def test_every_row_leads_where_the_roster_says() -> None:
    with ROSTER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    agent = Agent()
    expected = [(row["no"], row["reaksi"], row["jumlah"]) for row in rows]
    found = []
    total = payable = 0
    for row in rows:
        assessment = agent.take(form_of(row))
        amount = ""
        if not assessment.errors:
            assert assessment.quote is not None
            amount = str(assessment.quote.total)
            total += assessment.quote.total
            payable += 1
        found.append((row["no"], assessment.reaction, amount))
    assert found == expected
    assert (len(rows), payable, total) == (240, 212, 44_323_950)
