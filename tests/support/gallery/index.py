"""The index of the pictures: one HTML file that opens without a network, grouped by screen, with filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from tests.support.gallery.booth import LANGUAGES, THEMES, Picture
from tests.support.gallery.shots import Shot

Pictures = Mapping[int, Sequence[Picture]]
"""Pictures by scale, in percent."""

STYLE = """
:root{color-scheme:light dark;--line:#c9d2db;--muted:#566371;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--line:#2f3b45;--muted:#9fadb9;--bad:#ff8a80}}
body{font:14px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1500px;padding:0 24px 48px}
header{position:sticky;top:0;background:Canvas;padding:12px 0;border-bottom:1px solid var(--line);z-index:1}
h1{font-size:20px;margin:0 0 8px}h2{font-size:17px;margin:32px 0 0}h3{font-size:14px;margin:20px 0 8px}
fieldset{border:0;padding:0;margin:0 24px 0 0;display:inline-block}legend{float:left;margin-right:8px;color:var(--muted)}
label{margin-right:10px;white-space:nowrap}.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:16px}
figure{margin:0}img{width:100%;border:1px solid var(--line);border-radius:6px;display:block}
figcaption{color:var(--muted);font-size:12px}ul.faults{color:var(--bad);font-size:12px;margin:4px 0 0;padding-left:18px}
[hidden]{display:none}
"""

SCRIPT = """
const boxes=[...document.querySelectorAll('header input')];
function show(){
  const on={};boxes.forEach(b=>{(on[b.name]??=new Set());if(b.checked)on[b.name].add(b.value)});
  document.querySelectorAll('figure').forEach(f=>{
    f.hidden=!['language','theme','scale'].every(k=>on[k].has(f.dataset[k]))||(on.only.has('faults')&&!f.querySelector('.faults'))});
  document.querySelectorAll('section.shot').forEach(s=>{s.hidden=!s.querySelector('figure:not([hidden])')});
}
boxes.forEach(b=>b.addEventListener('change',show));show();
"""


def index_page(shots: Sequence[Shot], pictures: Pictures) -> str:
    """The page; pictures are named relative to it."""
    count = sum(map(len, pictures.values()))
    faults = sum(bool(each.findings) for some in pictures.values() for each in some)
    scales = sorted(pictures)
    filters = (
        _filter("language", "Bahasa", [(each, each) for each in LANGUAGES], {"id"}),
        _filter("theme", "Tema", [(each.value, each.value) for each in THEMES], {"light", "dark"}),
        _filter("scale", "Skala", [(str(each), f"{each} %") for each in scales], {str(scales[0])}),
        _filter("only", "Hanya", [("faults", "yang bermasalah")], set()),
    )
    screens = "".join(
        f'<h2 id="{escape(screen)}">{escape(screen)}</h2>' + "".join(_shot(each, pictures) for each in some)
        for screen, some in groupby(shots, key=lambda each: each.screen)
    )
    told = f"{count} gambar, {faults} bermasalah" if faults else f"{count} gambar, tidak ada yang bermasalah"
    return (
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Perisai: semua layar</title>'
        f"<style>{STYLE}</style><header><h1>Perisai: semua layar <small>({told})</small></h1>"
        f"{''.join(filters)}</header>{screens}<script>{SCRIPT}</script></html>\n"
    )


def _filter(name: str, legend: str, choices: Sequence[tuple[str, str]], on: set[str]) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}" value="{value}"{" checked" if value in on else ""}> {words}</label>'
        for value, words in choices
    )
    return f"<fieldset><legend>{legend}</legend>{boxes}</fieldset>"


def _shot(shot: Shot, pictures: Pictures) -> str:
    figures = "".join(
        _figure(scale, each)
        for scale in sorted(pictures)
        for each in pictures[scale]
        if each.shot == shot.name
    )
    head = f"<h3>{escape(shot.caption)} <code>{escape(shot.name)}</code></h3>"
    return f'<section class="shot">{head}<div class="grid">{figures}</div></section>'


def _figure(scale: int, picture: Picture) -> str:
    file = escape(f"{scale}/{picture.file}")
    faults = "".join(f"<li>{escape(each)}</li>" for each in picture.findings)
    told = f'<ul class="faults">{faults}</ul>' if faults else ""
    words = f"{picture.language} · {picture.theme} · {scale} %"
    return (
        f'<figure data-language="{picture.language}" data-theme="{picture.theme}" data-scale="{scale}">'
        f'<a href="{file}"><img loading="lazy" src="{file}" alt="{escape(picture.shot)}, {words}"></a>'
        f"<figcaption>{words}</figcaption>{told}</figure>"
    )
