"""Values made up from a JSON schema, most of them fit and some of them not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

_MOST = 3
_WILD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=20), st.lists(st.none(), max_size=2)
)


def fitting(schema: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Values of a schema without references, as the description inlines them."""
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    if "anyOf" in schema:
        return st.one_of([fitting(one) for one in schema["anyOf"]])
    kind = schema.get("type")
    if kind == "object":
        return _objects(schema)
    if kind == "array":
        parts = schema.get("prefixItems")
        if parts:
            return st.tuples(*[fitting(one) for one in parts]).map(list)
        least = schema.get("minItems", 0)
        return st.lists(fitting(schema.get("items", {})), min_size=least, max_size=least + _MOST)
    if kind == "string":
        return _texts(schema)
    if kind == "integer":
        return st.integers(schema.get("minimum", -(2**60)), schema.get("maximum", 2**60))
    return {"boolean": st.booleans(), "null": st.none()}.get(str(kind), _WILD)


def _objects(schema: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    required = set(schema.get("required", ()))
    members = {name: fitting(one) for name, one in schema.get("properties", {}).items()}
    return st.fixed_dictionaries(
        {name: one for name, one in members.items() if name in required},
        optional={name: one for name, one in members.items() if name not in required},
    )


def _texts(schema: Mapping[str, Any]) -> st.SearchStrategy[str]:
    if "pattern" in schema:
        return st.from_regex(schema["pattern"], fullmatch=True)
    if schema.get("format") == "date":
        return st.dates().map(str)
    return st.text(min_size=schema.get("minLength", 0), max_size=min(schema.get("maxLength", 40), 200))


@st.composite
def bodies(draw: st.DrawFn, schema: Mapping[str, Any]) -> Any:
    """A fitting body; one in three has a member that is missing, strange or of another kind."""
    made = draw(fitting(schema))
    if isinstance(made, dict) and made and draw(st.integers(0, 2)) == 0:
        name = draw(st.sampled_from(sorted(made)))
        change = draw(st.sampled_from(("drop", "add", "wild")))
        if change == "drop":
            return {key: value for key, value in made.items() if key != name}
        return {**made, "unbidden" if change == "add" else name: draw(_WILD)}
    return made
