"""The page of a receipt: plain HTML in Bahasa Indonesia for whoever scanned the QR with a phone."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from sync.rules.dates import format_date
from sync.rules.rupiah import format_rupiah
from sync.rules.terbilang import terbilang
from sync.server.domain.receipt_standing import ReceiptAnswer, Standing
from sync.server.routes.receipt_words import PRACTICE_ADVICE, WORDS, Words

_STYLE = """
:root{color-scheme:light dark;--bg:#F5F7FA;--card:#FFFFFF;--line:#DDE3EA;--text:#17212B;--muted:#566371;
--ok:#0B6B4F;--ok-fill:#E3F3ED;--warn:#855600;--warn-fill:#FFF3D6;--bad:#B3261E;--bad-fill:#FDECEA;
--info:#0B5394;--info-fill:#E5F0FA}
@media (prefers-color-scheme:dark){:root{--bg:#12181D;--card:#1A2229;--line:#2F3B45;--text:#E6ECF1;
--muted:#9FADB9;--ok:#5FD3A8;--ok-fill:#17382E;--warn:#F2C063;--warn-fill:#33290F;--bad:#FF8A80;
--bad-fill:#3D1D1B;--info:#7FBBF0;--info-fill:#14293B}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:34rem;margin:0 auto;padding:16px 16px 40px}
.brand{display:flex;justify-content:space-between;align-items:center;gap:12px;padding:4px 0 16px;
color:var(--muted);font-size:14px}
.brand b{color:var(--text);font-size:16px}
.practice{background:var(--info-fill);color:var(--info);border:1px solid var(--info);border-radius:12px;
padding:12px 16px;margin:0 0 16px;font-size:15px}
.practice b{letter-spacing:.08em}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;overflow:hidden;margin:0 0 16px}
.head{padding:20px;display:flex;gap:16px;align-items:flex-start}
.head svg{flex:none;width:40px;height:40px}
.ok{background:var(--ok-fill);color:var(--ok)}.warn{background:var(--warn-fill);color:var(--warn)}
.bad{background:var(--bad-fill);color:var(--bad)}
h1{font-size:22px;line-height:1.25;margin:0 0 4px}
.head p{margin:0;color:var(--text)}
dl{margin:0;padding:4px 20px 12px}
dl div{padding:12px 0;border-top:1px solid var(--line)}
dl div:first-child{border-top:0}
dt{color:var(--muted);font-size:14px}
dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
dd small{display:block;font-weight:400;color:var(--muted);font-size:14px}
.amount{font-size:26px;line-height:1.25}
h2{font-size:16px;margin:0 0 4px}
.next{padding:16px 20px}.next p{margin:0 0 8px}.next p:last-child{margin:0}
a{color:var(--info)}
.call{display:inline-block;margin-top:8px;padding:12px 20px;border-radius:8px;background:var(--ok);color:var(--card);
font-weight:600;text-decoration:none}
footer{color:var(--muted);font-size:14px}
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

PAGE_HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
"""What every answer about a receipt carries: nothing is loaded, framed, cached or indexed."""

_SIGNS = {
    "ok": '<path d="M12 21l6 6 11-13" fill="none" stroke="currentColor" stroke-width="3.5" '
    'stroke-linecap="round" stroke-linejoin="round"/>',
    "warn": '<path d="M20 11v11M20 28v1" fill="none" stroke="currentColor" stroke-width="3.5" '
    'stroke-linecap="round"/>',
    "bad": '<path d="M14 14l12 12M26 14L14 26" fill="none" stroke="currentColor" stroke-width="3.5" '
    'stroke-linecap="round"/>',
}

_FOOTER = (
    "<footer>Kuitansi ini adalah bukti terima uang dari Agen Perisai. Bukti resmi dari BPJS "
    "Ketenagakerjaan menyusul setelah uang disetorkan.</footer>"
)


def receipt_page(answer: ReceiptAnswer) -> str:
    """The whole page for one answer; everything that came from outside is escaped."""
    words = WORDS[answer.standing]
    title = words.title
    if answer.practice and answer.genuine:
        title = words.practice_title
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
        '<div class="brand"><b>Perisai</b><span>Periksa kuitansi</span></div>'
        + (_practice() if answer.practice else "")
        + f'<section class="card">{_head(words, title)}{_facts(answer)}</section>'
        + _next(words, answer)
        + (
            _FOOTER
            if answer.genuine and answer.standing is not Standing.VOIDED and not answer.practice
            else ""
        )
        + "</main></body></html>"
    )


def _practice() -> str:
    return (
        '<p class="practice" role="note"><b>LATIHAN</b>: kuitansi ini dibuat untuk belajar. '
        "Tidak ada uang yang dibayarkan dan tidak ada perlindungan yang berlaku.</p>"
    )


def _head(words: Words, title: str) -> str:
    return (
        f'<div class="head {words.tone}"><svg viewBox="0 0 40 40" aria-hidden="true">'
        '<circle cx="20" cy="20" r="18" fill="none" stroke="currentColor" stroke-width="2.5"/>'
        f"{_SIGNS[words.tone]}</svg><div><h1>{escape(title)}</h1><p>{escape(words.lead)}</p></div></div>"
    )


def _facts(answer: ReceiptAnswer) -> str:
    rows: list[tuple[str, str]] = []
    if answer.amount is not None:
        rows.append(
            (
                "Jumlah" if answer.genuine else "Jumlah yang tertulis",
                f'<span class="amount">{format_rupiah(answer.amount)}</span><small>{terbilang(answer.amount)}</small>',
            )
        )
    rows.append(("Nomor kuitansi" if answer.genuine else "Nomor yang tertulis", escape(answer.number)))
    if answer.on is not None:
        label = "Tanggal" if answer.genuine else "Tanggal yang tertulis"
        rows.append((label, escape(format_date(answer.on))))
    if answer.worker:
        rest = f"<small>dan {answer.others} orang lagi</small>" if answer.others else ""
        rows.append(("Dibayar untuk", escape(answer.worker) + rest))
    if answer.agent_name:
        number = f"<small>Nomor agen {escape(answer.agent_number)}</small>" if answer.agent_number else ""
        rows.append(("Agen Perisai", escape(answer.agent_name) + number))
    if answer.office:
        rows.append(("Kantor", escape(answer.office)))
    if answer.same_number:
        known = "Kantor cabang mengetahuinya. Jumlah di atas cocok dengan tanda tangan kuitansi Anda."
        rows.append(
            ("Nomor yang sama", f"Ada {answer.same_number} kuitansi lain<small>{known}</small>"),
        )
    if answer.received_on is not None and answer.standing is Standing.GENUINE_RECEIVED:
        rows.append(("Diterima kantor cabang", escape(format_date(answer.received_on))))
    return "<dl>" + "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows) + "</dl>"


def _next(words: Words, answer: ReceiptAnswer) -> str:
    digits = "".join(letter for letter in answer.hotline if letter.isdigit() or letter == "+")
    if answer.practice:
        digits = ""
    call = f'<a class="call" href="tel:{digits}">Telepon {escape(answer.hotline)}</a>' if digits else ""
    return (
        '<section class="card next"><h2>Apa yang perlu dilakukan</h2>'
        f"<p>{escape(PRACTICE_ADVICE if answer.practice else words.advice)}</p>{call}</section>"
    )
