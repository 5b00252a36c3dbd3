"""`guichet central backup|verify-backup|restore|restored|same-history`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.central.cli.options import Data, Json

if TYPE_CHECKING:
    from desktop.central.backups.prove import Proof
    from desktop.central.backups.restore import Restoration

app = typer.Typer()
From = Annotated[Path, typer.Option("--from", help="The folder of backups (its newest), or of one of them.")]


@app.command()
def backup(
    data: Data,
    to: Annotated[Path, typer.Option(help="The folder of backups; better on another disk.")],
    verify: Annotated[bool, typer.Option(help="Prove it at once; only then may stations let go.")] = True,
    as_json: Json = False,
) -> None:
    """Copy the whole central while it serves, then prove that the copy can be restored."""
    from desktop.central.backups.backup import back_up, key_place
    from desktop.central.backups.manifest import read_manifest
    from desktop.central.backups.prove import prove
    from desktop.central.cli.saying import opened, progress, say

    with opened(data) as store, progress(hidden=as_json) as report:
        made = back_up(store, to, datetime.now(UTC), report)
        proof = prove(made, store, report) if verify else None
        key = key_place(store)
    missing = read_manifest(made).missing
    sentences = [
        f"Backup made: {made}",
        _proven(proof) if proof else "It was not proven: run `guichet central verify-backup` on it.",
        f"[b]It cannot be opened without the vault's master key, which is not in it[/b]: {key}. "
        "Keep a copy of that key apart from the backups.",
        *_lost(missing),
    ]
    result = {"folder": str(made), "missing": missing, "key": key, "proof": _plain(proof)}
    say(result, sentences, as_json=as_json)


@app.command("verify-backup")
def verify_backup(data: Data, from_: From, as_json: Json = False) -> None:
    """Prove that a backup can be restored, and let stations drop what it holds."""
    from desktop.central.backups.backup import latest
    from desktop.central.backups.prove import prove
    from desktop.central.cli.saying import opened, progress, say

    found = latest(from_)
    with opened(data) as store, progress(hidden=as_json) as report:
        proof = prove(found, store, report)
    say({"folder": str(found), "proof": _plain(proof)}, [f"{found}: {_proven(proof)}"], as_json=as_json)


@app.command()
def restore(
    data: Data,
    from_: From,
    replace: Annotated[bool, typer.Option(help="Put it in the place of what is there, kept aside.")] = False,
    key: Annotated[Path | None, typer.Option(help="The vault's master key, as kept apart.")] = None,
    older: Annotated[bool, typer.Option(help="Though a newer one was proven: that one is lost.")] = False,
    as_json: Json = False,
) -> None:
    """Put a backup in the place of central. Stations then send again what it lacks."""
    from desktop.central.backups.backup import latest
    from desktop.central.backups.restore import restore as put_back
    from desktop.central.cli.saying import progress, say

    found = latest(from_)
    with progress(hidden=as_json) as report:
        done = put_back(found, data, datetime.now(UTC), report, replace=replace, key=key, older=older)
    result = {
        "folder": str(data),
        "made_at": done.made_at,
        "aside": done.aside,
        "missing": done.missing,
        "newest_proven": done.newest,
        "revoked": done.revoked,
        "waiting": done.waiting,
    }
    say(result, _what_next(data, done), as_json=as_json)


@app.command()
def restored(data: Data, as_json: Json = False) -> None:
    """Say that the database was restored by other means: stations send again what it lacks."""
    from desktop.central.backups import guard
    from desktop.central.cli.saying import opened, say

    with opened(data) as store, guard.only_one(data):
        guard.require_finished(data)
        found = guard.begin_new_epochs(store, datetime.now(UTC))
    sentence = (
        "Every agency begins a new epoch. Stations will fetch their agency anew and send what is lacking."
    )
    result = {"history": "new", "revoked": found.revoked, "waiting": found.waiting}
    say(result, [sentence, *_stations(data, found.revoked, found.waiting)], as_json=as_json)


@app.command("same-history")
def same_epochs(data: Data, as_json: Json = False) -> None:
    """Say that the database moved to another server and lost nothing (a switch to a replica)."""
    from desktop.central.backups import guard
    from desktop.central.cli.saying import opened, say

    with opened(data) as store, guard.only_one(data):
        guard.same_epochs(store)
    say(
        {"history": "same"},
        ["Understood: the epochs go on, nothing is lost. Central may serve."],
        as_json=as_json,
    )


def _proven(proof: "Proof") -> str:
    return (
        f"proven. It was put back in a scratch place: {proof.rows:,} rows and {proof.files:,} files are as "
        f"they were, {proof.links:,} links of the stations' chains hold. "
        "Stations may now let go of what it holds."
    )


def _plain(proof: "Proof | None") -> dict[str, Any] | None:
    if proof is None:
        return None
    return {"rows": proof.rows, "files": proof.files, "links": proof.links, "durable": proof.durable}


def _which_is_newest(done: "Restoration") -> str:
    if done.newest is None:
        return "No backup is known here that was ever proven, this one included."
    if done.newest.made_at == done.made_at:
        return "It is the newest proven backup known."
    when = f"{done.newest.made_at:%d %B %Y at %H:%M} UTC"
    if done.newest.made_at < done.made_at:
        return f"It was never proven; the newest proven one known is of {when}: {done.newest.folder}."
    return f"[red]A newer one was proven[/red], of {when}: {done.newest.folder}. What it held is lacking."


def _stations(data: Path, revoked: tuple[str, ...], waiting: tuple[str, ...]) -> list[str]:
    """What the register of stations, which lies outside the database, made of those in the backup."""
    said = []
    if revoked:
        said.append(f"Revoked since the backup, and shut out again: {', '.join(revoked)}.")
    if waiting:
        said.append(
            f"[b]These stations wait until you let them in[/b]: {', '.join(waiting)}. Nothing here tells "
            "whether they were revoked since the backup. They lose nothing meanwhile. Look at each, then: "
            f"guichet central readmit --data {data} --device CODE (or --all)"
        )
    return said


def _lost(missing: list[str] | tuple[str, ...]) -> list[str]:
    if not missing:
        return []
    return [f"[red]{len(missing)} files are lacking in central itself[/red], the first {missing[0]}."]


def _what_next(data: Path, done: "Restoration") -> list[str]:
    kept = f"What was there before is in {done.aside}." if done.aside else "Nothing was there before."
    return [
        f"Central is back in {data} as it was on {done.made_at:%d %B %Y at %H:%M} UTC. {kept}",
        _which_is_newest(done),
        *_lost(done.missing),
        *_stations(data, done.revoked, done.waiting),
        "What happens next:",
        f"  1. Start it: guichet central serve --data {data}",
        "  2. Stations notice by themselves. Each sends again, once, what was done since the backup: "
        "payments, requests, photos, activated accounts; and fetches its agency anew. "
        "Nobody has to do anything there.",
        "  3. Import the ERP's latest export again: it came after the backup.",
        "  4. Do again what was done on this server since then: staff added, passwords renewed.",
        "  5. Stations enrolled since then are not known any more: they ask to be let in again. Look "
        "before you enrol any other (guichet central readmit).",
    ]
