"""`guichet central upkeep`: what a timer runs each night, after the backup."""

from dataclasses import asdict
from datetime import UTC, datetime

import typer

from desktop.central.cli.saying import Data, Json, opened, say
from desktop.central.upkeep import tidy

app = typer.Typer()


@app.command()
def upkeep(data: Data, as_json: Json = False) -> None:
    """Let go of what nobody can need any more: run it each night, after the backup."""
    with opened(data) as store:
        done = tidy(store, datetime.now(UTC))
    sentence = (
        f"Let go: {done.tombstones:,} marks of deleted rows, {done.files:,} files that nothing names, "
        f"{done.assertions:,} old proofs, {done.snapshots:,} old bootstraps."
    )
    say(asdict(done), [sentence], as_json=as_json)
