"""A station that is told to end finishes the charge or the print under way, writes it down, and says so."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services import catalogue
from desktop.services.papers.printed import NotePrinted
from desktop.services.payments.card_charges import SettleCharge
from desktop.station.station import Station
from desktop.supervision import Supervisor
from tests.world import World

PATIENCE_SECONDS = 30


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    """Where systemd listens."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(PATIENCE_SECONDS)
        yield listening


def last_said(station: Station) -> object:
    """The last command of its journal."""
    envelope = station.journal.after(0)[-1]
    return catalogue.decode(envelope.kind, envelope.version, envelope.body)


@pytest.mark.parametrize("what", ["charge", "print"])
def test_a_station_told_to_end_finishes_what_is_under_way(
    landlord: World, ear: socket.socket, tmp_path: Path, what: str
) -> None:
    landlord.member_of_staff("claire")
    station = landlord.station("counter")
    folder = landlord.folder_of(station)
    landlord.stations.remove(station)
    station.close()
    command = [sys.executable, "-m", "tests.journeys.under_way", str(folder), what]
    told = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "300000"}
    ends = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=os.environ | told, **ends) as running:
        try:
            assert running.stdin is not None
            assert running.stdout is not None
            assert running.stdout.readline() == "under way\n"
            hear(ear, b"WATCHDOG=1")
            running.send_signal(signal.SIGTERM)
            hear(ear, b"STOPPING=1")
            running.stdin.write("go on\n")
            running.stdin.flush()
            assert running.wait(PATIENCE_SECONDS) == 0
        finally:
            running.kill()
    said = last_said(landlord.reopen(folder))
    if what == "charge":
        assert isinstance(said, SettleCharge)
        assert said.outcome == "approved"
    else:
        assert isinstance(said, NotePrinted)
        assert said.certain


def hear(ear: socket.socket, word: bytes) -> None:
    """Listens until it is said. Raises TimeoutError."""
    while not ear.recv(200).startswith(word):
        pass


@pytest.mark.parametrize(
    ("environment", "seconds"),
    [
        ({"NOTIFY_SOCKET": "@guichet", "WATCHDOG_USEC": "30000000"}, 30.0),
        ({"NOTIFY_SOCKET": "@guichet", "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}, 30.0),
        ({"NOTIFY_SOCKET": "@guichet", "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, 0.0),
        ({"NOTIFY_SOCKET": "@guichet", "WATCHDOG_USEC": "soon"}, 0.0),
        ({"NOTIFY_SOCKET": "@guichet"}, 0.0),
        ({"WATCHDOG_USEC": "30000000"}, 0.0),
        ({}, 0.0),
    ],
)
def test_the_watchdog_is_told_of_life_only_if_it_asked_this_program(
    environment: dict[str, str], seconds: float
) -> None:
    assert Supervisor.take_from(environment).watchdog_seconds == seconds
    assert environment == {}
