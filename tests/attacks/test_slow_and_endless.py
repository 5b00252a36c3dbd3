"""Whoever speaks without end, too slowly, or not at all is hung up on; stations are served meanwhile."""

import time
from collections.abc import Callable, Iterable, Iterator

import pytest
import requests

from desktop.station.station import Station
from tests.attacks import wires
from tests.attacks.conftest import NARROW
from tests.sync.visits import a_lease, take_cash
from tests.world import World

ENDLESS: dict[str, tuple[Callable[[int], Iterable[bytes]], str]] = {
    "a header without end": (wires.endless_head, "431"),
    "headers without end": (wires.many_headers, "431"),
    "an address without end": (wires.long_address, "431"),
}
SLOW = {
    "who says nothing": ([], b""),
    "who says blank lines": ([], b"\r\n"),
    "a head byte by byte": ([b"GET /v1/health HTTP/1.1\r\nX: "], b"a"),
    "a body byte by byte": ([wires.head("POST", "/v1/token", Content_Length=15_000)], b"a"),
    "a refused body byte by byte": ([wires.head("POST", "/v1/sync/exchange", Content_Length=15_000)], b"a"),
    "who was answered and stays": ([wires.head("GET", "/v1/health")], b""),
}


@pytest.fixture(autouse=True)
def _served_meanwhile(town: World, counter: Station) -> Iterator[None]:
    """After each attack the counter takes money, and central has it at once."""
    yield
    take_cash(counter, a_lease(counter), 100)
    while counter.exchange():
        pass
    assert counter.journal.waiting() == 0


@pytest.mark.parametrize("what", ENDLESS)
def test_a_head_that_never_ends_is_refused_before_it_fills_the_memory(town: World, what: str) -> None:
    words, status = ENDLESS[what]
    with wires.dialled(town.server.url, 1) as (line,):
        sent = wires.pour(line, words(64))
        assert sent < 16 * wires.MEGABYTE, "what is in the sockets' buffers at most"
        assert wires.answer(line) in {f"HTTP/1.1 {status} Request Header Fields Too Large", ""}


def test_a_head_just_too_big_is_told_so(town: World) -> None:
    answer = requests.get(f"{town.server.url}/v1/health", headers={"X": "a" * NARROW.head_bytes}, timeout=5)
    assert (answer.status_code, answer.json()["code"]) == (431, "head_too_big")


@pytest.mark.parametrize("who", SLOW)
def test_who_takes_too_long_is_hung_up_on(town: World, who: str) -> None:
    words, drip = SLOW[who]
    with wires.dialled(town.server.url, 1) as (line,):
        wires.pour(line, words)
        assert wires.seconds_until_hung_up(line, drip, every=0.1) < 4 * NARROW.body_seconds


def test_who_asks_on_before_the_answer_is_hung_up_on(town: World) -> None:
    with wires.dialled(town.server.url, 1) as (line,):
        wires.pour(line, [wires.head("GET", "/v1/health") * 5_000])
        assert wires.seconds_until_hung_up(line) < NARROW.head_seconds


def test_a_body_without_an_announced_end_is_not_read(town: World, bearer: dict[str, str]) -> None:
    with wires.dialled(town.server.url, 1) as (line,):
        assert (
            wires.pour(line, wires.unannounced_body("/v1/sync/exchange", 64, **bearer)) < 16 * wires.MEGABYTE
        )
    answer = requests.post(
        f"{town.server.url}/v1/sync/exchange", data=iter([b"a"]), headers=bearer, timeout=5
    )
    assert (answer.status_code, answer.json()["code"]) == (411, "length_required")


def test_refusing_a_body_without_an_announced_end_holds_nobody_up(town: World) -> None:
    started = time.monotonic()
    for _ in range(5):
        with wires.dialled(town.server.url, 1) as (line,):
            wires.pour(line, wires.unannounced_body("/v1/sync/exchange", 1))
            assert wires.answer(line) in {"HTTP/1.1 401 Unauthorized", ""}
    assert time.monotonic() - started < 1


def test_a_body_is_not_read_for_somebody_without_a_token(town: World) -> None:
    with wires.dialled(town.server.url, 1) as (line,):
        wires.pour(line, [wires.head("POST", "/v1/sync/exchange", Content_Length=8 * wires.MEGABYTE)])
        assert wires.answer(line) == "HTTP/1.1 401 Unauthorized"


def test_a_body_far_too_big_is_not_even_heard_out(town: World) -> None:
    with wires.dialled(town.server.url, 1) as (line,):
        assert wires.pour(line, wires.large_body("/v1/token", 200 * wires.MEGABYTE)) < 32 * wires.MEGABYTE


def test_strangers_make_room_for_one_another(town: World) -> None:
    with wires.dialled(town.server.url, 3 * NARROW.strangers):
        answer = requests.get(f"{town.server.url}/v1/health", timeout=5)
        assert answer.status_code == 200


def test_one_station_cannot_bring_more_at_once_than_its_share(town: World, bearer: dict[str, str]) -> None:
    eight = wires.head("POST", "/v1/sync/exchange", Content_Length=8 * wires.MEGABYTE, **bearer)
    with wires.dialled(town.server.url, 2) as (first, second):
        wires.pour(first, [eight, b"a"])
        wires.pour(second, [eight])
        assert wires.answer(second) == "HTTP/1.1 503 Service Unavailable"
