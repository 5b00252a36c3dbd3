"""`guichet central landlord …`: who the landlord is, as its papers name it."""

from pathlib import Path
from typing import Annotated

import typer

from desktop.central.cli.options import GROUP, Json

landlord_commands = typer.Typer(
    no_args_is_help=True, context_settings=GROUP, help="The landlord, as its papers name it."
)
app = typer.Typer()
app.add_typer(landlord_commands, name="landlord")


@landlord_commands.command()
def example(
    file: Annotated[Path, typer.Argument(help="Where to write it, such as landlord.toml.")],
    as_json: Json = False,
) -> None:
    """Write a description of a landlord to fill in."""
    from desktop.central.cli.saying import say
    from desktop.central.landlord import write_example

    write_example(file)
    say(
        {"file": str(file)},
        [f"Fill in {file}, then: guichet central init --landlord {file}"],
        as_json=as_json,
    )
