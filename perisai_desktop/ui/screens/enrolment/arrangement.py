"""Where each field of the enrolment stands on the form."""

ROWS: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    ("identity", (("nik", 204),)),
    ("identity", (("name", 0), ("mother_name", 0))),
    ("identity", (("birth_place", 0), ("birth_date", 140), ("sex", 176), ("phone", 136))),
    ("address", (("village", 0), ("street", 148), ("rt", 50), ("rw", 50))),
    ("work", (("occupation", 0), ("income", 150), ("payer", 172))),
    ("programme", (("offer", 0), ("first_month", 156), ("months", 180))),
)
"""Section and fields of each row, with their widths in pixels; 0 takes the room that is left."""

MORE: tuple[tuple[str, ...], ...] = (
    ("second_occupation", "workplace", "working_hours"),
    ("email", "marital"),
    ("kk", "npwp"),
)
"""Fields that are not required, shown on demand."""
