"""Applying what central sent, in one transaction: rewind what it tells, write its rows, replay the rest."""

import logging
from collections.abc import Callable

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from desktop.errors import GuichetError
from desktop.protocol.messages import End, Envelope
from desktop.services.command import Run
from desktop.sync.cache import cache, undo
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.delta import Delta, Row

Replay = Callable[[Session, Envelope, Run], None]
"""Runs the service of an envelope again; raises Refused when it no longer can."""

Bare = Callable[[Session], set[Row]]
"""Looks at central's rows while no command of this station is in them; returns those it changed."""

_log = logging.getLogger(__name__)


def apply_delta(
    session: Session, delta: Delta, journal: Journal, replay: Replay, bare: Bare | None = None
) -> frozenset[str]:
    """Applies `delta` within `session`, the cache's; returns the tables that may look different now.

    Whatever central had told before it sent `delta` is in its rows. A told command is undone, never just
    forgotten: what central did otherwise, or refused, must vanish. A pending one whose rows change is undone
    and replayed; a replay that is refused is kept for staff to see, and tried again with each delta.
    With `bare` all commands are undone first, so that it meets exactly what central had.
    """
    told = max(cache.told(session), journal.told, _confirmed(delta.end, journal))
    last_kept = 0 if bare else min(cache.refused(session), default=journal.head + 1) - 1
    again = cache.outside(session, told + 1, last_kept)
    rows = delta.rows()
    rewound = undo.touching(session, rows, again)
    rows |= undo.rows_of(session, rewound)
    undo.rewind(session, rewound, delta.replaces())
    cache.forget(session, again.union(rewound))
    for drop in delta.drops:
        cache.drop(session, drop)
    for put in delta.puts:
        cache.put(session, put)
    cache.set_meta(session, cache.TOLD, str(told))
    rows |= bare(session) if bare else set()
    session.expire_all()
    replayed = replay_missing(session, journal, replay)
    cache.refresh_search(session, rows | undo.rows_of(session, replayed))
    if delta.end.cursor is not None:
        cache.set_meta(session, "cursor", delta.end.cursor)
    return delta.tables() | {table for table, _ in rows}


def replay_missing(session: Session, journal: Journal, replay: Replay) -> list[int]:
    """Runs, in order, each pending command whose effects the cache does not hold; returns their numbers."""
    first = max(cache.told(session), journal.told) + 1
    missing = cache.missing(session, first, journal.head)
    for envelope in journal.these(missing) if missing else ():
        code = _replayed(session, envelope, replay)
        if code is not None:
            cache.refuse(session, envelope.seq, code)
    return missing


def _replayed(session: Session, envelope: Envelope, replay: Replay) -> str | None:
    """None when it went well, or why not."""
    nested = session.begin_nested()
    try:
        with cache.recording(session, envelope.seq):
            replay(session, envelope, Run.REPLAY)
        nested.commit()
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001 - one broken service must not keep central's rows out
        nested.rollback()
        if isinstance(error, GuichetError):
            return error.code
        _log.exception("command %s could not be replayed", envelope.key.hex())
        return "replay_broken"
    return None


def _confirmed(end: End, journal: Journal) -> int:
    """How far central says it holds our commands; 0 when what it holds is another incarnation's."""
    if end.told_seq is None or not journal.holds(end.told_seq, end.told_hash):
        return 0
    return end.told_seq
