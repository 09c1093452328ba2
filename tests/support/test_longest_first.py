"""The longest modules begin a run, and every name of theirs is a module that is there."""

from tests.architecture.tree import ROOT
from tests.support.longest_first import LONGEST, pytest_collection_modifyitems


class _Item:
    def __init__(self, nodeid: str) -> None:
        self.nodeid = nodeid


def test_the_longest_come_first_and_the_rest_keeps_its_order() -> None:
    names = ["tests/b.py::two", f"{LONGEST[1]}::x", "tests/a.py::one", f"{LONGEST[0]}::y", f"{LONGEST[0]}::x"]
    items = [_Item(name) for name in names]
    pytest_collection_modifyitems(items)  # type: ignore[arg-type]
    assert [item.nodeid for item in items] == [names[place] for place in (3, 4, 1, 0, 2)]


def test_every_long_module_is_there() -> None:
    assert [name for name in LONGEST if not (ROOT / name).is_file()] == []
