"""Somebody who took a whole station: its key, its token, its chain, and no shame in what they say."""

from datetime import UTC, datetime
from uuid import uuid4

import msgspec
from sqlalchemy import func, select

from desktop.central.database.agency_write import agency_write
from desktop.models.everything import synced_tables
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import Payment
from desktop.models.receipt import Receipt
from desktop.protocol.chain import GENESIS, command_hash
from desktop.protocol.frames import unpack_answer
from desktop.protocol.messages import Envelope, ExchangeRequest, Hello, PerformRequest, Result
from desktop.security.device_key import sign
from desktop.services import catalogue
from desktop.services.command import Command
from desktop.services.entry import Entry, Where
from desktop.station.station import Station
from tests.unit.services.examples import EXAMPLES
from tests.world import World

HERE, THERE = "AG02", "AG01"
SCOPES = {HERE, THERE, "global"}
MONEY = (Payment, Receipt, LedgerEntry)
EXCHANGE, PERFORM = "/v1/sync/exchange", "/v1/sync/perform"


class Thief:
    """Speaks in place of the station, over its own road, with the real words and the real signature."""

    def __init__(self, town: World, station: Station) -> None:
        self.device_id = station.settings.device_id
        self.road = station.link.transport
        self._town = town
        self._private_key = station.journal._private_key
        self._life = uuid4().hex
        self._previous, self._seq = GENESIS, 0
        hello = self._exchange([])[0]
        assert isinstance(hello, Hello)
        self._epoch = hello.epoch

    def example(self, entry: Entry, lease_id: str) -> Command:
        """That command about that lease; whatever rows it needs are at central, of this very station."""
        with agency_write(self._town.store.database, SCOPES) as work:
            return EXAMPLES[entry.kind](work.session, work.session.get_one(Lease, lease_id), self.device_id)

    def say(self, command: Command, actor: str, at: datetime | None = None, receipt_no: int = 0) -> Result:
        """What central answers to one command, said by `actor`, at that time by the station's clock."""
        entry = catalogue.CATALOGUE[type(command)]
        when = round((at or datetime.now(UTC)).timestamp() * 1000)
        if entry.where is Where.CENTRAL:
            return self._ask(entry, command, actor, when)
        self._seq += 1
        bare = Envelope(
            seq=self._seq,
            key=uuid4().bytes,
            kind=entry.kind,
            version=entry.version,
            body=catalogue.encode(command),
            occurred_at=when,
            actor=actor,
            receipt_no=receipt_no or self._seq,
            previous=self._previous,
            hash=b"",
            signature=b"",
        )
        self._previous = command_hash(self._previous, self.device_id, bare)
        said = msgspec.structs.replace(
            bare, hash=self._previous, signature=sign(self._private_key, self._previous)
        )
        (told,) = (each for each in self._exchange([said]) if isinstance(each, Result))
        return told

    def _ask(self, entry: Entry, command: Command, actor: str, when: int) -> Result:
        body = catalogue.encode(command)
        asked = PerformRequest(uuid4().bytes, entry.kind, entry.version, body, when, actor)
        return msgspec.msgpack.decode(self.road.post(PERFORM, msgspec.msgpack.encode(asked)), type=Result)

    def _exchange(self, envelopes: list[Envelope]) -> list[object]:
        epoch = self._epoch if envelopes else ""
        asked = ExchangeRequest(None, self._life, envelopes, epoch=epoch, results_only=True)
        frames, _end = unpack_answer(self.road.post(EXCHANGE, msgspec.msgpack.encode(asked)))
        return list(frames)


def a_lease(town: World, agency: str) -> str:
    """Any lease of that agency."""
    with town.store.database.read() as session:
        return session.scalars(select(Lease.id).where(Lease.scope == agency)).first() or ""


def money(town: World) -> dict[str, int]:
    """How many payments, receipts and lines of a ledger there are."""
    with town.store.database.read() as session:
        return {
            each.__tablename__: session.scalar(select(func.count()).select_from(each)) or 0 for each in MONEY
        }


def rows_of(town: World, agency: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row that stations of that agency may hold."""
    with town.store.database.read() as session:
        return {
            name: [tuple(row) for row in session.execute(select(table).where(table.c.scope == agency))]
            for name, table in synced_tables().items()
        }
