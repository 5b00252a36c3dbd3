"""`guichet central parked|quarantine|revoke|readmit`: what only an administrator can decide."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from desktop.central.cli.options import GROUP, By, Data, Json

app = typer.Typer()
parked_commands = typer.Typer(
    no_args_is_help=True, context_settings=GROUP, help="Commands that broke and were put aside."
)
held_commands = typer.Typer(
    no_args_is_help=True, context_settings=GROUP, help="Commands of stations that were revoked."
)
app.add_typer(parked_commands, name="parked")
app.add_typer(held_commands, name="quarantine")

Keys = Annotated[list[str] | None, typer.Argument(help="Their keys, or how these begin; all when none.")]
Reason = Annotated[str, typer.Option(help="Why, in words the station's staff will read.")]


@parked_commands.command("list")
def list_parked(data: Data, as_json: Json = False) -> None:
    """Show what was put aside: who did what, when, for how much, and why it could not be done."""
    from desktop.central.cli.held import print_held
    from desktop.central.cli.saying import opened, say
    from desktop.central.commands import parked

    with opened(data) as store:
        found = parked.listed(store)
    if as_json or not found:
        say(found, ["Nothing is parked."], as_json=as_json)
        return
    print_held(found)


@parked_commands.command("replay")
def replay_parked(data: Data, by: By, keys: Keys = None, as_json: Json = False) -> None:
    """Do these commands now, each once: after what broke them was corrected."""
    from desktop.central.cli.held import outcome
    from desktop.central.cli.saying import changing, quoted, say
    from desktop.central.commands import parked

    with changing(data) as store:
        done = {}
        for key in keys or [command.key for command in parked.listed(store)]:
            (result,) = parked.replay(store, key, by, datetime.now(UTC)).results
            done[result.key.hex()] = outcome(result.status, result.code)
    words = [f"{key}: {quoted(word)}" for key, word in done.items()] or ["Nothing is parked."]
    say(done, words, as_json=as_json)


@parked_commands.command("reject")
def reject_parked(
    data: Data, by: By, reason: Reason, key: Annotated[str, typer.Argument()], as_json: Json = False
) -> None:
    """End a command without doing it. Money that was taken is then booked nowhere: correct it by hand."""
    from desktop.central.cli.saying import changing, quoted, say
    from desktop.central.commands import parked

    with changing(data) as store:
        parked.reject(store, key, reason, by, datetime.now(UTC))
    sentences = [
        f"{quoted(key)} is refused for ever; its station shows why.",
        "If money was taken for it, book it by hand.",
    ]
    say({"rejected": key}, sentences, as_json=as_json)


@held_commands.command("list")
def list_held(
    data: Data,
    everything: Annotated[bool, typer.Option("--all", help="Also what was decided.")] = False,
    as_json: Json = False,
) -> None:
    """Show what revoked stations handed over, and nobody has decided yet."""
    from desktop.central.cli.held import print_held
    from desktop.central.cli.saying import opened, say
    from desktop.central.stations import quarantine

    with opened(data) as store:
        found = quarantine.listed(store, everything=everything)
    if as_json or not found:
        say(found, ["Nothing is in quarantine."], as_json=as_json)
        return
    print_held(found)


@held_commands.command("accept")
def accept_held(data: Data, by: By, keys: Keys = None, as_json: Json = False) -> None:
    """Do these commands, each once, as if their station had sent them in time."""
    from desktop.central.cli.held import outcome
    from desktop.central.cli.saying import changing, quoted, say
    from desktop.central.stations import quarantine
    from desktop.services.command import Status

    with changing(data) as store:
        results = quarantine.accept(store, keys or [], by, datetime.now(UTC))
    done = {result.key.hex(): outcome(result.status, result.code) for result in results}
    words = [f"{key}: {quoted(word)}" for key, word in done.items()] or ["Nothing is in quarantine."]
    say(done, words, as_json=as_json)
    if results and results[-1].status == Status.RETRY:
        raise typer.Exit(1)


@held_commands.command("reject")
def reject_held(data: Data, by: By, reason: Reason, keys: Keys = None, as_json: Json = False) -> None:
    """Decide that these commands are not done; they stay on record with the reason."""
    from desktop.central.cli.saying import changing, say
    from desktop.central.stations import quarantine

    with changing(data) as store:
        count = quarantine.reject(store, keys or [], reason, by, datetime.now(UTC))
    say({"rejected": count}, [f"{count} commands are refused and stay on record."], as_json=as_json)


@app.command()
def revoke(
    data: Data,
    device: Annotated[str, typer.Option(help="The station's code, AG02-K01.")],
    as_json: Json = False,
) -> None:
    """Shut a station out: lost, stolen or retired. What it still holds goes to quarantine."""
    from desktop.central.cli.saying import changing, quoted, say
    from desktop.central.stations import quarantine

    with changing(data) as store:
        revoked = quarantine.revoke(store, device)
    sentences = [
        f"{quoted(revoked.code)} may not speak to central any more. When it next tries, it hands over "
        "what it holds (guichet central quarantine list) and erases its copy of the agency's files.",
    ]
    say({"revoked": revoked.code}, sentences, as_json=as_json)


@app.command()
def readmit(
    data: Data,
    device: Annotated[str, typer.Option(help="The code of the station; without it, who asks.")] = "",
    everybody: Annotated[bool, typer.Option("--all", help="All who ask; look at them first.")] = False,
    as_json: Json = False,
) -> None:
    """Let in again a station that a restored central does not know for sure: it asks by itself."""
    from desktop.central.cli.saying import changing, quoted, say
    from desktop.central.stations import readmission

    with changing(data) as store:
        asking = readmission.listed(store)
        codes = [one.code for one in asking] if everybody else [device] if device else []
        known = [readmission.accept(store, code) for code in codes]
        words = [(one.code, "revoked: it stays shut out" if one.revoked else "known again") for one in known]
    if words:
        plain: dict[str, object] = {"readmitted": codes if everybody else device}
        say(plain, [f"{quoted(code)} is {word}." for code, word in words], as_json=as_json)
        return
    sentences = [
        f"{quoted(one.code)} ({quoted(one.kind)}, {quoted(one.name)}), "
        f"enrolled {one.enrolled_at:%Y-%m-%d %H:%M}, waits since {one.asked_at:%Y-%m-%d %H:%M}. "
        f"If it is still yours: guichet central readmit --device {quoted(one.code)}"
        for one in asking
    ]
    say(asking, sentences or ["No station asks to be let in again."], as_json=as_json)
