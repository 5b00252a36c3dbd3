"""No two receipts bear one number: central's own index on them, and what is done where two already do.

Stations have none of it: they only write down what central gave, and a row that they refused would keep
all that comes with it out for ever.
"""

import logging
from dataclasses import dataclass

from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

UNIQUE, PLAIN = "ux_receipt_canonical", "ix_receipt_canonical"
"""`PLAIN` is of earlier releases; it stays where the numbers are not unique yet, to find the last one."""

NAMED = 10
"""So many of the numbers that were given twice are named, and how many more there are."""

_DOUBLED = text(
    "SELECT canonical, count(*) AS times FROM receipt WHERE canonical IS NOT NULL "
    "GROUP BY canonical HAVING count(*) > 1 ORDER BY canonical"
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Doubled:
    """A number and how many receipts bear it."""

    canonical: str
    times: int


def doubled(session: Session) -> list[Doubled]:
    """The numbers that more than one receipt bears."""
    return [Doubled(canonical, times) for canonical, times in session.execute(_DOUBLED)]


def is_up_to_date(session: Session) -> bool:
    """Whether nothing is to be made: the index is there, or cannot be while numbers are doubled."""
    return UNIQUE in _there(session) or _say(doubled(session))


def install(session: Session) -> None:
    """Makes the index. Where numbers are doubled it names them in the log, and central goes on as before:

    stations must be able to send what they have, and only a person may change a number on a paper.
    """
    run, there = session.connection().exec_driver_sql, _there(session)
    if UNIQUE not in there and not _say(doubled(session)):
        run(f"CREATE UNIQUE INDEX {UNIQUE} ON receipt (canonical)")
        there.add(UNIQUE)
    if UNIQUE in there:
        run(f"DROP INDEX IF EXISTS {PLAIN}")


def _there(session: Session) -> set[str]:
    """The names of the indexes on receipts."""
    return {str(index["name"]) for index in inspect(session.connection()).get_indexes("receipt")}


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
