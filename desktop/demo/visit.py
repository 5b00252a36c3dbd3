"""The whole visit, played through the real windows: kiosk, counter, an outage, and what central saw of it."""

from pathlib import Path

from rich.console import Console

from desktop import app as station_app
from desktop.demo.at_counter import AtCounter
from desktop.demo.at_kiosk import AtKiosk
from desktop.demo.estate import AGENCY, Estate, estate
from desktop.demo.hand import Hand
from desktop.demo.outage import Outage
from desktop.demo.tour import Failed, Tour
from desktop.station.devices import open_devices
from desktop.views.common.theme import Kind

STEPS = 33
KIOSK_SIZE = (1080, 1920)
COUNTER_SIZE = (1366, 768)
LEDGER_LINES = 13_838


def play(output: Path, console: Console) -> int:
    """Plays every step; 0 when each had its effect at central."""
    for old in (*output.glob("*.png"), *output.glob("*.pdf"), *output.glob("tour.json")):
        old.unlink()
    with estate(output / "data", console) as made:
        tour = Tour(made.store, console, STEPS)
        try:
            _administrator(tour, made)
            _stations(tour, made, output)
        except Failed as failure:
            console.print(f"[red]The visit stopped at: {failure}[/red]")
        tour.write(output)
    for paper in sorted((output / "data").glob("*/papers/*.pdf")):
        (output / paper.name).write_bytes(paper.read_bytes())
    return 1 if any(step.failure for step in tour.steps) else 0


def _administrator(tour: Tour, made: Estate) -> None:
    with tour.step("An administrator imports the night's export"):
        tour.prove("13,838 ledger lines are in", "SELECT count(*) FROM ledger_entry", LEDGER_LINES)
        tour.prove("240 leases are in", "SELECT count(*) FROM lease", 240)
    with tour.step("The same export again changes nothing"):
        changed = sum(file.new + file.changed for file in made.again.files)
        if changed:
            raise AssertionError(f"{changed} lines changed")
        tour.prove("no row moved", "SELECT sum(ver) FROM ledger_entry", made.ledger_versions)
    with tour.step("A kiosk and a counter are enrolled"):
        tour.prove(
            "two stations of the agency",
            "SELECT count(*) FROM device WHERE scope = :agency",
            2,
            agency=AGENCY,
        )


def _stations(tour: Tour, made: Estate, output: Path) -> None:
    letter = made.oldest_debtor()
    with station_app.running_station(made.kiosk) as (station, lanes):
        qt = station_app.application(Kind.KIOSK)
        devices = open_devices(made.kiosk, station)
        shell = station_app.kiosk_shell(qt, station, lanes, devices, windowed=True)
        shell.resize(*KIOSK_SIZE)
        shell.start()
        visitor = AtKiosk(tour, Hand(shell, output), letter, station)
        visitor.visit()
        visitor.visit_during(Outage())
        shell.stop()
    with station_app.running_station(made.counter) as (station, lanes):
        qt = station_app.application(Kind.COUNTER)
        devices = open_devices(made.counter, station)
        window = station_app.counter_shell(qt, station, lanes, devices, windowed=True)
        window.resize(*COUNTER_SIZE)
        window.start()
        AtCounter(tour, Hand(window, output), letter, made, station).serve()
        window.stop()
