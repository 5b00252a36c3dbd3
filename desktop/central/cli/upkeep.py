"""`guichet central upkeep|renumber`: what a timer runs each night, and what puts receipts' numbers right."""

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
