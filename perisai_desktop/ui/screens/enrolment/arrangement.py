"""Where each field of the enrolment stands on the form."""

ROWS: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    ("identity", (("nik", 204),)),
    ("identity", (("name", 0), ("mother_name", 0))),
    ("identity", (("birth_place", 0), ("birth_date", 132), ("sex", 172), ("phone", 140))),
    ("address", (("village", 0), ("street", 190), ("rt", 56), ("rw", 56))),
    ("work", (("occupation", 0), ("income", 150), ("payer", 172))),
    ("programme", (("offer", 0), ("first_month", 160), ("months", 190))),
)
"""Section and fields of each row, with their widths in pixels; 0 takes the room that is left."""

MORE: tuple[tuple[str, ...], ...] = (
    ("second_occupation", "workplace", "working_hours"),
    ("email", "marital"),
    ("kk", "npwp"),
)
"""Fields that are not required, shown on demand."""
