"""The bad line is as bad as it says: questions and answers arrive once, twice, in part or never."""

import socket
import threading
from collections.abc import Iterator

import pytest

from tests.chaos.processes import free_port
from tests.chaos.proxy import WEATHERS, Proxy

QUESTION = b"question" * 40
ANSWER = b"answer" * 40


class Echo:
    """Answers each whole question; `heard` is all that arrived, connection by connection."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.changed = threading.Condition()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with self.changed:
            self.heard.append(b"")
            mine = len(self.heard) - 1
        with connection:
            while True:
                try:
                    part = connection.recv(65_536)
                except OSError:
                    return
                if not part:
                    return
                with self.changed:
                    self.heard[mine] += part
                    self.changed.notify_all()
                    whole = self.heard[mine].endswith(QUESTION)
                if whole:
                    connection.sendall(ANSWER)


@pytest.fixture
def echo() -> Iterator[Echo]:
    """A server at the far end."""
    made = Echo()
    yield made
    made.listening.close()


@pytest.fixture
def proxy(echo: Echo) -> Iterator[Proxy]:
    """A line to it."""
    made = Proxy(seed=1, badness=0.0)
    made.targets = [("127.0.0.1", free_port()), echo.listening.getsockname()]
    yield made
    made.close()


def ask(proxy: Proxy) -> bytes:
    """One question; what came of its answer before the line went dead or all was there."""
    with socket.create_connection(("127.0.0.1", proxy.port), 10) as connection:
        connection.sendall(QUESTION)
        got = b""
        while len(got) < len(ANSWER):
            try:
                part = connection.recv(65_536)
            except OSError:
                break
            if not part:
                break
            got += part
        return got


def heard(echo: Echo, what: list[bytes]) -> bool:
    """Whether that, and that alone, arrives."""
    with echo.changed:
        return echo.changed.wait_for(lambda: sorted(echo.heard) == sorted(what), 10)


@pytest.mark.parametrize("weather", ["clear", "delay", "throttle", "buffering"])
def test_slow_weather_loses_nothing(proxy: Proxy, echo: Echo, weather: str) -> None:
    proxy.next = [weather]
    assert ask(proxy) == ANSWER
    assert heard(echo, [QUESTION])


def test_a_question_may_arrive_twice(proxy: Proxy, echo: Echo) -> None:
    proxy.next = ["twice"]
    assert ask(proxy) == ANSWER
    assert heard(echo, [QUESTION, QUESTION])


@pytest.mark.parametrize("weather", ["swallow", "cut_answer"])
def test_an_answer_may_be_lost_after_the_question_was_heard(proxy: Proxy, echo: Echo, weather: str) -> None:
    proxy.next = [weather]
    assert len(ask(proxy)) < len(ANSWER)
    assert heard(echo, [QUESTION])


@pytest.mark.parametrize("weather", ["half_open", "cut_request"])
def test_a_question_may_never_arrive_whole(proxy: Proxy, echo: Echo, weather: str) -> None:
    proxy.next = [weather]
    assert ask(proxy) == b""
    assert QUESTION not in echo.heard


def test_no_weather_is_left_out() -> None:
    met = Proxy(seed=3, badness=0.9)
    for _ in range(400):
        met.weather()
    met.close()
    assert all(met.met[weather] for weather in WEATHERS)
