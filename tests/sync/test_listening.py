"""A station hears of news by whatever way works, finds a better one again, and never comes back in a herd."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from urllib.parse import urlsplit

import msgspec
import pytest

from desktop.errors import Offline, Refused
from desktop.protocol.messages import ExchangeRequest, Problem
from desktop.station.engine import Engine
from desktop.station.station import Station
from desktop.sync.exchange.listening import Listening, Rhythm, Way
from desktop.sync.wire.answers import Reply, error_of
from desktop.sync.wire.link import Link
from desktop.sync.wire.transport import HttpTransport
from tests.sync.holding_proxy import HoldingProxy, holding_proxy
from tests.sync.visits import a_lease, take_cash
from tests.world import World

PATIENCE_SECONDS = 20
QUICK = Rhythm(silence=0.1, short=5.0, question=2.0, better=600.0, first_wait=0.01, longest_wait=0.02)


class Scripted:
    """A link on which each attempt ends as the script says: a failure's code, or how many pokes came."""

    def __init__(self, *script: str | int) -> None:
        self._script = list(script)
        self.asked: list[str] = []

    def pokes(self, _silence: float) -> Iterator[str]:
        self.asked.append("events")
        ending = self._script.pop(0)
        if isinstance(ending, str):
            raise Offline(ending)
        yield from ["moved"] * ending

    def moved_beyond(self, _cursor: str | None, _seconds: float) -> bool:
        self.asked.append("question")
        ending = self._script.pop(0)
        if isinstance(ending, str):
            raise Offline(ending)
        return ending > 0


def listening(link: Scripted, rhythm: Rhythm = QUICK) -> Listening:
    """Listening by this link, with nobody to wake."""
    return Listening(
        lambda: link,  # type: ignore[arg-type, return-value]
        lambda: None,
        lambda: None,
        lambda: None,
        random.Random(1),
        rhythm,
    )


@pytest.mark.parametrize("ending", [1, "central_silent"])
def test_three_streams_that_were_of_no_use_make_a_station_ask_instead(ending: str | int) -> None:
    way = listening(Scripted(ending, ending, ending))
    assert [(way.turn(), way.way)[1] for _ in range(3)] == [Way.EVENTS, Way.EVENTS, Way.QUESTIONS]


def test_an_outage_does_not_make_a_station_give_up_events() -> None:
    way = listening(Scripted(*["central_unreachable"] * 10))
    for _ in range(10):
        way.turn()
    assert way.way is Way.EVENTS


def test_when_questions_fail_too_a_station_only_polls_until_the_outage_is_over() -> None:
    way = listening(Scripted(1, 1, 1, "central_failing", "central_failing", "central_failing"))
    for _ in range(6):
        way.turn()
    assert way.way is Way.NONE
    assert way.turn() > QUICK.better / 3
    way.begin_again()
    assert way.way is Way.EVENTS


def test_events_are_tried_again_now_and_then_once() -> None:
    link = Scripted(1, 1, 1, 1, 0)
    way = listening(link, Rhythm(better=0.0, first_wait=0.0))
    for _ in range(5):
        way.turn()
    assert link.asked == ["events"] * 5
    link = Scripted(1, 1, 1, 0, 0)
    way = listening(link)
    for _ in range(5):
        way.turn()
    assert link.asked == ["events"] * 3 + ["question"] * 2


def test_stations_come_back_one_by_one_after_an_outage() -> None:
    pauses = []
    for seed in range(300):
        link = Scripted(*["central_unreachable"] * 6)
        way = listening(link, Rhythm())
        way._random = random.Random(seed)
        pauses.append([way.turn() for _ in range(6)][-1])
    assert max(pauses) <= 60.0
    in_one_second = max(sum(second <= each < second + 1 for each in pauses) for second in range(60))
    assert in_one_second <= len(pauses) * 0.06


@pytest.mark.parametrize("status", [429, 503])
def test_a_station_stays_away_as_long_as_central_asks(status: int) -> None:
    for body in (b"", b'{"code":"central_busy","facts":{}}'):
        with pytest.raises(Offline) as refusal:
            Reply(status, {"retry-after": "7"}, body).checked()
        assert refusal.value.facts["retry_after"] == 7.0
    assert "retry_after" not in error_of(503, Problem("central_busy")).facts


@pytest.mark.parametrize(("status", "code"), [(413, "body_too_big"), (426, "upgrade_required")])
def test_what_a_proxy_says_by_its_status_alone_is_understood(status: int, code: str) -> None:
    with pytest.raises(Refused, match=code):
        Reply(status, {}, b"<html>no</html>").checked()


def test_a_batch_that_is_too_long_is_divided(landlord: World, counter: Station) -> None:
    for _ in range(5):
        take_cash(counter, a_lease(counter), 100)
    line, sizes = landlord.line(counter), []
    post = line.post

    def narrow(path: str, body: bytes) -> bytes:
        sizes.append(len(msgspec.msgpack.decode(body, type=ExchangeRequest).envelopes))
        if sizes[-1] > 2:
            raise Refused("body_too_big")
        return post(path, body)

    line.post = narrow  # type: ignore[method-assign]
    while counter.exchange() or counter.journal.waiting():
        pass
    assert sizes[:2] == [5, 2]
    assert max(sizes[1:]) < 5
    assert counter.journal.waiting() == 0


@contextmanager
def behind_a_proxy(landlord: World, station: Station) -> Iterator[HoldingProxy]:
    """The station reaches central only through a proxy that holds events back."""
    with holding_proxy(urlsplit(landlord.server.url).port or 0) as proxy:
        plain = landlord.line(station)._through
        assert isinstance(plain, HttpTransport)
        plain._base = f"http://127.0.0.1:{proxy.port}"
        yield proxy


def wait_for(landlord: World, engine: Engine, way: Way) -> None:
    """Until the station listens that way."""
    for _ in range(PATIENCE_SECONDS * 100):
        if engine.listening.way is way:
            return
        threading.Event().wait(0.01)
    raise AssertionError(engine.listening.way)


def test_behind_a_proxy_that_holds_events_back_news_still_comes_at_once(
    landlord: World, counter: Station
) -> None:
    other = landlord.station("counter")
    arrived = threading.Event()
    with behind_a_proxy(landlord, counter) as proxy:
        engine = Engine(counter, rhythm=QUICK)
        engine.start()
        wait_for(landlord, engine, Way.QUESTIONS)
        counter.on_change(lambda tables: arrived.set() if "payment" in tables else None)
        while not any("/wait" in path for path in proxy.paths):
            threading.Event().wait(0.01)
        started = perf_counter()
        take_cash(other, a_lease(other), 1_000)
        other.exchange()
        assert arrived.wait(PATIENCE_SECONDS)
        assert perf_counter() - started < QUICK.question
        started = perf_counter()
        engine.stop()
        assert perf_counter() - started < 2.0
        assert not any(thread.is_alive() for thread in engine._threads)


def test_a_question_is_answered_at_once_by_news_and_in_the_end_without(
    landlord: World, counter: Station
) -> None:
    link: Link = counter.link
    old = counter.replica.cursor
    assert not link.moved_beyond(old, 0.05)
    other = landlord.station("counter")
    take_cash(other, a_lease(other), 1_000)
    other.exchange()
    assert link.moved_beyond(old, PATIENCE_SECONDS)
    assert link.moved_beyond("nonsense", PATIENCE_SECONDS)
