"""What the engine repeats: a station's side of the exchange, put together once."""

from collections.abc import Callable
from datetime import datetime

from desktop.config import StationSettings
from desktop.security.device_key import client_assertion
from desktop.sync.cache.replica import Replica
from desktop.sync.exchange.conversation import Conversation
from desktop.sync.exchange.rounds import Rounds
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.link import Link

_CENTRAL = "guichet-central"


class Exchanging:
    """The conversation with central, and the rounds around it. `tell` hears which tables changed."""

    def __init__(
        self,
        settings: StationSettings,
        private_key: bytes,
        link: Link,
        journal: Journal,
        replica: Replica,
        *,
        tell: Callable[[frozenset[str]], None],
        clock: Callable[[], datetime],
    ) -> None:
        self.conversation = Conversation(link, journal, replica, settings.incarnation, tell, clock)
        self.rounds = Rounds(
            self.conversation,
            link=link,
            journal=journal,
            replica=replica,
            proof=lambda: client_assertion(private_key, settings.device_id, _CENTRAL, clock()),
            enrolment_receipt=settings.enrolment_receipt,
            tell=tell,
            clock=clock,
        )
        self.admission = self.rounds.admission
