"""Words of a person's own data on paper, in Bahasa Indonesia: what the branch's server calls by a name or a code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from perisai_desktop.documents.held_words import moment
from sync.rules.dates import MONTH_NAMES, format_date, parse_date
from sync.rules.rupiah import format_rupiah

Told = Mapping[str, object]
"""An object of the archive's JSON."""
Named = Callable[[str], str | None]
"""The words of a code of the reference data, or of a village; None for what it does not know."""

NAMES: Mapping[str, str] = {
    "nik": "NIK",
    "name": "Nama",
    "birth_place": "Tempat lahir",
    "birth_date": "Tanggal lahir",
    "sex": "Jenis kelamin",
    "mother_name": "Nama ibu kandung",
    "phone": "Nomor HP",
    "street": "Alamat",
    "rt": "RT",
    "rw": "RW",
    "village": "Desa/kelurahan",
    "postcode": "Kode pos",
    "email": "Email",
    "marital": "Status kawin",
    "kk": "Nomor KK",
    "npwp": "NPWP",
    "kpj": "Nomor peserta (KPJ)",
    "paid_until": "Lunas sampai",
    "occupation": "Pekerjaan",
    "workplace": "Tempat kerja",
    "working_hours": "Jam kerja",
    "second_occupation": "Pekerjaan kedua",
    "second_workplace": "Tempat kerja kedua",
    "second_working_hours": "Jam kerja kedua",
    "income": "Penghasilan sebulan",
    "bracket": "Golongan penghasilan",
    "offer": "Program",
    "programme": "Program",
    "payer": "Pembayar",
    "payer_name": "Nama pembayar",
    "bank": "Bank",
    "number": "Nomor",
    "holder": "Atas nama",
    "heirs": "Ahli waris",
    "relation": "Hubungan",
    "share": "Bagian",
    "captured_in": "Didaftarkan di",
    "findings": "Yang ditanyakan program",
    "code": "Hal",
    "reason": "Alasan",
    "purposes": "Yang disetujui",
    "way": "Cara",
    "signed_by": "Ditandatangani oleh",
    "from_month": "Mulai bulan",
    "month": "Bulan",
    "end": "Berhenti",
    "cause": "Sebab",
    "on": "Tanggal",
    "relief": "Keringanan",
    "amount": "Jumlah",
    "total": "Jumlah",
    "received_by": "Diterima oleh",
    "cash": "Uang",
    "copy_number": "Cetakan ke",
    "side": "Serah terima",
    "from_agent": "Dari agen",
    "to_agent": "Ke agen",
}
"""What the person can read of a record, in the order in which it is read; what else there is serves machines, and
stands in the archive's JSON."""

CODES: Mapping[str, Mapping[str, str]] = {
    "sex": {"L": "Laki-laki", "P": "Perempuan"},
    "marital": {
        "single": "Belum kawin",
        "married": "Kawin",
        "divorced": "Cerai hidup",
        "widowed": "Cerai mati",
    },
    "payer": {
        "self": "Peserta atau keluarganya",
        "enterprise": "Usaha tempat bekerja",
        "company": "Perusahaan sebagai sponsor",
        "central_budget": "Anggaran negara (APBN)",
        "regional_budget": "Anggaran daerah (APBD)",
        "village_budget": "Anggaran desa (APBDes)",
    },
    "way": {
        "pad": "Tanda tangan di laptop",
        "thumb_photo": "Foto cap jempol",
        "signed_paper_photo": "Foto surat bertanda tangan",
        "signed_list_photo": "Foto daftar bertanda tangan",
    },
    "cause": {
        "death": "Meninggal dunia",
        "employment": "Bekerja di perusahaan",
        "own_wish": "Keinginan sendiri",
    },
    "cash": {"no_cash": "Tidak diterima", "cash_taken": "Sudah diterima"},
    "received_by": {
        "worker": "Peserta",
        "payer": "Pembayar",
        "heir": "Ahli waris",
        "representative": "Wakil",
    },
    "side": {"gives": "Menyerahkan", "takes": "Menerima"},
    "code": {
        "birth_date_differs": "Tanggal lahir lain dari NIK",
        "sex_differs": "Jenis kelamin lain dari NIK",
        "region_unknown": "Daerah pada NIK tidak dikenal",
        "under_17": "Belum 17 tahun",
        "phone_shared": "Nomor HP dipakai orang lain juga",
        "likely_duplicate": "Mirip peserta lain",
        "region_retired": "Daerah pada NIK sudah berganti",
        "spaces_and_dots": "NIK diketik dengan tanda baca",
        "last_day_before_65": "Hari terakhir sebelum 65 tahun",
    },
    "kind": {
        "enrolment": "Pendaftaran",
        "correction": "Perbaikan data",
        "change": "Perubahan data",
        "consent": "Persetujuan",
        "consent_withdrawal": "Pencabutan persetujuan",
        "contribution": "Iuran",
        "receipt": "Kuitansi",
        "reprint": "Cetak ulang kuitansi",
        "void_request": "Permintaan pembatalan",
        "refund": "Pengembalian uang",
        "handover": "Serah terima peserta",
    },
    "state": {
        "received": "Diterima cabang",
        "flagged": "Diperiksa",
        "in_review": "Ditinjau",
        "returned": "Dikembalikan untuk diperbaiki",
        "duplicate": "Sudah terdaftar",
        "approved": "Disetujui",
        "registered": "Terdaftar",
        "refused": "Ditolak",
        "parked": "Menunggu data lain",
        "suspense": "Menunggu data lain",
        "held": "Ditahan",
    },
    "move": {
        "open": "Dibuka",
        "release": "Dikembalikan ke antrean",
        "approve": "Disetujui",
        "return": "Dikembalikan untuk diperbaiki",
        "refuse": "Ditolak",
        "duplicate": "Dinyatakan sudah terdaftar",
        "not_duplicate": "Dinyatakan belum terdaftar",
        "correct": "Diperbaiki agen",
        "register": "Nomor peserta diterima",
        "turn_down": "Ditolak badan",
        "take_over": "Diambil alih",
        "told_apart": "Dinyatakan dua orang yang berbeda",
        "same_person": "Dinyatakan orang yang sama",
        "escalate": "Diminta diperiksa orang lain",
        "propose_approve": "Disetujui orang pertama",
        "propose_refuse": "Ditolak orang pertama",
        "propose_turn_down": "Ditolak badan, dibawa orang pertama",
        "decline": "Orang kedua tidak sepakat",
        "withdraw": "Keputusan ditarik kembali",
        "found": "Data yang ditunggu datang",
        "suspend": "Terlalu lama menunggu data lain",
        "paid_twice": "Bulan terbayar dua kali",
    },
    "shows": {
        "ktp": "KTP",
        "signature": "Tanda tangan",
        "thumb": "Cap jempol",
        "signed_paper": "Surat bertanda tangan",
        "signed_list": "Daftar bertanda tangan",
        "slip": "Bukti setor",
        "other": "Foto lain",
    },
    "bucket": {
        "pending": "Belum diterima",
        "accepted": "Diterima",
        "under_review": "Diperiksa",
        "held": "Ditahan",
        "refunded": "Dikembalikan",
        "voided": "Dibatalkan",
    },
    "pair": {
        "documents_differ": "Dokumen berbeda",
        "documents_agree": "Dokumen sama",
        "documents_unclear": "Dokumen kurang jelas",
        "spoken_with": "Sudah dibicarakan langsung",
        "relatives": "Masih keluarga",
        "agent_confirms": "Agen membenarkan",
        "cannot_reach": "Tidak dapat dihubungi",
        "much_money": "Uangnya besar",
        "knows_them": "Mengenal orangnya",
    },
    "role": {
        "agent": "Agen",
        "reviewer": "Penyelia",
        "branch_admin": "Admin cabang",
        "auditor": "Auditor",
        "operator": "Petugas server",
    },
    "part": {"personal": "Data pribadi", "photo": "Foto"},
    "because": {
        "withdrawn": "Persetujuan dicabut",
        "refused": "Ditolak, uang selesai",
        "membership_ended": "Kepesertaan berakhir",
        "photos_answered": "Sudah dijawab, foto saja",
    },
    "act": {
        "data_purged": "Menghapus data",
        "record_seen": "Melihat data",
        "photo_seen": "Melihat foto",
        "workers_searched": "Mencari peserta",
        "portal_exported": "Membawa data ke portal",
        "laptop_records_seen": "Melihat daftar orang di laptop yang hilang",
        "person_exported": "Menyimpan semua data orang ini",
        "payment_attributed": "Menentukan untuk siapa uang dibayar",
    },
}
"""The words of what a field may hold."""
_RUPIAH = frozenset({"income", "amount", "total", "rupiah"})
_PLACES = frozenset({"village", "captured_in"})
_PUBLISHED = frozenset({"reason", "purposes"})
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")


def code_words(kind: str, code: object) -> str:
    """The words of a code, itself where it has none here."""
    return CODES[kind].get(str(code), str(code))


def act_words(act: object) -> str:
    """What somebody did with the data: saw it, or decided about it."""
    text = str(act)
    moved = CODES["move"].get(text.removeprefix("review_")) if text.startswith("review_") else None
    return moved or code_words("act", act)


def value_words(name: str, value: object, named: Named) -> str:
    """One value of a field: rupiah, days, months and codes in words, several after one another."""
    if isinstance(value, list):
        return "; ".join(value_words(name, one, named) for one in value)
    if isinstance(value, Mapping):
        return ", ".join(value_words(part, value[part], named) for part in NAMES if value.get(part))
    text = str(value)
    if name in _RUPIAH and isinstance(value, int):
        return format_rupiah(value)
    if name == "share":
        return f"{text}%"
    if name in CODES:
        return code_words(name, value)
    if name in _PLACES:
        return f"{named(text) or ''} ({text})".strip()
    if name in _PUBLISHED:
        return named(text) or code_words("pair", text)
    return _time_words(text) or text


def local_words(instant: object, offset: int) -> str:
    """An instant of the JSON by the clock on the wall, `offset` minutes ahead of UTC."""
    return moment(datetime.fromisoformat(str(instant)), offset)


def _time_words(text: str) -> str | None:
    if _DAY.fullmatch(text) and (day := parse_date(text)):
        return format_date(day)
    if _MONTH.fullmatch(text) and 1 <= int(text[5:]) <= len(MONTH_NAMES):
        return f"{MONTH_NAMES[int(text[5:]) - 1]} {text[:4]}"
    return None
