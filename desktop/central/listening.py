"""Where central listens: a socket that is really there before anybody is told of it."""

import socket
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.central.threshold import loop
from desktop.central.threshold.connection import BoundedConnection
from desktop.errors import Refused
from desktop.rules.web_address import web_address

_BACKLOG = 2048


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where central listens, and with which certificate. `port` 0 takes any free one."""

    host: str = "127.0.0.1"
    port: int = 0
    certificate: Path | None = None
    private_key: Path | None = None

    @property
    def scheme(self) -> str:
        """`https` with a certificate."""
        return "https" if self.certificate else "http"

    def options(self) -> dict[str, Any]:
        """As uvicorn names them."""
        return {
            "http": BoundedConnection,
            "loop": f"{loop.__name__}:{loop.ImpatientLoop.__name__}",
            "ws": "none",
            "proxy_headers": False,
            "server_header": False,
            "lifespan": "off",
            "log_config": None,
            "log_level": "warning",
            "access_log": False,
            "backlog": _BACKLOG,
            "ssl_certfile": str(self.certificate) if self.certificate else None,
            "ssl_keyfile": str(self.private_key) if self.private_key else None,
            "timeout_graceful_shutdown": 1,
        }

    def listen(self) -> socket.socket:
        """A socket on which whoever connects from now on is kept waiting until central accepts.

        Raises Refused: certificate_unreadable, host_unknown, port_taken.
        """
        self._prove_certificate()
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        except (OSError, UnicodeError, OverflowError) as error:
            raise Refused("host_unknown", host=self.host) from error
        family, _, _, _, address = found[0]
        try:
            return socket.create_server(address, family=family, backlog=_BACKLOG)
        except OSError as error:
            raise Refused("port_taken", host=self.host, port=self.port) from error

    def _prove_certificate(self) -> None:
        if self.certificate is None:
            return
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self.certificate, self.private_key)
        except (OSError, ssl.SSLError) as error:
            raise Refused("certificate_unreadable", path=str(self.certificate), reason=str(error)) from error

    def reached_at(self, listening: socket.socket) -> str:
        """The address under which stations reach a socket that listens here."""
        return web_address(self.scheme, self.host, listening.getsockname()[1])
