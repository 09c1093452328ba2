"""Regions of Indonesia: places with their four levels, and how screens name them."""

from dataclasses import dataclass
from typing import Protocol

_SHORT = (
    ("Kabupaten Administrasi ", "Kab. Adm. "),
    ("Kota Administrasi ", "Kota Adm. "),
    ("Kabupaten ", "Kab. "),
)


def regency_label(name: str) -> str:
    """A regency's name on screen: `Kabupaten Sukabumi` is `Kab. Sukabumi`, `Kota Bandung` stays."""
    for official, short in _SHORT:
        if name.startswith(official):
            return short + name.removeprefix(official)
    return name


def urban_village(code: str) -> bool:
    """Whether a village code (`32.73.01.1002`) is of a kelurahan: its fourth group starts with 1; 2 is a desa."""
    return code.rsplit(".", 1)[-1].startswith("1")


@dataclass(frozen=True, slots=True)
class Place:
    """A village with its parents; `regency` as on screen (`Kab. Sukabumi`)."""

    code: str
    village: str
    district: str
    regency: str
    province: str

    @property
    def village_label(self) -> str:
        """The village with its kind: `Desa Sukamaju` or `Kel. Dago`."""
        return f"{'Kel.' if urban_village(self.code) else 'Desa'} {self.village}"

    @property
    def parents(self) -> str:
        """District, regency and province: `Kec. Cibadak, Kab. Sukabumi, Jawa Barat`."""
        return f"Kec. {self.district}, {self.regency}, {self.province}"

    @property
    def label(self) -> str:
        """The place with all its levels, since village names repeat even inside one regency."""
        return f"{self.village_label}, {self.parents}"


class Gazetteer(Protocol):
    """Looks up regions by dotted code; none of the answers depends on the capture of a participant."""

    def place(self, village_code: str) -> Place | None:
        """The village of a code such as `35.14.06.2008`."""
        ...

    def regency_known(self, code: str) -> bool:
        """Whether a regency code such as `35.14` exists today."""
        ...

    def regency_name(self, code: str) -> str | None:
        """The name on screen of a regency of today."""
        ...

    def district_known(self, code: str) -> bool:
        """Whether a district code such as `35.14.06` exists today."""
        ...
