"""A station that takes one cent after the other and says each time that it did; run to be killed."""

import sys
from pathlib import Path

from desktop.station.enrolment import open_station
from tests.sync.visits import take_cash

if __name__ == "__main__":
    folder, lease = sys.argv[1:]
    station = open_station(Path(folder))
    while True:
        take_cash(station, lease, 1)
        sys.stdout.write("taken\n")
        sys.stdout.flush()
