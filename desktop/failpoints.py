"""Places where chaos tests make a process stop, stumble or dawdle; without their variable they do nothing.

GUICHET_FAILPOINTS holds `name=action` separated by `;`. The action is kill, raise or delay:SECONDS, after it
`@n` (the n-th time only) or `%p` (with probability p). GUICHET_FAILPOINTS_SEEN names a file to which each
name is appended the first time it is reached, and again with its action when that is due.
"""

import os
import random
import signal
import threading
import time
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "GUICHET_FAILPOINTS"
SEEN = "GUICHET_FAILPOINTS_SEEN"


@dataclass(slots=True)
class _Armed:
    action: str
    argument: str = ""
    at: int = 0
    chance: float = 1.0
    passed: int = 0

    def is_due(self) -> bool:
        self.passed += 1
        return self.passed == self.at if self.at else random.random() < self.chance  # noqa: S311 - for tests


def _read(text: str) -> dict[str, _Armed]:
    armed = {}
    for item in filter(None, text.split(";")):
        name, _, rest = item.partition("=")
        rest, _, chance = rest.partition("%")
        rest, _, nth = rest.partition("@")
        action, _, argument = rest.partition(":")
        armed[name] = _Armed(action, argument, int(nth or 0), float(chance or 1.0))
    return armed


_armed: dict[str, _Armed] = {}
_seen_file = ""
_seen: set[str] = set()
_lock = threading.Lock()
_idle = True


def arm(text: str, seen_file: str) -> None:
    """From now on in this process; the variables do it at the start."""
    global _armed, _seen_file, _idle  # noqa: PLW0603 - a process has one set of them
    _armed, _seen_file = _read(text), seen_file
    _idle = not text and not seen_file
    _seen.clear()


def reached(name: str) -> None:
    """Says that the program is at `name`. Does nothing unless a test armed it."""
    if _idle:
        return
    with _lock:
        _note(name)
        armed = _armed.get(name)
        due = armed is not None and armed.is_due()
        if armed is not None and due:
            _note(f"{name} {armed.action}")
    if armed is not None and due:
        _act(name, armed)


def _note(what: str) -> None:
    if _seen_file and what not in _seen:
        _seen.add(what)
        with Path(_seen_file).open("a", encoding="utf-8") as file:
            file.write(f"{what}\n")


def _act(name: str, armed: _Armed) -> None:
    if armed.action == "delay":
        time.sleep(float(armed.argument))
    elif armed.action == "raise":
        raise OSError(f"failpoint {name}")
    else:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


arm(os.environ.get(VARIABLE, ""), os.environ.get(SEEN, ""))
