"""Canonical JSON (RFC 8785) without floats: the one form in which anything is hashed or signed."""

from __future__ import annotations

import json
import json.encoder
import re
from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

JsonValue: TypeAlias = "bool | int | str | list[JsonValue] | dict[str, JsonValue] | None"

LARGEST_INTEGER = 2**53 - 1
"""The largest magnitude of an integer: beyond it, readers that use doubles lose digits (RFC 8785, 3.2.2.3)."""
DEEPEST = 24
"""The deepest nesting of arrays and objects that is written or read."""
_LONGEST_NUMERAL = len(str(-LARGEST_INTEGER))
_LONG_NUMERAL = re.compile(rb"[0-9]{16}")
"""The fewest digits of an integer out of range: bytes without so many in a row need no counting."""


class CanonicalFault(ValueError):
    """Bytes or a value outside the form: `code` says how; the content is never part of the message."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def canonical_bytes(value: JsonValue) -> bytes:
    """The RFC 8785 bytes of `value`: keys in UTF-16 order, no spaces, UTF-8, shortest escapes.

    Raises `CanonicalFault`: `json_float`, `json_integer_range`, `json_type`, `json_key`, `json_surrogate`,
    `json_too_deep`.
    """
    plain_keys = _examine(value, 0)
    if not plain_keys:
        value = _in_utf16_order(value)
    text = _write_sorted(value) if plain_keys else _write_as_ordered(value)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise CanonicalFault("json_surrogate") from None


def parse_json(raw: bytes, *, nulls: bool = True) -> JsonValue:
    """The value of JSON bytes, read strictly: UTF-8, no float, no number that doubles lose, no key twice.

    With `nulls=False` a null as a member is refused: what is absent is left out. Raises `CanonicalFault`.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise CanonicalFault("json_not_utf8") from None
    try:
        value: JsonValue = json.loads(
            text,
            object_pairs_hook=_object if nulls else _object_without_nulls,
            parse_float=_refuse_float,
            parse_constant=_refuse_float,
            parse_int=_integer,
        )
    except CanonicalFault:
        raise
    except RecursionError:
        raise CanonicalFault("json_too_deep") from None
    except ValueError:
        raise CanonicalFault("json_syntax") from None
    return value


def read_canonical(raw: bytes) -> JsonValue:
    """The value of bytes that must already be canonical and free of nulls, as entries are.

    Raises `CanonicalFault` as `parse_json`, or with `json_not_canonical`.
    """
    value = _read_plainly(raw)
    if value is None:
        value = parse_json(raw, nulls=False)
        if canonical_bytes(value) != raw:
            raise CanonicalFault("json_not_canonical")
    return value


def _read_plainly(raw: bytes) -> JsonValue:
    """The value of canonical bytes with nothing rare in them, None where a closer look is due.

    Writing the value again finds keys that stand twice or out of order, spaces and second spellings; order by
    code point is order by UTF-16 where every character is one unit.
    """
    if b"null" in raw or raw.count(b"{") + raw.count(b"[") > DEEPEST:
        return None
    try:
        text = raw.decode("utf-8")
        reader = _PLAIN_READER if _LONG_NUMERAL.search(raw) is None else _COUNTING_READER
        value: JsonValue = reader.decode(text)
    except ValueError:
        return None
    if _write_sorted(value) != text:
        return None
    return value if text.isascii() or max(text) <= "\uffff" else None


def _examine(value: Any, depth: int) -> bool:
    """Refuses what has no canonical form; says whether every key is ASCII, so that code point order serves."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return True
    if kind is int:
        if -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
            return True
        raise CanonicalFault("json_integer_range")
    if depth >= DEEPEST:
        raise CanonicalFault("json_too_deep")
    if kind is dict:
        plain = True
        for key, member in value.items():
            if type(key) is not str:
                raise CanonicalFault("json_key")
            plain = key.isascii() and plain
            if type(member) is not str:
                plain = _examine(member, depth + 1) and plain
        return plain
    if kind is list or kind is tuple:
        plain = True
        for member in value:
            plain = _examine(member, depth + 1) and plain
        return plain
    raise CanonicalFault("json_float" if kind is float else "json_type")


def _in_utf16_order(value: Any) -> Any:
    if isinstance(value, dict):
        try:
            keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        except UnicodeEncodeError:
            raise CanonicalFault("json_surrogate") from None
        return {key: _in_utf16_order(value[key]) for key in keys}
    if isinstance(value, (list, tuple)):
        return [_in_utf16_order(member) for member in value]
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise CanonicalFault("json_key_twice")
    return members


def _object_without_nulls(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = _object(pairs)
    if None in members.values():
        raise CanonicalFault("json_null")
    return members


def _integer(numeral: str) -> int:
    if len(numeral) > _LONGEST_NUMERAL:
        raise CanonicalFault("json_integer_range")
    number = int(numeral)
    if not -LARGEST_INTEGER <= number <= LARGEST_INTEGER:
        raise CanonicalFault("json_integer_range")
    return number


def _refuse_float(_numeral: str) -> NoReturn:
    raise CanonicalFault("json_float")


def _writer(make: Callable[..., Any] | None, *, sort_keys: bool) -> Callable[[Any], str]:
    """How JSON is written without spaces. `make` makes json's encoder in C, None for a Python that has none.

    `JSONEncoder` makes one for each text that it writes, which takes longer than the writing.
    """
    if make is None:
        return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=sort_keys).encode
    text: Any = json.encoder.encode_basestring
    encode = make(None, None, text, None, ":", ",", sort_keys, False, False)
    return lambda value: "".join(encode(value, 0))


_write_sorted = _writer(json.encoder.c_make_encoder, sort_keys=True)  # type: ignore[attr-defined]
_write_as_ordered = _writer(json.encoder.c_make_encoder, sort_keys=False)  # type: ignore[attr-defined]
_PLAIN_READER = json.JSONDecoder(parse_float=_refuse_float, parse_constant=_refuse_float)
_COUNTING_READER = json.JSONDecoder(
    parse_float=_refuse_float, parse_constant=_refuse_float, parse_int=_integer
)
