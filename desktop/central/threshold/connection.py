"""One HTTP connection with an end: uvicorn's own bounds neither a head nor how long anything takes."""

import asyncio
import logging
from time import monotonic
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from desktop.central.threshold.crowd import Crowd
from desktop.central.threshold.longest_wait import LongestWait
from desktop.config import Bounds

SELF = "guichet.connection"
"""Where the scope of a request names the connection it came by."""

_OF_ANY_HEADER = 32
"""What each header counts besides its letters, as in HTTP/2: many tiny ones cost more than a long one."""

_QUIET_SECONDS = 60.0


class _Enough(Exception):
    """The head grows and grows, or somebody asks on before the last question is answered."""


class BoundedConnection(HttpToolsProtocol):
    """Counts a head while it comes, and hangs up on whoever takes too long to speak or to listen.

    While nothing was asked the deadline that runs is uvicorn's own, for idleness.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._bounds: Bounds = self.app.state.bounds
        self._crowd: Crowd = self.app.state.crowd
        self._in_head = False
        self._fed_bytes = 0
        self._named_bytes = 0
        self._wait = LongestWait(self._bounds, self.loop, self.turn_away)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.timeout_keep_alive = round(self._bounds.head_seconds)
        self._wait.await_head()
        self._crowd.came(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._crowd.left(self)
        self._wait.rest()
        super().connection_lost(exc)

    def is_known(self, device_id: str) -> None:
        """The request under way bears a good token of this station."""
        self.timeout_keep_alive = self._bounds.idle_seconds
        self._crowd.is_known(self, device_id)

    def turn_away(self) -> None:
        """Hangs up at once, whatever is under way."""
        self._wait.rest()
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._in_head:
            self._fed_bytes += len(data)
            if self._fed_bytes > self._bounds.head_bytes:
                self.send_400_response("head_too_big")
        elif self._is_idle():
            # Blank lines before a head, or the rest of a body that was refused: the next head is awaited.
            self._wait.await_head()

    def on_message_begin(self) -> None:
        if self._is_answering():
            self.turn_away()  # stations wait for their answer before they ask on
            raise _Enough
        self._in_head, self._fed_bytes, self._named_bytes = True, 0, 0
        if not self._wait.is_waiting:
            self._wait.await_head()
        super().on_message_begin()
        self.scope[SELF] = self  # type: ignore[literal-required]

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._wait.await_body()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._wait.arrived(len(body))
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._wait.rest()
        super().on_message_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        if not self._wait.is_waiting:
            self._wait.await_listener(self.transport.get_write_buffer_size)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._wait.rest()

    def send_400_response(self, _msg: str) -> None:
        """Refuses a head, in the words of every other refusal."""
        if self.transport.is_closing():
            return
        too_big = max(self._fed_bytes, self._named_bytes) > self._bounds.head_bytes
        status = b"431 Request Header Fields Too Large" if too_big else b"400 Bad Request"
        words = b'{"code":"%b","facts":{}}' % (b"head_too_big" if too_big else b"head_unreadable")
        self.transport.write(
            b"HTTP/1.1 %b\r\nconnection: close\r\ncontent-type: application/json\r\n"
            b"content-length: %d\r\n\r\n%b" % (status, len(words), words)
        )
        self._wait.rest()
        self.transport.close()

    def _is_idle(self) -> bool:
        """Whether nothing would ever end this connection."""
        waits = self._wait.is_waiting or self.timeout_keep_alive_task is not None
        return not waits and not self._is_answering()

    def _is_answering(self) -> bool:
        return bool(self.cycle) and not self.cycle.response_complete

    def _count(self, size: int) -> None:
        """Of a head; what may follow a body in its manner counts with it."""
        self._named_bytes += size + _OF_ANY_HEADER
        if self._named_bytes > self._bounds.head_bytes:
            raise _Enough


class _SaidOnce(logging.Filter):
    """Lets one sentence about senseless requests through a minute: nobody fills a disk by sending them."""

    def __init__(self) -> None:
        super().__init__()
        self._said_at: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info or not isinstance(record.msg, str):
            return True
        now, before = monotonic(), self._said_at.get(record.msg)
        if before is not None and now - before < _QUIET_SECONDS:
            return False
        self._said_at[record.msg] = now
        return True


logging.getLogger("uvicorn.error").addFilter(_SaidOnce())
