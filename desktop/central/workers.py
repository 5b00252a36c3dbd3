"""Several processes that serve one central from one socket; PostgreSQL keeps their writers apart."""

import os
from pathlib import Path

import msgspec
import uvicorn
from fastapi import FastAPI
from rich.console import Console
from rich.markup import escape
from uvicorn.supervisors import Multiprocess

from desktop.central.api import build_api
from desktop.central.listening import Endpoint
from desktop.central.server import freeze_memory
from desktop.central.store import Store, open_store
from desktop.errors import Refused
from desktop.legible import begin_log

VARIABLE = "GUICHET_CENTRAL_WORKER"
ALL_CONNECTIONS = 80
"""Shared by the workers, so that PostgreSQL's usual hundred are not used up."""

_FEWEST = 4


class _Worker(msgspec.Struct, frozen=True):
    """What a worker must know when it starts."""

    folder: str
    connections: int


def serve_with_workers(store: Store, endpoint: Endpoint, workers: int) -> None:
    """Serves until interrupted; a worker that dies is replaced.

    Raises Refused: workers_need_postgres, host_unknown, port_taken.
    """
    if store.database.dialect != "postgresql":
        raise Refused("workers_need_postgres", workers=workers)
    told = _Worker(str(store.folder), max(_FEWEST, ALL_CONNECTIONS // workers))
    os.environ[VARIABLE] = msgspec.json.encode(told).decode()
    config = uvicorn.Config(f"{__name__}:application", factory=True, workers=workers, **endpoint.options())
    socket = endpoint.listen()
    socket.set_inheritable(True)
    where = f"{endpoint.reached_at(socket)} with {workers} processes"
    Console().print(f"Central of [b]{escape(store.settings.landlord)}[/b] at {where}", soft_wrap=True)
    store.database.close()
    Multiprocess(config, sockets=[socket]).run()


def application() -> FastAPI:
    """The application of one worker, which uvicorn calls for in its own process."""
    begin_log()
    told = msgspec.json.decode(os.environ[VARIABLE], type=_Worker)
    api = build_api(open_store(Path(told.folder), connections=told.connections))
    freeze_memory()
    return api
