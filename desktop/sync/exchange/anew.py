"""Fetching all rows anew: a snapshot, and what came since; what was here serves until then."""

import logging
from collections.abc import Callable

from desktop.errors import Offline, Refused
from desktop.protocol.messages import UPDATE_NEEDED
from desktop.sync.cache.bootstrap import Bootstrap
from desktop.sync.cache.replica import Replica
from desktop.sync.cache.verify import miscounted
from desktop.sync.wire.link import Answer, Link

SNAPSHOT_TRIES = 3
_log = logging.getLogger(__name__)


class Anew:
    """`ask` asks central what came since a snapshot's cursor; `tell` hears how far the fetching is.

    `fetched_rows`: (done, total) while it goes on; `update_needed`: central's rows are of a newer form than
    this program can hold.
    """

    def __init__(
        self,
        link: Link,
        replica: Replica,
        ask: Callable[[str], Answer],
        tell: Callable[[frozenset[str]], None],
    ) -> None:
        self._link = link
        self._replica = replica
        self._ask = ask
        self._tell = tell
        self.fetched_rows: tuple[int, int] | None = None
        self.update_needed = False

    def fetch(self) -> set[str]:
        """A new generation serves; the tables that are not as central counts. Raises Offline.

        A program that cannot hold them goes on with what it has: all that is done here is handed in the same.
        """
        wrong: set[str] = set()
        try:
            self._adopt_one(wrong)
        except Refused as refusal:
            if refusal.code != UPDATE_NEEDED:
                raise
            _log.error("central's rows need a newer program here")
            self.update_needed = True
        else:
            self.update_needed = False
        finally:
            self.fetched_rows = None
        return wrong

    def _adopt_one(self, wrong: set[str]) -> None:
        for _ in range(SNAPSHOT_TRIES):
            cursor = Bootstrap(self._link, self._replica, self._fetched).run()
            answer = self._ask(cursor)
            if not answer.reset:
                self._replica.adopt(answer.delta, miscounted(answer, wrong))
                return
            self._replica.abandon()
        raise Offline("snapshot_gone")

    def _fetched(self, done: int, total: int) -> None:
        self.fetched_rows = (done, total)
        self._tell(frozenset())
