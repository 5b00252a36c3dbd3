"""Connections that go where they were sent, and can be hung up from another thread in mid-call."""

import socket
from contextlib import suppress
from typing import Any
from weakref import WeakSet

from requests import Response, Session
from requests.adapters import HTTPAdapter
from requests.exceptions import TooManyRedirects


class Straight(Session):
    """Follows nobody: what a station says, its codes and its token, is for one address alone."""

    def request(self, *args: Any, **kwargs: Any) -> Response:
        """The answer of that very address. Raises TooManyRedirects from one that sends elsewhere."""
        response = super().request(*args, **(kwargs | {"allow_redirects": False}))
        if 300 <= response.status_code < 400:
            response.close()
            raise TooManyRedirects(response=response)
        return response


class HangUp(HTTPAdapter):
    """Keeps connections open between calls, knows those in use, and never tries again by itself."""

    def __init__(self) -> None:
        super().__init__(max_retries=0)
        self._open: WeakSet[Any] = WeakSet()

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        """The pool of connections to one host, each of which is noted when it connects."""
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        if not hasattr(pool.ConnectionCls, "noted_in"):
            pool.ConnectionCls = _noting(pool.ConnectionCls, self._open)
        return pool

    def hang_up(self) -> None:
        """Cuts every line: whoever waits for an answer hears at once that it is dead; idle ones go too."""
        for connection in tuple(self._open):
            line = getattr(connection, "sock", None)
            if isinstance(line, socket.socket):
                with suppress(OSError, ValueError):
                    # Past TLS, whose own state belongs to the thread that is reading.
                    socket.socket.shutdown(line, socket.SHUT_RDWR)
        self.close()


def _noting(plain: type[Any], noted_in: WeakSet[Any]) -> type[Any]:
    def connect(self: Any) -> None:
        plain.connect(self)
        noted_in.add(self)

    return type(plain.__name__, (plain,), {"connect": connect, "noted_in": noted_in})
