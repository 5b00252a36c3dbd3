"""`guichet central audit`: who did what on the server, and who saw whose file."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from desktop.central.cli.options import Data, Json

app = typer.Typer()


@app.command()
def audit(
    data: Data,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From this day on, in UTC.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show what was written down: nobody can change it, and a rule alone lets it go."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from desktop.central.administration import entries
    from desktop.central.cli.saying import opened, say

    with opened(data) as store:
        found = entries(store, since.replace(tzinfo=UTC) if since else None)
    said = [
        {
            "at": each.at,
            "actor": each.actor,
            "action": each.action,
            "subject": each.subject,
            "reason": each.reason,
            "agency": each.scope,
            "from": each.device_id,
        }
        for each in found
    ]
    if as_json:
        say(said, [], as_json=True)
        return
    table = Table("when", "who", "what", "about", "why", "agency", "from", box=None)
    for column in table.columns:
        column.overflow = "fold"
    for each in found:
        words = (each.actor, each.action, each.subject, each.reason, each.scope, each.device_id)
        table.add_row(f"{each.at:%Y-%m-%d %H:%M}", *map(escape, words))
    Console(soft_wrap=True).print(table)
