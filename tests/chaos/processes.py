"""Processes that are started, killed without warning, and started again; each ended by its own number."""

import multiprocessing
import os
import random
import re
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.chaos import lives

ROOT = Path(__file__).parents[2]
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["pytest", "tests.chaos.lives"])
NAMED = re.compile(r'failpoints\.reached\(\s*"([a-z_.]+)"')


def names(side: str) -> list[str]:
    """The failpoints of one side, `sync` or `central`; import and export have tests of their own."""
    files = sorted((ROOT / "desktop" / side).rglob("*.py"))
    found = {name for file in files for name in NAMED.findall(file.read_text("utf-8"))}
    return sorted(name for name in found if not name.startswith(("import.", "export.")))


def free_port() -> int:
    """A port that was free just now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class Deck:
    """Deals failpoints so that each comes round, in an order that the seed decides."""

    def __init__(self, side: str, chance: random.Random) -> None:
        self._chance = chance
        self._cards = self._dealt(names(side))

    def deal(self) -> str:
        """What the next life of a process is armed with."""
        kill = f"{next(self._cards)}=kill@{self._chance.choice((1, 1, 1, 3))}"
        action = self._chance.choice(("raise%0.05", "delay:0.05%0.2", ""))
        other = next(self._cards) if action else ""
        if action.startswith("raise") and other.endswith((".after_commit", ".after_switch")):
            return kill
        return f"{kill};{other}={action}" if other and other not in kill else kill

    def _dealt(self, cards: list[str]) -> Iterator[str]:
        while True:
            yield from self._chance.sample(cards, len(cards))


class Living:
    """One program that lives again and again. `accidents`: lives that ended in a way that nobody caused.

    Lives are forked off one process that has imported everything, or starting would be all they do.
    """

    def __init__(self, name: str, run: Callable[[list[str]], None], seen: Path, log: Path) -> None:
        self.name = name
        self.lives = 0
        self.accidents: list[str] = []
        self._run, self._seen, self._log = run, seen, log
        self._process: ForkServerProcess | None = None

    def start(self, words: list[str], armed: str = "") -> None:
        """Another life, in a group of its own."""
        self.lives += 1
        with self._log.open("ab") as log:
            log.write(f"--- life {self.lives}, {armed}\n".encode())
        live = (self._run, words, armed, str(self._seen), str(self._log))
        self._process = FORKS.Process(target=lives.live, args=live, daemon=False)
        self._process.start()

    def is_dead(self) -> bool:
        """Whether it ended; a death that neither we nor a failpoint caused is an accident."""
        if self._process is None:
            return True
        code = self._process.exitcode
        if code is None:
            return False
        if code != -signal.SIGKILL:
            tail = self._log.read_bytes()[-3000:].decode(errors="replace")
            self.accidents.append(f"{self.name} ended with {code}:\n{tail}")
        self._process = None
        return True

    def kill(self) -> None:
        """Like pulling the plug; whatever it had started goes with it."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid or 0, signal.SIGKILL)
            self._process.kill()
            self._process.join()
            self.is_dead()
