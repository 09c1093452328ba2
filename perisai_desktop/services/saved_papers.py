"""Receipts that were saved as PDF lie in the clear in a folder of the agent's: old ones go, and can be printed again."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from perisai_desktop.storage import held_papers
from perisai_desktop.storage.database import Database


def let_go(database: Database, folder: Path, before: datetime) -> None:
    """Delete PDFs named by receipts of this store that were issued before an instant and are at their end.

    Nothing else in the folder is touched. A folder that cannot be read now, on a stick or a network, and a file that
    another program holds open are for another day.
    """
    try:
        saved = {file.stem: file for file in folder.glob("*.pdf")}
    except OSError:
        return
    with database.reading() as session:
        over = held_papers.over(session, saved.keys(), before)
    for number in over:
        with suppress(OSError):
            saved[number].unlink()
