"""`guichet central warnings`: what was booked although a rule stands against it."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from desktop.central.cli.options import GROUP, By, Data, Json

app = typer.Typer()
warnings = typer.Typer(
    no_args_is_help=True,
    context_settings=GROUP,
    help="What was booked although a rule stands against it, and a person must look into.",
)
app.add_typer(warnings, name="warnings")

Key = Annotated[str, typer.Argument(help="The warning's key, or how it begins.")]
Word = Annotated[str, typer.Option(help="What you found and did, for who reads it later.")]


@warnings.command("list")
def list_warnings(data: Data, as_json: Json = False) -> None:
    """Show what nobody has settled: who did what where, when, for how much, and what stands against it."""
    from desktop.central import warnings as raised
    from desktop.central.cli.held import print_held
    from desktop.central.cli.saying import opened, say

    with opened(data) as store:
        found = raised.listed(store)
    if as_json or not found:
        say(found, ["No warning waits for anybody."], as_json=as_json)
        return
    print_held(found)


@warnings.command("settle")
def settle_warning(data: Data, by: By, word: Word, key: Key, as_json: Json = False) -> None:
    """Confirm what a warning is about, in the place of the agency's manager: its payment then counts."""
    from desktop.central import warnings as raised
    from desktop.central.cli.saying import changing, say

    with changing(data) as store:
        settled = raised.settle(store, key, word, by, datetime.now(UTC))
    say({"settled": settled}, [f"{settled} is settled; your word stands beside it."], as_json=as_json)
