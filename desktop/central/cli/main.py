"""`guichet central …`: what an administrator types on the server.

Only what `--help` shows is imported here and beside; each command imports what it does.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from desktop.central.cli import audit as cli_audit
from desktop.central.cli import backup as cli_backup
from desktop.central.cli import books as cli_books
from desktop.central.cli import decisions as cli_decisions
from desktop.central.cli import landlord as cli_landlord
from desktop.central.cli import parameters as cli_parameters
from desktop.central.cli import staff as cli_staff
from desktop.central.cli import upkeep as cli_upkeep
from desktop.central.cli import warnings as cli_warnings
from desktop.central.cli.options import GROUP, Data, Json

app = typer.Typer(
    no_args_is_help=True,
    context_settings=GROUP,
    rich_markup_mode=None,
    help="The central server: make it, feed it, let stations and staff in.",
)
app.add_typer(cli_backup.app)
app.add_typer(cli_books.app)
app.add_typer(cli_decisions.app)
app.add_typer(cli_landlord.app)
app.add_typer(cli_parameters.app)
app.add_typer(cli_staff.app)
app.add_typer(cli_audit.app)
app.add_typer(cli_upkeep.app)
app.add_typer(cli_warnings.app)


@app.command()
def init(
    data: Data,
    landlord: Annotated[Path | None, typer.Option(help="The landlord, as a TOML file.")] = None,
    demonstration: Annotated[
        bool, typer.Option("--demonstration", help="An invented landlord, whose papers are worth nothing.")
    ] = False,
    database: Annotated[
        str,
        typer.Option(
            help="postgresql+psycopg://user@host/name, instead of a file in the folder. Better without "
            "its password: PGPASSWORD or PGPASSFILE are looked at each time."
        ),
    ] = "",
    as_json: Json = False,
) -> None:
    """Make a new central in an empty folder. Broken off, it is typed again."""
    from desktop.central.cli.saying import say
    from desktop.central.landlord import chosen_landlord, read_house_parameters
    from desktop.central.store import init_store

    chosen = chosen_landlord(landlord, demonstration=demonstration)
    store = init_store(data, chosen, read_house_parameters(), database)
    store.database.close()
    name = store.settings.landlord
    result = {"folder": str(data), "landlord": name, "demonstration": demonstration}
    sentences = [f"Central of [b]{name}[/b] made in {data}."]
    if demonstration:
        sentences.append("It is a demonstration: all its papers say that they are worth nothing.")
    say(result, sentences, as_json=as_json)


@app.command("import")
def import_(
    folder: Annotated[Path, typer.Argument(help="The folder of the night's ERP export.")],
    data: Data,
    report: Annotated[Path | None, typer.Option(help="Where to write rejected lines, as CSV.")] = None,
    encoding: Annotated[str, typer.Option(help="cp1252, iso-8859-15, macroman, utf-8, utf-16.")] = "",
    as_json: Json = False,
) -> None:
    """Import a night's ERP export. Lines that cannot be taken are named; the rest goes in.

    It ends with 0 when every line was taken, 1 when nothing could be done, 2 when it was asked wrongly, 3
    when lines were rejected, 4 when a file is missing, was refused whole, or lost all its lines. Screens
    then go on saying of which night the accounts are.
    """
    from desktop.central.cli.night import bar_for, import_night, print_report
    from desktop.central.cli.saying import changing, say
    from desktop.central.importers.encoding import NAMES

    if encoding and encoding.lower() not in NAMES:
        raise typer.BadParameter(f"one of {', '.join(NAMES)}", param_hint="--encoding")
    with changing(data) as store, bar_for(hidden=as_json) as progress:
        done = import_night(store, folder, progress, NAMES.get(encoding.lower(), ""))
    done.write_report(report or data / "rejets.csv")
    if as_json:
        say(done.as_plain(), [], as_json=True)
    else:
        print_report(done, report or data / "rejets.csv")
    raise typer.Exit(done.status)


@app.command()
def enrol(
    data: Data,
    kind: Annotated[str, typer.Option(help="kiosk or counter.")],
    agency: Annotated[str, typer.Option(help="The ERP's code of the agency.")],
    name: Annotated[str, typer.Option(help="What people call the station.")] = "",
    as_json: Json = False,
) -> None:
    """Print a one-time code with which one station may enrol."""
    from desktop.central.cli.saying import changing, say
    from desktop.central.stations import devices

    now = datetime.now(UTC)
    with changing(data) as store:
        code = devices.offer(store, kind, agency, name or kind, now)
        minutes = devices.code_minutes(store, now)
    said = f"One-time code, good for {minutes} minutes: [b]{code}[/b]"
    say({"code": code, "minutes": minutes}, [said], as_json=as_json)


@app.command()
def serve(
    data: Data,
    host: Annotated[str, typer.Option()] = "127.0.0.1",
    port: Annotated[int, typer.Option()] = 8620,
    certificate: Annotated[Path | None, typer.Option(help="TLS certificate chain (PEM).")] = None,
    private_key: Annotated[Path | None, typer.Option(help="TLS private key (PEM).")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that serve; PostgreSQL only.")] = 1,
) -> None:
    """Serve stations until interrupted. Beyond this machine stations enrol over TLS only."""
    from desktop.central.backups import guard
    from desktop.central.cli.night import finish_night
    from desktop.central.cli.saying import opened, quoted, say
    from desktop.central.commands import parked
    from desktop.central.listening import Endpoint
    from desktop.central.order import put_in_order
    from desktop.central.server import Server
    from desktop.central.workers import serve_with_workers

    endpoint = Endpoint(host, port, certificate, private_key)
    with opened(data) as store, guard.serving(store):
        put_in_order(store)
        finish_night(store)
        parked.catch_up(store, datetime.now(UTC))
        if workers > 1:
            serve_with_workers(store, endpoint, workers)
            return
        server = Server(store, endpoint)
        landlord = quoted(store.settings.landlord)
        say(None, [f"Central of [b]{landlord}[/b] at {server.url} (Ctrl+C ends it)"], as_json=False)
        server.run()
