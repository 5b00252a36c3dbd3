"""The event loop of central: who begins TLS and never ends it is hung up on like anybody who is slow."""

import asyncio
import sys
from typing import Any

from desktop.config import Bounds

HANDSHAKE_SECONDS = Bounds().head_seconds
"""The library's own patience is a minute, in which nobody counts these lines."""

if sys.platform == "win32":
    _Plain = asyncio.ProactorEventLoop
else:
    from uvloop import Loop as _Plain


class ImpatientLoop(_Plain):
    """Listens as any other; over TLS with a deadline for the handshake, and for the words of farewell."""

    async def create_server(self, *args: Any, **named: Any) -> Any:
        if named.get("ssl") is not None:
            named.setdefault("ssl_handshake_timeout", HANDSHAKE_SECONDS)
            named.setdefault("ssl_shutdown_timeout", HANDSHAKE_SECONDS)
        return await super().create_server(*args, **named)
