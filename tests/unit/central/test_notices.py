"""Pokes reach the listeners of every worker process, at once, whatever else is slow or broken."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.central.database.postgres import open_server
from desktop.central.news import pokes as pokes_of
from desktop.central.news.listeners import MOVED, OpenQuestion, Stream
from desktop.central.news.pokes import Pokes
from desktop.central.store import ensure_scopes
from desktop.models.database import Database
from tests.postgres import cluster

PATIENCE_SECONDS = 20.0


@pytest.fixture
def database() -> Any:
    """A PostgreSQL database with two agencies."""
    opened = open_server(cluster().with_tables())
    ensure_scopes(opened, {"AG01", "AG02"})
    yield opened
    opened.close()


def running(story: Callable[[], Awaitable[None]]) -> None:
    """Lets a story take place on a loop of its own, all of whose tasks end with it."""

    async def whole() -> None:
        await story()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    asyncio.run(whole())


async def until(ready: Callable[[], bool]) -> None:
    """Waits for something that takes a moment."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not ready():
            await asyncio.sleep(0.005)


def move(database: Database, pokes: Pokes, scope: str, by: str = "") -> None:
    """A push in another worker: commits, then tells."""
    with agency_write(database, {scope}) as work:
        work.changed(scope)
    pokes.moved(work.versions, by)


def test_a_push_in_one_worker_is_heard_in_another_within_milliseconds(database: Database) -> None:
    async def story() -> None:
        here, there = Pokes(database), Pokes(database)
        await here.ready()
        await until(lambda: here._notices is not None and here._notices.connected)
        taken = []
        for _ in range(20):
            question = OpenQuestion("device", frozenset({"AG02"}))
            with here.hear(question):
                await asyncio.to_thread(move, database, there, "AG02")
                started = perf_counter()
                assert await question.within(PATIENCE_SECONDS)
                taken.append(perf_counter() - started)
        # The watch alone would take up to two seconds.
        assert sorted(taken)[10] < 0.05

    running(story)


def test_a_station_is_not_told_by_another_worker_of_what_it_did_itself(database: Database) -> None:
    async def story() -> None:
        here, there = Pokes(database), Pokes(database)
        await here.ready()
        await until(lambda: here._notices is not None and here._notices.connected)
        mine, other = (OpenQuestion(name, frozenset({"AG02"})) for name in ("mine", "other"))
        with here.hear(mine), here.hear(other):
            await asyncio.to_thread(move, database, there, "AG02", "mine")
            assert await other.within(PATIENCE_SECONDS)
            assert not mine._answered.done()

    running(story)


def test_after_the_line_to_the_database_broke_workers_hear_one_another_again(database: Database) -> None:
    async def story() -> None:
        here, there = Pokes(database), Pokes(database)
        await here.ready()
        await until(lambda: here._notices is not None and here._notices.connected)
        server = cluster()
        server.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
        await until(lambda: here._notices is not None and not here._notices.connected)
        await until(lambda: here._notices is not None and here._notices.connected)
        question = OpenQuestion("device", frozenset({"AG01"}))
        with here.hear(question):
            await asyncio.to_thread(move, database, there, "AG01")
            assert await question.within(PATIENCE_SECONDS)

    running(story)


def test_the_watch_finds_what_nobody_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pokes_of, "NET_SECONDS", 0.05)

    async def story() -> None:
        here = Pokes(database)
        await here.ready()
        question = OpenQuestion("device", frozenset({"AG01"}))
        with here.hear(question):
            with agency_write(database, {"AG01"}) as work:
                work.changed("AG01")
            assert await question.within(PATIENCE_SECONDS)

    running(story)


def test_a_station_that_reads_slowly_delays_nobody_and_hears_one_word() -> None:
    async def story() -> None:
        said: list[bytes] = []
        may_read, reading = asyncio.Event(), asyncio.Event()

        async def send(message: Any) -> None:
            reading.set()
            await may_read.wait()
            said.append(message["body"])

        stream = Stream("slow", frozenset({"AG01"}), send)
        stream.tell(MOVED)
        await reading.wait()
        for _ in range(1_000):
            stream.tell(MOVED)
        may_read.set()
        await until(lambda: len(said) == 2)
        await asyncio.sleep(0)
        assert said == [MOVED, MOVED]

    running(story)


def test_words_from_any_thread_reach_the_loop(database: Database) -> None:
    async def story() -> None:
        here = Pokes(database)
        await here.ready()
        question = OpenQuestion("device", frozenset({"AG01"}))
        with here.hear(question):
            teller = threading.Thread(target=here.moved, args=({"AG01": 99},))
            teller.start()
            assert await question.within(PATIENCE_SECONDS)
            await asyncio.to_thread(teller.join)

    running(story)
