"""`guichet central parameters …`: legal and house amounts, each from a day on."""

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from desktop.central.cli.options import GROUP, Data, Json

parameter_commands = typer.Typer(
    no_args_is_help=True, context_settings=GROUP, help="Legal and house amounts, each from a day on."
)
app = typer.Typer()
app.add_typer(parameter_commands, name="parameters")


@parameter_commands.command("list")
def list_(data: Data, as_json: Json = False) -> None:
    """Show all values that were, are and will be; those that hold today are marked."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from desktop.central import parameters
    from desktop.central.cli.saying import opened, say

    with opened(data) as store:
        found = parameters.listed(store, _today())
    if as_json:
        say(found, [], as_json=True)
        return
    table = Table("parameter", "from", "value", "", "source", box=None)
    for one in found:
        mark = "holds" if one.in_force else ""
        table.add_row(one.key, one.valid_from.isoformat(), f"{one.value}", mark, escape(one.source))
    Console(soft_wrap=True).print(table)


@parameter_commands.command("set")
def set_(
    *,
    data: Data,
    name: Annotated[str, typer.Argument(help="As `list` shows it; its unit ends its name.")],
    value: Annotated[int, typer.Argument()],
    from_: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="Its first day.")],
    source: Annotated[str, typer.Option(help="The law, or whose decision.")],
    as_json: Json = False,
) -> None:
    """Set a value from a day on: what holds until then, and what was judged by it, stays."""
    from desktop.central import parameters
    from desktop.central.cli.saying import changing, say
    from desktop.rules.parameters import Parameter

    wanted = Parameter(name, from_.date(), value, source)
    with changing(data) as store:
        parameters.set_value(store, wanted, _today())
    sentence = f"From {wanted.valid_from:%d %B %Y} on, {name} is {value}. Stations hear of it by themselves."
    say({"parameter": wanted}, [sentence], as_json=as_json)


def _today() -> date:
    from desktop.services.days import local_day

    return local_day(datetime.now(UTC))
