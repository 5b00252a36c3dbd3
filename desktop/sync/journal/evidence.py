"""Commands that a salvage found outside the chain: kept, handed to central, never part of the chain again."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import select, update

from desktop.protocol.messages import Envelope
from desktop.sync.journal.journal import Journal
from desktop.sync.journal.tables import Aside
from desktop.sync.standing import Damage

_DAMAGE = "damage"
_WAITING = "SELECT envelope FROM aside WHERE NOT at_central ORDER BY seq LIMIT ?"


class Evidence:
    """What the journal keeps aside."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._database = journal.database

    def damage(self) -> Damage | None:
        """What became of a damaged journal that this one continues, until staff have acknowledged it."""
        kept = self._journal.meta(_DAMAGE)
        damage = msgspec.msgpack.decode(kept, type=Damage) if kept else None
        if damage is None or damage.acknowledged:
            return None
        return msgspec.structs.replace(damage, at_central=self.numbers_at_central())

    def acknowledge(self) -> None:
        """Staff know what became of it."""
        damage = self.damage()
        if damage is not None:
            seen = msgspec.structs.replace(damage, acknowledged=True)
            self._journal.set_meta(_DAMAGE, msgspec.msgpack.encode(seen))

    def waiting(self, limit: int) -> list[Envelope]:
        """Those that central does not have yet, oldest first."""
        found = self._database.rows(_WAITING, (limit,))
        return [msgspec.msgpack.decode(kept, type=Envelope) for (kept,) in found]

    def at_central(self, keys: Iterable[bytes]) -> None:
        """Central keeps these, or performed them before."""
        with self._journal.writing() as session:
            session.execute(update(Aside).where(Aside.key.in_(list(keys))).values(at_central=True))

    def tell_again(self) -> None:
        """Central was restored: it may have none of these any more."""
        with self._journal.writing() as session:
            session.execute(update(Aside).values(at_central=False))

    def numbers_at_central(self) -> tuple[int, ...]:
        """The numbers of those that central has."""
        query = select(Aside.seq).where(Aside.at_central).order_by(Aside.seq)
        with self._database.read() as session:
            return tuple(session.scalars(query))
