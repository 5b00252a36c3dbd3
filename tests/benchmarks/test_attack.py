"""An honest counter exchanges while others try to smother central, beside the same without them."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path

import psutil
import pytest

from desktop.station.station import Station
from tests.benchmarks.record import note
from tests.benchmarks.test_events import server_of
from tests.benchmarks.timing import milliseconds, percentile
from tests.sync.visits import a_lease, take_cash
from tests.world import world

EXCHANGES = 150
MOST_TIMES = 2.0
MOST_MEGABYTES = 400.0


@contextmanager
def smothered(url: str) -> Iterator[None]:
    """While the block lasts everything is thrown at central."""
    command = [sys.executable, "-m", "tests.attacks.smother", url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdin is not None
        assert running.stdout.readline() == "begun\n"
        yield
        running.stdin.close()
        running.wait(60)


def p95(counter: Station, lease: str, process: psutil.Process, peaks: list[float]) -> float:
    """The 95th percentile, in milliseconds, of paying and telling central; central's memory on the way."""

    def pay(_: object) -> None:
        take_cash(counter, lease, 100)
        counter.exchange()
        peaks.append(process.memory_info().rss / 1024**2)

    return percentile(milliseconds(pay, repeat(None, EXCHANGES)), 0.95)


@pytest.mark.timeout(300)
def test_an_honest_exchange_under_attack(tmp_path: Path) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with world(tmp_path, leases=60) as landlord:
        landlord.member_of_staff()
        counter = landlord.station("counter")
        with server_of(str(landlord.folder / "central")) as (url, process):
            counter.link.transport._through._base = url  # type: ignore[attr-defined]
            lease, peaks = a_lease(counter), list[float]()
            p95(counter, lease, process, peaks)
            calm, before = p95(counter, lease, process, peaks), max(peaks)
            with smothered(url):
                attacked = p95(counter, lease, process, peaks)
    budget = MOST_TIMES * calm
    note("exchange under attack p95", attacked, "ms", reference=calm, budget=budget, ok=attacked <= budget)
    ok = max(peaks) <= MOST_MEGABYTES
    note("memory of central under attack", max(peaks), "MiB", reference=before, budget=MOST_MEGABYTES, ok=ok)
