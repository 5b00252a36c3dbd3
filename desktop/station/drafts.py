"""What a person does, as a record that central can take: checked before anything happens."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from uuid_utils import uuid7

from desktop.config import StationSettings
from desktop.errors import Refused
from desktop.models.storable import NOT_STORABLE, require_body
from desktop.protocol.messages import Envelope, PerformRequest
from desktop.services import catalogue
from desktop.services.command import Command, Context, Run
from desktop.services.entry import Entry
from desktop.sync.journal.draft import Draft
from desktop.sync.journal.journal import Journal


class Drafts:
    """Makes the records of one station."""

    def __init__(self, settings: StationSettings, journal: Journal, clock: Callable[[], datetime]) -> None:
        self._settings = settings
        self._journal = journal
        self._clock = clock

    def of(self, entry: Entry, command: Command, actor: str) -> Draft:
        """The next command of the journal. Raises Refused("not_storable")."""
        return Draft(
            seq=self._journal.head + 1,
            key=uuid7().bytes,
            kind=entry.kind,
            version=entry.version,
            body=_body(entry, command, actor),
            occurred_at=self._now(),
            actor=actor,
            receipt_no=self._journal.next_receipt(),
        )

    def request(self, entry: Entry, command: Command, actor: str) -> PerformRequest:
        """What central alone can do. Raises Refused("not_storable")."""
        return PerformRequest(
            key=uuid7().bytes,
            kind=entry.kind,
            version=entry.version,
            body=_body(entry, command, actor),
            occurred_at=self._now(),
            actor=actor,
        )

    def context(self, draft: Draft | Envelope | PerformRequest, run: Run) -> Context:
        """The circumstances in which its service runs here."""
        return Context(
            key=UUID(bytes=draft.key),
            actor=draft.actor,
            device_id=self._settings.device_id,
            device_code=self._settings.device_code,
            agency_id=self._settings.agency_id,
            at=datetime.fromtimestamp(draft.occurred_at / 1000, UTC),
            receipt_no=0 if isinstance(draft, PerformRequest) else draft.receipt_no,
            run=run,
        )

    def _now(self) -> int:
        return round(self._clock().timestamp() * 1000)


def _body(entry: Entry, command: Command, actor: str) -> bytes:
    try:
        body = catalogue.encode(command)
        actor.encode()
    except (OverflowError, UnicodeEncodeError) as error:
        raise Refused(NOT_STORABLE) from error
    require_body(body, actor)
    try:
        catalogue.decode(entry.kind, entry.version, body)
    except Refused as error:
        raise Refused(NOT_STORABLE) from error
    return body
