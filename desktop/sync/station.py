"""The station: everything a screen may ask of it, and the one place where a command is performed."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session
from uuid_utils import uuid7

from desktop.config import StationSettings
from desktop.errors import Refused
from desktop.protocol.messages import Envelope, PerformRequest
from desktop.security.seal import seal
from desktop.services import catalogue
from desktop.services.command import Command, Context, Done, Stage, Status
from desktop.sync import bootstrap, cache
from desktop.sync.apply import Delta, apply_delta, replay_missing
from desktop.sync.cache import Cache
from desktop.sync.generations import Generations
from desktop.sync.journal import AttentionItem, Draft, Journal
from desktop.sync.link import Answer, Link
from desktop.sync.uploads import Uploads

BATCH = 200
"""Commands per exchange: central holds the agency's lock for at most some 200 ms."""

P = ParamSpec("P")
Found = TypeVar("Found")
OnChange = Callable[[frozenset[str]], None]


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What the status line says. `as_of` is when the rows on this station were last known to be central's."""

    online: bool
    bootstrapped: bool
    waiting: int
    attention: int
    as_of: datetime | None


class Station:
    """One enrolled station. Its methods may be called from any thread; writers wait for one another."""

    def __init__(
        self,
        settings: StationSettings,
        journal: Journal,
        generations: Generations,
        link: Link,
        private_key: bytes,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.settings = settings
        self.journal = journal
        self.uploads = Uploads(journal.database, link)
        self.link = link
        self.online = False
        self.wake: Callable[[], None] = lambda: None
        self._generations = generations
        self._private_key = private_key
        self._clock = clock
        self._writing = threading.RLock()
        self._listeners: list[OnChange] = []
        self.heal()

    # What screens ask

    def ask(
        self, query: Callable[Concatenate[Session, P], Found], *args: P.args, **kwargs: P.kwargs
    ) -> Found:
        """Runs a query of the services on one unchanging picture of the cache."""
        with self._cache.database.read() as session:
            return query(session, *args, **kwargs)

    def now(self) -> datetime:
        """The station's clock, aware and in UTC."""
        return self._clock()

    def status(self) -> SyncStatus:
        """How this station stands with central."""
        with self._cache.database.read() as session:
            as_of, cursor = cache.meta(session, "as_of"), cache.meta(session, "cursor")
        return SyncStatus(
            online=self.online,
            bootstrapped=cursor is not None,
            waiting=self.journal.waiting() + self.uploads.waiting(),
            attention=len(self.attention()),
            as_of=datetime.fromisoformat(as_of) if as_of else None,
        )

    def attention(self) -> tuple[AttentionItem, ...]:
        """Commands that were refused, parked or done with a warning, and that nobody has acknowledged."""
        items = {item.seq: item for item in self.journal.attention()}
        with self._cache.database.read() as session:
            refused = session.execute(text("SELECT seq, code FROM replay_refused ORDER BY seq")).all()
        for seq, code in refused:
            for envelope in self.journal.after(seq - 1, limit=1):
                item = AttentionItem(seq, envelope.kind, envelope.actor, envelope.occurred_at, code)
                items.setdefault(seq, item)
        return tuple(items[seq] for seq in sorted(items))

    def acknowledge(self, seq: int) -> None:
        """A member of staff has seen how command `seq` ended."""
        self.journal.acknowledge(seq)

    def on_change(self, listener: OnChange) -> None:
        """`listener` is told, on whatever thread, which tables may look different."""
        self._listeners.append(listener)

    def seal(self, fields: dict[str, Any]) -> str:
        """The text of the signed code on a paper: anyone with this station's public key can check it."""
        return seal(self._private_key, fields | {"device": self.settings.device_code})

    def keep_upload(self, sha256: str, content: bytes, media_type: str) -> None:
        """Keeps a file durably until central has it; called before the command that speaks of it."""
        self.uploads.keep(sha256, content, media_type)

    def photo(self, sha256: str) -> bytes:
        """The bytes of a photo, from here if still here, else from central. Raises Offline."""
        return self.uploads.content(sha256)

    # What people do

    def perform(self, command: Command, actor: str) -> Done:
        """Carries out `command` here and now, durably; central will confirm when it can.

        Raises Refused when a rule says no, StoreFull when it cannot be kept: in both cases nothing was done.
        """
        entry = catalogue.CATALOGUE[type(command)]
        if entry.place is catalogue.Place.CENTRAL:
            raise ValueError(f"{entry.kind} can only be performed at central")
        with self._writing:
            self.heal()
            draft = self._draft(entry, command, actor)
            with self._cache.database.write() as session:
                with cache.recording(session, draft.seq):
                    done = entry.service(session, command, self._context(draft, Stage.FIRST))
                if done.noop:
                    session.rollback()
                    return done
                tables = self._touched(session, draft.seq)
                self.journal.append(draft, issued_receipt=entry.issues_receipt and _issued(done))
        self._tell(tables)
        self.wake()
        return done

    def perform_at_central(self, command: Command, actor: str) -> Done:
        """Has central carry out `command`, now. Raises Offline when it cannot be reached: ask again."""
        entry = catalogue.CATALOGUE[type(command)]
        request = PerformRequest(
            key=uuid7().bytes,
            kind=entry.kind,
            version=entry.version,
            body=catalogue.encode(command),
            occurred_at=_milliseconds(self.now()),
            actor=actor,
        )
        done = self.link.perform(request)
        self._take_in(self.link.exchange(self._cursor(), self._incarnation(), []))
        return done

    # What the engine does

    def exchange(self) -> bool:
        """One round: push the oldest unsettled commands, take in what changed. True when there is more to do.

        Raises Offline when the outcome is unknown: the same commands are sent again later.
        """
        sent = self.journal.unsettled(BATCH)
        try:
            answer = self.link.exchange(self._cursor(), self._incarnation(), sent)
        except Refused as refusal:
            if refusal.code != "fork":
                raise
            # Another life of this device spoke under our numbers: begin a new one, with the same keys.
            self.journal.set_meta("incarnation", str(uuid7()).encode())
            return True
        self.journal.settle(answer.results)
        self._take_in(answer)
        settled = sum(result.status != Status.RETRY for result in answer.results)
        return settled == BATCH

    def _take_in(self, answer: Answer) -> None:
        if answer.reset:
            snapshot = self.link.snapshot(self._incarnation())
            self._bootstrap(lambda fresh: bootstrap.fill(fresh, snapshot, self.link.rows(snapshot)))
        else:
            self._apply(answer.delta)

    def _cursor(self) -> str | None:
        with self._cache.database.read() as session:
            return cache.meta(session, "cursor")

    def _incarnation(self) -> str:
        return (self.journal.meta("incarnation") or self.settings.incarnation.encode()).decode()

    def _apply(self, delta: Delta) -> None:
        with self._writing, self._cache.database.write() as session:
            pending = self.journal.after(int(cache.meta(session, "acked_seq") or 0))
            tables = apply_delta(session, delta, pending, self._replay)
            cache.set_meta(session, "as_of", self.now().isoformat())
        self._tell(tables)

    def _bootstrap(self, fill: Callable[[Cache], Delta]) -> None:
        fresh = self._generations.prepare()
        delta = fill(fresh)
        with self._writing:
            with fresh.database.write() as session:
                pending = self.journal.after(delta.end.acked_seq or 0)
                apply_delta(session, delta, pending, self._replay)
                cache.set_meta(session, "as_of", self.now().isoformat())
            self._generations.switch(fresh)
        self._tell(frozenset({"*"}))

    def heal(self) -> None:
        """Performs in the cache what only the journal holds: a crash came between the two."""
        with self._writing, self._cache.database.read() as session:
            acked, held = int(cache.meta(session, "acked_seq") or 0), cache.performed(session)
        missing = [envelope for envelope in self.journal.after(acked) if envelope.seq not in held]
        if missing:
            with self._writing, self._cache.database.write() as session:
                replay_missing(session, missing, self._replay)

    def close(self) -> None:
        """Hangs up, and lets go of both files."""
        self.link.transport.close()
        self._generations.close()
        self.journal.database.close()

    @property
    def _cache(self) -> Cache:
        return self._generations.current

    def _draft(self, entry: catalogue.Entry, command: Command, actor: str) -> Draft:
        return Draft(
            seq=self.journal.next_seq(),
            key=uuid7().bytes,
            kind=entry.kind,
            version=entry.version,
            body=catalogue.encode(command),
            occurred_at=_milliseconds(self.now()),
            actor=actor,
            receipt_no=self.journal.next_receipt(),
        )

    def _context(self, draft: Draft | Envelope, stage: Stage) -> Context:
        return Context(
            key=UUID(bytes=draft.key),
            actor=draft.actor,
            device_id=self.settings.device_id,
            device_code=self.settings.device_code,
            agency_id=self.settings.agency_id,
            at=datetime.fromtimestamp(draft.occurred_at / 1000, UTC),
            receipt_no=draft.receipt_no,
            stage=stage,
        )

    def _replay(self, session: Session, envelope: Envelope, stage: Stage) -> None:
        command = catalogue.decode(envelope.kind, envelope.version, envelope.body)
        entry = catalogue.CATALOGUE[type(command)]
        entry.service(session, command, self._context(envelope, stage))

    @staticmethod
    def _touched(session: Session, seq: int) -> frozenset[str]:
        rows = session.execute(text("SELECT DISTINCT tbl FROM undo WHERE seq = :seq"), {"seq": seq})
        return frozenset(rows.scalars())

    def _tell(self, tables: frozenset[str]) -> None:
        for listener in self._listeners:
            listener(tables)


def _issued(done: Done) -> bool:
    return done.result is not None and "receipt_id" in done.result


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
