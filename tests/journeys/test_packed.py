"""The packed program, tried for real: `make build` runs this at its end, and nothing else does."""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import msgspec
import pytest

from desktop.self_check import self_check
from tests.benchmarks.first_screen import ready
from tests.postgres import cluster
from tests.world import EXPORT, PASSWORD

PACKED = os.environ.get("GUICHET_PACKED", "")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not PACKED, reason="`make build` packs the program that is tried here"),
]
SURROUNDINGS = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
"""Nothing of this installation: what the packed program needs is in its folder or on every Debian."""


def said(folder: Path, *words: str | Path) -> str:
    """What the packed program prints; it must end well."""
    command = [PACKED, *map(str, words)]
    done = subprocess.run(
        command, cwd=folder, env=_in(folder), capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


def _in(folder: Path) -> dict[str, str]:
    return SURROUNDINGS | {"HOME": str(folder)}


@contextmanager
def serving(folder: Path, workers: int) -> Iterator[tuple[str, str]]:
    """Central's address, and the libraries that its serving processes have loaded."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        PACKED,
        "central",
        "serve",
        "--data",
        "central",
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    server = subprocess.Popen(command, cwd=folder, env=_in(folder))
    try:
        _wait_for(port)
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text("utf-8").split()
        maps = (Path(f"/proc/{each}/maps").read_text("utf-8") for each in [str(server.pid), *children])
        yield f"http://127.0.0.1:{port}", "".join(maps)
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(port: int) -> None:
    end = monotonic() + 30
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert monotonic() < end
            sleep(0.1)


@pytest.fixture
def landlord(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a central made and fed by the packed program, in a file or in PostgreSQL."""
    where = ("--database", cluster().fresh()) if request.param == "postgresql" else ()
    said(tmp_path, "central", "init", "--demonstration", "--data", "central", *where)
    told = json.loads(said(tmp_path, "central", "import", EXPORT, "--data", "central", "--json"))
    assert sum(file["new"] for file in told["files"]) > 10_000
    (tmp_path / "password").write_text(PASSWORD, "utf-8")
    who = ("--login", "claire", "--name", "Claire Delattre", "--agency", "AG02")
    said(tmp_path, "central", "staff", "add", "--data", "central", *who, "--password-file", "password")
    return tmp_path


@pytest.mark.parametrize(
    ("landlord", "workers"),
    [("file", 1), ("postgresql", 2)],
    indirect=["landlord"],
    ids=["file", "postgresql"],
)
def test_central_serves_stations_that_open(landlord: Path, workers: int) -> None:
    with serving(landlord, workers) as (url, libraries):
        for kind in ("kiosk", "counter"):
            where = ("--kind", kind, "--agency", "AG02", "--json")
            code = json.loads(said(landlord, "central", "enrol", "--data", "central", *where))["code"]
            said(landlord, "enrol", "--central", url, "--code", code, "--data", kind)
            with ready([PACKED, kind, "--data", str(landlord / kind)], _in(landlord)):
                _wait_until_rows_came(landlord / kind)
        assert "proven" in said(landlord, "central", "backup", "--data", "central", "--to", "backups")
    assert {name for name in ("uvloop", "httptools") if name in libraries} == {"uvloop", "httptools"}


def _wait_until_rows_came(station: Path) -> None:
    """The first rows are in a cache that takes the place of the empty one."""
    end = monotonic() + 60
    while not (station / "cache-2.db").exists():
        assert monotonic() < end, sorted(station.iterdir())
        sleep(0.1)


def test_it_holds_all_that_the_source_holds(tmp_path: Path) -> None:
    packed = json.loads(said(tmp_path, "self-check", "--json"))
    assert packed == json.loads(msgspec.json.encode(self_check()))
    assert packed["failed"] == []


def test_a_whole_visit_with_its_papers(tmp_path: Path) -> None:
    said(tmp_path, "demo", "--output", "demo")
    assert len(list((tmp_path / "demo").glob("*.pdf"))) == 5


@pytest.mark.parametrize("landlord", ["file"], indirect=True)
def test_a_window_on_a_screen(landlord: Path) -> None:
    if not shutil.which("xvfb-run"):
        pytest.skip("xvfb-run is not installed")
    with serving(landlord, 1) as (url, _):
        where = ("--kind", "kiosk", "--agency", "AG02", "--json")
        code = json.loads(said(landlord, "central", "enrol", "--data", "central", *where))["code"]
        said(landlord, "enrol", "--central", url, "--code", code, "--data", "kiosk")
    command = ["xvfb-run", "--auto-servernum", PACKED, "kiosk", "--data", str(landlord / "kiosk")]
    with ready(command, _in(landlord) | {"QT_QPA_PLATFORM": "xcb"}):
        pass
