"""`guichet central landlord …`: who the landlord is, as its papers name it."""

from pathlib import Path
from typing import Annotated

import typer

from desktop.central.cli.options import GROUP, Data, Json

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


@landlord_commands.command("show")
def show(data: Data, as_json: Json = False) -> None:
    """Show who the landlord is."""
    from rich.markup import escape

    from desktop.central.cli.saying import opened, say
    from desktop.central.landlord_row import shown

    with opened(data) as store:
        found = shown(store)
    words = [f"{name.replace('_', ' ')}: {escape(str(said))}" for name, said in found.items()]
    say(found, words, as_json=as_json)


@landlord_commands.command("set")
def set_(
    data: Data,
    file: Annotated[Path, typer.Argument(help="The landlord, as `example` writes it.")],
    as_json: Json = False,
) -> None:
    """Say anew who the landlord is: papers printed from now on name it so."""
    from desktop.central.cli.saying import changing, say
    from desktop.central.landlord import real_landlord
    from desktop.central.landlord_row import change

    wanted = real_landlord(file)
    with changing(data) as store:
        changed = change(store, wanted)
    words = "Nothing differs."
    if changed:
        words = f"Changed: {', '.join(changed)}. Papers printed from now on say so."
    say({"changed": changed}, [words], as_json=as_json)
