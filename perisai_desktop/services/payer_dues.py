"""Lists the kelompok that are served from this laptop, as its own contributions tell of them, with what each owes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.group_renewal import PayerDue
from perisai_desktop.services.debts import rupiah_owed
from perisai_desktop.services.renewal_prices import RenewalPrices
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import lives, payers, search
from perisai_desktop.storage.projections.lives import LifeChange
from sync.rules.iuran_month import IuranMonth
from sync.rules.names import name_key
from sync.rules.programmes import PayerKind


@dataclass(slots=True)
class _Part:
    """Those for whom was paid last in one contribution."""

    step: int
    people: int = 0
    due: int = 0
    owed: int = 0
    month: str | None = None
    villages: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)

    @property
    def kind(self) -> PayerKind:
        """The kind of payer that most of them were enrolled with."""
        most = next(iter(self.kinds)) if len(self.kinds) == 1 else max(self.kinds, key=self.kinds.__getitem__)
        return PayerKind(most or PayerKind.SELF)


@dataclass(frozen=True, slots=True)
class PayerDues:
    """What the list of kelompok asks for."""

    database: Database
    gazetteer: Places
    clock: Clock
    prices: RenewalPrices

    def all(self) -> tuple[PayerDue, ...]:
        """Every kelompok with somebody served here: who owes something first, then by name.

        One payer is the name, letters only, with the kind of payer; of a family also a village that its people share, since
        neighbours have the same names.
        """
        with self.database.reading() as session:
            said = lives.changes_of(session)
            rows = payers.owing(session, self.prices.new_until, said.keys())
            names = payers.names(session, (row[1] for row in rows))
        parts = self._parts([row for row in rows if row[1] in names], said)
        villages = {code for part in parts for code in part.villages if code}
        labels = {code: place.village_label for code in villages if (place := self.gazetteer.place(code))}
        found = [_kelompok(one, names, labels) for one in _kelompok_of(parts, names)]
        return tuple(sorted(found, key=lambda one: (not one.due, one.name.casefold(), one.steps)))

    def step_of(self, worker_id: str) -> int | None:
        """The contribution by which a worker belongs to a kelompok; None for who pays alone."""
        with self.database.reading() as session:
            found = search.card(session, worker_id)
        return None if found is None else found.payer_step

    def _parts(self, rows: Sequence[Any], said: Mapping[str, Sequence[LifeChange]]) -> Collection[_Part]:
        parts: dict[int, _Part] = {}
        debts: dict[Any, int | None] = {}
        for worker_id, step, village, month, *facts, people in rows:
            part = parts.setdefault(step, _Part(step))
            part.people += people
            part.villages[village] = part.villages.get(village, 0) + people
            part.kinds[facts[-1]] = part.kinds.get(facts[-1], 0) + people
            if month is None:
                continue
            part.month = month if part.month is None else min(part.month, month)
            alike = (worker_id, month, *facts)
            if alike not in debts:
                debts[alike] = self._debt(month, facts, said.get(worker_id, ()))
            debt = debts[alike]
            if debt is not None:
                part.due += people
                part.owed += people * debt
        return parts.values()

    def _debt(self, text: str, facts: Sequence[Any], said: Sequence[LifeChange]) -> int | None:
        """All overdue months, else the one that has begun, in rupiah; None where nothing is due that can be paid."""
        begun, income, offer, occupation, payer = facts
        today, month = self.clock.today(), IuranMonth.parse(text)
        if month > IuranMonth.of(today):
            return None
        return rupiah_owed(self.prices, (income, offer, occupation, payer), said, begun, month, today)


def _kelompok(parts: Sequence[_Part], names: Mapping[int, str], labels: Mapping[str, str]) -> PayerDue:
    """One kelompok of its parts, oldest first; the newest contribution says how the payer is written."""
    months = [part.month for part in parts if part.month is not None]
    villages = dict.fromkeys(code for part in parts for code in part.villages if code in labels)
    return PayerDue(
        name=names[parts[-1].step],
        payer=parts[-1].kind,
        steps=tuple(part.step for part in parts),
        members=sum(part.people for part in parts),
        due=sum(part.due for part in parts),
        owed=sum(part.owed for part in parts),
        month=IuranMonth.parse(min(months)) if months else None,
        villages=tuple(labels[code] for code in villages),
    )


def _kelompok_of(parts: Iterable[_Part], names: Mapping[int, str]) -> list[list[_Part]]:
    """Parts that are one kelompok, together, oldest first."""
    by_payer: dict[tuple[PayerKind, str], list[_Part]] = {}
    for part in sorted(parts, key=lambda part: part.step):
        name = names[part.step]
        by_payer.setdefault((part.kind, name_key(name) or name), []).append(part)
    found: list[list[_Part]] = []
    for (kind, _), together in by_payer.items():
        apart = kind is PayerKind.SELF and len(together) > 1
        found += _by_village(together) if apart else [together]
    return found


def _by_village(parts: Iterable[_Part]) -> list[list[_Part]]:
    """Parts of which one shares a village with another, together."""
    found: list[list[_Part]] = []
    for part in parts:
        near = [one for one in found if any(part.villages.keys() & other.villages.keys() for other in one)]
        found = [one for one in found if one not in near]
        found.append([*(other for one in near for other in one), part])
    return [sorted(one, key=lambda part: part.step) for one in found]
