"""Cuts the data of ICU, which Qt carries on Linux for every language on earth, down to what this program asks of it.

The format is ICU's common data: a header, a table of names and offsets, and the items in the order of their names
(ICU User Guide, "ICU Data", and `ucmndata.h`). Collation, time zones and the languages of the program stay; other
languages, transliteration, spelled-out numbers, break dictionaries and old code pages go.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path

MAGIC = b"\xda\x27"
COMMON = b"CmnD"
LOCALES = re.compile(
    r"(root|pool|res_index|en|en_(001|150|AU|GB|ID|SG|US|US_POSIX)|id|id_ID|ucadata|supplementalData|tzdbNames)\.(res|icu)$"
)
TREES = ("coll", "curr", "lang", "region", "unit", "zone")
GONE = re.compile(r"\.(cnv|cfu|spp)$|^unames\.icu$")
LANGUAGE = re.compile(r"^[a-z]{2,3}(_\w+)?\.res$")


def wanted(name: str) -> bool:
    """Whether an item stays, by its name such as `icudt73l/coll/id.res`."""
    _, _, item = name.partition("/")
    tree, slash, file = item.rpartition("/")
    if slash:
        return tree in TREES and LOCALES.match(file) is not None
    return not GONE.search(item) and (LOCALES.match(item) is not None or not LANGUAGE.match(item))


def cut(data: bytes) -> bytes:
    """Common data without the items that are not wanted. Raises ValueError where it is none."""
    size, magic = struct.unpack_from("<H2s", data)
    if magic != MAGIC or data[12:16] != COMMON:
        raise ValueError("no_common_data")
    (count,) = struct.unpack_from("<I", data, size)
    table = [struct.unpack_from("<II", data, size + 4 + 8 * place) for place in range(count)]
    ends = [offset for _, offset in table[1:]] + [len(data) - size]
    kept = []
    for (name_at, begin), end in zip(table, ends, strict=True):
        name = data[size + name_at : data.index(b"\0", size + name_at)]
        if wanted(name.decode("ascii")):
            kept.append((name, data[size + begin : size + end]))
    names = bytearray()
    items = bytearray()
    first_name = 4 + 8 * len(kept)
    first_item = _aligned(first_name + sum(len(name) + 1 for name, _ in kept))
    rows = bytearray(struct.pack("<I", len(kept)))
    for name, item in kept:
        rows += struct.pack("<II", first_name + len(names), first_item + len(items))
        names += name + b"\0"
        items += item.ljust(_aligned(len(item)), b"\0")
    body = bytes(rows + names).ljust(first_item, b"\0") + bytes(items)
    return data[:size] + body


def _aligned(size: int) -> int:
    return (size + 15) // 16 * 16


ASSEMBLY = """.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}: .incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def smaller(library: Path, folder: Path) -> Path:
    """A library like `library` (libicudata.so.NN) with the data cut, made in `folder` with the tools of binutils."""
    folder.mkdir(parents=True, exist_ok=True)
    symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
    raw = library.read_bytes()
    begin = raw.index(COMMON) - 12
    (folder / "data").write_bytes(cut(raw[begin : begin + _length(library, symbol)]))
    (folder / "data.s").write_text(ASSEMBLY.format(symbol=symbol, data="data"), encoding="ascii")
    subprocess.run(["as", "-o", "data.o", "data.s"], cwd=folder, check=True)
    link = ["ld", "-shared", "-s", "-soname", library.name, "-o", library.name, "data.o"]
    subprocess.run(link, cwd=folder, check=True)
    return folder / library.name


def _length(library: Path, symbol: str) -> int:
    """Bytes of a symbol."""
    listed = subprocess.run(
        ["readelf", "--dyn-syms", "-W", str(library)], capture_output=True, text=True, check=True
    )
    (size,) = (line.split()[2] for line in listed.stdout.splitlines() if line.split()[-1:] == [symbol])
    return int(size, 0)
