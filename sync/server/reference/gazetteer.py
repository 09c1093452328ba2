"""The server's gazetteer: regions by code from the read-only file that `build` makes."""

import sqlite3
import threading
from pathlib import Path
from typing import Self

from sync.rules.regions import Place, regency_label

_PLACE = "SELECT name FROM village WHERE code = ?"
_REMEMBERED = 20_000


class RegionsGazetteer:
    """Implements `Gazetteer`; safe for several threads. Provinces, regencies and districts are kept in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._provinces: dict[str, str] = dict(connection.execute("SELECT code, name FROM province"))
        regencies = connection.execute("SELECT code, name FROM regency")
        self._regencies = {code: regency_label(name) for code, name in regencies}
        self._districts: dict[str, str] = dict(connection.execute("SELECT code, name FROM district"))
        self._places: dict[str, Place | None] = {}

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file read-only. Raises sqlite3.OperationalError where there is none."""
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(uri, uri=True, check_same_thread=False))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def place(self, village_code: str) -> Place | None:
        """The village of a code such as `35.14.06.2008`."""
        with self._lock:
            if village_code in self._places:
                return self._places[village_code]
            row = self._connection.execute(_PLACE, (village_code,)).fetchone()
            found = None if row is None else self._with_parents(village_code, row[0])
            if len(self._places) >= _REMEMBERED:
                self._places.clear()
            self._places[village_code] = found
            return found

    def _with_parents(self, code: str, name: str) -> Place:
        return Place(
            code, name, self._districts[code[:8]], self._regencies[code[:5]], self._provinces[code[:2]]
        )

    def regency_known(self, code: str) -> bool:
        """Whether a regency code such as `35.14` exists today."""
        return code in self._regencies

    def regency_name(self, code: str) -> str | None:
        """The name on screen of a regency of today."""
        return self._regencies.get(code)

    def district_name(self, code: str) -> str | None:
        """The name of a district of today, with its regency: `Kec. Cibadak, Kab. Sukabumi`."""
        name = self._districts.get(code)
        return None if name is None else f"Kec. {name}, {self._regencies[code[:5]]}"

    def district_known(self, code: str) -> bool:
        """Whether a district code such as `35.14.06` exists today."""
        return code in self._districts
