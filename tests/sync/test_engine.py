"""The loop that keeps stations together without anybody asking."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from desktop.station.engine import Engine
from desktop.station.enrolment import open_station
from desktop.station.station import Station
from tests.sync.visits import a_lease, central_rows, same_as_central, take_cash
from tests.world import World

PATIENCE_SECONDS = 20


@pytest.fixture
def engines(landlord: World, counter: Station) -> Iterator[tuple[Station, Station]]:
    """Two counters, each with its engine running."""
    other = landlord.station("counter")
    running = [Engine(counter), Engine(other)]
    for engine in running:
        engine.start()
    yield counter, other
    for engine in running:
        engine.stop()


def test_a_payment_at_one_counter_reaches_another_by_itself(
    landlord: World, engines: tuple[Station, Station]
) -> None:
    here, there = engines
    arrived = threading.Event()
    there.on_change(lambda tables: arrived.set() if "payment" in tables else None)
    take_cash(here, a_lease(here), 1_000)
    assert arrived.wait(PATIENCE_SECONDS)
    assert same_as_central(landlord, there)


def test_after_an_outage_what_was_done_meanwhile_is_sent_by_itself(
    landlord: World, engines: tuple[Station, Station]
) -> None:
    here, _ = engines
    settled = threading.Event()
    landlord.line(here).is_cut = True
    take_cash(here, a_lease(here), 1_000)
    here.on_change(lambda _tables: settled.set() if here.journal.waiting() == 0 else None)
    landlord.line(here).is_cut = False
    take_cash(here, a_lease(here), 2_000)
    assert settled.wait(PATIENCE_SECONDS)
    assert len(central_rows(landlord, "payment", "AG02")) == 2


def test_the_engine_says_when_central_is_gone_and_when_it_is_back(landlord: World, counter: Station) -> None:
    said: list[bool] = []
    changed = threading.Event()

    def on_state(online: bool) -> None:
        said.append(online)
        changed.set()

    engine = Engine(counter, on_state=on_state)
    engine.start()
    assert changed.wait(PATIENCE_SECONDS)
    changed.clear()
    landlord.line(counter).is_cut = True
    take_cash(counter, a_lease(counter), 1_000)
    assert changed.wait(PATIENCE_SECONDS)
    changed.clear()
    landlord.line(counter).is_cut = False
    take_cash(counter, a_lease(counter), 1_000)
    assert changed.wait(PATIENCE_SECONDS)
    engine.stop()
    assert said == [True, False, True]


def test_an_engine_that_stops_leaves_no_thread_listening(landlord: World, counter: Station) -> None:
    heard = threading.Event()
    counter.on_change(lambda _tables: heard.set())
    engine = Engine(counter)
    engine.start()
    assert heard.wait(PATIENCE_SECONDS)
    engine.stop()
    assert not any(thread.is_alive() for thread in engine._threads)


def test_an_engine_outlives_whatever_it_meets(
    landlord: World, counter: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, broke, settled = counter.exchange, threading.Event(), threading.Event()

    def exchange() -> bool:
        if not broke.is_set():
            broke.set()
            raise KeyError("a mistake of ours")
        more = whole()
        settled.set()
        return more

    def stumble(_online: bool) -> None:
        raise KeyError("a mistake of a screen")

    monkeypatch.setattr(counter, "exchange", exchange)
    engine = Engine(counter, on_state=stumble)
    engine.start()
    assert settled.wait(PATIENCE_SECONDS)
    engine.stop()


@pytest.mark.parametrize("hours", [-30, 30])
def test_a_station_whose_clock_is_wrong_is_still_let_in(
    landlord: World, counter: Station, hours: int
) -> None:
    folder = landlord.folder_of(counter)
    take_cash(counter, a_lease(counter), 1_000)
    landlord.stations.remove(counter)
    counter.close()
    wrong = open_station(folder, clock=lambda: datetime.now(UTC) + timedelta(hours=hours))
    wrong.exchange()
    assert wrong.journal.waiting() == 0
    wrong.close()
