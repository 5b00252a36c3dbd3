"""A station of its own process, with a card charge or a print under way: `under_way FOLDER charge|print`."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from desktop import app as program
from desktop.hardware.card_terminal import ChargeStep
from desktop.hardware.configuration import open_card_terminal
from desktop.hardware.printer import PrintDetail, PrintOutcome, PrintResult, PrintStep
from desktop.services.payments.card_charges import StartCharge
from desktop.station.charging import charge_card
from desktop.station.papers import MadePaper, hand_over
from desktop.station.station import Station
from tests.sync.visits import CLAIRE, a_lease, balance

CARD_SECONDS = 0.2


class SlowPrinter:
    """A paper takes its time: as long as who hears of it wants."""

    def print_pdf(self, _pdf: bytes, _title: str, report: Callable[[PrintStep], None]) -> PrintResult:
        report(PrintStep.PRINTING)
        return PrintResult(PrintOutcome.PRINTED, PrintDetail.COMPLETED)


def say(step: object) -> None:
    """To who started this, whose word it waits for."""
    if step in {ChargeStep.PRESENT_CARD, PrintStep.PRINTING}:
        sys.stdout.write("under way\n")
        sys.stdout.flush()
        sys.stdin.readline()


def charge(station: Station) -> object:
    """A card that is presented after a while."""
    lease = a_lease(station)
    command = StartCharge(
        lease_id=lease,
        amount_cents=1_000,
        balance_seen_cents=balance(station, lease),
        accept_credit=True,
    )
    terminal = open_card_terminal("simulator", card_seconds=CARD_SECONDS)
    return charge_card(station, terminal, command, CLAIRE, say)


def print_one(station: Station) -> object:
    """A paper that comes out after a while."""
    made = MadePaper(b"%PDF-1.7", "payment_receipt", a_lease(station), "r1", "1")
    return hand_over(station, SlowPrinter(), made, CLAIRE, say)


def main(folder: str, what: str) -> int:
    """Opens the counter's window and begins."""
    work, shell_of = {"charge": charge, "print": print_one}[what], program.counter_shell

    def shell(app: Any, station: Station, lanes: program.Lanes, devices: Any, *, windowed: bool) -> Any:
        # What an earlier run left open is settled first, as it is before any person can begin something.
        begin = partial(lanes.terminal.run, partial(work, station), lambda _outcome: None)
        lanes.cache.run(lambda: None, lambda _settled: begin())
        return shell_of(app, station, lanes, devices, windowed=windowed)

    program.counter_shell = shell
    return program.run_counter(Path(folder), windowed=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
