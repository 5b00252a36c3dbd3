"""What was measured of the exchange: each number beside the physical limit of the same run."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def note(name: str, value: float, unit: str, *, reference: float, budget: float, ok: bool) -> Record:
    """One record; `ratio` is value to reference. Shown, and kept under "sync" where GUICHET_BENCH says."""
    record = {
        "name": name,
        "value": round(value, 4),
        "unit": unit,
        "reference": round(reference, 4),
        "ratio": round(value / reference, 3) if reference else None,
        "budget": budget,
        "ok": ok,
    }
    print(f"\n{record}")  # noqa: T201
    wanted = os.environ.get("GUICHET_BENCH")
    if wanted:
        path = Path(wanted)
        known = json.loads(path.read_text("utf-8")) if path.exists() else {}
        others = [each for each in known.get("sync", []) if each["name"] != name]
        path.write_text(json.dumps(known | {"sync": [*others, record]}, indent=2), "utf-8")
    return record
