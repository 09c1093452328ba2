"""A sponsor's list on its way through a desk: written to a file, taken in, signed and judged."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import Workbook

from perisai_desktop.domain.kelompok import Kelompok, KelompokKind, Member
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.roll import Judged
from perisai_desktop.services.desk import AgentDesk
from sync.rules.kelompok import by_receipt
from tests.support.sample_names import name_of

PAGE = b"\xff\xd8\xff" + b"daftar yang ditandatangani" * 200
SPONSOR = "PT Contoh Peduli"
HEADS = (
    ("NIK", "nik"),
    ("Nama lengkap", "name"),
    ("Tempat lahir", "birth_place"),
    ("Tgl. lahir", "birth_date"),
    ("L/P", "sex"),
    ("Nama ibu kandung", "mother_name"),
    ("Alamat", "street"),
    ("Kode wilayah", "village"),
    ("No. HP", "phone"),
    ("Pekerjaan", "occupation"),
    ("Penghasilan", "income"),
)


def person(number: int) -> dict[str, str]:
    """Somebody who draws no reaction; no two are the same."""
    return {
        "nik": f"320208140890{number:04d}",
        "name": name_of(number),
        "birth_place": "Sukabumi",
        "birth_date": "14-08-1990",
        "sex": "L",
        "mother_name": "Siti Rahayu",
        "street": f"Jl. Melati No. {number}",
        "village": "32.02.10.2006",
        "phone": f"0812{number:08d}",
        "occupation": "Petani/Pekebun",
        "income": "1000000",
    }


def write_csv(path: Path, people: Iterable[Mapping[str, str]], delimiter: str = ";") -> Path:
    """The list as a text file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow([head for head, _ in HEADS])
        writer.writerows([one[field] for _, field in HEADS] for one in people)
    return path


def write_workbook(path: Path, people: Iterable[Mapping[str, object]], title: str = "") -> Path:
    """The list as a workbook, with a title above the heads where one is given."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Peserta")
    if title:
        sheet.append([title])
        sheet.append([])
    sheet.append([head for head, _ in HEADS])
    for one in people:
        sheet.append([one[field] for _, field in HEADS])
    book.save(path)
    return path


@dataclass
class GroupHand:
    """A hand that takes lists in and pays them."""

    desk: AgentDesk

    def take(self, path: Path, kind: KelompokKind = KelompokKind.SPONSOR) -> Kelompok:
        """A list as a draft, with the columns that its heads say."""
        importing = self.desk.importing
        file = importing.open(path)
        kelompok = replace(self.desk.grouping.new(kind), payer_name=SPONSOR)
        intake = importing.begin(kelompok, file, importing.columns(file.head))
        while importing.take(intake):
            pass
        return importing.finish(intake)

    def sign(self, kelompok: Kelompok) -> Kelompok:
        """One photographed page that names everybody."""
        return self.desk.grouping.add_pages(kelompok, [PAGE])

    def judged(self, kelompok: Kelompok) -> tuple[Judged, ...]:
        """Every line as it stands."""
        grouping = self.desk.grouping
        return grouping.judge(grouping.roll(), kelompok, grouping.members(kelompok))

    def give_reasons(self, kelompok: Kelompok) -> None:
        """A reason for every warning."""
        answered: list[Member] = []
        for one in self.judged(kelompok):
            reasons = {found.reaction.value: "Sudah dicocokkan" for found in one.open_warnings}
            if reasons:
                answered.append(replace(one.member, reasons=reasons))
        self.desk.grouping.keep(kelompok, answered)

    def pay(self, kelompok: Kelompok) -> list[Receipt]:
        """Everybody who is ready, receipt by receipt."""
        ready = [one for one in self.judged(kelompok) if one.ready]
        return [self.pay_some(kelompok, part) for part in by_receipt(ready)]

    def pay_some(self, kelompok: Kelompok, people: Sequence[Judged]) -> Receipt:
        """One receipt for these people."""
        rows = [one.member.row for one in people]
        return self.desk.group_enrolling.enrol(kelompok, rows, sum(one.total or 0 for one in people))


def enrolled(
    desk: AgentDesk,
    folder: Path,
    numbers: Sequence[int],
    *,
    payer: str = SPONSOR,
    kind: KelompokKind = KelompokKind.SPONSOR,
    **typed: str,
) -> Receipt:
    """Some people for whom somebody pays November to January on one receipt."""
    group = GroupHand(desk)
    path = write_csv(folder / f"daftar{numbers[0]}.csv", [person(number) | typed for number in numbers])
    kelompok = replace(group.sign(group.take(path, kind)), payer_name=payer)
    group.desk.grouping.keep(kelompok)
    (receipt,) = group.pay(kelompok)
    return receipt
