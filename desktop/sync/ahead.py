"""One question that is already under way while the answer before it is being kept."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from desktop.protocol.messages import Envelope, Result
from desktop.services.command import Status
from desktop.sync.link import Answer

ROWLESS_IN_A_ROW = 4
"""After so many answers without rows one brings them: far fewer than make a delta too big."""


@dataclass(frozen=True, slots=True)
class Push:
    """Commands to send as `life` of the device, after the one with the key `told`."""

    life: str
    told: bytes
    history: str
    envelopes: list[Envelope]


class Ahead:
    """Asks on a thread of its own, one question at a time; it must be one whose answer brings no rows."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead")
        self._push: Push | None = None
        self._coming: Future[Answer] | None = None

    def begin(self, push: Push, ask: Callable[[Push], Answer]) -> None:
        """Sends `push` while its sender goes on."""
        self._push, self._coming = push, self._worker.submit(ask, push)

    def answer_to(self, push: Push) -> Answer | None:
        """Waits for what was sent; its answer, if that was `push`. Raises what the asking raised."""
        coming, asked = self._coming, self._push
        self._coming = self._push = None
        if coming is None:
            return None
        if asked != push:
            coming.exception()
            return None
        return coming.result()

    def close(self) -> None:
        """Asks nothing more."""
        self._worker.shutdown(wait=False, cancel_futures=True)


def is_whole(sent: list[Envelope], results: list[Result]) -> bool:
    """Whether every command of `sent` has its final outcome among `results`."""
    final = {(result.seq, result.key) for result in results if result.status != Status.RETRY}
    return all((envelope.seq, envelope.key) in final for envelope in sent)
