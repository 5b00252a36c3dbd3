"""Keeps what was measured: one record for each number, in the file that GUICHET_BENCH names."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

Record = dict[str, Any]


def note(
    name: str, value: float, unit: str, *, reference: float, budget: float | None = None, ok: bool = True
) -> Record:
    """One number, beside the physical limit of the same run in the same unit (or 0: there is none).

    `ratio` is value to reference; `budget` is what it should keep to, of the value or of the ratio, and `ok`
    says whether it does. Numbers are kept and shown, never asserted: a busy machine must not fail a test.
    """
    measured: Record = {
        "name": name,
        "value": round(value, 4),
        "unit": unit,
        "reference": round(reference, 4),
        "ratio": round(value / reference, 3) if reference else None,
        "budget": budget,
        "ok": ok,
    }
    print(f"\n{measured}")  # noqa: T201
    wanted = os.environ.get("GUICHET_BENCH")
    if wanted:
        path = Path(wanted)
        others = [each for each in kept(path) if each["name"] != name]
        path.write_text(json.dumps([*others, measured], indent=2), "utf-8")
    return measured


def kept(path: Path) -> list[Record]:
    """What was measured so far."""
    return json.loads(path.read_text("utf-8")) if path.exists() else []


def show(path: Path) -> None:
    """All records as a table."""
    table = Table("what", "value", "unit", "limit", "ratio", "budget", "kept", box=None)
    for column in table.columns[1:]:
        column.justify = "right"
    for each in kept(path):
        figures = (each[name] for name in ("value", "unit", "reference", "ratio", "budget"))
        words = ("" if figure is None else str(figure) for figure in figures)
        table.add_row(each["name"], *words, "yes" if each["ok"] else "[red]no[/red]")
    Console(width=140).print(table)


if __name__ == "__main__":
    show(Path(sys.argv[1]))
