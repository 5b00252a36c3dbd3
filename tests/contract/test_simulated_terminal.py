"""The simulator is as particular as a terminal, and can be left alone."""

import socket
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

import pytest

from desktop.hardware.address import Address
from desktop.hardware.caisse_ap import tags
from desktop.hardware.caisse_ap.codec import decode, encode, message
from desktop.hardware.caisse_ap.driver import CaisseApTerminal
from desktop.hardware.caisse_ap.payment import debit
from desktop.hardware.card_terminal import ChargeOutcome, ChargeRequest, TerminalState
from desktop.hardware.simulator import Mode, SimulatedTerminal, serve

REQUEST = debit(ChargeRequest("simulator", 1590))


def talk(simulator: SimulatedTerminal, frame: bytes) -> bytes:
    """Send `frame` as any till could, and return everything said until the terminal hangs up."""
    with socket.create_connection(simulator.address, timeout=5) as connection:
        connection.sendall(frame)
        return b"".join(iter(lambda: connection.recv(4096), b""))


def changed(tag: str, value: str | None) -> bytes:
    """Our request with one record replaced, or left out."""
    other = [(name, value if name == tag else said) for name, said in REQUEST.records]
    return encode(message((name, said) for name, said in other if said is not None))


@pytest.mark.parametrize(
    ("frame", "detail"),
    [
        *((changed(tag, None), "09") for tag in tags.MANDATORY),
        (changed(tags.AMOUNT, "5"), "09"),
        (changed(tags.AMOUNT, "00"), "09"),
        (changed(tags.AMOUNT, "12,50"), "09"),
        (changed(tags.ACTION, "1"), "12"),
        (changed(tags.CURRENCY, "840"), "13"),
        (encode(message(reversed(REQUEST.records))), "09"),
        (encode(message((*REQUEST.records[:-1], (tags.AMOUNT, "99"), REQUEST.records[-1]))), "09"),
        (b"GET / HTTP/1.1\r\n\r\n", "09"),
    ],
)
def test_a_request_no_terminal_would_take_is_refused_and_charges_nothing(
    simulator: SimulatedTerminal, frame: bytes, detail: str
) -> None:
    answer = decode(talk(simulator, frame))
    assert (answer.value(tags.STATUS), answer.value(tags.STATUS_DETAIL)) == (tags.NOT_DONE, detail)
    assert simulator.committed == ()


def test_an_immediate_answer_takes_the_request_on_without_saying_more(simulator: SimulatedTerminal) -> None:
    answer = decode(talk(simulator, changed(tags.ANSWER_MODE, tags.ANSWER_AT_ONCE)))
    assert answer.value(tags.STATUS) == tags.TAKEN_ON
    assert answer.value(tags.AUTHORISATION) is None


def test_modes_queue_up_and_then_the_standing_one_is_back(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal
) -> None:
    simulator.mode = Mode.FORBIDDEN
    simulator.next(Mode.OK, Mode.REFUSE)
    details = [terminal.charge(ChargeRequest("x", 100), lambda step: None).detail for _ in range(4)]
    assert details == ["authorised", "refused", "forbidden", "forbidden"]


def test_a_simulator_that_stops_during_a_charge_leaves_it_unknown_and_uncharged(
    simulator: SimulatedTerminal, terminal: CaisseApTerminal
) -> None:
    with ThreadPoolExecutor(1) as lane, simulator.hold() as person:
        charge = lane.submit(terminal.charge, ChargeRequest("x", 100), lambda step: None)
        assert person.wait_until_asked()
        simulator.stop()
        assert charge.result(5).outcome is ChargeOutcome.UNKNOWN
    assert simulator.committed == ()
    assert terminal.ready() is TerminalState.UNREACHABLE


def test_a_terminal_can_be_served_alone() -> None:
    running: SimpleQueue[SimulatedTerminal] = SimpleQueue()
    with ThreadPoolExecutor(1) as lane:
        serving = lane.submit(serve, "127.0.0.1", 0, Mode.REFUSE, running.put)
        simulator = running.get(timeout=5)
        simulator.card_seconds = 0.0
        terminal = CaisseApTerminal(Address(*simulator.address))
        assert terminal.charge(ChargeRequest("x", 100), lambda step: None).outcome is ChargeOutcome.DECLINED
        simulator.stop()
        serving.result(5)
