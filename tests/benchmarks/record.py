"""Keeps what was measured: one JSON object, name by name, in the file that GUICHET_BENCH says."""

import json
import os
from pathlib import Path


def record(name: str, **measured: float) -> None:
    """Shows the numbers, and adds them to the file if one is wanted."""
    print(f"\n{name}: " + ", ".join(f"{key} {value:,.3g}" for key, value in measured.items()))  # noqa: T201
    wanted = os.environ.get("GUICHET_BENCH")
    if wanted:
        path = Path(wanted)
        known = json.loads(path.read_text("utf-8")) if path.exists() else {}
        path.write_text(json.dumps(known | {name: measured}, indent=2), "utf-8")
