"""Conversations between a station and central, kept word by word, and played again to either of them."""

from collections.abc import Iterator
from typing import Any

import msgspec

from desktop.errors import Nonsense
from desktop.sync.wire.transport import Reply, Transport

TABLES = ("lease", "ledger_entry", "payment", "payment_allocation", "receipt", "service_request")


class Word(msgspec.Struct, frozen=True):
    """A question and its answer."""

    method: str
    path: str
    question: bytes
    answer: bytes


class Recorded(msgspec.Struct, frozen=True):
    """A conversation, who held it, and the rows that the station had of some tables when it ended."""

    device_id: str
    device_code: str
    kind: str
    public_key: bytes
    words: list[Word]
    rows: dict[str, list[dict[str, Any]]]


class Tape:
    """A way to central that remembers all that is said on it."""

    def __init__(self, way: Transport) -> None:
        self._way = way
        self.words: list[Word] = []

    def post(self, path: str, body: bytes) -> bytes:
        return self._kept("POST", path, body, self._way.post(path, body))

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        return self._kept("GET", path, b"", self._way.get(path, headers))

    def put(self, path: str, body: bytes, media_type: str) -> bytes:
        return self._kept("PUT", path, body, self._way.put(path, body, media_type))

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        return self._way.call(method, path, body, headers)

    def events(self, path: str, silence: float = 25.0) -> Iterator[str]:
        yield from self._way.events(path, silence)

    def close(self) -> None:
        """There is nothing to hang up."""

    def _kept(self, method: str, path: str, question: bytes, answer: bytes) -> bytes:
        self.words.append(Word(method, path, question, answer))
        return answer


class Player:
    """Answers as an older central did, in its order for each path; what that did not know is not found."""

    def __init__(self, words: list[Word]) -> None:
        self._answers: dict[tuple[str, str], list[bytes]] = {}
        for word in words:
            self._answers.setdefault((word.method, word.path), []).append(word.answer)

    def post(self, path: str, body: bytes) -> bytes:
        return self._next("POST", path)

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        return self._next("GET", path)

    def put(self, path: str, body: bytes, media_type: str) -> bytes:
        return self._next("PUT", path)

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        raise Nonsense("answer_unreadable")

    def events(self, path: str, silence: float = 25.0) -> Iterator[str]:
        yield from ()

    def close(self) -> None:
        """There is nothing to hang up."""

    def _next(self, method: str, path: str) -> bytes:
        answers = self._answers.get((method, path), [])
        if not answers:
            raise Nonsense("answer_unreadable")
        return answers.pop(0) if len(answers) > 1 else answers[0]
