"""Finds the code of a village that somebody's list calls by its name."""

import re

from perisai_desktop.storage.places import Places
from sync.rules.names import name_key

_KIND = re.compile("^(kabupaten|kab|kota)")
"""What a list calls a regency before its own name."""


def village_code(gazetteer: Places, village: str, district: str, regency: str) -> str:
    """The code of the one village of that name, in that district and regency where they are named; else the name."""
    found = [
        place
        for place in gazetteer.search(f"{village} {district} {regency}")
        if name_key(place.village) == name_key(village)
        and _same(place.district, district)
        and name_key(place.regency).endswith(_KIND.sub("", name_key(regency)))
    ]
    return found[0].code if len(found) == 1 else village


def _same(name: str, typed: str) -> bool:
    return not typed or name_key(typed).endswith(name_key(name))
