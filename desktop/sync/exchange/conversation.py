"""What a station and central say to each other: one word at a time, whichever thread speaks."""

import logging
import threading
from collections.abc import Callable, Iterable
from datetime import datetime

from desktop import failpoints
from desktop.errors import Offline, Refused
from desktop.protocol.messages import Envelope
from desktop.sync.cache.replica import Replica
from desktop.sync.cache.verify import Verification, Verified, miscounted
from desktop.sync.exchange.ahead import ROWLESS_IN_A_ROW, Ahead, Push, is_whole
from desktop.sync.exchange.anew import Anew
from desktop.sync.exchange.incarnation import Incarnation
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.link import Answer, Link

BATCH = 500
"""Commands per exchange: central holds the agency's lock for at most some 200 ms.

It answers fewer where it must look at each with care; the rest is sent again.
"""

CHECKED_EVERY = 50
"""Every so many exchanges the rows are counted on both sides, or as soon after as few commands wait."""

FEW_WAITING = 100
"""To be counted without the effects of what waits, all of that is undone and done again."""

CLOCK_TOLERANCE_MS = 120_000
"""Two minutes: less is ordinary, more puts wrong times on receipts."""

PATIENCE_SECONDS = 2.0
"""Somebody stands before the screen: an exchange under way may end first, a bootstrap not."""

EVERYTHING = frozenset({"*"})
_CENTRAL_ANSWERED = frozenset({"central_failing", "central_busy", "store_full"})
_log = logging.getLogger(__name__)


class Conversation:
    """Pushes the journal's commands, takes in central's rows. `tell` hears which tables changed.

    An answer is taken in before the next question is asked, so that none is applied to rows newer than it.
    """

    def __init__(
        self,
        link: Link,
        journal: Journal,
        replica: Replica,
        first_incarnation: str,
        tell: Callable[[frozenset[str]], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._link = link
        self._journal = journal
        self._replica = replica
        self._incarnation = Incarnation(link, journal, replica, first_incarnation)
        self._tell = tell
        self._clock = clock
        self._talking = threading.RLock()
        self.heard_at: datetime | None = None
        self.clock_ahead_ms = 0
        self._unchecked = 0
        self._batch = BATCH
        self._rowless = 0
        self._ahead = Ahead(self._push)
        self.anew = Anew(link, replica, self._since_snapshot, tell)

    def exchange(self) -> bool:
        """One round: push the oldest unanswered commands, take in what changed. True when there is more.

        Raises Offline when the outcome is unknown: the same commands are sent again later.
        """
        with self._talking:
            sent = self._journal.unanswered(self._batch)
            failpoints.reached("exchange.before_send")
            try:
                self._incarnation.hand_in()
                rowless = self._is_far_behind(sent, self._rowless)
                answer = self._ask_without_rows(sent) if rowless else self._ask(sent)
            except Refused as refusal:
                if self._incarnation.mend(refusal) or self._divided(refusal, sent):
                    return True
                self._pull_although_stuck(sent)
                raise
            except Offline as failure:
                if failure.code in _CENTRAL_ANSWERED:
                    self._pull_although_stuck(sent)
                raise
            failpoints.reached("exchange.after_answer")
            self._look_ahead(sent, answer)
            before = self._journal.told
            mine = {envelope.seq: envelope.key for envelope in sent}
            self._journal.note_outcomes(
                result for result in answer.results if mine.get(result.seq) == result.key
            )
            failpoints.reached("exchange.told")
            moved = self._journal.told > before
            if moved and answer.is_rowless:
                self.heard_at = self._clock()
            else:
                self._rowless = 0
                self._take_in(self._ask([]) if answer.is_rowless else answer)
            failpoints.reached("exchange.taken_in")
            heard = moved and self._journal.waiting() > 0
            self._batch = min(BATCH, self._batch * 2)
            may_be_sent_now = not sent and bool(self._journal.unanswered(1))
            return heard or may_be_sent_now or self._journal.keeping.waits

    def close(self) -> None:
        """Asks nothing more."""
        self._ahead.close()

    def pull(self) -> None:
        """Takes in what changed, and says nothing. Raises Offline."""
        with self._talking:
            self._take_in(self._ask([]))

    def pull_soon(self) -> bool:
        """As `pull`, but waits for no bootstrap and begins none; False when the rows come later."""
        if not self._talking.acquire(timeout=PATIENCE_SECONDS):
            return False
        try:
            answer = self._ask([]) if self._replica.cursor is not None else None
            if answer is None or answer.reset:
                return False
            self._take_in(answer)
            return True
        finally:
            self._talking.release()

    def _ask(self, sent: list[Envelope], cursor: str | None = None) -> Answer:
        """With `cursor`, about a snapshot's rows; every now and then also what the rows here should count."""
        told = self._journal.told_key()
        sent_at = self._clock()
        keeping = self._journal.keeping
        unplaced = keeping.unplaced()
        self._unchecked += 1
        due = self._unchecked >= CHECKED_EVERY and self._journal.waiting() <= FEW_WAITING
        checks = cursor is not None or due
        here = cursor or self._replica.cursor
        answer = self._link.exchange(here, self._incarnation.name, sent, told, keeping.epoch, checks=checks)
        self._unchecked = 0 if checks else self._unchecked
        keeping.heard(answer.hello, unplaced)
        self._compare_clocks(sent_at, answer.hello.server_ms)
        self._skip_receipts(answer)
        return answer

    def _skip_receipts(self, answer: Answer) -> None:
        with self._replica.writing:
            self._journal.skip_receipts(answer.hello.receipts)

    def _is_far_behind(self, sent: list[Envelope], rowless: int) -> bool:
        """Whether commands are left after `sent`, so that what changed can be asked for with those."""
        more = len(sent) == self._batch and sent[-1].seq < self._journal.head
        return more and rowless < ROWLESS_IN_A_ROW and self._replica.cursor is not None

    def _ask_without_rows(self, sent: list[Envelope]) -> Answer:
        push = Push(self._incarnation.name, self._journal.told_key(), self._journal.keeping.epoch, sent)
        answer = self._ahead.answer_to(push) or self._push(push)
        self._rowless += 1
        self._skip_receipts(answer)
        return answer

    def _push(self, push: Push) -> Answer:
        return self._link.exchange(
            None, push.incarnation, push.envelopes, push.told, push.epoch, results_only=True
        )

    def _look_ahead(self, sent: list[Envelope], answer: Answer) -> None:
        """Sends the next commands already, as long as no rows will come with their answers."""
        if not sent or answer.reset or not is_whole(sent, answer.results):
            return
        rowless = self._rowless if answer.is_rowless else 0
        while rowless + len(self._ahead) < ROWLESS_IN_A_ROW:
            last = self._ahead.last or sent[-1]
            coming = self._journal.unanswered(self._batch, last.seq)
            if not coming or not self._is_far_behind(coming, rowless + len(self._ahead)):
                break
            self._ahead.begin(Push(self._incarnation.name, last.key, self._journal.keeping.epoch, coming))

    def _compare_clocks(self, sent_at: datetime, server_ms: int) -> None:
        """Keeps how far this clock is ahead of central's, read between our question and its answer."""
        middle = (sent_at.timestamp() + self._clock().timestamp()) * 500
        ahead = round(middle) - server_ms
        if (abs(ahead) > CLOCK_TOLERANCE_MS) != (abs(self.clock_ahead_ms) > CLOCK_TOLERANCE_MS):
            _log.warning("this station's clock is %d ms ahead of central's", ahead)
        self.clock_ahead_ms = ahead

    def _take_in(self, answer: Answer) -> None:
        self._incarnation.notice_another(answer)
        wrong: set[str] = set()
        if answer.reset:
            changed = EVERYTHING
            wrong = self.anew.fetch()
        elif answer.delta.end.checks:
            changed = self._replica.compare(answer.delta, miscounted(answer, wrong))
        else:
            changed = self._replica.apply(answer.delta)
        self.heard_at = self._clock()
        self._tell(changed)
        if wrong:
            self.verify(wrong)

    def verify(self, tables: Iterable[str] = ()) -> Verified:
        """Compares the rows here with central's, all tables or these; mends what differs. Raises Offline."""
        with self._talking:
            verified = Verification(self._link, self._replica, self._incarnation.name, self._take_in).run(
                tables
            )
            if verified.wrong:
                self._tell(frozenset(verified.wrong))
            return verified

    def _since_snapshot(self, cursor: str) -> Answer:
        answer = self._ask([], cursor)
        self._incarnation.notice_another(answer)
        return answer

    def _pull_although_stuck(self, sent: list[Envelope]) -> None:
        """Fetches rows without sending commands, since central answers but does not take these now."""
        if sent:
            self.pull()

    def _divided(self, refusal: Refused, sent: list[Envelope]) -> bool:
        """Halves how many commands go at once, as central or a proxy refused so long a question."""
        if refusal.code != "body_too_big" or len(sent) < 2:
            return False
        self._batch = len(sent) // 2
        return True
