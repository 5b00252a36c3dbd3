"""A second factor is shown, then proven, and only then takes the place of the one before."""

import csv
import io
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import segno
import typer

from desktop.central import staff
from desktop.central.cli.saying import say
from desktop.central.store import Store
from desktop.errors import Invalid, Refused
from desktop.security.totp import matching_step, new_secret

TRIES = 3


def show(address: str, secret: str) -> None:
    """The code to scan where the terminal can show it, and always the secret in letters."""
    drawn = io.StringIO()
    segno.make(address).terminal(drawn, compact=True)
    said = ["Scan once with an authenticator application, or type this secret into it:", f"[b]{secret}[/b]"]
    try:
        drawn.getvalue().encode(sys.stdout.encoding or "ascii")
        sys.stdout.write(drawn.getvalue())
    except UnicodeEncodeError:
        said.insert(0, "This terminal cannot show the code to scan.")
    say(None, said, as_json=False)
    sys.stdout.flush()


def renew(store: Store, login: str, *, as_json: bool, unproven: bool) -> None:
    """Of one person. Where a code cannot be typed nothing is proven, but it is shown before all the same.

    Raises Refused("staff_unknown"), Invalid("code", "factor_not_proven"): then the old one holds.
    """
    with store.database.read() as session:
        member = staff.member_called(session, login).id
    secret = new_secret()
    address = staff.factor_uri(store, member, secret)
    if as_json:
        say({"login": member, "totp_uri": address, "totp_secret": secret}, [], as_json=True)
        sys.stdout.flush()
    else:
        show(address, secret)
    staff.give_factor(store, member, secret, 0 if unproven else _proven(secret))
    if not as_json:
        say(None, [f"From now on this is the second factor of [b]{member}[/b]."], as_json=False)


def renew_all(store: Store, to: Path, *, as_json: bool) -> None:
    """Of everybody who works here: written to a file first, for its owner alone, and only then given.

    Raises Refused: file_there, file_not_written; then the old ones hold.
    """
    members = [each for each in staff.listed(store) if each.active]
    made = [(each, new_secret()) for each in members]
    _write(store, to, made)
    for each, secret in made:
        staff.give_factor(store, each.login, secret)
    sentence = (
        f"{len(made)} second factors are renewed. Hand them out from {to}, one by one, then destroy it: "
        "who holds it can pass for anybody in it."
    )
    say({"renewed": [each.login for each in members], "file": str(to)}, [sentence], as_json=as_json)


def _proven(secret: str) -> int:
    """The step of the code that the person reads on their telephone."""
    for _ in range(TRIES):
        typed = typer.prompt("The code that the application shows now")
        step = matching_step(secret, typed, datetime.now(UTC), 0)
        if step is not None:
            return step
    raise Invalid("code", "factor_not_proven")


def _write(store: Store, to: Path, made: list[tuple[staff.Member, str]]) -> None:
    try:
        handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file, delimiter=";")
            out.writerow(["identifiant", "nom", "agence", "secret", "adresse"])
            for each, secret in made:
                address = staff.factor_uri(store, each.login, secret)
                out.writerow([each.login, each.name, each.agency, secret, address])
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise Refused("file_there", file=str(to)) from error
    except OSError as error:
        raise Refused("file_not_written", file=str(to), reason=error.strerror or str(error)) from error
