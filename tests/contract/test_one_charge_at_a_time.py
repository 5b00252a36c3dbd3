"""The lock, the doubt and the person who gives up: nobody pays twice."""

import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from desktop.hardware.address import Address
from desktop.hardware.caisse_ap.driver import CaisseApTerminal
from desktop.hardware.caisse_ap.exchange import TerminalPatience
from desktop.hardware.card_terminal import (
    ChargeDetail,
    ChargeOutcome,
    ChargeRequest,
    ChargeResult,
    ChargeStep,
    TerminalState,
)
from desktop.hardware.simulator import Mode, SimulatedTerminal

REQUEST = ChargeRequest("one-at-a-time", 4200)


@pytest.fixture
def lanes() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as pool:
        yield pool


def silent(step: ChargeStep) -> None:
    """A screen that shows nothing."""


def start(lanes: ThreadPoolExecutor, terminal: CaisseApTerminal) -> "Future[ChargeResult]":
    return lanes.submit(terminal.charge, REQUEST, silent)


def test_seven_more_touches_while_the_card_is_awaited_charge_nothing(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal, lanes: ThreadPoolExecutor
) -> None:
    with simulator.hold() as person:
        first = start(lanes, terminal)
        assert person.wait_until_asked()
        others = [start(lanes, terminal) for _ in range(7)]
        refused = {(other.result(5).outcome, other.result(5).detail) for other in others}
        assert terminal.ready() is TerminalState.BUSY
        person.present_card()
        assert first.result(5).outcome is ChargeOutcome.APPROVED
    assert refused == {(ChargeOutcome.NOT_SENT, ChargeDetail.BUSY)}
    assert (len(simulator.committed), simulator.heard) == (1, 1)


def test_a_second_station_is_not_heard_by_a_busy_terminal(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal, lanes: ThreadPoolExecutor
) -> None:
    other = CaisseApTerminal(Address(*simulator.address), TerminalPatience(connect=2.0, answer=0.05))
    with simulator.hold() as person:
        first = start(lanes, terminal)
        assert person.wait_until_asked()
        assert other.charge(REQUEST, silent).outcome is ChargeOutcome.UNKNOWN
        person.present_card()
        assert first.result(5).outcome is ChargeOutcome.APPROVED
    assert len(simulator.committed) == 1


def test_the_red_button_during_the_wait_cancels(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal, lanes: ThreadPoolExecutor
) -> None:
    with simulator.hold() as person:
        charge = start(lanes, terminal)
        assert person.wait_until_asked()
        person.press_red_button()
        assert charge.result(5).outcome is ChargeOutcome.CANCELLED
    assert simulator.committed == ()


def test_giving_up_the_wait_does_not_cancel_at_the_terminal(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal, lanes: ThreadPoolExecutor
) -> None:
    with simulator.hold() as person:
        charge = start(lanes, terminal)
        assert person.wait_until_asked()
        terminal.stop_waiting()
        result = charge.result(5)
        assert (result.outcome, result.detail) == (ChargeOutcome.UNKNOWN, ChargeDetail.STOPPED_WAITING)
        person.present_card()
    assert simulator.wait_until_committed(1)


def test_stopping_an_idle_terminal_does_not_stop_the_next_charge(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal
) -> None:
    terminal.stop_waiting()
    assert terminal.charge(REQUEST, silent).outcome is ChargeOutcome.APPROVED
    assert len(simulator.committed) == 1


def test_stopping_before_the_request_leaves_sends_nothing(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal
) -> None:
    def stop(step: ChargeStep) -> None:
        if step is ChargeStep.CONNECTING:
            terminal.stop_waiting()

    result = terminal.charge(REQUEST, stop)
    assert (result.outcome, result.detail) == (ChargeOutcome.NOT_SENT, ChargeDetail.STOPPED_BEFORE_SENDING)
    assert simulator.heard == 0
    assert terminal.charge(REQUEST, silent).outcome is ChargeOutcome.APPROVED


@pytest.mark.parametrize("mode", [Mode.RESET_AFTER_COMMIT, Mode.POSTPONED, Mode.CLOSE], ids=str)
def test_after_a_doubt_the_idle_screen_is_asked_for_until_a_charge_ends_clearly(
    mode: Mode, simulator: SimulatedTerminal, terminal: CaisseApTerminal
) -> None:
    simulator.next(mode, mode, Mode.REFUSE)
    asked, states = [], []
    for _ in range(4):
        steps: list[ChargeStep] = []
        terminal.charge(REQUEST, steps.append)
        asked.append(steps[0] is ChargeStep.CHECK_IDLE)
        states.append(terminal.ready())
    assert asked == [False, True, True, False]
    assert states == [TerminalState.CHECK_IDLE] * 2 + [TerminalState.READY] * 2


def test_a_station_that_stopped_during_a_charge_starts_in_doubt(simulator: SimulatedTerminal) -> None:
    terminal = CaisseApTerminal(Address(*simulator.address), doubtful=True)
    steps: list[ChargeStep] = []
    assert terminal.ready() is TerminalState.CHECK_IDLE
    terminal.charge(REQUEST, steps.append)
    assert steps[0] is ChargeStep.CHECK_IDLE


def test_a_failure_to_write_ahead_sends_nothing(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal
) -> None:
    def full_disk(step: ChargeStep) -> None:
        if step is ChargeStep.SENDING:
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        terminal.charge(REQUEST, full_disk)
    assert simulator.committed == ()
    assert terminal.charge(REQUEST, silent).outcome is ChargeOutcome.APPROVED


def test_a_screen_that_fails_after_sending_does_not_lose_the_payment(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal
) -> None:
    def broken(step: ChargeStep) -> None:
        if step in {ChargeStep.PRESENT_CARD, ChargeStep.ANSWERED}:
            raise RuntimeError("no screen")

    assert terminal.charge(REQUEST, broken).outcome is ChargeOutcome.APPROVED
    assert len(simulator.committed) == 1


def test_nobody_listening_is_a_charge_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = Address(*listener.getsockname())
    terminal = CaisseApTerminal(address, TerminalPatience(connect=1.0))
    result = terminal.charge(REQUEST, silent)
    assert (result.outcome, result.detail) == (ChargeOutcome.NOT_SENT, ChargeDetail.CONNECTION_REFUSED)
    assert terminal.ready() is TerminalState.UNREACHABLE


def test_a_terminal_that_does_not_accept_is_given_up_quickly() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener, socket.socket() as queued:
        queued.connect(listener.getsockname())
        terminal = CaisseApTerminal(Address(*listener.getsockname()), TerminalPatience(connect=0.05))
        result = terminal.charge(REQUEST, silent)
    assert (result.outcome, result.detail) == (ChargeOutcome.NOT_SENT, ChargeDetail.CONNECT_TIMEOUT)


def test_looking_at_the_terminal_never_uses_up_a_charge(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal
) -> None:
    simulator.next(Mode.REFUSE)
    assert [terminal.ready() for _ in range(3)] == [TerminalState.READY] * 3
    assert terminal.charge(REQUEST, silent).outcome is ChargeOutcome.DECLINED
    assert simulator.heard == 1
