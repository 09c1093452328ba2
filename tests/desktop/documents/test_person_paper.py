"""All that is held about a person is read by that person: every part, in words, on as many pages as it needs."""

from __future__ import annotations

from typing import Any

from perisai_desktop.documents.person_paper import PersonHead, person_pdf
from perisai_desktop.documents.person_words import CODES, NAMES, value_words
from sync.protocol.kinds import EntryKind
from sync.rules.states import MoneyBucket, Move, ReviewState
from tests.support.pages import page_sizes, page_words

HEAD = PersonHead("Cabang Sukabumi", 420, practice=True)
VILLAGE = "32.02.08.2005"
PLACES = {
    VILLAGE: "Desa Cibadak, Kec. Cibadak, Kab. Sukabumi, Jawa Barat",
    "nik_differs_from_ktp": "NIK tidak sama dengan KTP",
}
WRITTEN = "2026-11-02T02:15:00.000Z"


def record(kind: str, **changes: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "personal": None,
        "content": {},
        "history": [],
        "state": None,
        "recorded_at": WRITTEN,
    }
    return {"kind": kind, **empty, **changes}


def step(move: str, by: str = "Ratna Wijaya", **changes: Any) -> dict[str, Any]:
    return {"at": WRITTEN, "by": by, "move": move, "reason": None, "note": None, "comments": [], **changes}


def told(months: int = 3) -> dict[str, Any]:
    """What a server tells of somebody who was sent back once and pays every month."""
    personal = {
        "nik": "3202081408900004",
        "name": "Siti Contoh",
        "birth_date": "1990-08-14",
        "sex": "P",
        "village": VILLAGE,
        "marital": "married",
        "bank": {"bank": "BRI", "number": "1234", "holder": "Siti Contoh"},
        "heirs": [{"name": "Asep", "relation": "Suami", "share": 60}, {"name": "Dewi", "relation": "Anak"}],
        "blobs": [{"sha256": "0" * 64, "shows": "ktp"}],
    }
    content = {
        "offer": "JKK+JKM",
        "occupation": "Pedagang",
        "income": 1_000_000,
        "payer": "self",
        "findings": [{"code": "phone_shared", "reason": "Nomor suami"}],
    }
    sent_back = step(
        "return",
        reason="nik_differs_from_ktp",
        note="Cocokkan lagi dengan KTP asli, lalu kirim perbaikan sebelum akhir pekan karena cabang menunggu",
        comments=[{"field": "nik", "text": "Angka ke-7 kurang jelas"}],
    )
    return {
        "made_at": "2026-11-22T02:00:00.000Z",
        "person": {
            "worker_id": "w",
            "name": "Siti Contoh",
            "nik": "3202081408900004",
            "paid_until": "2027-01",
        },
        "records": [
            record(
                "enrolment",
                personal=personal,
                content=content,
                state="approved",
                history=[sent_back, step("paid_twice", by="")],
            ),
            record("consent", content={"purposes": ["enrolment"], "way": "pad"}),
            record("correction", personal={"changes": {"street": "Kp. Pasar 7"}}, content={"changes": {}}),
        ],
        "payments": [
            {
                "month": f"{2026 + place // 12}-{place % 12 + 1:02d}",
                "programme": "JKK",
                "rupiah": 10_000,
                "receipt": "7Q2FK-01-000123-Q",
                "recorded_on": "2026-11-02",
                "bucket": "accepted",
            }
            for place in range(months)
        ],
        "photos": [{"shows": "ktp", "file": "foto/ktp-00000000.jpg"}, {"shows": "signed_list", "file": None}],
        "erased": [
            {
                "at": WRITTEN,
                "part": "photo",
                "record": "r",
                "because": "photos_answered",
                "by": "Ratna Wijaya",
            },
            {"at": WRITTEN, "part": "personal", "record": "r", "because": "withdrawn", "by": ""},
        ],
        "seen_by": [
            {"at": WRITTEN, "by": "Ratna Wijaya", "role": "reviewer", "act": "record_seen", "way": "opened"},
            {"at": WRITTEN, "by": "", "role": "", "act": "review_approve", "way": None},
        ],
    }


def test_every_part_is_there_in_words() -> None:
    words = page_words(person_pdf(told(), HEAD, PLACES.get))
    for part in (
        "Siti Contoh · Cabang Sukabumi · 22 November 2026, 09.00 WIB",
        "14 Agustus 1990",
        "Perempuan",
        f"Jawa Barat ({VILLAGE})",
        "BRI, 1234, Siti Contoh",
        "Asep, Suami, 60%; Dewi, Anak",
        "Rp1.000.000",
        "Nomor HP dipakai orang lain juga, Nomor suami",
        "Dikembalikan untuk diperbaiki oleh Ratna Wijaya · NIK tidak sama dengan KTP",
        "NIK: Angka ke-7 kurang jelas",
        "Bulan terbayar dua kali",
        "Kp. Pasar 7",
        "Januari 2026 JKK Rp10.000 7Q2FK-01-000123-Q Diterima",
        "Daftar bertanda tangan tidak disertakan",
        "Ratna Wijaya Penyelia Melihat data",
        "Ratna Wijaya Foto Sudah dijawab, foto saja",
        "Server cabang Data pribadi Persetujuan dicabut",
    ):
        assert part in words, part


def test_a_long_life_takes_pages_and_nobody_s_payments_are_a_dash() -> None:
    content = person_pdf(told(90), HEAD, PLACES.get)
    count = len(page_sizes(content))
    assert count > 2
    assert f"halaman {count} dari {count}" in page_words(content)
    nothing = page_words(person_pdf({**told(0), "erased": []}, HEAD, PLACES.get))
    assert ("Iuran –" in nothing, "Yang sudah dihapus" in nothing) == (True, False)


def test_every_code_has_words() -> None:
    about = set(EntryKind) - {
        EntryKind.EPOCH_START,
        EntryKind.DEPOSIT,
        EntryKind.CLOSING,
        EntryKind.CASH_ADJUSTMENT,
    }
    assert set(CODES["kind"]) == {kind.value for kind in about}
    assert set(CODES["state"]) == {state.value for state in ReviewState}
    assert set(CODES["move"]) > {move.value for move in Move} - {Move.CLEAR.value}
    assert set(CODES["bucket"]) == {bucket.value for bucket in MoneyBucket}
    assert value_words("month", "2026-13", PLACES.get) == "2026-13"
    assert set(NAMES) > {"sex", "marital", "payer"}
