"""Invented people: names as they occur in Indonesia, NIK that say what the form says, phones of their own."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth

WOMEN = (
    *("Ani", "Dewi", "Eka", "Fitri", "Indah", "Kartini", "Lestari", "Ma'rifah", "Nur Aini", "Nurul", "Puji"),
    *("Rahmawati", "Ratna", "Rina", "Siti", "Siti Aminah", "Sri", "Sri Wahyuni", "Sumiati", "Tuti", "Wati", "Yuni"),
)  # fmt: skip
MEN = (
    *("Abdul", "Agus", "Ahmad", "Asep", "Bambang", "Budi", "Dedi", "Eko", "Hendra", "Iwan", "Joko", "Muhammad"),
    *("Mulyono", "Rahmat", "Rudi", "Slamet", "Sugeng", "Suparman", "Supriyadi", "Ujang", "Wahyu", "Yanto"),
)  # fmt: skip
FAMILY = (
    *("Anggraini", "Arifin", "Daulay", "Effendi", "Fauzi", "Ginting", "Gunawan", "Handayani", "Haryanto", "Hidayat"),
    *("Ismail", "Kurniawan", "Kusuma", "Lubis", "Maulana", "Mulyadi", "Nasution", "Nugroho", "Pratama", "Purnomo"),
    *("Rahayu", "Ramadhan", "Safitri", "Santoso", "Saputra", "Setiawan", "Simanjuntak", "Siregar", "Suharto"),
    *("Sulistyo", "Susanti", "Sutrisno", "Syarif", "Tarigan", "Utami", "Wahyudi", "Wibowo", "Wijaya", "Yulianti"),
)  # fmt: skip
VILLAGES = (
    *("32.02.10.2001", "32.02.10.2003", "32.02.10.2004", "32.02.10.2005", "32.02.10.2007", "32.02.10.2010"),
    *("33.74.01.1002", "33.74.02.1001", "33.74.03.1006", "33.74.05.1003", "33.74.08.1001", "33.74.09.1001"),
    *("35.14.06.2003", "35.14.06.2004", "35.14.06.2009"),
)  # fmt: skip
WORK = ("Petani/Pekebun", "Pedagang", "Nelayan/Perikanan", "Mekanik", "Penata Rambut")
_YOUNGEST_DAYS, _OLDEST_DAYS = 18 * 366, 63 * 365
_FEMALE = 40


class Population:
    """Draws people, the same ones for the same seed; no NIK and no phone twice."""

    def __init__(self, chance: random.Random, consents: frozenset[str], occupations: tuple[str, ...]) -> None:
        self._chance = chance
        self._consents = consents
        self._occupations = occupations
        self._niks: set[str] = set()
        self._phones = 0

    def somebody(self, on: date, months: int, first: IuranMonth | None = None) -> EnrolmentForm:
        """The form of somebody who is enrolled on a local date without a remark and pays some months."""
        born = on - timedelta(days=self._chance.randint(_YOUNGEST_DAYS, _OLDEST_DAYS))
        return self.born(born, on, months, first)

    def born(self, born: date, on: date, months: int, first: IuranMonth | None = None) -> EnrolmentForm:
        """The form of somebody of a birth date."""
        chance = self._chance
        woman, village = chance.random() < 0.5, self.village()
        given = chance.choice(WOMEN if woman else MEN)
        return EnrolmentForm(
            nik=self.nik(village, born, woman=woman),
            name=f"{given} {chance.choice(FAMILY)}",
            birth_place="Latihan",
            birth_date=born.isoformat(),
            sex="P" if woman else "L",
            mother_name=f"{chance.choice(WOMEN)} {chance.choice(FAMILY)}",
            street=f"Jl. Latihan No. {chance.randint(1, 300)}",
            village=village,
            phone=self.phone(),
            occupation=chance.choice(self._occupations),
            income=str(chance.choice((1_000_000, 1_500_000, 2_400_000))),
            offer="JKK+JKM",
            first_month=str(first or IuranMonth.of(on)),
            months=str(months),
            consents=self._consents,
            declaration=True,
        )

    def nik(self, village: str, born: date, *, woman: bool) -> str:
        """A NIK nobody has, of a region, a birth date and a sex."""
        day = born.day + (_FEMALE if woman else 0)
        head = f"{village[:8].replace('.', '')}{day:02d}{born.month:02d}{born.year % 100:02d}"
        while True:
            nik = f"{head}{self._chance.randint(1, 9_999):04d}"
            if nik not in self._niks:
                self._niks.add(nik)
                return nik

    def village(self) -> str:
        """Where somebody lives."""
        return self._chance.choice(VILLAGES)

    def phone(self) -> str:
        """A number nobody has."""
        self._phones += 1
        return f"0899{self._phones:08d}"
