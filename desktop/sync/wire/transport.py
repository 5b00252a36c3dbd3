"""Talking to central over HTTP; beside `sockets`, the only file that knows `requests`.

That library is loaded with the first word to central, for which no first screen waits.
"""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from desktop.errors import Nonsense, NotAllowed, Offline
from desktop.protocol.messages import MEDIA_TYPE, PROTOCOL, Enrolled, EnrolRequest
from desktop.security.device_key import client_assertion
from desktop.sync.wire.answers import Reply, error_of
from desktop.sync.wire.reading import from_json, read_lines, read_whole
from desktop.sync.wire.trust import AUTHORITY_MISSING, distrust

if TYPE_CHECKING:
    import requests

    from desktop.sync.wire.sockets import HangUp

__all__ = ["HttpTransport", "Reply", "Transport", "enrol", "error_of", "open_session"]

CONNECT_SECONDS = 5.0
READ_SECONDS = 30.0
SILENCE_SECONDS = 25.0
"""Central lets its listeners hear from it every 20 seconds."""

QUARANTINE = "/v1/sync/quarantine"
READMISSION = "/v1/readmission"
"""Said without a token: a revoked or forgotten station gets none, and what it says proves itself."""

_TOKEN_LEEWAY = timedelta(seconds=30)


class Transport(Protocol):
    """A way to central. Every method raises Offline when the outcome is unknown, whatever the cause."""

    def post(self, path: str, body: bytes) -> bytes:
        """Sends `body`; returns the whole answer."""
        ...

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        """Fetches `path` whole."""
        ...

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        """Says anything; a refusal that is about what was said comes back as a Reply, for the caller."""
        ...

    def events(self, path: str, silence: float = SILENCE_SECONDS) -> Iterator[str]:
        """The data lines of an event stream, until it breaks; Offline("central_silent") without any byte."""
        ...

    def close(self) -> None:
        """Hangs up: whoever waits for an answer is told Offline; the next word calls again."""
        ...


class HttpTransport:
    """One session per thread; the device proves itself with its key, then bears a short-lived token."""

    def __init__(
        self,
        base_url: str,
        device_id: str,
        private_key: bytes,
        ca_file: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._base = base_url.rstrip("/")
        self._device_id = device_id
        self._private_key = private_key
        self._ca_file = ca_file
        self._clock = clock
        self._local = threading.local()
        self._lines: list[HangUp] = []
        self._token: tuple[str, datetime] | None = None
        self._token_lock = threading.Lock()

    def post(self, path: str, body: bytes) -> bytes:
        return self._send("POST", path, body, {"Content-Type": MEDIA_TYPE}).checked().body

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        return self._send("GET", path, headers=headers).checked().body

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        reply = self._send(method, path, body, headers)
        return reply.checked() if reply.status in {401, 403, 429} or reply.status >= 500 else reply

    def events(self, path: str, silence: float = SILENCE_SECONDS) -> Iterator[str]:
        with (
            _translated(),
            self._session().get(
                self._base + path, headers=self._headers(), stream=True, timeout=(CONNECT_SECONDS, silence)
            ) as response,
        ):
            if not response.ok:
                _reply(response).checked()
            for line in read_lines(response):
                if line.startswith("data:"):
                    yield line[5:].strip()

    def close(self) -> None:
        for line in tuple(self._lines):
            line.hang_up()

    def _send(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> Reply:
        for first in (True, False):
            known = {} if path in {QUARANTINE, READMISSION} else self._headers()
            reply = self._once(method, path, body, (headers or {}) | known)
            if reply.status == HTTPStatus.UNAUTHORIZED and first:
                self._token = None
                continue
            return reply
        raise NotAllowed("device_not_recognised")

    def _once(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Reply:
        timeout = (CONNECT_SECONDS, READ_SECONDS)
        with (
            _translated(),
            self._session().request(
                method, self._base + path, data=body, headers=headers, timeout=timeout, stream=True
            ) as response,
        ):
            return _reply(response)

    def _session(self) -> "requests.Session":
        from desktop.sync.wire.sockets import HangUp  # noqa: PLC0415 (see above)

        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            line = HangUp()
            session = self._local.session = open_session(self._ca_file, line)
            self._lines.append(line)
        return session

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._bearer()}", "Sync-Protocol": str(PROTOCOL)}

    def _bearer(self) -> str:
        with self._token_lock:
            now = self._clock()
            if self._token is None or self._token[1] <= now:
                self._token = self._fetch_token(now)
            return self._token[0]

    def _fetch_token(self, now: datetime) -> tuple[str, datetime]:
        reply = self._claim(now)
        if reply.status == HTTPStatus.UNAUTHORIZED:
            # Perhaps our clock is wrong: central's own time is in its answer.
            reply = self._claim(_date_of(reply) or now)
        answer = from_json(reply.checked().body, dict[str, Any])
        try:
            return str(answer["token"]), now + timedelta(seconds=int(answer["seconds"])) - _TOKEN_LEEWAY
        except (KeyError, TypeError, ValueError) as error:
            raise Nonsense("answer_unreadable") from error

    def _claim(self, now: datetime) -> Reply:
        assertion = client_assertion(self._private_key, self._device_id, "guichet-central", now)
        body = msgspec.json.encode({"assertion": assertion})
        return self._once("POST", "/v1/token", body, {"Content-Type": "application/json"})


def _date_of(reply: Reply) -> datetime | None:
    try:
        return parsedate_to_datetime(reply.headers.get("date", ""))
    except ValueError:
        return None


def open_session(ca_file: str | None, line: "HangUp | None" = None) -> "requests.Session":
    """A session that trusts the landlord's own authority if given, and never the environment's proxies."""
    from desktop.sync.wire.sockets import HangUp, Straight  # noqa: PLC0415 (see above)

    session = Straight()
    session.trust_env = False
    session.headers["Accept-Encoding"] = "identity"  # frames pack themselves, and are bounded
    session.verify = ca_file or True
    line = line or HangUp()
    session.mount("http://", line)
    session.mount("https://", line)
    return session


def enrol(base_url: str, request: EnrolRequest, ca_file: str | None) -> Enrolled:
    """Asks central to take this station in. Raises Refused when the code is not good."""
    with (
        _translated(),
        open_session(ca_file).post(
            f"{base_url.rstrip('/')}/v1/enrol",
            data=msgspec.json.encode(request),
            headers={"Content-Type": "application/json"},
            timeout=(CONNECT_SECONDS, READ_SECONDS),
            stream=True,
        ) as response,
    ):
        reply = _reply(response)
    return from_json(reply.checked().body, Enrolled)


class _translated:
    """Turns what `requests` raises into Offline."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if error is None:
            return
        import requests  # noqa: PLC0415 (see above)

        if isinstance(error, requests.exceptions.SSLError):
            raise distrust(error) from error
        if isinstance(error, requests.exceptions.TooManyRedirects):
            raise Offline("central_sends_elsewhere") from error
        if isinstance(error, requests.exceptions.RequestException):
            # A stream that falls silent is told from a broken one by these words alone.
            raise Offline(
                "central_silent" if "Read timed out" in str(error) else "central_unreachable"
            ) from error
        if isinstance(error, OSError) and "CA certificate" in str(error):  # its file is gone
            raise Offline(AUTHORITY_MISSING) from error


def _reply(response: "requests.Response") -> Reply:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Reply(response.status_code, headers, read_whole(response))
