"""Serving the API: in this process until it is told to stop, or on a thread beside something else."""

import gc
import threading
from types import TracebackType

import uvicorn

from desktop.central.api import build_api
from desktop.central.listening import Endpoint
from desktop.central.news.pokes import Pokes
from desktop.central.store import Store
from desktop.errors import Refused

_START_SECONDS = 10.0
_STOP_SECONDS = 10.0


class Server:
    """One listening socket, from when it is made. Raises Refused: host_unknown, port_taken."""

    def __init__(self, store: Store, endpoint: Endpoint | None = None) -> None:
        endpoint = endpoint or Endpoint()
        self._started = threading.Event()
        self._socket = endpoint.listen()
        self.url = endpoint.reached_at(self._socket)
        """Where stations reach it."""
        api = build_api(store)
        config = uvicorn.Config(api, **endpoint.options())
        self._server = _Announcing(config, self._started, api.state.pokes)
        self._thread = threading.Thread(target=self._serve, name="central", daemon=True)

    def run(self) -> None:
        """Serves in this thread, until interrupted."""
        freeze_memory()
        self._serve()

    def _serve(self) -> None:
        self._server.run([self._socket])

    def __enter__(self) -> "Server":
        self._thread.start()
        if not self._started.wait(_START_SECONDS) or not self._server.started:
            raise Refused("central_not_started")
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
