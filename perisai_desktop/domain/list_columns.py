"""Which column of somebody's list is which field: guessed by the words in its head."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from sync.rules.names import search_words

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
"""The heads by which a field's column is known, without marks and in lower case."""

FIELDS: tuple[str, ...] = tuple(HEAD_WORDS)
"""Every field that a list can have; `district` and `regency` help to find a village by its name."""

NEEDED: tuple[str, ...] = ("nik", "name")
"""Without these columns a list names nobody."""

_FIELD_OF = {words: field for field, heads in HEAD_WORDS.items() for words in heads}
_BY_LENGTH = tuple(sorted(_FIELD_OF, key=len, reverse=True))


def head_key(head: str) -> str:
    """A head as it is compared: its words, apart."""
    return " ".join(search_words(head))


def guess(heads: Sequence[str]) -> Columns:
    """The fields that heads name: those that say it exactly first, then those that contain it."""
    keys = [head_key(head) for head in heads]
    found: dict[str, int] = {}
    for place, key in enumerate(keys):
        if key in _FIELD_OF:
            found.setdefault(_FIELD_OF[key], place)
    for place, key in enumerate(keys):
        if place not in found.values():
            field = next((_FIELD_OF[words] for words in _BY_LENGTH if _contains(key, words)), None)
            if field is not None:
                found.setdefault(field, place)
    return found


def known_heads(cells: Iterable[str]) -> int:
    """How many fields a line of cells names, by which the line of heads is found."""
    return len({_FIELD_OF[key] for key in map(head_key, cells) if key in _FIELD_OF})


def _contains(key: str, words: str) -> bool:
    return len(words) > 2 and f" {words} " in f" {key} "
