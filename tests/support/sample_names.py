"""Names of invented people, no two of whom are taken for one another."""

GIVEN = (
    *("Ahmad", "Budi", "Citra", "Dewi", "Eko", "Fitri", "Gunawan", "Hendra", "Indah", "Joko", "Kartika", "Lestari"),
    *("Mulyono", "Nurul", "Oktavia", "Putra", "Ratna", "Slamet", "Tuti", "Umar", "Wahyu", "Yanto", "Zubaidah"),
)  # fmt: skip
FAMILY = (
    *("Anwar", "Basuki", "Daulay", "Effendi", "Fauzan", "Ginting", "Hidayat", "Ismail", "Kusuma", "Lubis", "Manullang"),
    *("Nasution", "Pratama", "Rahayu", "Santoso", "Tarigan", "Utami", "Wijaya", "Yusuf"),
)  # fmt: skip


def name_of(number: int) -> str:
    """The name of the so-manyth person: 8,303 of them are unlike one another."""
    rounds, place = divmod(number, len(GIVEN) * len(FAMILY))
    second = FAMILY[(place // len(GIVEN) + rounds) % len(FAMILY)].lower() if rounds else ""
    return f"{GIVEN[place % len(GIVEN)]} {FAMILY[place // len(GIVEN)]}{second}"
