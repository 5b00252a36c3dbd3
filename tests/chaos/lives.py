"""What each forked life does first, and the three programs that live."""

import os
from collections.abc import Callable
from pathlib import Path

from desktop import failpoints
from desktop.central import server, workers  # noqa: F401 - loaded once, before lives are forked off
from desktop.central.cli.main import app
from desktop.sync.lock import only_one
from tests.chaos import erp as erp_writer
from tests.chaos.clerk import Clerk


def live(run: Callable[[list[str]], None], words: list[str], armed: str, seen: str, log: str) -> None:
    """In a session of its own, with its own output and failpoints, until it ends."""
    os.setsid()
    output = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(output, 1)
    os.dup2(output, 2)
    # Processes that this one starts are armed alike.
    os.environ |= {failpoints.VARIABLE: armed, failpoints.SEEN: seen}
    failpoints.arm(armed, seen)
    run(words)


def central(words: list[str]) -> None:
    """`guichet central serve`, as an administrator types it."""
    app(["serve", *words], prog_name="guichet central")


def station(words: list[str]) -> None:
    """A station with somebody at it."""
    folder, seed = words
    with only_one(Path(folder)):
        Clerk(Path(folder), seed).work()


def erp(words: list[str]) -> None:
    """The ERP's writer."""
    folder, seed, wanderer = words
    erp_writer.work(Path(folder), seed, wanderer)
