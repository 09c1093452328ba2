"""A store with as many invented workers as a benchmark asks for, written straight into the projection."""

import random

from sqlalchemy import insert

from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections.words import index_words
from perisai_desktop.storage.tables import metadata
from sync.rules.names import name_key

FIRST = ("Siti", "Budi", "Agus", "Sri", "Dewi", "Ma'rifah", "Slamet", "Ani", "Wati", "Ratna", "Joko", "Nur")
LAST = ("Nasution", "Wijaya", "Santoso", "Lubis", "Kusuma", "Hidayat", "Pratama", "Utami", "Setiawan", "Mote")
VILLAGES = ("Sukamaju", "Karang Anyar", "Linggo", "Mulyorejo", "Tanjung Sari", "Babakan", "Kebonagung")
STANDINGS = ("approved",) * 90 + ("waiting",) * 6 + ("unsent",) * 3 + ("to_fix",)


def fill(database: Database, count: int) -> None:
    """Write `count` workers in bulk, the same ones every time."""
    chance = random.Random(1)
    rows = []
    for place in range(count):
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)} {chance.choice(LAST)}"
        nik = f"{chance.randrange(110101, 969999)}{chance.randrange(10**10):010d}"
        rows.append(
            {
                "worker_id": f"w{place:035d}",
                "name": name,
                "name_key": name_key(name),
                "nik": nik,
                "phone": f"08{chance.randrange(10**10):010d}",
                "village": "35.14.06.2008",
                "words": index_words(name, chance.choice(VILLAGES), nik),
                "occupation": "Pedagang",
                "offer": "JKK+JKM",
                "payer": "self",
                "standing": chance.choice(STANDINGS),
            }
        )
    with database.transaction() as session:
        session.connection().execute(insert(metadata.tables["worker"]), rows)
        session.connection().exec_driver_sql("INSERT INTO worker_search(worker_search) VALUES ('optimize')")
        session.connection().exec_driver_sql("ANALYZE")
