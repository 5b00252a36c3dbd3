"""What people do: the one place of a station where a command is performed."""

import logging
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desktop import failpoints
from desktop.errors import GuichetError, NotAllowed, StoreDamaged
from desktop.models.storable import require_rows
from desktop.protocol.messages import Envelope, PerformRequest
from desktop.rules.station_kind import StationKind
from desktop.services import catalogue, permission
from desktop.services.command import Command, Done, Run
from desktop.services.entry import Entry, Money, Where
from desktop.station import endings
from desktop.station.drafts import Drafts
from desktop.station.exchanging import Exchanging
from desktop.station.room import Room
from desktop.sync.cache import cache, undo
from desktop.sync.cache.replica import Replica
from desktop.sync.journal.draft import Draft
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.delta import Row
from desktop.sync.wire.link import Link

_log = logging.getLogger(__name__)


class Performing:
    """Carries commands out, here or at central. `tell` hears which tables changed; then `wake` is called."""

    def __init__(
        self,
        drafts: Drafts,
        exchanging: Exchanging,
        journal: Journal,
        replica: Replica,
        link: Link,
        room: Room,
        *,
        device_id: str,
        kind: StationKind,
        tell: Callable[[frozenset[str]], None],
        wake: Callable[[], None],
    ) -> None:
        self._drafts = drafts
        self._journal = journal
        self._replica = replica
        self._link = link
        self._exchanging = exchanging
        self._room = room
        self._device_id = device_id
        self._kind = kind
        self._tell = tell
        self._wake = wake

    def here(self, command: Command, actor: str) -> Done:
        """As `Station.perform`."""
        entry = catalogue.CATALOGUE[type(command)]
        command = endings.tellable(entry, command)
        if entry.where is Where.CENTRAL:
            raise ValueError(f"{entry.kind} can only be performed at central")
        self._may_begin(entry)
        with self._replica.writing:
            draft = self._drafts.of(entry, command, actor)
            done, tables = self._carry_out(draft, entry, command)
        failpoints.reached("perform.before_told")
        if not done.noop:
            self._tell(tables)
            self._wake()
        return done

    def at_central(self, command: Command, actor: str) -> Done:
        """As `Station.perform_at_central`."""
        entry = catalogue.CATALOGUE[type(command)]
        self._require_journal()
        request = self._drafts.request(entry, command, actor)
        with self._replica.read() as session:
            context = self._drafts.context(request, Run.FIRST)
            permission.require(session, entry, command, context, self._kind)
        epoch = self._journal.keeping.epoch
        done = self._link.perform(request)
        self._keep(request, done, epoch)
        if not self._came_at_once():
            self._wake()
        return done

    def _carry_out(self, draft: Draft, entry: Entry, command: Command) -> tuple[Done, frozenset[str]]:
        done, rows = Done(noop=True), set[Row]()
        try:
            with self._replica.write() as session:
                with cache.recording(session, draft.seq):
                    context = self._drafts.context(draft, Run.FIRST)
                    permission.require(session, entry, command, context, self._kind)
                    done = endings.first(session, draft.seq, entry, command, context)
                if done.noop:
                    session.rollback()
                    return done, frozenset()
                rows = undo.rows_of(session, [draft.seq])
                require_rows(session, rows)
                cache.refresh_search(session, rows)
                self._journal.append(draft, issued_receipt=endings.takes_number(entry, done))
                failpoints.reached("cache.before_commit")
        except Exception:
            if self._journal.head < draft.seq:
                raise
            # The journal holds it: it is done, and must not look undone, or it would be done again.
            _log.exception("the cache does not hold command %d yet", draft.seq)
            self._replica.fell_behind()
        return done, frozenset(table for table, _ in rows)

    def _came_at_once(self) -> bool:
        """Whether the rows of what central just did are here; if not, they come with a later exchange."""
        try:
            return self._exchanging.conversation.pull_soon()
        except (GuichetError, SQLAlchemyError):
            _log.warning("what central just did is not here yet", exc_info=True)
            return False

    def _keep(self, request: PerformRequest, done: Done, epoch: str) -> None:
        """The person will be told that it is done: a restore of central must not make that untrue."""
        try:
            self._journal.keeping.request_done(request, done, self._device_id, epoch)
        except (GuichetError, SQLAlchemyError):
            _log.exception("request %s is done, but not kept", request.key.hex())

    def _require_journal(self) -> None:
        if self._journal.database.is_damaged:
            raise StoreDamaged("journal_unreadable", store=self._journal.database.name)

    def _may_begin(self, entry: Entry) -> None:
        if entry.money is not Money.MOVED:
            self._require_journal()
            if self._exchanging.admission.is_revoked:
                raise NotAllowed("device_revoked")
        self._room.require(entry)


def replay(drafts: Drafts, session: Session, envelope: Envelope, run: Run) -> None:
    """Carries out once more what the journal holds; `run` says which time it is."""
    command = catalogue.decode(envelope.kind, envelope.version, envelope.body)
    entry = catalogue.CATALOGUE[type(command)]
    entry.service(session, command, drafts.context(envelope, run))
