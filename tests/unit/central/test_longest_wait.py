"""How long somebody may take."""

import asyncio

import pytest

from desktop.central.threshold.longest_wait import LongestWait
from desktop.config import Bounds

BOUNDS = Bounds(head_seconds=0.02, body_seconds=0.02, slowest_bytes=10_000)


def borne(taken: list[int], seconds: float = 0.5) -> float:
    """For how long a listener is borne of whom `taken` says what is left unsent at each look."""

    async def listen() -> float:
        loop = asyncio.get_running_loop()
        started, late = loop.time(), asyncio.Event()
        LongestWait(BOUNDS, loop, late.set).await_listener(
            lambda: taken.pop(0) if len(taken) > 1 else taken[0]
        )
        await asyncio.wait_for(late.wait(), seconds)
        return loop.time() - started

    return asyncio.run(listen())


def test_who_takes_nothing_of_an_answer_is_not_borne_for_long() -> None:
    assert borne([1_000_000]) < 0.04


def test_who_takes_a_few_bytes_at_a_time_is_not_borne_either() -> None:
    assert borne([1_000_000, 999_999]) < 0.04


def test_who_takes_enough_is_borne_as_long_as_that_goes_on() -> None:
    assert borne([1_000_000, 900_000, 800_000, 700_000]) >= 0.055


def test_a_body_may_take_longer_the_more_of_it_came() -> None:
    async def wait(arrived: int) -> None:
        loop, late = asyncio.get_running_loop(), asyncio.Event()
        patience = LongestWait(BOUNDS, loop, late.set)
        patience.await_body()
        patience.arrived(arrived)
        try:
            await asyncio.wait_for(late.wait(), 0.06)
        finally:
            patience.rest()

    asyncio.run(wait(1))
    with pytest.raises(TimeoutError):
        asyncio.run(wait(5_000))
