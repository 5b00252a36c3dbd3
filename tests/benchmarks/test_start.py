"""The start of a counter beside an empty window, and of help beside an interpreter that does nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import DESKTOP, ROOT
from tests.benchmarks.first_screen import started
from tests.benchmarks.record import note
from tests.benchmarks.timing import milliseconds
from tests.world import world

PACKED = ROOT / "build" / "dist" / "guichet" / "guichet"
BUDGET_SECONDS, BUDGET_MEGABYTES = 1.0, 160.0
HELP_SECONDS = 0.25
ASKED = ([], ["kiosk"], ["central"], ["central", "serve"])


def up_to_date() -> bool:
    """Whether the packed program was made from the sources as they are."""
    packed = PACKED.stat().st_mtime if PACKED.exists() else 0.0
    return all(path.stat().st_mtime < packed for path in DESKTOP.rglob("*.py"))


@pytest.mark.parametrize(
    ("made", "command"), [("packed", (str(PACKED),)), ("from source", (sys.executable, "-m", "desktop"))]
)
def test_the_first_screen_of_a_counter(made: str, command: tuple[str, ...], tmp_path: Path) -> None:
    if made == "packed" and not up_to_date():
        pytest.skip("`make build` packs the program that is measured here")
    with world(tmp_path) as landlord:
        station = landlord.station("counter")
        folder = landlord.folder_of(station)
        landlord.stations.remove(station)
        station.close()
        least, least_memory = started(sys.executable, "-m", "tests.benchmarks.first_screen")
        seconds, megabytes = started(*command, "counter", "--data", str(folder), "--windowed")
    kept = seconds <= BUDGET_SECONDS
    note(f"start to first screen, {made}", seconds, "s", reference=least, budget=BUDGET_SECONDS, ok=kept)
    kept = megabytes <= BUDGET_MEGABYTES
    what = f"memory at first screen, {made}"
    note(what, megabytes, "MB", reference=least_memory, budget=BUDGET_MEGABYTES, ok=kept)


def test_help_on_the_command_line() -> None:
    bare = milliseconds(run, [["-c", "pass"]] * 9)[0] / 1000
    asked = [["-m", "desktop", *words, "--help"] for words in ASKED]
    slowest = max(milliseconds(run, [command] * 9)[0] / 1000 for command in asked)
    kept = slowest <= HELP_SECONDS
    note("help, the slowest of four", slowest, "s", reference=bare, budget=HELP_SECONDS, ok=kept)


def run(words: list[str]) -> None:
    """An interpreter from its start to its end; what it prints is thrown away."""
    subprocess.run([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
