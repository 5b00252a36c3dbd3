"""The command line: stations, `guichet station …`, `guichet central …`, `guichet self-check`, `guichet demo`.

Only what help shows is imported here, since help must come at once; each command imports what it does.
"""

import shlex
import sys
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from desktop.central.cli.main import app as central_commands
from desktop.central.cli.options import GROUP
from desktop.errors import GuichetError
from desktop.legible import legible

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    context_settings=GROUP,
    rich_markup_mode=None,  # plain help: colours cost more than all the rest of it
    pretty_exceptions_enable=False,
    help="Guichet, for the agencies of a social landlord.",
)
devices = typer.Typer(
    no_args_is_help=True, context_settings=GROUP, rich_markup_mode=None, help="This station's devices."
)
app.add_typer(devices, name="station")
Data = Annotated[Path, typer.Option("--data", help="The station's folder.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result for a program to read.")]
Windowed = Annotated[bool, typer.Option(help="In a window instead of the full screen.")]


@app.command()
def enrol(
    central: Annotated[str, typer.Option(help="The address of central, https://…")],
    code: Annotated[str, typer.Option(help="The one-time code from `guichet central enrol`.")],
    data: Data,
    ca_file: Annotated[
        str | None, typer.Option(help="The landlord's own certificate authority (PEM).")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make this folder a station of the landlord."""
    import msgspec
    from rich.console import Console

    from desktop.station.enrolment import enrol as enrol_station
    from desktop.station.fitting import lacking

    settings = enrol_station(data, central, code, ca_file)
    if as_json:
        sys.stdout.write(msgspec.json.encode(settings).decode() + "\n")
    else:
        Console().print(
            f"This is now [b]{settings.device_code}[/b], a {settings.kind} of {settings.agency_id}."
        )
        _advise(data, lacking(settings))


def _advise(data: Path, lacking: tuple[str, ...]) -> None:
    """Says what to type, as it can be typed."""
    for device in lacking:
        typer.echo(_ADVICE[device].format(station=f"guichet station set --data {shlex.quote(str(data))}"))


_ADVICE = {
    "terminal": "No terminal is set, so no card is taken: {station} --terminal caisse_ap:ADDRESS",
    "printer": "No printer is set, so no paper is offered here: {station} --printer cups:QUEUE",
    "photos": "No photo folder is set, so no photo goes with a request: {station} --photos FOLDER",
}
STANDINGS = {
    "ready": "answers",
    "busy": "answers, and is at work",
    "check_idle": "answers; look at its screen, its last charge ended in doubt",
    "absent": "there is none",
    "demonstration": "for demonstrations",
    "unreachable": "does not answer: is it switched on, and is the address right?",
    "print_server_unreachable": "the print server (CUPS) does not answer",
    "queue_unknown": "the print server knows no such queue: `lpstat -e` lists them",
    "queue_closed": "the queue takes no papers: `cupsaccept` opens it",
    "queue_stopped": "the queue is stopped: `cupsenable` starts it",
    "print_refused": "the print server refuses to say: does the queue ask for a password?",
    "folder_missing": "this folder cannot be read",
    "kind_unknown": "of a kind that this Guichet does not know",
    "not_configured": "its queue is not named",
    "address_not_numeric": "its address is not in figures",
    "address_not_allowed": "its address is outside the agency's own network",
    "port_out_of_range": "its port does not lie between 1 and 65535",
}


@devices.command()
def show(data: Data, as_json: Json = False) -> None:
    """Say which devices are set, and whether each answers now."""
    import msgspec

    from desktop.station.fitting import fittings

    found = fittings(data)
    if as_json:
        sys.stdout.write(msgspec.json.encode(found).decode() + "\n")
        return
    for each in found:
        typer.echo(f"{each.device}: {each.set_to} ({STANDINGS.get(each.standing, each.standing)})")


@devices.command(name="set")
def set_devices(
    data: Data,
    terminal: Annotated[
        str | None, typer.Option(help="none, caisse_ap:ADDRESS[:PORT] or, for a demonstration, simulator.")
    ] = None,
    printer: Annotated[
        str | None, typer.Option(help="none, cups:QUEUE or, for a demonstration, folder.")
    ] = None,
    photos: Annotated[str | None, typer.Option(help="none, or the folder in which photos appear.")] = None,
) -> None:
    """Change devices; what is not named stays. It counts from the station's next start."""
    from desktop.station.fitting import fit, lacking

    settings = fit(data, terminal=terminal, printer=printer, photos=photos)
    typer.echo("It is so from the station's next start.")
    _advise(data, lacking(settings))


@app.command()
def kiosk(data: Data, windowed: Windowed = False) -> None:
    """Open the tenants' kiosk."""
    from desktop.app import run_kiosk

    raise typer.Exit(run_kiosk(data, windowed=windowed))


@app.command()
def counter(data: Data, windowed: Windowed = False) -> None:
    """Open the front-desk agents' counter."""
    from desktop.app import run_counter

    raise typer.Exit(run_counter(data, windowed=windowed))


@app.command()
def demo(
    output: Annotated[Path, typer.Option(help="Where pictures and papers go.")] = Path("build/demo"),
) -> None:
    """Try everything at once: a central with sample data, a kiosk, a counter."""
    from desktop.demo.run import run_demo

    raise typer.Exit(run_demo(output))


@app.command()
def self_check(
    as_json: Json = False,
) -> None:
    """Say what this build holds, and try whether it works here. Status 1 when something does not."""
    import os

    import msgspec

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # an administrator's session may have no screen
    from desktop.self_check import self_check as checked

    findings = checked()
    if as_json:
        sys.stdout.write(msgspec.json.encode(findings).decode() + "\n")
    else:
        for what, found in msgspec.to_builtins(findings).items():
            if what != "failed":
                typer.echo(f"{what.replace('_', ' ')}: {', '.join(found)}")
        for failure in findings.failed:
            typer.echo(f"does not work: {failure.what}: {failure.why}", err=True)
    raise typer.Exit(1 if findings.failed else 0)


def run() -> None:
    """Does what was typed. Raises what the command raises."""
    add_central()
    app()


def explain(error: GuichetError) -> None:
    """Says in one sentence what went wrong, and what to do."""
    from rich.console import Console

    from desktop.central.cli.sentences import SENTENCES
    from desktop.station.sentences import SENTENCES as OF_STATIONS

    said = (OF_STATIONS | SENTENCES).get(error.code, f"This did not work: {legible(error.code)}.")
    facts = {name: legible(fact, longest=1_000) for name, fact in error.facts.items()}
    sentence = said.format_map(defaultdict(str, facts))
    Console(stderr=True).print(sentence, style="red", markup=False, highlight=False, soft_wrap=True)


@cache
def add_central() -> None:
    """Once. Stations are installed without central's libraries: then there is no `guichet central`."""
    if all(find_spec(library) for library in ("fastapi", "psycopg", "uvicorn")):
        app.add_typer(central_commands, name="central")
