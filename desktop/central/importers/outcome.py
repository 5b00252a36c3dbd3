"""What one unit of an import did, and how far the whole stage has come."""

from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from sqlalchemy.orm import Session

from desktop.central.database.import_tables import ImportStage
from desktop.central.importers.following import Moved
from desktop.central.importers.kinds import Remarks
from desktop.central.importers.report import FileReport, Finding
from desktop.central.importers.stage import Place
from desktop.central.importers.unread import UnreadLeases
from desktop.central.importers.values import BadValue

_NOBODY = Moved(0, 0)


class Note(msgspec.Struct, frozen=True):
    """What the reader of a file leaves with its stage, so that whoever resumes it can report all of it.

    `is_news`: it is not the file of the last time, and something in it could be read.
    """

    id: str
    report: FileReport
    sha256: str
    doubts: int
    read_at: datetime
    rejections: list[Finding]
    warnings: list[Finding]
    unread: UnreadLeases = UnreadLeases()
    is_news: bool = False


@dataclass(slots=True)
class UnitOutcome:
    """What one try at a unit did; its remarks are heard only once it is committed.

    `incomplete`: the leases of which a line was rejected that adds up with others.
    """

    end: Place | None = None
    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    moved: Moved = _NOBODY
    rejected: list[tuple[int, BadValue]] = field(default_factory=list)
    doubted: list[tuple[int, BadValue]] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)

    @property
    def remarks(self) -> Remarks:
        """Where to say something that holds only if the unit does."""
        return Remarks(
            reject=lambda line, bad: self.rejected.append((line, bad)),
            warn=lambda line, bad: self.doubted.append((line, bad)),
        )

    def tell(self, remarks: Remarks) -> None:
        """Passes on what was said."""
        for line, bad in self.rejected:
            remarks.reject(line, bad)
        for line, bad in self.doubted:
            remarks.warn(line, bad)


def standing(session: Session, stage_id: str) -> ImportStage:
    """How far the stage has come; its first mention opens it."""
    found = session.get(ImportStage, stage_id)
    if found is None:
        counts = ("rows", "new", "changed", "unchanged", "rejected", "leases_moved", "tenants_moved")
        found = ImportStage(id=stage_id, scope="", together="", is_done=False, **dict.fromkeys(counts, 0))
        session.add(found)
    return found


def advance(session: Session, stage_id: str, outcome: UnitOutcome) -> None:
    """Adds a unit to what is done, in its own transaction."""
    stands = standing(session, stage_id)
    if outcome.end:
        stands.scope, stands.together = outcome.end
    stands.rows += outcome.rows
    stands.new += outcome.new
    stands.changed += outcome.changed
    stands.unchanged += outcome.unchanged
    stands.rejected += len(outcome.rejected)
    stands.leases_moved += outcome.moved.leases
    stands.tenants_moved += outcome.moved.tenants
