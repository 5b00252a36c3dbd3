"""How commands that wait for somebody's decision are printed, and what came of a decision."""

from rich.console import Console
from rich.table import Table

from desktop.central.cli.saying import quoted
from desktop.central.commands.parked import ParkedCommand
from desktop.central.stations.quarantine import Held
from desktop.central.warnings import Unsettled
from desktop.services.command import Status


def print_held(found: list[ParkedCommand] | list[Held] | list[Unsettled]) -> None:
    table = Table("when", "station", "who", "what", "amount", "lease", "why", "key", box=None)
    for one in found:
        cents = one.amount_cents
        amount = "" if cents is None else f"{cents / 100:,.2f} EUR"
        why = one.state if isinstance(one, Held) else _why(one)
        when = f"{one.occurred_at:%Y-%m-%d %H:%M}"
        said = (when, one.station, one.actor, one.kind, amount, one.lease, why, one.key)
        table.add_row(*map(quoted, said))
    Console(soft_wrap=True).print(table)


def _why(one: ParkedCommand | Unsettled) -> str:
    attempts = one.attempts if isinstance(one, ParkedCommand) else 0
    return f"{one.reason}, {attempts} tries" if attempts else one.reason


def outcome(status: int, code: str | None) -> str:
    words = {
        Status.APPLIED: "done",
        Status.NOOP: "done before",
        Status.APPLIED_WITH_WARNING: f"done, with a warning for staff: {code}",
        Status.REJECTED: f"refused: {code}",
        Status.DEFERRED: f"put aside ({code}): guichet central parked list",
    }
    return words.get(Status(status), "not done: it breaks its service; correct that first")
