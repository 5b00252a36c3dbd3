"""`guichet central upkeep|renumber|quotas`: what a timer runs, what puts numbers right, who asks too much."""

from dataclasses import asdict
from datetime import UTC, datetime

import typer

from desktop.central.cli.options import By, Data, Json

app = typer.Typer()


@app.command()
def upkeep(data: Data, as_json: Json = False) -> None:
    """Let go of what nobody can need any more: run it each night, after the backup."""
    from desktop.central.cli.saying import opened, say
    from desktop.central.upkeep import tidy

    with opened(data) as store:
        done = tidy(store, datetime.now(UTC))
    sentence = (
        f"Let go: {done.tombstones:,} marks of deleted rows, {done.files:,} files that nothing names, "
        f"{done.assertions:,} old proofs, {done.snapshots:,} old bootstraps."
    )
    say(asdict(done), [sentence], as_json=as_json)


@app.command()
def renumber(data: Data, by: By, as_json: Json = False) -> None:
    """Give each receipt a number of its own, where central's log says that some bear one number twice."""
    from desktop.central.cli.saying import changing, say
    from desktop.central.renumber import renumber as give_own_numbers

    with changing(data) as store:
        done = give_own_numbers(store, by, datetime.now(UTC))
    words = [f"{one.was}: the receipt printed as {one.printed} is {one.now} from now on." for one in done]
    say(done, words or ["No two receipts bear one number."], as_json=as_json)


@app.command()
def quotas(data: Data, as_json: Json = False) -> None:
    """Show which stations were refused more than their share of central, and of what."""
    from rich.console import Console
    from rich.table import Table

    from desktop.central.cli.saying import opened, quoted, say
    from desktop.central.quotas import overdrawn

    with opened(data) as store:
        found = overdrawn(store)
    if as_json or not found:
        say(found, ["No station was refused anything."], as_json=as_json)
        return
    table = Table("station", "of what", "used", "most", "last refused", "refusals", box=None)
    for one in found:
        when = f"{one.refused_at:%Y-%m-%d %H:%M}"
        table.add_row(*map(quoted, (one.station, one.share, one.used, one.most or "", when, one.refusals)))
    Console(soft_wrap=True).print(table)
