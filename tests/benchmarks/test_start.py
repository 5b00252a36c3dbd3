"""How long a counter takes to its first screen, and how much memory, beside an empty window."""

import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.benchmarks.record import note
from tests.world import world

STARTS = 7
BUDGET_SECONDS, BUDGET_MEGABYTES = 1.0, 160.0


def started(*folder: str) -> tuple[float, float]:
    """The middle of several starts: seconds, resident megabytes."""
    command = [sys.executable, "-m", "tests.benchmarks.first_screen", *folder]
    said = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(STARTS)]
    figures = [[float(word) for word in each.stdout.split()] for each in said]
    return median(each[0] for each in figures), median(each[1] for each in figures)


def test_the_first_screen_of_a_counter(tmp_path: Path) -> None:
    with world(tmp_path) as landlord:
        station = landlord.station("counter")
        folder = landlord.folder_of(station)
        landlord.stations.remove(station)
        station.close()
        least, least_memory = started()
        seconds, megabytes = started(str(folder))
    kept = seconds <= BUDGET_SECONDS
    note("start to first screen", seconds, "s", reference=least, budget=BUDGET_SECONDS, ok=kept)
    kept = megabytes <= BUDGET_MEGABYTES
    note("memory at first screen", megabytes, "MB", reference=least_memory, budget=BUDGET_MEGABYTES, ok=kept)
