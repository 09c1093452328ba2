"""Takes the lines of somebody's list into a kelompok, a few at a time; nothing of it counts before the last."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.kelompok import Kelompok, Member
from perisai_desktop.domain.list_columns import FIELDS, NEEDED, Columns, guess, heads_mark
from perisai_desktop.domain.list_head import ListHead, ListLine
from perisai_desktop.domain.list_values import form_of_cells, place_words
from perisai_desktop.services.list_files import ListFile, open_list
from perisai_desktop.services.village_codes import village_code
from perisai_desktop.storage import action_sources, choices
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.kelompok_drafts import KelompokDrafts
from perisai_desktop.storage.places import Places

AT_ONCE = 250
"""Lines that are taken between two other pieces of work."""
_REMEMBERED = "list_columns:"


@dataclass(slots=True)
class Intake:
    """A list on its way into a kelompok: `taken` lines are kept, `before` were enrolled by an earlier action."""

    kelompok: Kelompok
    file: ListFile = field(repr=False)
    columns: Columns
    done: Mapping[int, str]
    taken: int = 0
    before: int = 0
    _villages: dict[tuple[str, str, str], str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Importing:
    """What the screen of a kelompok asks for with a file."""

    database: Database
    drafts: KelompokDrafts
    clock: Clock
    gazetteer: Places

    def open(self, path: Path) -> ListFile:
        """Open a list; see `open_list`."""
        return open_list(path)

    def columns(self, head: ListHead) -> Columns:
        """What was chosen for a list with these heads before, else what the heads say."""
        with self.database.reading() as session:
            kept = choices.get(session, _name_of(head))
        if kept is None:
            return guess(head.heads)
        chosen = json.loads(kept)
        return {name: chosen[name] for name in FIELDS if name in chosen}

    def begin(self, kelompok: Kelompok, file: ListFile, columns: Columns) -> Intake:
        """Begin to take a list, remember its columns, and leave to its lines what it has a column for.

        Raises Failure(list_columns_missing) without NIK or name.
        """
        if any(name not in columns for name in NEEDED):
            raise Failure(FailureCode.LIST_COLUMNS_MISSING)
        head = file.head
        own: dict[str, Any] = {name: "" for name in columns if hasattr(kelompok.shared, name)}
        begun = replace(
            kelompok,
            shared=replace(kelompok.shared, **own),
            source=head.sha256,
            file_name=head.name,
            updated_at=self.clock.now(),
        )
        with self.database.transaction() as session:
            self.drafts.discard(session, begun.kelompok_id)
            self.drafts.keep(session, begun, whole=False)
            choices.put(session, _name_of(head), json.dumps(dict(columns)))
            done = action_sources.taken(session, head.sha256)
        return Intake(begun, file, columns, done)

    def take(self, intake: Intake, count: int = AT_ONCE) -> bool:
        """Keep the next lines; False at the end. Raises Failure as `ListFile.read`, and what the store raises."""
        lines = intake.file.read(count)
        fresh = [line for line in lines if line.row not in intake.done]
        members = [self._member(intake, line) for line in fresh]
        with self.database.transaction() as session:
            self.drafts.keep_members(session, intake.kelompok.kelompok_id, members)
        intake.taken += len(fresh)
        intake.before += len(lines) - len(fresh)
        return bool(lines)

    def finish(self, intake: Intake) -> Kelompok:
        """The kelompok with all its lines; from here on it is a draft.

        Raises Failure: list_empty, list_taken (lines) where every line was enrolled before. Nothing is kept then.
        """
        if not intake.taken:
            self.cancel(intake)
            if intake.before:
                raise Failure(FailureCode.LIST_TAKEN, lines=intake.before)
            raise Failure(FailureCode.LIST_EMPTY)
        intake.file.close()
        with self.database.transaction() as session:
            self.drafts.keep(session, intake.kelompok)
        return intake.kelompok

    def cancel(self, intake: Intake) -> None:
        """Forget the list; no trace of it is left but which column is which."""
        intake.file.close()
        with self.database.transaction() as session:
            self.drafts.discard(session, intake.kelompok.kelompok_id)

    def _member(self, intake: Intake, line: ListLine) -> Member:
        form = form_of_cells(line.cells, intake.columns)
        if form.village and not form.village[:2].isdigit():
            words = place_words(line.cells, intake.columns)
            if words not in intake._villages:
                intake._villages[words] = village_code(self.gazetteer, *words)
            form = replace(form, village=intake._villages[words])
        return Member(line.row, form)


def _name_of(head: ListHead) -> str:
    """The name of the choice that keeps the columns of lists with these heads."""
    return _REMEMBERED + heads_mark(head.heads)
