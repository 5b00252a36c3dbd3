"""2,000 stations for one working day, compressed: how long people wait, and that nothing is lost."""

import json
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import text

from desktop.central.store import Store
from tests.benchmarks.fleet.landlord import found, keep
from tests.benchmarks.record import note
from tests.benchmarks.timing import percentile

STATIONS, AGENCIES = 2_000, 400
DAY_SECONDS, ACTS = 240.0, 1.0
"""Eight acts a second: four times what 2,000 stations with 30 acts each make in an eight-hour day.

Three times as many fill the two cores that central shares here with all its stations, and only queues grow.
"""

FILES = 20_000


class Central:
    """Central in a process of its own, on a port that stays the same when it comes back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns once it answers."""
        command = [sys.executable, "-m", "desktop", "central", "serve", "--data", str(self._folder)]
        self._process = subprocess.Popen([*command, "--port", str(self.port)], stdout=subprocess.DEVNULL)
        for _ in range(400):
            try:
                requests.get(f"http://127.0.0.1:{self.port}/v1/health", timeout=1)
            except requests.ConnectionError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("central does not answer")

    def kill(self) -> None:
        """As if the plug were pulled."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


@contextmanager
def served(folder: Path) -> Iterator[Central]:
    central = Central(folder)
    central.start()
    try:
        yield central
    finally:
        central.kill()


@pytest.mark.timeout(1_200)
def test_a_working_day_of_two_thousand_stations(tmp_path: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(FILES, limit[1]), limit[1]))
    store, places = found(tmp_path / "central", AGENCIES, STATIONS)
    keep(tmp_path / "places.json", places)
    with served(tmp_path / "central") as central:
        pace = [str(tmp_path / "places.json"), str(central.port), str(DAY_SECONDS), str(ACTS)]
        command = [sys.executable, "-m", "tests.benchmarks.fleet.day", *pace]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as day:
            told = _conduct(day, central)
    _nothing_is_lost(store, told["outcomes"])
    assert told["drained"]
    _note(told)
    store.database.close()


def _conduct(day: subprocess.Popen[str], central: Central) -> dict[str, Any]:
    """Pulls central's plug and mends it when the day says so; what the day found."""
    assert day.stdout is not None
    assert day.stdin is not None
    for line in day.stdout:
        match line.strip():
            case "cut":
                central.kill()
            case "mend":
                central.start()
            case findings:
                return dict(json.loads(findings))
        day.stdin.write("\n")
        day.stdin.flush()
    raise AssertionError("the day ended early")


def _nothing_is_lost(store: Store, outcomes: dict[str, dict[str, int]]) -> None:
    """Every command told is at central once, with the outcome told; and none is there that nobody gave."""
    with store.database.read() as session:
        query = "SELECT device_id, hex(key), status FROM command"
        at_central = {(row[0], row[1].lower()): row[2] for row in session.execute(text(query))}
        booked = session.execute(text("SELECT count(*), count(DISTINCT id) FROM payment")).one()
        payments = "SELECT count(*) FROM command WHERE kind = 'payment.take' AND status IN (0, 2)"
        taken = session.execute(text(payments)).scalar_one()
    said = {(device, key): status for device, keys in outcomes.items() for key, status in keys.items()}
    assert at_central == said
    assert booked[0] == booked[1] == taken


def _note(told: dict[str, Any]) -> None:
    echo = _loopback_ms()
    for part, times in told["confirmed"].items():
        ordered = sorted(times)
        for share in (0.5, 0.95, 0.99):
            name = f"fleet of 2,000, {part}: told done p{share * 100:.0f}"
            note(name, percentile(ordered, share), "ms", reference=echo)
    for part, times in told["seen"].items():
        ordered = sorted(times)
        for share in (0.5, 0.95):
            name = f"fleet of 2,000, {part}: seen elsewhere p{share * 100:.0f}"
            note(name, percentile(ordered, share), "ms", reference=echo)
    note("fleet of 2,000: exchanges of the day", float(told["exchanges"]), "", reference=0)


def _loopback_ms() -> float:
    """A round trip over a bare socket on this machine."""
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as near,
    ):
        far, _ = server.accept()
        started = time.perf_counter()
        for _ in range(1_000):
            near.sendall(b"x")
            far.sendall(far.recv(1))
            near.recv(1)
        far.close()
        return time.perf_counter() - started
