"""The command line: stations, `guichet central …`, `guichet self-check`, `guichet demo`.

Only what help shows is imported here, since help must come at once; each command imports what it does.
"""

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
Data = Annotated[Path, typer.Option("--data", help="The station's folder.")]
Windowed = Annotated[bool, typer.Option(help="In a window instead of the full screen.")]


@app.command()
def enrol(
    central: Annotated[str, typer.Option(help="The address of central, https://…")],
    code: Annotated[str, typer.Option(help="The one-time code from `guichet central enrol`.")],
    data: Data,
    ca_file: Annotated[
        str | None, typer.Option(help="The landlord's own certificate authority (PEM).")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result for a program to read.")] = False,
) -> None:
    """Make this folder a station of the landlord."""
    import msgspec
    from rich.console import Console

    from desktop.station.enrolment import enrol as enrol_station

    settings = enrol_station(data, central, code, ca_file)
    if as_json:
        sys.stdout.write(msgspec.json.encode(settings).decode() + "\n")
    else:
        Console().print(
            f"This is now [b]{settings.device_code}[/b], a {settings.kind} of {settings.agency_id}."
        )


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
    as_json: Annotated[bool, typer.Option("--json", help="Print the result for a program to read.")] = False,
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
