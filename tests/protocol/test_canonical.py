"""Canonical JSON: RFC 8785's order and escapes, strict reading, and round trips."""

from __future__ import annotations

import json
from json.encoder import c_make_encoder  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.canonical import (
    DEEPEST,
    LARGEST_INTEGER,
    CanonicalFault,
    JsonValue,
    _writer,
    canonical_bytes,
    parse_json,
    read_canonical,
)

TEXTS = st.text(st.characters(codec="utf-8"))
SCALARS = st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | TEXTS
VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def escaped(text: str) -> str:
    """ECMAScript's QuoteJSONString, written down a second time as the oracle."""
    short = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
    return '"' + "".join(short.get(c) or (f"\\u{ord(c):04x}" if c < " " else c) for c in text) + '"'


def oracle(value: JsonValue) -> str:
    """RFC 8785 by its own words: members sorted by the UTF-16 code units of their names."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: list(key.encode("utf-16-be")))
        units = sorted(value, key=lambda key: [int.from_bytes(p, "big") for p in _pairs(key)])
        assert keys == units
        return "{" + ",".join(f"{escaped(key)}:{oracle(value[key])}" for key in units) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(oracle, value)) + "]"
    if isinstance(value, str):
        return escaped(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def _pairs(text: str) -> list[bytes]:
    raw = text.encode("utf-16-be")
    return [raw[at : at + 2] for at in range(0, len(raw), 2)]


@given(VALUES)
def test_bytes_are_those_of_rfc_8785(value: JsonValue) -> None:
    assert canonical_bytes(value) == oracle(value).encode()


@given(VALUES)
def test_what_is_written_is_read_back_and_written_the_same(value: JsonValue) -> None:
    raw = canonical_bytes(value)
    assert parse_json(raw) == value
    assert canonical_bytes(parse_json(raw)) == raw


def test_the_order_example_of_the_rfc() -> None:
    shuffled: JsonValue = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    written = json.loads(canonical_bytes(shuffled))
    assert [value.split(":")[0] for value in written.values()] == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_order_by_utf_16_differs_from_order_by_code_point_inside_lists_too() -> None:
    value: JsonValue = [{"\ufb33": 1, "\U0001f600": 2}]
    assert canonical_bytes(value) == '[{"\U0001f600":2,"\ufb33":1}]'.encode()


def _deep(levels: int) -> JsonValue:
    value: JsonValue = 0
    for _ in range(levels):
        value = [value]
    return value


def test_nesting_has_a_limit() -> None:
    assert canonical_bytes(_deep(DEEPEST)).count(b"[") == DEEPEST
    with pytest.raises(CanonicalFault, match="json_too_deep"):
        canonical_bytes(_deep(DEEPEST + 1))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.0, "json_float"),
        ([float("nan")], "json_float"),
        (LARGEST_INTEGER + 1, "json_integer_range"),
        ({"a": -LARGEST_INTEGER - 1}, "json_integer_range"),
        (b"bytes", "json_type"),
        ({1: "a"}, "json_key"),
        ("\ud800", "json_surrogate"),
        ({"\ud800": 1}, "json_surrogate"),
        ({"\udfff\u00e9": 1, "a": 2}, "json_surrogate"),
    ],
)
def test_what_has_no_canonical_form_is_refused(value: object, code: str) -> None:
    with pytest.raises(CanonicalFault) as refused:
        canonical_bytes(value)  # type: ignore[arg-type]
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"1.0", "json_float"),
        (b"1e3", "json_float"),
        (b"NaN", "json_float"),
        (b"-Infinity", "json_float"),
        (b"9007199254740992", "json_integer_range"),
        (b"-9007199254740992", "json_integer_range"),
        (b"1" * 5000, "json_integer_range"),
        (b'{"a":1,"a":1}', "json_key_twice"),
        (b'{"a":1,}', "json_syntax"),
        (b"", "json_syntax"),
        (b"{} {}", "json_syntax"),
        (b"\xef\xbb\xbf{}", "json_syntax"),
        (b'"\xff"', "json_not_utf8"),
        (b"[" * 100_000, "json_too_deep"),
    ],
)
def test_reading_is_strict(raw: bytes, code: str) -> None:
    with pytest.raises(CanonicalFault) as refused:
        parse_json(raw)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'{"b":1,"a":1}', "json_not_canonical"),
        (b'{"a": 1}', "json_not_canonical"),
        (b'{"a":"\\u0041"}', "json_not_canonical"),
        (b'{"a":-0}', "json_not_canonical"),
        (b'{"a":null}', "json_null"),
        (b'{"a":1,"a":1}', "json_key_twice"),
    ],
)
def test_canonical_reading_takes_one_spelling_only(raw: bytes, code: str) -> None:
    with pytest.raises(CanonicalFault) as refused:
        read_canonical(raw)
    assert refused.value.code == code


def test_faults_show_nothing_of_the_content() -> None:
    with pytest.raises(CanonicalFault) as refused:
        parse_json(b'{"nik":"3208044810930004",')
    assert "3208" not in repr(refused.value)
    assert refused.value.__cause__ is None


@given(VALUES)
def test_the_short_way_and_the_long_way_of_reading_agree(value: JsonValue) -> None:
    raw = canonical_bytes(value)
    if b"null" not in raw:
        assert read_canonical(raw) == value


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":9007199254740991}',
        b"-9007199254740991",
        b"[" * DEEPEST + b"]" * DEEPEST,
        b"[" + b",".join([b"{}"] * 50) + b"]",
        '{"\U0001f600":2,"\ufb33":1}'.encode(),
        '{"a":"\U0001f600"}'.encode(),
        b'{"a":"null,null:null"}',
    ],
)
def test_rare_content_is_read_too(raw: bytes) -> None:
    assert canonical_bytes(read_canonical(raw)) == raw


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ('{"\ufb33":1,"\U0001f600":2}'.encode(), "json_not_canonical"),
        (b'{"a":9007199254740992}', "json_integer_range"),
        (b'{"a":"\\ud800"}', "json_surrogate"),
        (b'{"a":1.5}', "json_float"),
        (b'{"a":NaN}', "json_float"),
        (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "json_too_deep"),
        (b'{"a":"\xff"}', "json_not_utf8"),
    ],
)
def test_rare_content_is_refused_as_strictly(raw: bytes, code: str) -> None:
    with pytest.raises(CanonicalFault) as refused:
        read_canonical(raw)
    assert refused.value.code == code


def test_a_bare_null_is_a_value_and_no_member() -> None:
    assert read_canonical(b"null") is None


@given(VALUES)
def test_the_writer_of_a_python_without_a_fast_one_writes_the_same(value: JsonValue) -> None:
    assert _writer(None, sort_keys=True)(value) == _writer(c_make_encoder, sort_keys=True)(value)
