"""The steps of the demonstration: what was done, what it was seen to change at central, how long it took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table
from sqlalchemy import text

from desktop.central.store import Store
from desktop.demo.hand import Hand


@dataclass(slots=True)
class TourStep:
    """One step. `proofs` are facts read from central's database after it."""

    name: str
    seconds: float = 0.0
    failure: str = ""
    proofs: list[str] = field(default_factory=list)


class Failed(Exception):
    """A step did not have its effect: what follows would mean nothing."""


class Tour:
    """Runs steps one after the other, and remembers them."""

    def __init__(self, store: Store, console: Console, total: int) -> None:
        self.steps: list[TourStep] = []
        self._store = store
        self._console = console
        self._total = total

    @contextmanager
    def step(self, name: str, hand: Hand | None = None) -> Iterator[None]:
        """One step, pictured at its end, or where it broke. Raises Failed."""
        step = TourStep(name)
        self.steps.append(step)
        started = time.monotonic()
        self._console.print(f"[dim]{len(self.steps):>2}/{self._total}[/dim] {name}")
        try:
            yield
        except Exception as error:
            step.failure = f"{type(error).__name__}: {error}"
            raise Failed(name) from error
        finally:
            step.seconds = time.monotonic() - started
            if hand is not None:
                hand.picture(_file_name(name))

    def prove(
        self, what: str, query: str, expected: object, hand: Hand | None = None, **values: object
    ) -> None:
        """Waits until central's database answers `expected`; central may still be hearing of it."""

        def holds() -> bool:
            return self.read(query, **values) == expected

        if hand is not None:
            hand.wait(holds, f"at central: {what}")
        if not holds():
            raise AssertionError(f"{what}: central says {self.read(query, **values)}, not {expected}")
        self.steps[-1].proofs.append(what)

    def read(self, query: str, **values: object) -> object:
        """One value from central's database."""
        with self._store.database.read() as session:
            return session.execute(text(query), values).scalar()

    def write(self, output: Path) -> None:
        """Prints the table of steps, and keeps it as `tour.json`."""
        table = Table("", "step", "seconds", "seen at central", title="The visit", title_justify="left")
        for number, step in enumerate(self.steps, 1):
            mark = "[red]failed[/red]" if step.failure else "[green]done[/green]"
            table.add_row(str(number), f"{step.name}\n{mark} {step.failure}".rstrip(), f"{step.seconds:.1f}",
                          "\n".join(step.proofs))  # fmt: skip
        self._console.print(table)
        rows = [
            {
                "step": s.name,
                "seconds": round(s.seconds, 3),
                "ok": not s.failure,
                "failure": s.failure,
                "seen": s.proofs,
            }
            for s in self.steps
        ]
        (output / "tour.json").write_bytes(msgspec.json.format(msgspec.json.encode(rows)))


def _file_name(name: str) -> str:
    plain = "".join(sign if sign.isalnum() else "-" for sign in name.lower())
    return "-".join(part for part in plain.split("-") if part)[:60]
