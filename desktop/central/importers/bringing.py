"""Brings a staged file in by short units of work, between which stations get their turn."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError

from desktop import failpoints
from desktop.central.database.agency_write import Work, agency_write
from desktop.central.database.import_tables import ImportStage
from desktop.central.importers.bulk import Contested
from desktop.central.importers.following import Moved, astray, follow_leases, follow_people
from desktop.central.importers.kinds import FileKind, Remarks
from desktop.central.importers.memory import keep_run
from desktop.central.importers.outcome import Note, UnitOutcome, advance, standing
from desktop.central.importers.report import FileReport
from desktop.central.importers.stage import StagedChanges, Unit
from desktop.central.importers.unit import write_unit
from desktop.central.importers.unread import UnreadLeases, heal, mark
from desktop.central.store import UNASSIGNED_SCOPE, ensure_scopes
from desktop.errors import NotAllowed
from desktop.models.agency import Agency
from desktop.models.database import Database
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.ledger_night import THE_LEDGER, LedgerNight

UNIT_ROWS: Final = 4_000
"""About a tenth of a second of writing: what a station's push waits for at most, if it comes alone."""

LEASES_AT_ONCE: Final = 40
PEOPLE_AT_ONCE: Final = 1_000
MOST_TRIES: Final = 5
"""How often a unit is tried whose scopes somebody else holds too long."""


class Bringing:
    """One stage on its way in. Begun again after a crash, it goes on where it stood."""

    def __init__(
        self, database: Database, kind: FileKind, stage: StagedChanges, note: Note, remarks: Remarks
    ) -> None:
        self._database = database
        self._kind = kind
        self._stage = stage
        self._note = note
        self._remarks = remarks
        self._everywhere: set[str] = set()

    def run(self, progress: Callable[[int], None]) -> FileReport:
        """Brings in what is left; `progress(rows)` is called before each unit. Answers the whole report."""
        self._everywhere = _scopes(self._database)
        with self._database.read() as session:
            stands = standing(session, self._note.id)
        if not stands.is_done:
            self._mark()
            after = (stands.scope, stands.together) if stands.rows else None
            done = stands.rows
            for unit in self._stage.units(after, UNIT_ROWS):
                progress(done)
                self._bring(unit)
                done += len(unit.changes)
            if self._kind.target.leads:
                self._gather()
            self._heal()
            if self._kind.target.add_up and self._note.is_news:
                self._at_once({GLOBAL_SCOPE}, self._tell_night)
        report = self._finish()
        self._stage.discard()
        return report

    def _mark(self) -> None:
        """Before a single row goes in: an incomplete ledger is never believed, whenever this breaks off."""
        for some in _parts(self._note.unread.marked(), PEOPLE_AT_ONCE):
            self._unread(mark, some)

    def _heal(self) -> None:
        """After the last one."""
        for some in _parts(self._note.unread.healed, PEOPLE_AT_ONCE):
            self._unread(heal, some)

    def _tell_night(self, work: Work, _careful: bool) -> UnitOutcome:
        row = work.session.get(LedgerNight, THE_LEDGER)
        if row is None:
            work.session.add(LedgerNight(id=THE_LEDGER, scope=GLOBAL_SCOPE, taken_at=self._note.read_at))
        else:
            row.taken_at = max(row.taken_at, self._note.read_at)
        return UnitOutcome()

    def _unread(self, do: Callable[[Work, UnreadLeases, list[str], datetime], None], some: list[str]) -> None:
        def write(work: Work, _careful: bool) -> UnitOutcome:
            do(work, self._note.unread, some, self._note.read_at)
            return UnitOutcome()

        self._at_once(self._everywhere, write)

    def _bring(self, unit: Unit) -> None:
        def write(work: Work, careful: bool) -> UnitOutcome:
            outcome = write_unit(work, self._kind, unit, self._note.read_at.date(), careful=careful)
            if outcome.incomplete:
                late = UnreadLeases(named=sorted(outcome.incomplete))
                mark(work, late, late.named, self._note.read_at)
            return outcome

        self._at_once({unit.end[0], *(change.old_scope or unit.end[0] for change in unit.changes)}, write)

    def _at_once(self, scopes: set[str], write: Callable[[Work, bool], UnitOutcome]) -> None:
        """Tries until the unit is in: with more care, or more scopes, when others came in between."""
        careful, tries = False, 0
        while True:
            try:
                with agency_write(self._database, scopes) as work:
                    outcome = write(work, careful)
                    advance(work.session, self._note.id, outcome)
            except Contested:
                careful = True
            except NotAllowed as refusal:
                if refusal.code != "scope_not_yours" or scopes >= self._everywhere:
                    raise
                scopes = scopes | self._everywhere
            except OperationalError:
                tries += 1
                if tries == MOST_TRIES:
                    raise
            else:
                outcome.tell(self._remarks)
                return failpoints.reached("import.unit_done")

    def _gather(self) -> None:
        """What the units did not take along: whoever was already astray, and people who left a lease."""
        with self._database.read() as session:
            leases, people = astray(session.connection())
        for some in _parts(leases, LEASES_AT_ONCE):
            self._at_once(self._everywhere, lambda work, _, some=some: _move_leases(work, some))  # type: ignore[misc]
        with self._database.read() as session:
            _, people = astray(session.connection())
        for some in _parts(people, PEOPLE_AT_ONCE):
            self._at_once(self._everywhere, lambda work, _, some=some: _move_people(work, some))  # type: ignore[misc]

    def _finish(self) -> FileReport:
        with self._database.write() as session:
            stands = standing(session, self._note.id)
            report = _whole(self._note.report, stands)
            if not stands.is_done:
                keep_run(session, report, self._note.sha256, self._note.doubts, self._note.read_at)
                stands.is_done = True
            session.execute(delete(ImportStage).where(ImportStage.id != self._note.id))
        return report


def _whole(read: FileReport, stands: ImportStage) -> FileReport:
    """The reader's report with what became of its changes."""
    moved = Moved(stands.leases_moved, stands.tenants_moved)
    note = "leases_moved: {}, tenants_moved: {}".format(*moved)
    return replace(
        read,
        new=stands.new,
        changed=stands.changed,
        unchanged=read.unchanged + stands.unchanged,
        rejected=read.rejected + stands.rejected,
        notes=(*read.notes, note) if any(moved) else read.notes,
    )


def _move_leases(work: Work, leases: list[str]) -> UnitOutcome:
    return UnitOutcome(moved=follow_leases(work, "lease.id", leases))


def _move_people(work: Work, people: list[str]) -> UnitOutcome:
    return UnitOutcome(moved=Moved(0, follow_people(work, people)))


def _parts(ids: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _scopes(database: Database) -> set[str]:
    with database.read() as session:
        scopes = {GLOBAL_SCOPE, UNASSIGNED_SCOPE, *session.scalars(select(Agency.id))}
    ensure_scopes(database, scopes)
    return scopes
