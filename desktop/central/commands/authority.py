"""One command performed with authority: may it be done, its service, and what follows from it."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import select

from desktop.central.commands import starts
from desktop.central.commands.aftermath import Aftermath
from desktop.central.commands.chains import moment
from desktop.central.commands.records import Records
from desktop.central.commands.storable import NOT_STORABLE, as_kept, is_unstorable, storable, tells_of_money
from desktop.central.commands.trouble import is_of_the_store
from desktop.central.database.agency_write import Work
from desktop.central.database.tables import Failure, ScopeRestore, Tombstone
from desktop.central.store import Store
from desktop.errors import GuichetError, NotAllowed, Refused
from desktop.models.device import Device
from desktop.models.lease import Lease
from desktop.protocol.messages import Envelope, Result
from desktop.rules.believed_time import believed
from desktop.rules.station_kind import StationKind
from desktop.services import catalogue
from desktop.services.command import Command, Context, Done, Run, Status
from desktop.services.entry import Entry, Where
from desktop.services.memory import Memory, Past
from desktop.services.permission import SUBJECT_UNKNOWN, Ruling, Verdict, rulings
from desktop.services.warnings import warn

PARK_AFTER_ATTEMPTS = 5
PARK_AFTER = timedelta(minutes=10)
UPDATE_CENTRAL = "update_central"
"""Why a command waits that is of a newer kind than this central knows."""

WRONG_PLACE = "wrong_place"
"""Asked of central alone though a station does it itself: nothing is kept, since its key is the journal's."""

NOTHING = msgspec.msgpack.encode(None)
_log = logging.getLogger(__name__)


class _Waits(Exception):
    """This command is put aside, for the reason that `code` names."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Authority:
    """Performs commands of one device within one unit of work; `receipts` is the highest number they gave."""

    def __init__(self, store: Store, work: Work, device: Device, now: datetime, records: Records) -> None:
        self._store = store
        self._work = work
        self._session = work.session
        self._device = device
        self._now = now
        self._records = records
        self._memory = Memory(work.session, now, Past(self._left_at, self._restored_at))
        self.after = Aftermath(work, device)
        self.receipts = 0
        self.judged: object = None

    def perform(self, envelope: Envelope, where: Where, *, decided: bool = False) -> Result:
        """Runs the service in a savepoint; a refusal is an outcome, a broken service a RETRY or parked.

        `decided`: a person wants it done although it would wait for one.
        """
        nested = self._session.begin_nested()
        try:
            done = self._serve(envelope, where, decided=decided)
            self._session.flush()
            result = msgspec.msgpack.encode(done.result)
            nested.commit()
        except _Waits as wait:
            nested.rollback()
            return self._put_aside(envelope, wait.code)
        except (Refused, NotAllowed) as refusal:
            nested.rollback()
            return self._refused(envelope, where, refusal, decided=decided)
        except Exception as error:
            if is_of_the_store(error):
                raise
            nested.rollback()  # one broken service must not stop the queue
            return self._broken(envelope, error)
        if done.result and "receipt_id" in done.result:
            self.gave(envelope.receipt_no)
        return self.keep(envelope, done.status, done.warning, result)

    def rulings(self, entry: Entry, asked: Sequence[tuple[Command, Context]]) -> list[Ruling]:
        """What central says to each of these commands of one entry."""
        return rulings(self._session, entry, asked, StationKind(self._device.kind), self._memory)

    def context(self, envelope: Envelope, where: Where = Where.ANYWHERE) -> Context:
        """The circumstances in which its service runs here; what only central can do happens by its clock."""
        claimed = believed(moment(envelope.occurred_at), self._device.enrolled_at, self._now)
        return Context(
            key=UUID(bytes=envelope.key),
            actor=envelope.actor,
            device_id=self._device.id,
            device_code=self._device.code,
            agency_id=self._device.agency_id,
            at=self._now if where is Where.CENTRAL else claimed,
            receipt_no=envelope.receipt_no,
            run=Run.AUTHORITY,
            pepper=self._store.vault.pepper,
            judged=self.judged,
        )

    def followed(self, entry: Entry, command: Command, context: Context, done: Done, ruling: Ruling) -> Done:
        """What its service did, with all that follows from it: its warnings are for a person to settle."""
        self.after.of(entry, command, done)
        warn(self._session, entry, command, context, done, self._now)
        return warned(done, ruling)

    def keep(self, envelope: Envelope, status: Status, code: str | None, result: bytes) -> Result:
        """Writes how a command ended; the result to send."""
        ended = Result(envelope.seq, envelope.key, status, code, result)
        (told,) = self._records.keep([(envelope, ended)])
        return told

    def gave(self, number: int) -> None:
        """A receipt bears this number."""
        self.receipts = max(self.receipts, number)

    def _serve(self, envelope: Envelope, where: Where, *, decided: bool) -> Done:
        if not storable(envelope):
            envelope = self._legible(envelope)
        try:
            command = catalogue.decode(envelope.kind, envelope.version, envelope.body)
        except catalogue.UnknownKind as newer:
            raise _Waits(UPDATE_CENTRAL) from newer
        entry, context = catalogue.CATALOGUE[type(command)], self.context(envelope, where)
        if where is Where.CENTRAL and entry.where is not where:
            raise _Waits(WRONG_PLACE)
        if entry.where is not where:
            raise NotAllowed(WRONG_PLACE, kind=entry.kind)
        (ruling,) = self.rulings(entry, [(command, context)])
        if ruling.verdict is Verdict.REFUSED:
            raise NotAllowed(ruling.code)
        if ruling.verdict is Verdict.PARKED and not (decided and self._can_be_done(ruling, command)):
            raise _Waits(ruling.code)
        context = doubted(context, ruling)
        done = entry.service(self._session, command, context)
        return self.followed(entry, command, context, done, ruling)

    def _can_be_done(self, ruling: Ruling, command: Command) -> bool:
        """Whether a person's word is enough; a charge whose start was not done is begun as it was told."""
        if ruling.code != SUBJECT_UNKNOWN:
            return True
        start = starts.start_of(self._session, self._device, command)
        return start is not None and starts.begin(self._session, start, self.context)

    def _left_at(self, lease_id: str) -> datetime | None:
        """When a lease left this agency: its stations may have acted before they heard of it."""
        left = self._session.get(Tombstone, (self._device.agency_id, Lease.__tablename__, lease_id))
        return None if left is None else left.at

    def _restored_at(self) -> datetime | None:
        restore = self._session.get(ScopeRestore, self._device.agency_id)
        return None if restore is None else restore.at

    def _may_follow(self, envelope: Envelope, refusal: GuichetError) -> bool:
        """Opens the scope that the lease moved to, for what already happened."""
        entry = catalogue.BY_KIND.get(envelope.kind)
        moved = refusal.code == "scope_not_yours" and entry is not None and entry.follows_its_lease
        return moved and self._work.join(str(refusal.facts["scope"]))

    def _put_aside(self, envelope: Envelope, code: str) -> Result:
        """Kept until somebody decides or central is newer; who asks central itself is told at once."""
        if not envelope.previous:
            return Result(envelope.seq, envelope.key, Status.REJECTED, code, NOTHING)
        return self.keep(envelope, Status.DEFERRED, code, NOTHING)

    def _legible(self, envelope: Envelope) -> Envelope:
        """With an actor that can be kept, who is nobody; no other senseless value can be read as one."""
        legible = msgspec.structs.replace(envelope, actor=as_kept(envelope).actor)
        if not storable(legible):
            raise Refused(NOT_STORABLE)
        return legible

    def _senseless(self, envelope: Envelope, code: str) -> Result:
        """What no honest station says ends at once, unless money may be there all the same."""
        if tells_of_money(envelope, StationKind(self._device.kind)):
            return self._put_aside(envelope, code)
        return self.keep(envelope, Status.REJECTED, code, NOTHING)

    def _refused(self, envelope: Envelope, where: Where, refusal: GuichetError, *, decided: bool) -> Result:
        if self._may_follow(envelope, refusal):
            return self.perform(envelope, where, decided=decided)
        if refusal.code in catalogue.SENSELESS:
            return self._senseless(envelope, refusal.code)
        facts = msgspec.msgpack.encode(refusal.facts or None, enc_hook=str)
        return self.keep(envelope, Status.REJECTED, refusal.code, facts)

    def _broken(self, envelope: Envelope, error: Exception) -> Result:
        if is_unstorable(error):
            return self._senseless(envelope, NOT_STORABLE)
        _log.error("command %s of %s broke its service", envelope.key.hex(), envelope.kind, exc_info=error)
        failure = self._session.scalar(select(Failure).where(Failure.key == envelope.key))
        if failure is None:
            failure = Failure(key=envelope.key, attempts=0, first_at=self._now, reason="")
            self._session.add(failure)
        failure.attempts += 1
        failure.first_at = min(failure.first_at, self._now)  # a clock that was ahead was set right
        failure.reason = type(error).__name__
        long_enough = self._now - failure.first_at >= PARK_AFTER
        if failure.attempts >= PARK_AFTER_ATTEMPTS and long_enough and envelope.previous:
            return self.keep(envelope, Status.DEFERRED, "parked", NOTHING)
        return Result(envelope.seq, envelope.key, Status.RETRY, None, NOTHING)


def doubted(context: Context, ruling: Ruling) -> Context:
    """The circumstances of what is done although something stands against it, which its rows remember."""
    warns = ruling.verdict is Verdict.WARNED
    return msgspec.structs.replace(context, doubt=ruling.code) if warns else context


def warned(done: Done, ruling: Ruling) -> Done:
    """What was done although something stands against who did it, or where: that is the gravest to tell."""
    return replace(done, warning=ruling.code) if ruling.code else done
