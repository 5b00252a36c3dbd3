"""What central confirmed to a person, and would not do again after it was restored: told to staff."""

from typing import Any

import msgspec
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from desktop.models.database import Database
from desktop.protocol.messages import PerformRequest, Result
from desktop.services.command import Done, Status
from desktop.sync.journal.tables import RequestWay
from desktop.sync.standing import UNDONE, AttentionItem

_TO_TELL = (RequestWay.refused.is_not(None), RequestWay.seen.is_(False))


class Undone:
    """The requests that only central could carry out, as far as words about them are needed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.count = self._counted()

    def items(self) -> tuple[AttentionItem, ...]:
        """Those that staff have not acknowledged, oldest first; their numbers are below zero."""
        query = select(RequestWay, text("request_way.rowid")).where(*_TO_TELL).order_by(text("rowid"))
        with self._database.read() as session:
            return tuple(_item(way, number) for way, number in session.execute(query))

    def acknowledge(self, number: int) -> None:
        """A member of staff knows of this one."""
        with self._database.write() as session:
            this = text("rowid = :number").bindparams(number=-number)
            session.execute(update(RequestWay).where(this).values(seen=True))
        self.count = self._counted()

    def tell(self) -> None:
        """Notes that more may be refused than before."""
        self.count = self._counted()

    def _counted(self) -> int:
        with self._database.read() as session:
            return session.scalar(select(func.count()).select_from(RequestWay).where(*_TO_TELL)) or 0


def confirmed(session: Session, request: PerformRequest, done: Done) -> None:
    """Central did this, and the person was told so; what it refused at once is nobody's worry later."""
    result = done.result or {}
    if "refused" in result:
        return
    row = {
        "id": request.key.hex(),
        "kind": request.kind,
        "actor": request.actor,
        "about": str(result.get("account", "")),
        "occurred_at": request.occurred_at,
        "refused": None,
        "seen": False,
    }
    session.execute(insert(RequestWay).values(row).on_conflict_do_nothing())


def handed_in(session: Session, key: bytes, refused: str) -> None:
    """A restored central did it again, or would not: then `refused` is its code."""
    query = update(RequestWay).where(RequestWay.id == key.hex())
    session.execute(query.values(refused=refused or None, seen=False))


def let_go(session: Session, name: str) -> None:
    """A proven backup holds it; what staff do not know yet stays."""
    known = RequestWay.refused.is_(None) | RequestWay.seen.is_(True)
    session.execute(delete(RequestWay).where(RequestWay.id == name, known))


def refusal_in(result: Result) -> str:
    """The code with which central would not do it, in either of the ways it says so; empty if it did."""
    if result.status == Status.REJECTED:
        return result.code or "refused"
    said: Any = msgspec.msgpack.decode(result.data) if result.data else None
    return str(said.get("refused", "")) if isinstance(said, dict) else ""


def _item(way: RequestWay, number: int) -> AttentionItem:
    return AttentionItem(
        seq=-number,
        kind=way.kind,
        actor=way.actor,
        occurred_at=way.occurred_at,
        code=way.refused or "",
        status=UNDONE,
        lease_id=way.about,
    )
