"""Talking to central over HTTP: the only file that knows `requests`."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

import msgspec
import requests
from requests.adapters import HTTPAdapter

from desktop.errors import GuichetError, Nonsense, NotAllowed, Offline, Refused
from desktop.protocol.messages import MEDIA_TYPE, PROTOCOL, Enrolled, EnrolRequest, Problem
from desktop.security.device_key import client_assertion

CONNECT_SECONDS = 5.0
READ_SECONDS = 30.0
_TOKEN_LEEWAY = timedelta(seconds=30)


class Transport(Protocol):
    """A way to central. Every method raises Offline when the outcome is unknown, whatever the cause."""

    def post(self, path: str, body: bytes) -> bytes:
        """Sends `body`; returns the whole answer."""
        ...

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        """Fetches `path` whole."""
        ...

    def put(self, path: str, body: bytes, media_type: str) -> bytes:
        """Stores `body` under `path`."""
        ...

    def events(self, path: str) -> Iterator[str]:
        """The data lines of an event stream, until it breaks."""
        ...

    def close(self) -> None:
        """Hangs up: whoever listens to events stops; the next word calls again."""
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
        self._sessions: list[requests.Session] = []
        self._streams: set[requests.Response] = set()
        self._token: tuple[str, datetime] | None = None
        self._token_lock = threading.Lock()

    def post(self, path: str, body: bytes) -> bytes:
        return self._send("POST", path, body, {"Content-Type": MEDIA_TYPE})

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        return self._send("GET", path, headers=headers)

    def put(self, path: str, body: bytes, media_type: str) -> bytes:
        return self._send("PUT", path, body, {"Content-Type": media_type})

    def events(self, path: str) -> Iterator[str]:
        with (
            _translated(),
            self._session().get(
                self._base + path, headers=self._headers(), stream=True, timeout=(CONNECT_SECONDS, 60)
            ) as response,
        ):
            _check(response)
            self._streams.add(response)
            try:
                for line in response.iter_lines(chunk_size=1, decode_unicode=True):
                    if line.startswith("data:"):
                        yield line[5:].strip()
            finally:
                self._streams.discard(response)

    def close(self) -> None:
        for stream in tuple(self._streams):
            # Whoever listens on another thread hears the end of the stream.
            with suppress(ValueError, RuntimeError, OSError):
                stream.raw.shutdown()
        for session in self._sessions:
            session.close()

    def _send(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> bytes:
        for first in (True, False):
            headers = (headers or {}) | self._headers()
            with _translated():
                response = self._session().request(
                    method,
                    self._base + path,
                    data=body,
                    headers=headers,
                    timeout=(CONNECT_SECONDS, READ_SECONDS),
                )
            if response.status_code == requests.codes.unauthorized and first:
                self._token = None
                continue
            _check(response)
            return response.content
        raise NotAllowed("device_not_recognised")

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = open_session(self._ca_file)
            self._local.session = session
            self._sessions.append(session)
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
        response = self._claim(now)
        if response.status_code == requests.codes.unauthorized:
            # Perhaps our clock is wrong: central's own time is in its answer.
            response = self._claim(_date_of(response) or now)
        _check(response)
        answer = _json(response)
        try:
            return str(answer["token"]), now + timedelta(seconds=int(answer["seconds"])) - _TOKEN_LEEWAY
        except (KeyError, TypeError, ValueError) as error:
            raise Nonsense("answer_unreadable") from error

    def _claim(self, now: datetime) -> requests.Response:
        assertion = client_assertion(self._private_key, self._device_id, "guichet-central", now)
        with _translated():
            return self._session().post(
                f"{self._base}/v1/token",
                json={"assertion": assertion},
                timeout=(CONNECT_SECONDS, READ_SECONDS),
            )


def _date_of(response: requests.Response) -> datetime | None:
    try:
        return parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return None


def open_session(ca_file: str | None) -> requests.Session:
    """A session that trusts the landlord's own authority if given, and never the environment's proxies."""
    session = requests.Session()
    session.trust_env = False
    session.verify = ca_file or True
    session.mount("http://", HTTPAdapter(max_retries=0))
    session.mount("https://", HTTPAdapter(max_retries=0))
    return session


def enrol(base_url: str, request: EnrolRequest, ca_file: str | None) -> Enrolled:
    """Asks central to take this station in. Raises Refused when the code is not good."""
    with _translated():
        response = open_session(ca_file).post(
            f"{base_url.rstrip('/')}/v1/enrol",
            data=msgspec.json.encode(request),
            headers={"Content-Type": "application/json"},
            timeout=(CONNECT_SECONDS, READ_SECONDS),
        )
    _check(response)
    try:
        return msgspec.json.decode(response.content, type=Enrolled)
    except msgspec.DecodeError as error:
        raise Nonsense("answer_unreadable") from error


class _translated:
    """Turns what `requests` raises into Offline."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, requests.exceptions.SSLError):
            raise Offline("central_not_trusted") from error
        if isinstance(error, requests.exceptions.RequestException):
            raise Offline from error


def _check(response: requests.Response) -> None:
    if response.ok:
        return
    try:
        problem = msgspec.json.decode(response.content, type=Problem)
    except msgspec.DecodeError:
        raise (
            Nonsense("answer_unreadable") if response.status_code < 500 else Offline("central_failing")
        ) from None
    raise error_of(response.status_code, problem)


def error_of(status: int, problem: Problem) -> GuichetError:
    """What a refusal by central means to a station."""
    if status in (401, 403):
        return NotAllowed(problem.code, **problem.facts)
    if status >= 500 or status == requests.codes.too_many_requests:
        return Offline(problem.code, **problem.facts)
    return Refused(problem.code, **problem.facts)


def _json(response: requests.Response) -> dict[str, Any]:
    try:
        return msgspec.json.decode(response.content, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise Nonsense("answer_unreadable") from error
