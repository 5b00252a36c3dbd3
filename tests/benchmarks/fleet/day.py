"""A working day of the fleet: the morning's stampede, work, an outage, lines that fall, the evening.

Runs as a process of its own: `python -m tests.benchmarks.fleet.day PLACES PORT SECONDS ACTS`, and speaks with
whoever started it by single lines: it prints `cut` and `mend` and waits for an answer, then its findings.
"""

import asyncio
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.fleet.landlord import Place
from tests.benchmarks.fleet.stations import Day, Station, until

STAMPEDE = 0.15
OUTAGE = 0.10
RETURN = 0.15
"""Shares of the day: everybody switches on within the first; central is away for the second, at noon; in the
third all come back at once.
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """`seconds` the whole day lasts here, and `acts` a station's people do in it."""

    seconds: float
    acts: float


async def play(places: list[Place], port: int, pace: Pace) -> dict[str, Any]:
    """The whole day; what came of it."""
    chance, day = random.Random(2026), Day(part="stampede")
    stations = [Station(place, port, day, random.Random(place.device_id)) for place in places]
    lives = [
        asyncio.create_task(each.live(chance.uniform(0, pace.seconds * STAMPEDE / 2))) for each in stations
    ]
    await asyncio.sleep(pace.seconds * STAMPEDE)
    rate = len(stations) * pace.acts / pace.seconds
    await _work(day, "morning", stations, 0.35 * pace.seconds, rate, chance)
    await _told("cut")
    await _work(day, "outage", stations, OUTAGE * pace.seconds, rate, chance)
    await _told("mend")
    for each in chance.sample(stations, len(stations) // 20):
        each.online = False
    await _work(day, "return", stations, RETURN * pace.seconds, rate, chance)
    left = (0.9 - STAMPEDE - 0.35 - OUTAGE - RETURN) * pace.seconds
    await _work(day, "afternoon", stations, left, rate, chance)
    day.part = "evening"
    for each in stations:
        each.online = True
        each._wake.set()
    drained = await until(lambda: not any(each.pending for each in stations), 300)
    await _end(lives)
    return {
        "drained": drained,
        "confirmed": day.confirmed,
        "seen": day.seen,
        "refused": day.refused,
        "failures": day.failures,
        "exchanges": day.exchanges,
        "outcomes": {
            each.place.device_id: {key.hex(): status for key, status in each.outcomes.items()}
            for each in stations
        },
    }


async def _end(lives: list[asyncio.Task[None]]) -> None:
    """Raises RuntimeError when a station broke before."""
    for life in lives:
        life.cancel()
    ended = await asyncio.gather(*lives, return_exceptions=True)
    broken = [each for each in ended if not isinstance(each, asyncio.CancelledError)]
    if broken:
        raise RuntimeError(broken[0])


async def _work(
    day: Day, part: str, stations: list[Station], seconds: float, rate: float, chance: random.Random
) -> None:
    """People act here and there, `rate` times a second over the whole fleet."""
    day.part = part
    loop = asyncio.get_running_loop()
    end, following = loop.time() + seconds, loop.time()
    while following < end:
        following += chance.expovariate(rate)
        await asyncio.sleep(max(0.0, following - loop.time()))
        chance.choice(stations).act()


async def _told(word: str) -> None:
    print(word, flush=True)  # noqa: T201
    await asyncio.to_thread(sys.stdin.readline)


def main() -> None:
    """Plays, and prints the findings as one line."""
    path, port, seconds, acts = sys.argv[1:]
    places = [Place(**each) for each in json.loads(Path(path).read_text("utf-8"))]
    pace = Pace(float(seconds), float(acts))
    found = asyncio.run(play(places, int(port), pace))
    print(json.dumps(found), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
