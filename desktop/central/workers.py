"""Several processes that serve one central from one socket; PostgreSQL keeps their writers apart."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import uvicorn
from fastapi import FastAPI
from rich.console import Console
from uvicorn.supervisors import Multiprocess

from desktop.central.api import build_api
from desktop.central.server import freeze_memory
from desktop.central.store import Store, open_store
from desktop.errors import Refused

VARIABLE = "GUICHET_CENTRAL_WORKER"
ALL_CONNECTIONS = 80
"""Shared by the workers, so that PostgreSQL's usual hundred are not used up."""

_FEWEST = 4


class _Worker(msgspec.Struct, frozen=True):
    """What a worker must know when it starts."""

    folder: str
    connections: int


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where central listens, and with which certificate."""

    host: str
    port: int
    certificate: Path | None = None
    private_key: Path | None = None

    def options(self) -> dict[str, Any]:
        """As uvicorn names them."""
        return {
            "host": self.host,
            "port": self.port,
            "log_level": "warning",
            "access_log": False,
            "ssl_certfile": str(self.certificate) if self.certificate else None,
            "ssl_keyfile": str(self.private_key) if self.private_key else None,
            "timeout_graceful_shutdown": 1,
        }


def serve_with_workers(store: Store, listening: Endpoint, workers: int) -> None:
    """Serves until interrupted; a worker that dies is replaced.

    Raises Refused: workers_need_postgres, port_taken.
    """
    if store.database.dialect != "postgresql":
        raise Refused("workers_need_postgres", workers=workers)
    told = _Worker(str(store.folder), max(_FEWEST, ALL_CONNECTIONS // workers))
    os.environ[VARIABLE] = msgspec.json.encode(told).decode()
    config = uvicorn.Config(f"{__name__}:application", factory=True, workers=workers, **listening.options())
    try:
        socket = config.bind_socket()
    except SystemExit as error:
        raise Refused("port_taken", host=listening.host) from error
    scheme = "https" if listening.certificate else "http"
    where = f"{scheme}://{listening.host}:{socket.getsockname()[1]}"
    Console().print(f"Central of [b]{store.settings.landlord}[/b] at {where} with {workers} processes")
    store.database.close()
    Multiprocess(config, sockets=[socket]).run()


def application() -> FastAPI:
    """The application of one worker, which uvicorn calls for in its own process."""
    told = msgspec.json.decode(os.environ[VARIABLE], type=_Worker)
    api = build_api(open_store(Path(told.folder), connections=told.connections))
    freeze_memory()
    return api
