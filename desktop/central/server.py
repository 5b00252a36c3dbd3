"""Serving the API: in this process until it is told to stop, or on a thread beside something else."""

import gc
import threading
from pathlib import Path
from types import TracebackType

import uvicorn

from desktop.central.api import build_api
from desktop.central.news.pokes import Pokes
from desktop.central.store import Store
from desktop.errors import Refused

_START_SECONDS = 10.0
_STOP_SECONDS = 10.0
_KEEP_ALIVE_SECONDS = 100
"""Longer than a station is ever silent: its next word needs no new handshake."""


class Server:
    """One listening socket. `port` 0 takes any free one; `url` then says which."""

    def __init__(
        self,
        store: Store,
        host: str = "127.0.0.1",
        port: int = 0,
        certificate: Path | None = None,
        private_key: Path | None = None,
    ) -> None:
        self._scheme = "https" if certificate else "http"
        self._host = host
        self._started = threading.Event()
        api = build_api(store)
        config = uvicorn.Config(
            api,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ssl_certfile=str(certificate) if certificate else None,
            ssl_keyfile=str(private_key) if private_key else None,
            timeout_graceful_shutdown=1,
            timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        )
        self._server = _Announcing(config, self._started, api.state.pokes)
        self._thread = threading.Thread(target=self._server.run, name="central", daemon=True)

    @property
    def url(self) -> str:
        """Where stations reach it."""
        return f"{self._scheme}://{self._host}:{self._server.bound_port()}"

    def run(self) -> None:
        """Serves in this thread, until interrupted."""
        freeze_memory()
        self._server.run()

    def __enter__(self) -> "Server":
        self._thread.start()
        if not self._started.wait(_START_SECONDS) or not self._server.started:
            raise Refused("port_taken", host=self._host)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join(_STOP_SECONDS)


def freeze_memory() -> None:
    """Spares what is loaded by now the search for garbage: in the midst of a batch it costs a fifth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


class _Announcing(uvicorn.Server):
    """Says when it listens, or failed to; lets listeners go before it ends, or they would hold it back."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event, pokes: Pokes) -> None:
        super().__init__(config)
        self._ready = ready
        self._pokes = pokes

    async def shutdown(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        self._pokes.close()
        await super().shutdown(sockets)  # type: ignore[arg-type]

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        try:
            await super().startup(sockets)  # type: ignore[arg-type]
        finally:
            self._ready.set()

    def bound_port(self) -> int:
        """The port it really listens on."""
        return int(self.servers[0].sockets[0].getsockname()[1])
