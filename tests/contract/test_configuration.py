"""The words of the settings, and the devices they give."""

from pathlib import Path

import pytest

from desktop.errors import DeviceUnavailable
from desktop.hardware.address import PRIVATE_NETWORKS
from desktop.hardware.card_terminal import ChargeOutcome, ChargeRequest, TerminalState
from desktop.hardware.configuration import open_camera, open_card_terminal, open_printer
from desktop.hardware.simulator import SimulatedCardTerminal

PDF = b"%PDF-1.7\n%%EOF\n"


def test_without_a_terminal_the_card_is_refused_as_a_missing_device() -> None:
    terminal = open_card_terminal("none")
    assert terminal.ready() is TerminalState.ABSENT
    with pytest.raises(DeviceUnavailable) as caught:
        terminal.charge(ChargeRequest("x", 100), lambda step: None)
    assert (caught.value.device, caught.value.code) == ("card_terminal", "not_configured")


def test_two_stations_can_simulate_at_the_same_time() -> None:
    first, second = (open_card_terminal("simulator", port=8888, card_seconds=0) for _ in range(2))
    assert isinstance(first, SimulatedCardTerminal)
    assert isinstance(second, SimulatedCardTerminal)
    try:
        outcome = first.charge(ChargeRequest("x", 100), lambda step: None).outcome
        assert outcome is ChargeOutcome.APPROVED
        assert (len(first.simulator.committed), len(second.simulator.committed)) == (1, 0)
    finally:
        first.close()
        second.close()


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.3.0.7", "172.31.255.1", "192.168.1.50", "169.254.9.9", "fd00::7"]
)
def test_a_terminal_on_a_local_network_is_allowed(host: str) -> None:
    assert open_card_terminal("caisse_ap", host) is not None


@pytest.mark.parametrize(
    ("host", "port", "allowed", "code"),
    [
        ("192.0.2.1", 8888, PRIVATE_NETWORKS, "address_not_allowed"),
        ("2001:db8::1", 8888, PRIVATE_NETWORKS, "address_not_allowed"),
        ("192.168.1.51", 8888, ("192.168.1.50",), "address_not_allowed"),
        ("192.168.1.51", 8888, (), "address_not_allowed"),
        ("tpe.example", 8888, PRIVATE_NETWORKS, "address_not_numeric"),
        ("192.168.1.999", 8888, PRIVATE_NETWORKS, "address_not_numeric"),
        ("", 8888, PRIVATE_NETWORKS, "address_not_numeric"),
        ("192.168.1.50", 0, PRIVATE_NETWORKS, "port_out_of_range"),
        ("192.168.1.50", 70000, PRIVATE_NETWORKS, "port_out_of_range"),
    ],
)
def test_any_other_host_is_never_spoken_to(host: str, port: int, allowed: tuple[str, ...], code: str) -> None:
    with pytest.raises(DeviceUnavailable) as caught:
        open_card_terminal("caisse_ap", host, port, allowed=allowed)
    assert caught.value.code == code


def test_kinds_nobody_knows_are_said() -> None:
    with pytest.raises(DeviceUnavailable) as terminal:
        open_card_terminal("minitel")
    with pytest.raises(DeviceUnavailable) as printer:
        open_printer("typewriter")
    assert {terminal.value.code, printer.value.code} == {"kind_unknown"}


@pytest.mark.parametrize("kind", ["folder", "cups"])
def test_a_printer_without_its_folder_or_queue_is_not_configured(kind: str) -> None:
    with pytest.raises(DeviceUnavailable) as caught:
        open_printer(kind)
    assert caught.value.code == "not_configured"


def test_the_absence_of_a_printer_or_camera_is_said_when_used(tmp_path: Path) -> None:
    with pytest.raises(DeviceUnavailable):
        open_printer("none").print_pdf(PDF, "x", lambda step: None)
    with pytest.raises(DeviceUnavailable):
        open_camera(None).take()
    assert open_camera(None).photos() == open_camera(tmp_path).photos() == []
    assert open_printer("folder", folder=tmp_path).print_pdf(PDF, "x", lambda step: None).job is not None
    assert open_printer("cups", queue="paper") is not None
