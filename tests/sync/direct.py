"""Central without a socket: its real application answers the real station, through weather of all kinds."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from desktop.central.api import build_api
from desktop.central.store import Store
from desktop.errors import Offline
from desktop.security import tokens
from desktop.sync.wire.transport import Reply

TOKEN_MINUTES = 10


class Central:
    """The landlord's central, which may be another one tomorrow (restored from a copy)."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.clock = clock
        self.take(store)

    def take(self, store: Store) -> None:
        """From now on this store answers."""
        self.store = store
        self._api = build_api(store, self.clock)

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Reply:
        """What the application answers."""
        return asyncio.run(self._answer(method, path, headers, body))

    async def _answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Reply:
        path, _, query = path.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        }
        said: list[dict[str, Any]] = []

        heard = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> dict[str, Any]:
            return next(heard, None) or await asyncio.Future()

        async def send(message: Any) -> None:
            said.append(dict(message))

        await self._api(scope, receive, send)
        told = {name.decode().lower(): value.decode() for name, value in said[0]["headers"]}
        return Reply(said[0]["status"], told, b"".join(message.get("body", b"") for message in said))


class DirectTransport:
    """The way of one device to central. `weather` is what befalls the next words, one each:

    lost_request, lost_answer, delivered_twice, truncated, too_long (for a proxy before central).
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
        if weather == "too_long":
            Reply(413, {}, b"").checked()
        try:
            answer = self._ask("POST", path, body)
            if weather == "delivered_twice":
                answer = self._ask("POST", path, body)
        finally:
            if weather == "lost_answer":
                raise Offline
        return answer[: len(answer) * 2 // 3] if weather == "truncated" else answer

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        return self._ask("GET", path, headers=headers)

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        return self._say(method, path, body, headers)

    def events(self, path: str, silence: float = 25.0) -> Iterator[str]:
        yield from ()

    def close(self) -> None:
        """There is nothing to hang up."""

    def say_again(self, body: bytes) -> None:
        """A proxy delivers an old question once more; nobody hears the answer."""
        self._ask("POST", "/v1/sync/exchange", body)

    def _ask(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> bytes:
        """As over a socket: a refusal by central arrives as what it means to a station."""
        return self._say(method, path, body, headers).checked().body

    def _say(self, method: str, path: str, body: bytes, headers: dict[str, str] | None) -> Reply:
        secret = self._central.store.vault.token_secret
        token = tokens.issue(secret, self._device_id, self._central.clock(), TOKEN_MINUTES)
        told = {"Authorization": f"Bearer {token}"} | (headers or {})
        return self._central.answer(method, path, told, body)
