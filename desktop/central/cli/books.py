"""`guichet central export|matches`: payments on their way to the landlord's accounts, and back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from desktop.central.cli.options import GROUP, Data, Json

app = typer.Typer()
matches = typer.Typer(
    no_args_is_help=True,
    context_settings=GROUP,
    help="Which lines of the landlord's accounts are payments of ours.",
)
app.add_typer(matches, name="matches")


@app.command("export")
def export_payments(
    folder: Annotated[Path, typer.Argument(help="Where the accountant's software looks for files.")],
    data: Data,
    again: Annotated[int, typer.Option(help="Write the file of this number once more, as it was.")] = 0,
    as_json: Json = False,
) -> None:
    """Write the payments that no file holds yet, each once, with a manifest. Cut off, it is typed again.

    Payments go out from the day on which the parameter payments_exported is 1.
    """
    from desktop.central.cli.saying import changing, say
    from desktop.central.exporters.export import export, export_again

    now = datetime.now(UTC)
    with changing(data) as store:
        done = [export_again(store, again, folder, now)] if again else export(store, folder, now)
    sentences = [
        f"{each.file}: {each.lines:,} lines, {each.total_cents / 100:,.2f} EUR in all" for each in done
    ]
    say(done, sentences or ["No payment waits for an export."], as_json=as_json)


@matches.command("list")
def list_matches(data: Data, as_json: Json = False) -> None:
    """Show how much is where, and what a person must look at."""
    from desktop.central.cli.saying import opened, quoted, say
    from desktop.central.matches.listed import books

    with opened(data) as store:
        found = books(store)
    sentences = [f"{state}: {cents / 100:,.2f} EUR" for state, cents in found.sums.items()]
    sentences += [
        quoted(
            f"{one.taken_on} {one.lease} {one.means} {one.cents / 100:,.2f} EUR, "
            f"receipt {one.reference}: {why}"
        )
        for one in found.to_check
        for why in one.lines or ["a warning stands against it"]
    ]
    say(found, sentences, as_json=as_json)
