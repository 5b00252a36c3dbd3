"""A station that fetches its agency; run to be killed on the way."""

import sys
from pathlib import Path

from desktop.station.enrolment import open_station

if __name__ == "__main__":
    open_station(Path(sys.argv[1])).exchange()
