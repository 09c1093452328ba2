"""Which column of somebody's list is which field: guessed by the words in its head."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TypeAlias

from sync.rules.names import search_words

HeadWords: TypeAlias = Mapping[str, Collection[str]]
"""The heads by which each field's column is known, without marks and in lower case."""
Columns: TypeAlias = Mapping[str, int]
"""The place of each field's column, from 0; what the list does not have is absent."""

HEAD_WORDS: Mapping[str, tuple[str, ...]] = {
    "nik": ("nik", "no nik", "nomor nik", "nomor induk kependudukan", "no ktp", "nomor ktp"),
    "name": ("nama", "nama lengkap", "nama peserta", "nama pekerja", "nama tenaga kerja", "name"),
    "birth_place": ("tempat lahir", "tmp lahir", "tpt lahir", "kota lahir", "birth place", "place of birth"),
    "birth_date": ("tanggal lahir", "tgl lahir", "birth date", "date of birth", "dob"),
    "sex": ("jenis kelamin", "kelamin", "jk", "l p", "gender", "sex"),
    "mother_name": ("nama ibu", "nama ibu kandung", "ibu kandung", "ibu", "mother", "mother name"),
    "street": ("alamat", "alamat lengkap", "alamat rumah", "alamat ktp", "jalan", "address", "street"),
    "rt": ("rt",),
    "rw": ("rw",),
    "village": (
        "kode wilayah",
        "kode desa",
        "kode kelurahan",
        "desa",
        "kelurahan",
        "desa kelurahan",
        "kelurahan desa",
        "village",
    ),
    "district": ("kecamatan", "kec", "district"),
    "regency": ("kabupaten", "kota", "kabupaten kota", "kab kota", "regency"),
    "phone": (
        "telepon",
        "no telepon",
        "nomor telepon",
        "telp",
        "no telp",
        "no hp",
        "nomor hp",
        "hp",
        "handphone",
        "no handphone",
        "wa",
        "no wa",
        "whatsapp",
        "phone",
    ),
    "email": ("email", "e mail", "surel"),
    "kk": ("kk", "no kk", "nomor kk", "kartu keluarga", "nomor kartu keluarga"),
    "npwp": ("npwp", "no npwp", "nomor npwp"),
    "occupation": ("pekerjaan", "jenis pekerjaan", "pekerjaan utama", "profesi", "occupation", "job"),
    "second_occupation": ("pekerjaan kedua", "pekerjaan sampingan", "second occupation"),
    "workplace": ("tempat kerja", "tempat bekerja", "lokasi kerja", "workplace"),
    "income": ("penghasilan", "penghasilan bulanan", "pendapatan", "upah", "gaji", "income"),
    "offer": ("program", "programme", "jenis program"),
    "first_month": ("bulan mulai", "mulai bulan", "bulan pertama", "bulan iuran pertama", "first month"),
    "months": ("jumlah bulan", "lama bulan", "berapa bulan", "jml bulan", "months"),
}
"""The heads of a list of people."""

FIELDS: tuple[str, ...] = tuple(HEAD_WORDS)
"""Every field that a list can have; `district` and `regency` help to find a village by its name."""

NEEDED: tuple[str, ...] = ("nik", "name")
"""Without these columns a list names nobody."""


def head_key(head: str) -> str:
    """A head as it is compared: its words, apart."""
    return " ".join(search_words(head))


def heads_mark(heads: Iterable[str]) -> str:
    """What lists with the same heads share, under which their columns are remembered; it tells no head."""
    return sha256("\n".join(map(head_key, heads)).encode()).hexdigest()[:32]


def named(heads: Sequence[str], words: HeadWords) -> dict[str, int]:
    """The fields that heads name exactly, each at its first."""
    fields = _field_of(words)
    found: dict[str, int] = {}
    for place, key in enumerate(map(head_key, heads)):
        if key in fields:
            found.setdefault(fields[key], place)
    return found


def guess(heads: Sequence[str], words: HeadWords = HEAD_WORDS) -> Columns:
    """The fields that heads name: those that say it exactly first, then those that contain it."""
    fields, found = _field_of(words), named(heads, words)
    by_length = sorted(fields, key=len, reverse=True)
    for place, key in enumerate(map(head_key, heads)):
        if place not in found.values():
            field = next((fields[one] for one in by_length if _contains(key, one)), None)
            if field is not None:
                found.setdefault(field, place)
    return found


def known_heads(cells: Iterable[str], words: HeadWords = HEAD_WORDS) -> int:
    """How many fields a line of cells names, by which the line of heads is found."""
    fields = _field_of(words)
    return len({fields[key] for key in map(head_key, cells) if key in fields})


def _field_of(words: HeadWords) -> dict[str, str]:
    return {one: field for field, heads in words.items() for one in heads}


def _contains(key: str, words: str) -> bool:
    return len(words) > 2 and f" {words} " in f" {key} "
