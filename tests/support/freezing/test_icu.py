"""ICU's data cut down: what the program sorts and names by stays, the order and the bytes of what stays are the same."""

import struct

import pytest

from tests.support.freezing.icu import cut, wanted


def _common(items: dict[str, bytes]) -> bytes:
    """Common data as ICU packs it: a header of 16 bytes, a table sorted by name, the items."""
    names = b"".join(name.encode() + b"\0" for name in items)
    first = 4 + 8 * len(items)
    offset = (first + len(names) + 15) // 16 * 16
    table, body, at = struct.pack("<I", len(items)), b"", first
    for name, item in items.items():
        table += struct.pack("<II", at, offset + len(body))
        at += len(name) + 1
        body += item
    return (
        struct.pack("<H", 16) + b"\xda\x27" + bytes(8) + b"CmnD" + (table + names).ljust(offset, b"\0") + body
    )


def _read(data: bytes) -> dict[str, bytes]:
    (size,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, size)
    table = [struct.unpack_from("<II", data, size + 4 + 8 * place) for place in range(count)]
    ends = [begin for _, begin in table[1:]] + [len(data) - size]
    return {
        data[size + at : data.index(b"\0", size + at)].decode(): data[size + begin : size + end]
        for (at, begin), end in zip(table, ends, strict=True)
    }


ITEMS = {
    "icudt73l/af.res": b"A" * 32,
    "icudt73l/brkitr/char.brk": b"B" * 16,
    "icudt73l/coll/id.res": b"C" * 48,
    "icudt73l/coll/zh.res": b"D" * 64,
    "icudt73l/id.res": b"E" * 16,
    "icudt73l/timezoneTypes.res": b"F" * 30,
    "icudt73l/unames.icu": b"G" * 16,
    "icudt73l/zoneinfo64.res": b"H" * 16,
}


def test_the_wanted_items_stay_as_they_are() -> None:
    kept = _read(cut(_common(ITEMS)))
    assert list(kept) == [name for name in ITEMS if wanted(name)]
    assert list(kept) == [
        "icudt73l/coll/id.res",
        "icudt73l/id.res",
        "icudt73l/timezoneTypes.res",
        "icudt73l/zoneinfo64.res",
    ]
    assert {name: item.rstrip(b"\0") for name, item in kept.items()} == {name: ITEMS[name] for name in kept}


def test_cutting_again_changes_nothing() -> None:
    once = cut(_common(ITEMS))
    assert cut(once) == once


def test_anything_else_is_refused() -> None:
    with pytest.raises(ValueError, match="no_common_data"):
        cut(bytes(64))


@pytest.mark.parametrize(
    "item",
    ["root.res", "pool.res", "en_US.res", "nfkc.nrm", "coll/ucadata.icu", "zone/id.res", "metaZones.res"],
)
def test_what_sorting_and_zones_need_stays(item: str) -> None:
    assert wanted(f"icudt73l/{item}")


@pytest.mark.parametrize(
    "item", ["de.res", "zh_Hant.res", "translit/root.res", "rbnf/id.res", "ibm-37.cnv", "coll/ja.res"]
)
def test_what_nobody_asks_for_goes(item: str) -> None:
    assert not wanted(f"icudt73l/{item}")
