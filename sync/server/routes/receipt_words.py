"""What the page of a receipt says, in Bahasa Indonesia, for each standing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sync.server.domain.receipt_standing import Standing


@dataclass(frozen=True, slots=True)
class Words:
    """Title, the title in practice, what happened, what to do; `tone` is ok, warn or bad."""

    tone: str
    title: str
    practice_title: str
    lead: str
    advice: str


WORDS: Mapping[Standing, Words] = {
    Standing.GENUINE_RECEIVED: Words(
        "ok",
        "Kuitansi asli",
        "Asli, latihan",
        "Kuitansi ini asli dan catatannya sudah diterima kantor cabang.",
        "Cocokkan jumlah dan tanggal di atas dengan kuitansi di tangan Anda, lalu simpan kuitansinya. "
        "Bila berbeda, telepon layanan di bawah ini.",
    ),
    Standing.GENUINE_NOT_RECEIVED: Words(
        "warn",
        "Kuitansi asli, belum diterima kantor",
        "Asli, latihan, belum diterima",
        "Tanda tangan kuitansi ini sah, tetapi catatannya belum sampai di kantor cabang. "
        "Itu biasa bila agen belum mendapat sinyal.",
        "Simpan kuitansi Anda dan periksa lagi beberapa hari lagi. Bila sesudah 5 hari masih begini, "
        "telepon layanan di bawah ini.",
    ),
    Standing.GENUINE_TO_CHECK: Words(
        "warn",
        "Kuitansi asli, masih diperiksa kantor",
        "Asli, latihan, masih diperiksa",
        "Tanda tangan kuitansi ini sah, tetapi catatannya masih harus diperiksa kantor cabang.",
        "Simpan kuitansi Anda dan periksa lagi beberapa hari lagi. Bila sesudah 5 hari masih begini, "
        "telepon layanan di bawah ini.",
    ),
    Standing.VOIDED: Words(
        "bad",
        "Kuitansi dibatalkan",
        "Dibatalkan, latihan",
        "Kuitansi ini pernah diterbitkan, tetapi sudah dibatalkan dan tidak berlaku sebagai bukti bayar.",
        "Bila Anda sudah membayar dan belum menerima uang kembali atau kuitansi pengganti, "
        "telepon layanan di bawah ini.",
    ),
    Standing.UNKNOWN: Words(
        "bad",
        "Kuitansi tidak dikenal",
        "Kuitansi tidak dikenal",
        "Nomor ini tidak berasal dari alat yang terdaftar pada kami.",
        "Jangan membayar lagi dengan kuitansi seperti ini. Simpan kuitansinya dan tanyakan ke kantor cabang "
        "BPJS Ketenagakerjaan terdekat.",
    ),
    Standing.ALTERED: Words(
        "bad",
        "Isi kuitansi tidak cocok",
        "Isi kuitansi tidak cocok",
        "Nomor, tanggal, atau jumlah pada kuitansi ini tidak sama dengan yang ditandatangani saat diterbitkan.",
        "Simpan kuitansinya, jangan diserahkan kepada siapa pun, dan laporkan ke kantor cabang "
        "BPJS Ketenagakerjaan terdekat.",
    ),
}

PRACTICE_ADVICE = "Tidak ada. Kuitansi latihan tidak perlu disimpan atau dilaporkan."
"""What to do with a practice receipt: nobody is to call a real number about it."""
