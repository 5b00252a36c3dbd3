"""`guichet central …`: what an administrator types on the server."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import segno
import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from desktop.central import staff as staff_members
from desktop.central.backups import guard
from desktop.central.cli import backup as cli_backup
from desktop.central.cli import decisions as cli_decisions
from desktop.central.cli import upkeep as cli_upkeep
from desktop.central.cli.saying import changing, opened
from desktop.central.importers.folder import finish_import, import_folder
from desktop.central.importers.progress import Progress as ImportProgress
from desktop.central.importers.report import ImportReport
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.server import Server
from desktop.central.stations import devices
from desktop.central.store import Store, init_store, open_store
from desktop.central.workers import Listening, serve_with_workers
from desktop.config import RESOURCES

app = typer.Typer(
    no_args_is_help=True, help="The central server: make it, feed it, let stations and staff in."
)
app.add_typer(cli_backup.app)
app.add_typer(cli_decisions.app)
app.add_typer(cli_upkeep.app)
Data = Annotated[Path, typer.Option("--data", help="Central's folder.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result for a program to read.")]
console = Console()


@app.command()
def init(
    data: Data,
    landlord: Annotated[Path | None, typer.Option(help="The landlord, as a TOML file.")] = None,
    database: Annotated[
        str,
        typer.Option(
            help="postgresql+psycopg://user@host/name, instead of a file in the folder. Better without "
            "its password: PGPASSWORD or PGPASSFILE are looked at each time."
        ),
    ] = "",
    as_json: Json = False,
) -> None:
    """Make a new central in an empty folder."""
    chosen = landlord or RESOURCES / "demo" / "landlord.toml"
    store = init_store(data, read_landlord(chosen), read_house_parameters(), database)
    _say(
        {"folder": str(store.folder), "landlord": store.settings.landlord},
        f"Central of [b]{store.settings.landlord}[/b] made in {store.folder}.",
        as_json,
    )


@app.command("import")
def import_(
    folder: Annotated[Path, typer.Argument(help="The folder of the night's ERP export.")],
    data: Data,
    report: Annotated[Path | None, typer.Option(help="Where to write rejected lines, as CSV.")] = None,
    as_json: Json = False,
) -> None:
    """Import a night's ERP export. Lines that cannot be taken are named; the rest goes in."""
    with changing(data) as store, bar_for(Console(stderr=True), hidden=as_json) as progress:
        done = import_night(store, folder, progress)
    done.write_report(report or data / "rejets.csv")
    if as_json:
        _print_json(done.as_plain())
    else:
        _print_report(done, report or data / "rejets.csv")


@app.command()
def enrol(
    data: Data,
    kind: Annotated[str, typer.Option(help="kiosk or counter.")],
    agency: Annotated[str, typer.Option(help="The ERP's code of the agency.")],
    name: Annotated[str, typer.Option(help="What people call the station.")] = "",
    as_json: Json = False,
) -> None:
    """Print a one-time code with which one station may enrol."""
    store, now = open_store(data), datetime.now(UTC)
    code = devices.offer(store, kind, agency, name or kind, now)
    minutes = devices.code_minutes(store, now)
    said = f"One-time code, good for {minutes} minutes: [b]{code}[/b]"
    _say({"code": code, "minutes": minutes}, said, as_json)


@app.command()
def staff(
    *,
    data: Data,
    login: Annotated[str, typer.Option()],
    name: Annotated[str, typer.Option()],
    agency: Annotated[str, typer.Option(help="The ERP's code of the agency.")],
    role: Annotated[str, typer.Option(help=", ".join(staff_members.ROLES))] = "front_desk_agent",
    password_file: Annotated[Path | None, typer.Option(help="Read the password from this file.")] = None,
    as_json: Json = False,
) -> None:
    """Add a member of staff, or renew a password and a second factor."""
    password = (
        password_file.read_text(encoding="utf-8").rstrip("\r\n")
        if password_file
        else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    )
    with changing(data) as store:
        added = staff_members.add(store, login, name, role, agency, password)
    if as_json:
        _print_json({"login": added.login, "totp_uri": added.totp_uri})
        return
    console.print(
        f"[b]{name}[/b] may sign in as [b]{login}[/b]. Scan once with an authenticator application:"
    )
    segno.make(added.totp_uri).terminal(sys.stdout, compact=True)
    console.print(added.totp_secret)


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
    scheme = "https" if certificate else "http"
    with opened(data) as store, guard.serving(store):
        finish_night(store)
        if workers > 1:
            serve_with_workers(store, Listening(host, port, certificate, private_key), workers)
            return
        where = f"{scheme}://{host}:{port}"
        console.print(f"Central of [b]{store.settings.landlord}[/b] at {where} (Ctrl+C ends it)")
        Server(store, host, port, certificate, private_key).run()


def import_night(store: Store, folder: Path, progress: Progress) -> ImportReport:
    """Imports `folder` while moving one bar over all its files."""
    bar = progress.add_task("", total=None)

    def report(step: ImportProgress) -> None:
        done = f"{step.file}: {step.rows or step.lines:,} {'rows in' if step.rows else 'lines'}"
        progress.update(bar, description=done, completed=step.bytes_done, total=step.bytes_total)

    now = datetime.now(UTC)
    return import_folder(store.database, store.vault.pepper, folder, now, report, store.folder)


def finish_night(store: Store) -> None:
    """Brings in what an import had staged when it broke off, before stations come."""
    done = finish_import(store, lambda _step: None)
    if done is not None:
        done.write_report(store.folder / "rejets.csv")
        _print_report(done, store.folder / "rejets.csv")


def bar_for(output: Console, *, hidden: bool = False) -> Progress:
    """A progress bar that leaves nothing behind when it is done."""
    columns = (TextColumn("{task.description:<32}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    return Progress(*columns, console=output, disable=hidden, transient=True)


def _print_report(done: ImportReport, rejects: Path) -> None:
    table = Table("file", *("read", "new", "changed", "unchanged", "rejected"), box=None)
    for file in done.files:
        counts = (file.read, file.new, file.changed, file.unchanged, file.rejected)
        table.add_row(file.name, *(f"{count:,}" for count in counts))
    console.print(table)
    for file in done.resumed:
        console.print(
            f"{file.name} of an import that had broken off: {file.new + file.changed:,} rows went in"
        )
    for file in done.files:
        if file.refused_reason:
            console.print(f"[red]{file.name} was refused whole: {file.refused_reason}[/red]")
    if done.rejections:
        console.print(f"{len(done.rejections)} lines were rejected; each is named in {rejects}")


def _say(result: dict[str, Any], sentence: str, as_json: bool) -> None:
    if as_json:
        _print_json(result)
    else:
        console.print(sentence)


def _print_json(result: Any) -> None:
    sys.stdout.write(msgspec.json.encode(result).decode() + "\n")
