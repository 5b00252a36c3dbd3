"""Whose ledger is incomplete because a line of it could not be read: told to stations until it is healed."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_OID, uuid5

import msgspec
from sqlalchemy import Connection, select

from desktop.central.database.agency_write import Work
from desktop.central.importers.encoding import Survey
from desktop.central.importers.layout import Layout
from desktop.central.importers.lines import blocks
from desktop.central.importers.lookup import lookup
from desktop.central.importers.values import BadValue
from desktop.models.database import Database
from desktop.models.unread_ledger import UnreadLedger
from desktop.models.warning import WarningRow
from desktop.services.warnings import CONFIRMED, LEDGER_UNREAD, OPEN

BY_IMPORT: Final = "import"
_LEASE_UNKNOWN: Final = "contract_unknown"


class UnreadLeases(msgspec.Struct, frozen=True):
    """`named`: their own line was rejected; `suspected`: it may be theirs; `healed`: all is read again."""

    named: list[str] = []
    suspected: list[str] = []
    healed: list[str] = []

    def marked(self) -> list[str]:
        """Those that get no rent receipt."""
        return sorted({*self.named, *self.suspected})


@dataclass(slots=True)
class RejectedLines:
    """The lines of a ledger file that do not count, gathered while it is read.

    `strangers`: by the number of a lease that central does not know, the line that names it, 0 when several
    do: an account of its own, of which nothing is missing elsewhere.
    """

    waiting: frozenset[str] = frozenset()
    numbers: "array[int]" = field(default_factory=lambda: array("Q"))
    strangers: dict[str, int] = field(default_factory=dict)
    read_again: set[str] = field(default_factory=set)

    @classmethod
    def begin(cls, database: Database) -> "RejectedLines":
        """With the leases that wait for a good night."""
        with database.read() as session:
            return cls(frozenset(session.scalars(select(UnreadLedger.id))))

    def add(self, line: int, bad: BadValue) -> None:
        """One more line that does not count."""
        if bad.code == _LEASE_UNKNOWN and bad.value:
            self.strangers[bad.value] = 0 if bad.value in self.strangers else line
        else:
            self.numbers.extend((line, bad.facts.get("first_line", line)))

    def passed(self, leases: Iterable[str]) -> None:
        """These leases have a line that was read."""
        if self.waiting:
            self.read_again.update(self.waiting.intersection(leases))

    def leases(self, database: Database, path: Path, surveyed: Survey, layout: Layout) -> UnreadLeases:
        """Whose lines they are: reads the file again, if there are any."""
        lines = {*self.numbers, *filter(None, self.strangers.values())}
        if not lines:
            return UnreadLeases(healed=sorted(self.read_again))
        with database.read() as session:
            found = _Owners(session.connection(), layout, lines)
            for block in blocks(path, surveyed):
                found.look(block.first, block.lines)
            named, suspected = found.leases()
        marked = named | suspected
        return UnreadLeases(sorted(named), sorted(suspected - named), sorted(self.read_again - marked))


class _Owners:
    """Finds the leases of some lines: those they name, or had last night, or what stands around them."""

    def __init__(self, connection: Connection, layout: Layout, lines: set[int]) -> None:
        self._connection = connection
        self._lines = lines
        self._place = layout.place_of("numero_contrat")
        self._cells: dict[int, list[str]] = {}
        self._runs: list[tuple[int, str]] = []

    def look(self, first: int, lines: list[str]) -> None:
        """Notes the wanted ones, and where each lease begins among the others."""
        for number, line in enumerate(lines, first):
            cells = [cell.strip(' "') for cell in line.split(";")]
            if number in self._lines:
                self._cells[number] = cells
            elif number > 1 and len(cells) > self._place:
                lease = cells[self._place]
                if not self._runs or self._runs[-1][1] != lease:
                    self._runs.append((number, lease))

    def leases(self) -> tuple[set[str], set[str]]:
        """Those named, and those suspected because a line names nobody."""
        words = {cell for cells in self._cells.values() for cell in cells if 0 < len(cell) <= 40}
        leases = set(lookup(self._connection, "lease", ("id",), words))
        before = lookup(self._connection, "ledger_entry", ("id", "lease_id"), words)
        named: set[str] = set()
        nameless = []
        for number, cells in self._cells.items():
            own = leases.intersection(cells) | {before[cell][1] for cell in cells if cell in before}
            named |= own
            if not own:
                nameless.append(number)
        suspected = self._around(nameless) if nameless else set()
        return named, set(lookup(self._connection, "lease", ("id",), suspected))

    def _around(self, lines: list[int]) -> set[str]:
        """The leases next to these lines; all of the file, when it is not sorted by lease."""
        everybody = {lease for _, lease in self._runs}
        if len(everybody) < len(self._runs):
            return everybody
        found: set[str] = set()
        for line in lines:
            found |= set(_beside(self._runs, line))
        return found


def _beside(runs: list[tuple[int, str]], line: int) -> Iterator[str]:
    """The last lease that begins before the line, and the one that begins after it next."""
    if runs and line < runs[0][0]:
        yield runs[0][1]
    for (start, lease), (end, following) in pairwise([*runs, (1 << 62, "")]):
        if start < line < end:
            yield lease
            yield following
            return


def mark(work: Work, unread: UnreadLeases, leases: Iterable[str], now: datetime) -> None:
    """Some leases get no rent receipt from now on; staff are told of those whose own line it is."""
    named = set(unread.named)
    for lease_id, scope in _scopes(work, leases):
        if work.session.get(UnreadLedger, lease_id) is None:
            work.session.add(UnreadLedger(id=lease_id, scope=scope, since=now.date()))
            if lease_id in named:
                _warn(work, lease_id, scope, now)


def heal(work: Work, _unread: UnreadLeases, leases: Iterable[str], now: datetime) -> None:
    """All lines of some leases could be read: what is known of them is whole again."""
    for lease_id in leases:
        row = work.session.get(UnreadLedger, lease_id)
        if row is None:
            continue
        warning = work.session.get(WarningRow, _warning_id(lease_id, row.since))
        if warning is not None and warning.state == OPEN:
            warning.state, warning.settled_by, warning.settled_at = CONFIRMED, BY_IMPORT, now
        work.session.delete(row)


def _scopes(work: Work, leases: Iterable[str]) -> list[tuple[str, str]]:
    found = lookup(work.session.connection(), "lease", ("id", "scope"), leases)
    return sorted((lease, scope) for lease, scope in found.values())


def _warning_id(lease_id: str, since: date) -> str:
    return str(uuid5(NAMESPACE_OID, f"{LEDGER_UNREAD} {lease_id} {since}"))


def _warn(work: Work, lease_id: str, scope: str, now: datetime) -> None:
    """A row for a person to see; one that was healed on the same day is open again."""
    warning_id = _warning_id(lease_id, now.date())
    before = work.session.get(WarningRow, warning_id)
    if before is not None:
        before.state, before.settled_by, before.settled_at = OPEN, "", None
        return
    said = {"actor": "", "device_id": "", "means": "", "settled_by": "", "word": ""}
    row = WarningRow(
        id=warning_id,
        scope=scope,
        code=LEDGER_UNREAD,
        kind=BY_IMPORT,
        about_lease=lease_id,
        payment_id=None,
        amount_cents=None,
        done_at=now,
        raised_at=now,
        state=OPEN,
        settled_at=None,
        **said,
    )
    work.session.add(row)
