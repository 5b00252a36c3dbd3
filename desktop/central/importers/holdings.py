"""Opens a holding for whoever a contract names anew, and closes those of whom it names no more."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from sqlalchemy import text

from desktop.central.database.agency_write import Work
from desktop.central.importers.bulk import upsert
from desktop.central.importers.lookup import among, listed
from desktop.models.holding import CO_HOLDER, HOLDER


class _Holding(NamedTuple):
    """A row but for its scope and version; days as ISO text."""

    id: str
    lease_id: str
    person_id: str
    rank: str
    since: str
    until: str | None


_KNOWN: Final = f"SELECT {', '.join(_Holding._fields)} FROM holding WHERE {{these}} ORDER BY lease_id"  # noqa: S608
_LEASES: Final = "SELECT id, scope, starts_on, holder_id, co_holder_id FROM lease WHERE {these}"


def hold(work: Work, leases: Iterable[str], today: date) -> None:
    """Makes the holdings of some leases say what these say `today`; writes nothing where they do."""
    connection = work.session.connection()
    bound = {"ids": listed(connection, leases)}
    rows = connection.execute(text(_KNOWN.format(these=among(connection, "lease_id"))), bound)
    known = {lease: list(some) for lease, some in groupby(map(_Holding._make, rows), itemgetter(1))}
    written = []
    for lease, scope, starts_on, *people in connection.execute(
        text(_LEASES.format(these=among(connection, "id"))), bound
    ):
        for holding in _changes(known.get(lease, []), lease, starts_on, people, today.isoformat()):
            work.changed(scope)
            written.append((*holding, scope, work.version(scope)))
    if written:
        upsert(connection, "holding", (*_Holding._fields, "scope", "ver"), written, ("id",))


def _changes(
    known: list[_Holding], lease: str, starts_on: str, people: list[str | None], today: str
) -> Iterator[_Holding]:
    """Who leaves and comes back on one day has the one holding, open again: its id says since when it is."""
    named = {(person, rank) for person, rank in zip(people, (HOLDER, CO_HOLDER), strict=True) if person}
    open_ = {(each.person_id, each.rank): each for each in known if each.until is None}
    for who in sorted(open_.keys() - named):
        yield open_[who]._replace(until=max(today, open_[who].since))
    since = max(today, starts_on) if known else starts_on
    for person, rank in sorted(named - open_.keys()):
        yield _Holding(f"{lease}/{person}/{rank}/{since}", lease, person, rank, since, None)
