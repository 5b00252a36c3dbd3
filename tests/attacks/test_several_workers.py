"""Several processes that serve one central bear no more than one: each is bounded, and all have deadlines."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import msgspec
import pytest
import requests

from desktop.config import CENTRAL_FILE, Bounds, CentralSettings, read_settings, write_settings
from tests.attacks import wires
from tests.postgres import cluster, name_of
from tests.world import world


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a central with two workers, as `guichet central serve` says it."""
    folder, address = tmp_path_factory.mktemp("workers"), cluster().with_tables()
    with world(folder, leases=4, database=address):
        pass
    path = folder / "central" / CENTRAL_FILE
    narrow = Bounds(head_seconds=0.5, strangers=10)
    write_settings(path, msgspec.structs.replace(read_settings(path, CentralSettings), bounds=narrow))
    command = [sys.executable, "-m", "desktop", "central", "serve", "--data", str(folder / "central")]
    with subprocess.Popen(
        [*command, "--port", "0", "--workers", "2"], stdout=subprocess.PIPE, text=True, env=os.environ
    ) as running:
        assert running.stdout is not None
        said = re.search(r"http://\S+", running.stdout.readline())
        assert said is not None
        yield said[0]
        running.terminate()
        running.wait(20)
    cluster().drop(name_of(address))


def test_who_is_told_an_address_can_connect_at_once(served: str) -> None:
    assert requests.get(f"{served}/v1/health", timeout=20).status_code == 200


def test_each_worker_has_its_bounds_and_deadlines(served: str) -> None:
    for _ in range(4):
        with wires.dialled(served, 1) as (line,):
            assert wires.pour(line, wires.endless_head(64)) < 16 * wires.MEGABYTE
    with wires.dialled(served, 1) as (line,):
        assert wires.seconds_until_hung_up(line) < 3
    with wires.dialled(served, 60):
        assert requests.get(f"{served}/v1/health", timeout=20).status_code == 200
