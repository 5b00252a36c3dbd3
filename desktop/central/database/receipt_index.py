"""No two receipts bear one number: central's own indexes on them, and what is done where two already do.

Stations have none of it: they only write down what central gave, and a row that they refused would keep
all that comes with it out for ever.
"""

import logging
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop.services.receipt_numbers import MORE_DIGITS

UNIQUE, BEYOND, PLAIN = "ux_receipt_canonical", "ix_receipt_beyond", "ix_receipt_canonical"
"""`PLAIN` is of earlier releases; it stays where the numbers are not unique yet, to find the last one."""

NAMED = 10
"""So many of the numbers that were given twice are named, and how many more there are."""

_DOUBLED = text(
    "SELECT canonical, count(*) AS times FROM receipt WHERE canonical IS NOT NULL "
    "GROUP BY canonical HAVING count(*) > 1 ORDER BY canonical"
)
_INDEXES = {
    "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() "
    "AND tablename = 'receipt'",
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'receipt'",
}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Doubled:
    """A number and how many receipts bear it."""

    canonical: str
    times: int


def doubled(session: Session) -> list[Doubled]:
    """The numbers that more than one receipt bears."""
    return [Doubled(canonical, times) for canonical, times in session.execute(_DOUBLED)]


def is_settled(session: Session) -> bool:
    """Whether nothing is to be made: the indexes are there, or cannot be while numbers are doubled."""
    there = _there(session)
    if BEYOND not in there:
        return False
    return UNIQUE in there or _say(doubled(session))


def install(session: Session) -> None:
    """Makes the indexes. Where numbers are doubled it names them in the log, and central goes on as before:

    stations must be able to send what they have, and only a person may change a number on a paper.
    """
    run, there = session.connection().exec_driver_sql, _there(session)
    if BEYOND not in there:
        run(f"CREATE INDEX {BEYOND} ON receipt (length(canonical), canonical) WHERE {MORE_DIGITS}")
    if UNIQUE not in there and not _say(doubled(session)):
        run(f"CREATE UNIQUE INDEX {UNIQUE} ON receipt (canonical)")
        there.add(UNIQUE)
    if UNIQUE in there:
        run(f"DROP INDEX IF EXISTS {PLAIN}")


def _there(session: Session) -> set[str]:
    """The names of the indexes on receipts; SQLAlchemy's own look passes over those of expressions."""
    return set(session.scalars(text(_INDEXES[session.get_bind().dialect.name])))


def _say(found: list[Doubled]) -> bool:
    """Names them in the log; whether there are any."""
    named = ", ".join(f"{one.canonical} ({one.times} receipts)" for one in found[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    if found:
        _log.error(
            "receipts bear one number twice: %s%s. Stations are served all the same; nothing else keeps "
            "numbers apart until `guichet central renumber` gave each receipt one of its own",
            named,
            more,
        )
    return bool(found)
