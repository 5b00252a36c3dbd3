"""Questions that are already under way while the answers before them are being kept."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from desktop.protocol.messages import Envelope, Result
from desktop.services.command import Status
from desktop.sync.wire.link import Answer

ROWLESS_IN_A_ROW = 3
"""After so many answers without rows one brings them: far fewer than make a delta too big."""


@dataclass(frozen=True, slots=True)
class Push:
    """Commands to send as `incarnation` of the device, after the one with the key `told`."""

    incarnation: str
    told: bytes
    epoch: str
    envelopes: list[Envelope]


class Ahead:
    """Asks on a thread of its own, one question after the other; none of their answers may bring rows."""

    def __init__(self, ask: Callable[[Push], Answer]) -> None:
        self._ask = ask
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead")
        self._coming: deque[tuple[Push, Future[Answer | None]]] = deque()

    def __len__(self) -> int:
        """How many questions are under way or wait for their turn."""
        return len(self._coming)

    @property
    def last(self) -> Envelope | None:
        """The last command that is being sent, None when there is none."""
        return self._coming[-1][0].envelopes[-1] if self._coming else None

    def begin(self, push: Push) -> None:
        """Sends `push`, once what was begun before it has been answered whole, while its sender goes on."""
        before = self._coming[-1] if self._coming else None
        self._coming.append((push, self._worker.submit(self._answer, push, before)))

    def answer_to(self, push: Push) -> Answer | None:
        """Waits for what was begun first; its answer, if that was `push`. Raises what the asking raised."""
        if not self._coming:
            return None
        asked, coming = self._coming.popleft()
        if asked == push:
            return coming.result()
        self._forget(coming)
        return None

    def close(self) -> None:
        """Asks nothing more."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _answer(self, push: Push, before: tuple[Push, Future[Answer | None]] | None) -> Answer | None:
        if before is not None and not _went_well(*before):
            return None
        return self._ask(push)

    def _forget(self, coming: Future[Answer | None]) -> None:
        """Sends no more of what waits, as an earlier answer was not the expected one."""
        for _, later in reversed(self._coming):
            later.cancel()
        for future in (coming, *(later for _, later in self._coming)):
            if not future.cancelled():
                future.exception()
        self._coming.clear()


def _went_well(push: Push, answered: Future[Answer | None]) -> bool:
    """Whether that question, which is over, told how all its commands ended."""
    if answered.cancelled() or answered.exception() is not None:
        return False
    answer = answered.result()
    return answer is not None and not answer.reset and is_whole(push.envelopes, answer.results)


def is_whole(sent: list[Envelope], results: list[Result]) -> bool:
    """Whether every command of `sent` has its final outcome among `results`."""
    final = {(result.seq, result.key) for result in results if result.status != Status.RETRY}
    return all((envelope.seq, envelope.key) in final for envelope in sent)
