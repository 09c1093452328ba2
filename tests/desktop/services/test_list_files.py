"""Lists as programs write them: text in its spellings, workbooks with titles and empty lines, and what is neither."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.list_files import ListFile, open_list
from perisai_desktop.services.list_pages import LONGEST_SIDE, read_page


def read_all(file: ListFile) -> list[tuple[int, tuple[object, ...]]]:
    found: list[tuple[int, tuple[object, ...]]] = []
    while lines := file.read(2):
        found.extend((line.row, line.cells) for line in lines)
    file.close()
    return found


@pytest.mark.parametrize(
    "content",
    [
        b"NIK;Nama\n1;B\xc3\xbcdi, S.\n2;Ani\n",
        b'\xef\xbb\xbfNIK,Nama\r\n1,"B\xc3\xbcdi, S."\r\n2,Ani\r\n',
        b"NIK\tNama\n1\tB\xfcdi, S.\n2\tAni\n",
        "NIK|Nama\n1|Büdi, S.\n2|Ani\n".encode("utf-16"),
        b"sep=;\nNIK;Nama\n1;B\xfcdi, S.\n2;Ani\n",
    ],
)
def test_text_is_read_whatever_parts_and_spells_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes(content)
    file = open_list(path)
    assert file.head.heads == ("NIK", "Nama")
    assert [cells for _, cells in read_all(file)] == [("1", "Büdi, S."), ("2", "Ani")]


def test_the_line_of_heads_is_found_below_a_title(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("Daftar pekerja rentan;\n;\nNIK;Nama lengkap\n\n1;Budi\n;\n2;Ani\n", encoding="utf-8")
    file = open_list(path)
    assert file.head.samples == (("1", "Budi"), ("2", "Ani"))
    assert [row for row, _ in read_all(file)] == [5, 7]


def test_the_sheet_with_the_people_is_found(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Petunjuk", 0).append(["Petunjuk"])
    sheet = book.create_sheet("Peserta")
    for line in (["NIK", "Nama"], [3202081408900004, "Budi"], [], ["2", None, "x"]):
        sheet.append(line)
    book.save(tmp_path / "daftar.xlsx")
    file = open_list(tmp_path / "daftar.xlsx")
    assert (file.head.heads[:2], file.head.lines) == (("NIK", "Nama"), 3)
    assert [(row, cells[:3]) for row, cells in read_all(file)] == [
        (2, (3202081408900004, "Budi", None)),
        (4, ("2", None, "x")),
    ]


def test_an_empty_workbook_holds_nobody(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "kosong.xlsx")
    with pytest.raises(Failure) as refused:
        open_list(tmp_path / "kosong.xlsx")
    assert refused.value.code is FailureCode.LIST_EMPTY


def test_a_file_that_swells_or_is_missing_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 4_000)
    monkeypatch.setattr("perisai_desktop.services.list_files.LARGEST_CONTENT", 3_999)
    with pytest.raises(Failure) as refused:
        open_list(tmp_path / "bom.xlsx")
    assert refused.value.code is FailureCode.LIST_TOO_LONG
    with pytest.raises(Failure) as refused:
        open_list(tmp_path / "tidak ada.csv")
    assert refused.value.code is FailureCode.LIST_UNREADABLE
    monkeypatch.setattr("perisai_desktop.services.list_files.LARGEST_FILE", 3)
    (tmp_path / "besar.csv").write_bytes(b"NIK;Nama")
    with pytest.raises(Failure) as refused:
        open_list(tmp_path / "besar.csv")
    assert refused.value.code is FailureCode.LIST_TOO_LONG


def test_a_workbook_damaged_on_its_way_is_told(tmp_path: Path) -> None:
    book = Workbook()
    for number in range(300):
        book.worksheets[0].append(["NIK", "Nama", number * 7_919 % 1_009])
    book.save(tmp_path / "utuh.xlsx")
    whole = (tmp_path / "utuh.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "utuh.xlsx") as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    at = part.header_offset + 30 + len(part.filename) + part.compress_size // 2
    (tmp_path / "rusak.xlsx").write_bytes(whole[:at] + b"\xff" * 12 + whole[at + 12 :])
    with pytest.raises(Failure) as refused:
        read_all(open_list(tmp_path / "rusak.xlsx"))
    assert refused.value.code is FailureCode.LIST_UNREADABLE


def test_a_line_beyond_every_sheet_is_not_counted_up_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    for line in (["NIK", "Nama"], ["1", "Budi"], ["2", "Ani"]):
        book.worksheets[0].append(line)
    book.save(tmp_path / "asal.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "asal.xlsx") as source,
        zipfile.ZipFile(tmp_path / "jauh.xlsx", "w") as archive,
    ):
        for part in source.infolist():
            content = source.read(part).replace(b'<row r="3"', b'<row r="99999999999"')
            archive.writestr(part, content.replace(b'r="A3"', b"").replace(b'r="B3"', b""))
    monkeypatch.setattr("perisai_desktop.services.list_files.LAST_ROW", 40)
    file = open_list(tmp_path / "jauh.xlsx")
    assert [row for row, _ in read_all(file)] == [2]


def test_a_file_of_one_endless_line_is_not_taken_apart(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("NIK;Nama\n1;Budi" + ";x" * 200 + "\n", encoding="utf-8")
    assert [len(cells) for _, cells in read_all(open_list(path))] == [100]
    path.write_text("NIK;Nama" + ";" * 1_100_000, encoding="utf-8")
    with pytest.raises(Failure) as refused:
        open_list(path)
    assert refused.value.code is FailureCode.LIST_UNREADABLE


def test_a_line_that_breaks_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("NIK;Nama\n" + "1;Budi\n" * 40 + '"' + "x" * 140_000, encoding="utf-8")
    file = open_list(path)
    with pytest.raises(Failure) as refused:
        read_all(file)
    assert refused.value.code is FailureCode.LIST_UNREADABLE


def test_a_photographed_page_becomes_small_and_upright(tmp_path: Path) -> None:
    from PIL import Image

    large = Image.new("RGB", (4_000, 3_000), "white")
    exif = large.getexif()
    exif[0x0112] = 6
    large.save(tmp_path / "halaman.jpg", exif=exif)
    page = read_page(tmp_path / "halaman.jpg")
    (tmp_path / "kecil.jpg").write_bytes(page)
    with Image.open(tmp_path / "kecil.jpg") as kept:
        assert kept.size == (LONGEST_SIDE * 3 // 4, LONGEST_SIDE)
        assert not kept.getexif()
    for name, content in (("bukan.jpg", b"no picture"), ("terpotong.jpg", page[:300])):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Failure) as refused:
            read_page(tmp_path / name)
        assert refused.value.code is FailureCode.PHOTO_UNREADABLE
