"""Applying what central sent, in one transaction: rewind what it settles, write its rows, replay the rest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop.errors import GuichetError
from desktop.protocol.messages import Drop, End, Envelope, Put
from desktop.services.command import Stage
from desktop.sync import cache, undo

Replay = Callable[[Session, Envelope, Stage], None]
"""Runs the service of an envelope again; raises Refused when it no longer can."""


@dataclass(slots=True)
class Delta:
    """What one answer changes: rows that came, rows that left, and how far our commands are in them."""

    puts: list[Put] = field(default_factory=list)
    drops: list[Drop] = field(default_factory=list)
    end: End = field(default_factory=lambda: End(None, None, {}))

    def rows(self) -> set[undo.Row]:
        """Every row this delta speaks of."""
        came = {(put.table, str(row[put.columns.index("id")])) for put in self.puts for row in put.rows}
        return came | {(drop.table, row_id) for drop in self.drops for row_id in drop.ids}

    def tables(self) -> frozenset[str]:
        """The tables whose screens must look again."""
        return frozenset({put.table for put in self.puts} | {drop.table for drop in self.drops})


def apply_delta(
    session: Session, delta: Delta, pending: Sequence[Envelope], replay: Replay
) -> frozenset[str]:
    """Applies `delta` within `session`; `pending` are the journal's commands that central had not performed.

    Returns the tables that may look different now. A settled command is undone, never just forgotten: what
    central did otherwise, or refused, must vanish. A replay that is refused is kept for staff to see.
    """
    acked = _acked(session, delta.end)
    still_pending = [envelope for envelope in pending if envelope.seq > acked]
    settled = [seq for seq in cache.performed(session) if seq <= acked]
    rows = delta.rows()
    rewound = undo.touching(session, rows, settled)
    undone = _rows_of(session, rewound)
    undo.rewind(session, rewound)
    _forget(session, {*settled, *rewound}, acked)
    for put in delta.puts:
        cache.put(session, put)
    for drop in delta.drops:
        cache.drop(session, drop)
    session.expire_all()
    replay_missing(session, still_pending, replay)
    cache.refresh_search(session, rows | undone)
    if delta.end.cursor is not None:
        cache.set_meta(session, "cursor", delta.end.cursor)
    cache.set_meta(session, "acked_seq", str(acked))
    return delta.tables() | frozenset(table for table, _ in undone)


def replay_missing(session: Session, pending: Iterable[Envelope], replay: Replay) -> None:
    """Runs, in order, each pending command whose effects the cache does not hold."""
    held = cache.performed(session)
    for envelope in pending:
        if envelope.seq in held:
            continue
        nested = session.begin_nested()
        try:
            with cache.recording(session, envelope.seq):
                replay(session, envelope, Stage.REPLAY)
            nested.commit()
        except GuichetError as refusal:
            nested.rollback()
            session.execute(
                text("INSERT OR REPLACE INTO replay_refused (seq, code) VALUES (:seq, :code)"),
                {"seq": envelope.seq, "code": refusal.code},
            )
            session.execute(
                text("INSERT OR IGNORE INTO performed (seq) VALUES (:seq)"), {"seq": envelope.seq}
            )


def _acked(session: Session, end: End) -> int:
    known = int(cache.meta(session, "acked_seq") or 0)
    return known if end.acked_seq is None else max(known, end.acked_seq)


def _rows_of(session: Session, commands: Iterable[int]) -> set[undo.Row]:
    rows: set[undo.Row] = set()
    for seq in commands:
        found = session.execute(text("SELECT DISTINCT tbl, row_id FROM undo WHERE seq = :seq"), {"seq": seq})
        rows.update((table, row_id) for table, row_id in found)
    return rows


def _forget(session: Session, commands: Iterable[int], acked: int) -> None:
    for seq in commands:
        session.execute(text("DELETE FROM performed WHERE seq = :seq"), {"seq": seq})
    session.execute(text("DELETE FROM replay_refused WHERE seq <= :acked"), {"acked": acked})
