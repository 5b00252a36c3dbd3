"""Five thousand stations listen to one worker, beside a bare server that writes the same bytes to as many."""

import asyncio
import resource
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

import msgspec
import psutil
import pytest

from desktop.config import CENTRAL_FILE, STATION_FILE, Bounds, StationSettings, read_settings, write_settings
from desktop.security import tokens
from desktop.station.station import Station
from tests.benchmarks.record import note
from tests.benchmarks.timing import percentile
from tests.sync.visits import a_lease, take_cash
from tests.world import World, world

LISTENERS = 5_000
PUSHES = 15
AT_ONCE = 200
IDLE_SECONDS = 5.0


class Listeners:
    """Raw sockets on one loop; knows when each heard its last word."""

    def __init__(self, url: str, token: str) -> None:
        self._address = urlsplit(url)
        self._request = (
            f"GET /v1/sync/events HTTP/1.1\r\nHost: central\r\nAuthorization: Bearer {token}\r\n\r\n"
        ).encode()
        self._sockets: list[asyncio.Transport] = []
        self.heard = 0
        self.last_at = 0.0
        self._wanted = 0
        self._all = asyncio.Event()

    async def open(self, how_many: int) -> None:
        """Opens them, so many at a time, and waits until each was greeted."""
        few = asyncio.Semaphore(AT_ONCE)
        self.expect(how_many)

        async def one() -> None:
            async with few:
                loop, address = asyncio.get_running_loop(), self._address
                socket, ear = await loop.create_connection(lambda: _Ear(self), address.hostname, address.port)
                self._sockets.append(socket)
                socket.write(self._request)
                await asyncio.wait_for(ear.greeted, 120)

        await asyncio.gather(*(one() for _ in range(how_many)))

    def expect(self, words: int) -> None:
        """From now on counts up to `words`."""
        self.heard, self._wanted = 0, words
        self._all.clear()

    async def everybody(self) -> float:
        """When the last expected word came."""
        await asyncio.wait_for(self._all.wait(), 60)
        return self.last_at

    def word(self) -> None:
        """One socket heard a word."""
        self.heard, self.last_at = self.heard + 1, perf_counter()
        if self.heard >= self._wanted:
            self._all.set()

    def close(self) -> None:
        """Hangs up everywhere."""
        for socket in self._sockets:
            socket.abort()


class _Ear(asyncio.Protocol):
    def __init__(self, listeners: Listeners) -> None:
        self._listeners = listeners
        self.greeted = asyncio.get_running_loop().create_future()

    def data_received(self, data: bytes) -> None:
        if b"data:" in data:
            self._listeners.word()
            if not self.greeted.done():
                self.greeted.set_result(None)


@contextmanager
def server_of(what: str) -> Iterator[tuple[str, psutil.Process]]:
    """Its address and its process."""
    command = [sys.executable, "-m", "tests.benchmarks.serving", what]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdin is not None
        yield running.stdout.readline().strip(), psutil.Process(running.pid)
        running.stdin.close()
        running.wait(20)


async def poked(listeners: Listeners, push: Callable[[], Awaitable[object]]) -> list[float]:
    """How long the last of all waited for its poke, in milliseconds, sorted."""
    taken = []
    for _ in range(PUSHES):
        listeners.expect(LISTENERS)
        started = perf_counter()
        await push()
        taken.append((await listeners.everybody() - started) * 1e3)
        await asyncio.sleep(0.3)
    return sorted(taken)


async def measure(
    url: str, process: psutil.Process, token: str, push: Callable[[], Awaitable[object]]
) -> dict[str, float]:
    """Everything about one server."""
    listeners, before, started = Listeners(url, token), process.memory_info().rss, perf_counter()
    await listeners.open(LISTENERS)
    opened = perf_counter() - started
    used = process.cpu_times()
    await asyncio.sleep(IDLE_SECONDS)
    idle = process.cpu_times()
    taken = await poked(listeners, push)
    memory = process.memory_info().rss - before
    listeners.close()
    return {
        "let in": LISTENERS / opened,
        "memory": memory / LISTENERS / 1024,
        "idle": max(0.0, idle.user + idle.system - used.user - used.system) / IDLE_SECONDS * 100,
        "p50": percentile(taken, 0.5),
        "p95": percentile(taken, 0.95),
    }


def of_central(landlord: World, here: Station, token: str) -> dict[str, float]:
    """Central, poked by a payment at a counter."""
    with server_of(str(landlord.folder / "central")) as (url, process):
        here.link.transport._through._base = url  # type: ignore[attr-defined]
        lease = a_lease(here)

        def push() -> None:
            take_cash(here, lease, 100)
            here.exchange()

        push()
        return asyncio.run(measure(url, process, token, lambda: asyncio.to_thread(push)))


def of_bare_server() -> dict[str, float]:
    """A server that only writes."""
    with server_of("bare") as (url, process):
        address = urlsplit(url)

        async def push() -> None:
            _, writer = await asyncio.open_connection(address.hostname, address.port)
            writer.write(b"POST / HTTP/1.1\r\n\r\n")
            await writer.drain()
            writer.close()

        return asyncio.run(measure(url, process, "", push))


@pytest.mark.timeout(600)
def test_five_thousand_stations_listen(tmp_path: Path) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with world(tmp_path, leases=60) as landlord:
        many = 2 * LISTENERS
        all_alike = Bounds(
            strangers=many, connections_of_a_device=many, requests_of_a_device=many, streams_of_a_device=many
        )
        settings = msgspec.structs.replace(landlord.store.settings, bounds=all_alike)
        write_settings(landlord.folder / "central" / CENTRAL_FILE, settings)
        landlord.member_of_staff()
        here, listening = landlord.station("counter"), landlord.station("counter")
        enrolled = read_settings(landlord.folder_of(listening) / STATION_FILE, StationSettings)
        token = tokens.issue(landlord.store.vault.token_secret, enrolled.device_id, datetime.now(UTC), 60)
        found, limit = of_central(landlord, here, token), of_bare_server()
    budgets = {"p50": ("ms", 500.0), "p95": ("ms", 800.0), "memory": ("KiB", 40.0), "idle": ("% CPU", 10.0)}
    for name, (unit, budget) in budgets.items():
        words = {"memory": "memory of a listener", "idle": f"idle with {LISTENERS} listeners"}
        said = words.get(name, f"push to last of {LISTENERS} pokes {name}")
        ok = found[name] <= budget
        note(said, found[name], unit, reference=limit[name], budget=budget, ok=ok)
    note("listeners let in", found["let in"], "a second", reference=limit["let in"])
