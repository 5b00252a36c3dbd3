"""So many pay at once that questions go ahead of the answers before them, and all that befalls those."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from desktop.errors import NotAllowed, Offline
from desktop.sync.exchange import conversation
from desktop.sync.exchange.ahead import Ahead, Push
from tests.sync.disasters import Disasters
from tests.sync.faults import refused
from tests.sync.fleet import NAMES
from tests.sync.visits import take_cash

BATCH = 2
WEATHERS = ("lost_request", "lost_answer", "delivered_twice", "truncated", "too_long", "", "")
FAULTS = st.lists(st.sampled_from(WEATHERS), min_size=1, max_size=5)
AMOUNTS = st.lists(st.integers(1, 500), min_size=5, max_size=12)
CHOICE = st.booleans()


class Question(Future[Any]):
    """What will come of a question; it is asked at the latest when somebody waits for that."""

    def __init__(self, turns: "Turns", ask: Callable[[], Any]) -> None:
        super().__init__()
        self._turns = turns
        self._ask = ask

    def put(self) -> None:
        """Asks, unless it was given up."""
        if self.set_running_or_notify_cancel():
            try:
                self.set_result(self._ask())
            except Exception as failure:  # noqa: BLE001 - whoever waits for the answer gets it
                self.set_exception(failure)

    def result(self, timeout: float | None = None) -> Any:
        self._turns.reach(self)
        return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        self._turns.reach(self)
        return super().exception(timeout)


class Turns:
    """In place of the thread that asks: whether a question goes at once or late is chosen, never luck."""

    at_once = True

    def __init__(self) -> None:
        self._waiting: deque[Question] = deque()

    def submit(self, work: Callable[..., Any], *arguments: Any) -> Question:
        """As a thread would take it."""
        question = Question(self, lambda: work(*arguments))
        self._waiting.append(question)
        if Turns.at_once:
            self.reach(question)
        return question

    def reach(self, question: Question) -> None:
        """Asks what waits, up to and with this question."""
        while not question.done():
            self._waiting.popleft().put()

    def shutdown(self, **_: bool) -> None:
        """The machine was switched off: what was not asked is never asked."""
        for question in self._waiting:
            question.cancel()


class InTurns(Ahead):
    """Questions ahead that keep to `Turns`; `begun` of them in all."""

    begun = 0

    def __init__(self, ask: Callable[..., Any]) -> None:
        super().__init__(ask)
        super().close()
        self._worker = Turns()  # type: ignore[assignment]

    def begin(self, push: Push) -> None:
        InTurns.begun += 1
        super().begin(push)


class Rush(Disasters):
    """Stations that send two commands at a time, and rules that give them more than that to say."""

    def __init__(self) -> None:
        super().__init__()
        self._as_they_were = conversation.BATCH, conversation.Ahead
        conversation.BATCH, conversation.Ahead = BATCH, InTurns  # type: ignore[misc]

    def teardown(self) -> None:
        conversation.BATCH, conversation.Ahead = self._as_they_were  # type: ignore[misc]

    @rule(
        who=st.sampled_from(NAMES[:2]),
        which=st.integers(0, 1),
        amounts=AMOUNTS,
        faults=FAULTS,
        at_once=CHOICE,
    )
    def take_much_cash(
        self, who: str, which: int, amounts: list[int], faults: list[str], at_once: bool
    ) -> None:
        """A queue at the till, and the beginning of what is to be said of it."""
        member = self.fleet.members[who]
        if self._has_rows(member):
            for cents in amounts:
                done = take_cash(member.station, self.leases[who][which], cents)
                member.paid[(done.result or {})["payment_id"]] = cents
        self.exchange_badly(who, faults, at_once)

    @rule(who=st.sampled_from(NAMES), faults=FAULTS, at_once=CHOICE)
    def exchange_badly(self, who: str, faults: list[str], at_once: bool) -> None:
        member = self.fleet.members[who]
        Turns.at_once = at_once
        member.way.weather[:] = faults
        for _ in faults:
            with suppress(Offline, NotAllowed):
                assert refused(member.station.exchange) in {None, "body_too_big"}
        member.way.weather.clear()
