"""Central without a socket: the real desk answers the real station, through weather of all kinds."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from fastapi import Response
from fastapi.responses import FileResponse
from sqlalchemy.exc import OperationalError

from desktop.central.api import Desk, status_of
from desktop.central.pokes import Pokes
from desktop.central.store import Store
from desktop.errors import GuichetError, Offline
from desktop.protocol.messages import Problem
from desktop.security import tokens
from desktop.sync.transport import error_of

TOKEN_MINUTES = 10


class Central:
    """The landlord's central, which may be another one tomorrow (restored from a copy)."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.clock = clock
        self.take(store)

    def take(self, store: Store) -> None:
        """From now on this store answers."""
        self.store = store
        self.desk = Desk(store, self.clock, Pokes(store.database))


class DirectTransport:
    """The way of one device to central. `weather` is what befalls the next words, one each:

    lost_request, lost_answer, delivered_twice, truncated, or a callable that is run in between.
    """

    def __init__(self, central: Central, device_id: str) -> None:
        self._central = central
        self._device_id = device_id
        self.weather: list[str] = []
        self.said: list[bytes] = []

    def post(self, path: str, body: bytes) -> bytes:
        weather = self.weather.pop(0) if self.weather else ""
        self.said = [*self.said[-4:], body] if path.endswith("exchange") else self.said
        if weather == "lost_request":
            raise Offline
        try:
            answer = self._post(path, body)
            if weather == "delivered_twice":
                answer = self._post(path, body)
        finally:
            if weather == "lost_answer":
                raise Offline
        return answer[: len(answer) * 2 // 3] if weather == "truncated" else answer

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        kind, *rest = path.removeprefix("/v1/").removeprefix("sync/").split("/")
        desk, bearer = self._central.desk, self._bearer()
        if kind == "blobs":
            return self._ask(lambda: desk.blob(rest[0], bearer))
        if rest:
            return self._ask(lambda: desk.snapshot_file(rest[0], int(rest[1]), bearer))
        return self._ask(lambda: desk.snapshot(bearer, (headers or {}).get("Sync-Incarnation", "")))

    def put(self, path: str, body: bytes, media_type: str) -> bytes:
        digest = path.rpartition("/")[2]
        self._ask(lambda: self._central.desk.keep_blob(digest, body, self._bearer(), media_type))
        return b""

    def events(self, path: str) -> Iterator[str]:
        yield from ()

    def close(self) -> None:
        """There is nothing to hang up."""

    def say_again(self, body: bytes) -> None:
        """A proxy delivers an old question once more; nobody hears the answer."""
        self._post("/v1/sync/exchange", body)

    def _post(self, path: str, body: bytes) -> bytes:
        desk = self._central.desk
        route = desk.perform if path.endswith("perform") else desk.exchange
        return self._ask(lambda: route(body, self._bearer()))

    def _bearer(self) -> str:
        secret = self._central.store.vault.token_secret
        return f"Bearer {tokens.issue(secret, self._device_id, self._central.clock(), TOKEN_MINUTES)}"

    @staticmethod
    def _ask(route: Callable[[], Response | dict[str, str]]) -> bytes:
        """As over a socket: a refusal by central arrives as what it means to a station."""
        try:
            answer = route()
        except GuichetError as refusal:
            raise error_of(status_of(refusal), Problem(refusal.code, refusal.facts)) from refusal
        except OperationalError as busy:
            raise Offline("central_busy") from busy
        if isinstance(answer, FileResponse):
            return Path(answer.path).read_bytes()
        return bytes(answer.body) if isinstance(answer, Response) else b""
