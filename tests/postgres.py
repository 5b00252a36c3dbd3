"""A private PostgreSQL for one test process: started when first asked for, gone when the process ends."""

import atexit
import os
import shutil
import signal
import subprocess
from functools import cache
from pathlib import Path
from secrets import token_hex
from tempfile import mkdtemp
from time import monotonic, sleep

import psycopg
import pytest

from desktop.central.database.postgres import open_server
from desktop.central.store import create_tables

REQUIRED = "GUICHET_POSTGRES"
_DEBIAN = Path("/usr/lib/postgresql")
_EMPTY = "guichet_empty"
_CARELESS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off", "jit=off")
"""Quick, and gone with the machine."""


def binaries() -> Path | None:
    """The folder of the newest of Debian's PostgreSQL servers."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


class Cluster:
    """One server on a Unix socket of its own; a `durable` one is set up as Debian does."""

    def __init__(self, *, durable: bool = False) -> None:
        self._bin = binaries()
        assert self._bin is not None, "PostgreSQL is not installed"
        self._user = "postgres" if os.geteuid() == 0 else None
        self.folder = Path(mkdtemp(prefix="pg-", dir="/tmp"))
        if self._user:
            shutil.chown(self.folder, self._user)
        self._durable = durable
        self._patterns: set[str] = set()
        self._run("initdb", "--no-sync", "--auth=trust", "-U", "postgres", "--encoding=UTF8", "--locale=C")
        self.start()

    def start(self) -> None:
        """Starts the server, also after `kill`."""
        settings = (f"unix_socket_directories={self.folder}", "listen_addresses=", "max_connections=200")
        chosen = (*settings, *(() if self._durable else _CARELESS))
        self._log = (self.folder / "log").open("ab")
        self._server = subprocess.Popen(
            [f"{self._bin}/postgres", "-D", f"{self.folder}/data", *(f"-c{item}" for item in chosen)],
            user=self._user,
            cwd=self.folder,
            stdout=self._log,
            stderr=self._log,
        )
        self._wait_until_it_answers()

    def kill(self) -> None:
        """Power cut: nothing is written down any more. (PostgreSQL ends its own children.)"""
        self._end(signal.SIGQUIT)

    def close(self) -> None:
        """Ends the server and removes its files."""
        self._end(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, name: str) -> str:
        """The URL of a database of this server."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def ask(self, statement: str) -> None:
        """Runs a statement on the server as a whole."""
        with psycopg.connect(f"host={self.folder} user=postgres dbname=postgres", autocommit=True) as link:
            link.execute(statement.encode())

    def fresh(self, like: str = "template0") -> str:
        """The URL of a new database that holds what the one named `like` holds; nobody may be using that."""
        name = f"test_{token_hex(6)}"
        self.copy(like, name)
        return self.address(name)

    def with_tables(self) -> str:
        """The URL of a new database with central's tables and no rows."""
        if _EMPTY not in self._patterns:
            self.copy("template0", _EMPTY)
            database = open_server(self.address(_EMPTY))
            create_tables(database)
            database.close()
            self._patterns.add(_EMPTY)
        return self.fresh(_EMPTY)

    def copy(self, source: str, name: str) -> None:
        """Makes the database `name` hold what `source` holds, in place of whatever it was."""
        self.drop(name)
        self.ask(f"CREATE DATABASE {name} TEMPLATE {source} STRATEGY FILE_COPY")

    def drop(self, name: str) -> None:
        """Removes a database, whoever uses it."""
        self.ask(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _run(self, tool: str, *arguments: str) -> None:
        done = subprocess.run(
            [f"{self._bin}/{tool}", "-D", f"{self.folder}/data", *arguments],
            user=self._user,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    def _wait_until_it_answers(self) -> None:
        end = monotonic() + 20
        while True:
            try:
                return self.ask("SELECT 1")
            except psycopg.OperationalError:
                log = (self.folder / "log").read_text(errors="replace")
                assert self._server.poll() is None, log
                assert monotonic() < end, log
                sleep(0.02)

    def _end(self, how: signal.Signals) -> None:
        if self._server.poll() is None:
            self._server.send_signal(how)
            self._server.wait(20)
        self._log.close()


@cache
def cluster(*, durable: bool = False) -> Cluster:
    """This process's server. Skips the test where PostgreSQL is not installed, unless it is required.

    `durable` is for tests that measure, or kill it and see what is left.
    """
    if binaries() is None:
        if os.environ.get(REQUIRED) == "required":
            pytest.fail("PostgreSQL is required here and not installed")
        pytest.skip("PostgreSQL is not installed (packaging/debian-packages.txt names it)")
    started = Cluster(durable=durable)
    atexit.register(started.close)
    return started


def name_of(address: str) -> str:
    """The database's name in a URL made here."""
    return address.rpartition("@/")[2].partition("?")[0]
