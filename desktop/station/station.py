"""The station: everything a screen may ask of it, and the one place where a command is performed."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desktop import failpoints
from desktop.config import StationSettings
from desktop.errors import GuichetError, NotAllowed, StoreDamaged
from desktop.models.storable import require_rows
from desktop.protocol.messages import Envelope, PerformRequest
from desktop.security.seal import seal
from desktop.services import catalogue
from desktop.services.command import Command, Done, Run
from desktop.station import attention, endings
from desktop.station.drafts import Drafts
from desktop.station.room import Room
from desktop.sync.cache import cache, undo
from desktop.sync.cache.cache import Cache
from desktop.sync.cache.generations import Generations
from desktop.sync.cache.replica import Replica
from desktop.sync.cache.verify import Verified
from desktop.sync.exchange.conversation import Conversation
from desktop.sync.exchange.rounds import Rounds
from desktop.sync.journal.draft import Draft
from desktop.sync.journal.evidence import Evidence
from desktop.sync.journal.journal import Journal
from desktop.sync.standing import AttentionItem, Damage, SyncStatus, WaitingItem
from desktop.sync.uploads import Uploads
from desktop.sync.wire.delta import Row
from desktop.sync.wire.link import Link

__all__ = ["Station", "SyncStatus"]

_log = logging.getLogger(__name__)

P = ParamSpec("P")
Found = TypeVar("Found")
OnChange = Callable[[frozenset[str]], None]


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
        self.replica = Replica(generations, journal, self._replay, clock)
        self._conversation = Conversation(
            link, journal, self.replica, settings.incarnation, self._tell, clock
        )
        parts, device = (link, journal, self.replica), (settings.device_id, private_key)
        self._rounds = Rounds(
            self._conversation, parts, device, self._tell, clock, settings.enrolment_receipt
        )
        self._evidence = Evidence(journal)
        self._room = Room(generations.folder)
        self._drafts = Drafts(settings, journal, clock)
        self._private_key = private_key
        self._clock = clock
        self._listeners: list[OnChange] = []
        self.replica.start()

    # What screens ask

    def ask(
        self, query: Callable[Concatenate[Session, P], Found], *args: P.args, **kwargs: P.kwargs
    ) -> Found:
        """Runs a query of the services on one unchanging picture of the cache."""
        try:
            with self.replica.read() as session:
                return query(session, *args, **kwargs)
        except StoreDamaged:
            self.wake()
            raise

    def now(self) -> datetime:
        """The station's clock, aware and in UTC."""
        return self._clock()

    def status(self) -> SyncStatus:
        """How this station stands with central."""
        with self.replica.read() as session:
            told, cursor = cache.meta(session, "as_of"), cache.meta(session, "cursor")
        as_of = datetime.fromisoformat(told) if told else None
        of_staff, damage, files, handed_in = self._told_by_journal()
        unreadable = self.journal.database.is_damaged
        return SyncStatus(
            online=self.online,
            bootstrapped=cursor is not None,
            waiting=self.journal.waiting(),
            attention=of_staff + (damage is not None) + unreadable,
            as_of=as_of,
            files_waiting=files,
            offline_since=None if self.online else self._conversation.heard_at or as_of,
            storage_full=self.journal.is_full or self._room.is_short(),
            clock_ahead_ms=self._conversation.clock_ahead_ms,
            fetched_rows=self._conversation.fetched_rows,
            revoked=self._rounds.admission.is_revoked,
            handed_in=handed_in,
            damage=damage,
            unreadable=unreadable,
        )

    def attention(self, limit: int = 200) -> tuple[AttentionItem, ...]:
        """What was refused, parked or done with a warning and not acknowledged: the oldest `limit` of it."""
        with self.replica.read() as session:
            return attention.items(session, self.journal, limit)

    def waiting_commands(self, limit: int) -> tuple[WaitingItem, ...]:
        """The oldest commands that central has not answered yet, at most `limit`."""
        with self.replica.read() as session:
            return attention.waiting(session, self.journal, limit)

    def acknowledge(self, seq: int) -> None:
        """A member of staff has seen how command `seq` ended, or that central undid one."""
        if seq < 0:
            self.journal.keeping.undone.acknowledge(seq)
        else:
            self.journal.acknowledge(seq)

    def acknowledge_damage(self) -> None:
        """A member of staff knows what became of the damaged journal."""
        self._evidence.acknowledge()

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

        Raises Refused when a rule says no, StoreFull when it cannot be kept, StoreDamaged when the journal
        cannot be read, NotAllowed when central does not admit this station any more: nothing was done then.
        """
        command, entry = endings.tellable(command), catalogue.CATALOGUE[type(command)]
        if entry.where is catalogue.Where.CENTRAL:
            raise ValueError(f"{entry.kind} can only be performed at central")
        self._may_begin(entry)
        with self.replica.writing:
            draft = self._drafts.of(entry, command, actor)
            done, tables = self._carry_out(draft, entry, command)
        failpoints.reached("perform.before_told")
        if not done.noop:
            self._tell(tables)
            self.wake()
        return done

    def perform_at_central(self, command: Command, actor: str) -> Done:
        """Has central carry out `command`, now. Raises Offline when it cannot be reached: ask again.

        Raises Refused("not_storable"), with nothing asked, for what central could not keep.
        """
        entry = catalogue.CATALOGUE[type(command)]
        self._require_journal()
        request = self._drafts.request(entry, command, actor)
        history = self.journal.keeping.history
        done = self.link.perform(request)
        self._keep(request, done, history)
        if not self._came_at_once():
            self.wake()
        return done

    # What the engine does

    def exchange(self) -> bool:
        """One round: push the oldest unsettled commands, take in what changed. True when there is more to do.

        Raises Offline when the outcome is unknown: the same commands are sent again later.
        """
        return self._rounds.run()

    def pull(self) -> None:
        """Takes in what changed at central, and says nothing. Raises Offline."""
        self._conversation.pull()

    def verify(self) -> Verified:
        """Compares every row here with central's and mends what differs. Raises Offline."""
        return self._conversation.verify()

    def close(self) -> None:
        """Hangs up, and lets go of both files."""
        self._conversation.close()
        self.link.transport.close()
        self.replica.close()
        self.journal.database.close()

    def _came_at_once(self) -> bool:
        """Whether the rows of what central just did are here; if not, they come with a later exchange."""
        try:
            return self._conversation.pull_soon()
        except (GuichetError, SQLAlchemyError):
            _log.warning("what central just did is not here yet", exc_info=True)
            return False

    def _keep(self, request: PerformRequest, done: Done, history: str) -> None:
        """The person will be told that it is done: a restore of central must not make that untrue."""
        try:
            self.journal.keeping.request_done(request, done, self.settings.device_id, history)
        except (GuichetError, SQLAlchemyError):
            _log.exception("request %s is done, but not kept", request.key.hex())

    @property
    def _cache(self) -> Cache:
        return self.replica.current

    def _carry_out(
        self, draft: Draft, entry: catalogue.Entry, command: Command
    ) -> tuple[Done, frozenset[str]]:
        done, rows = Done(noop=True), set[Row]()
        try:
            with self.replica.write() as session:
                with cache.recording(session, draft.seq):
                    context = self._drafts.context(draft, Run.FIRST)
                    done = endings.first(session, draft.seq, entry, command, context)
                if done.noop:
                    session.rollback()
                    return done, frozenset()
                rows = undo.rows_of(session, [draft.seq])
                require_rows(session, rows)
                cache.refresh_search(session, rows)
                self.journal.append(draft, issued_receipt=endings.takes_number(entry, done))
                failpoints.reached("cache.before_commit")
        except Exception:
            if self.journal.head < draft.seq:
                raise
            # The journal holds it: it is done, and must not look undone, or it would be done again.
            _log.exception("the cache does not hold command %d yet", draft.seq)
            self.replica.fell_behind()
        return done, frozenset(table for table, _ in rows)

    def _told_by_journal(self) -> tuple[int, Damage | None, int, bool]:
        """What staff have not acknowledged, the damage, the files that wait, whether central has it all."""
        try:
            with self.replica.read() as session:
                of_staff = attention.count(session, self.journal)
            handed_in = self._rounds.admission.is_handed_in and not self._evidence.waiting(1)
            return of_staff, self._evidence.damage(), self.uploads.waiting(), handed_in
        except StoreDamaged:
            if not self.journal.database.is_damaged:
                raise
            return 0, None, 0, False

    def _require_journal(self) -> None:
        if self.journal.database.is_damaged:
            raise StoreDamaged("journal_unreadable", store=self.journal.database.name)

    def _may_begin(self, entry: catalogue.Entry) -> None:
        if entry.kind == endings.SETTLE:
            return
        self._require_journal()
        if self._rounds.admission.is_revoked:
            raise NotAllowed("device_revoked")
        self._room.require(entry.kind)

    def _replay(self, session: Session, envelope: Envelope, run: Run) -> None:
        command = catalogue.decode(envelope.kind, envelope.version, envelope.body)
        entry = catalogue.CATALOGUE[type(command)]
        entry.service(session, command, self._drafts.context(envelope, run))

    def _tell(self, tables: frozenset[str]) -> None:
        for listener in self._listeners:
            try:
                listener(tables)
            except Exception:  # noqa: BLE001 - what was done is done: a screen that stumbles must not undo it
                _log.exception("a listener failed")
