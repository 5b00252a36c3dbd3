"""`guichet central staff …`: who works here, with which password and second factor."""

from pathlib import Path
from typing import Annotated

import typer

from desktop.central.cli.options import GROUP, Data, Json
from desktop.rules.role import Role

staff_commands = typer.Typer(
    no_args_is_help=True, context_settings=GROUP, help="Staff: add, change, close, unlock, second factors."
)
app = typer.Typer()
app.add_typer(staff_commands, name="staff")

Login = Annotated[str, typer.Option(help="What they sign in with; capitals and accents make no difference.")]
PasswordFile = Annotated[Path | None, typer.Option(help="Read the password from this file.")]
Generate = Annotated[bool, typer.Option("--generate", help="Make a password, and print it once.")]


@staff_commands.command("list")
def list_(data: Data, as_json: Json = False) -> None:
    """Show who works here, who is locked out, who left."""
    from rich.console import Console
    from rich.table import Table

    from desktop.central import staff
    from desktop.central.cli.saying import opened, say

    with opened(data) as store:
        found = staff.listed(store)
    if as_json:
        say(found, [], as_json=True)
        return
    table = Table("login", "name", "role", "agency", "", "last sign-in", box=None)
    for one in found:
        states = ["" if one.active else "closed", "locked" if one.locked else ""]
        states += [f"same login as {', '.join(one.same_as)}: rename one"] if one.same_as else []
        last = f"{one.last_sign_in_at:%Y-%m-%d %H:%M}" if one.last_sign_in_at else "never"
        table.add_row(one.login, one.name, one.role, one.agency, ", ".join(filter(None, states)), last)
    Console(soft_wrap=True).print(table)


@staff_commands.command()
def add(
    *,
    data: Data,
    login: Login,
    name: Annotated[str, typer.Option()],
    agency: Annotated[str, typer.Option(help="The ERP's code of the agency.")],
    role: Annotated[str, typer.Option(help=", ".join(Role))] = Role.FRONT_DESK_AGENT,
    password_file: PasswordFile = None,
    generate: Generate = False,
    as_json: Json = False,
) -> None:
    """Add a member of staff. The password is typed twice, or made and printed once."""
    from desktop.central import staff
    from desktop.central.cli.passwords import chosen_password
    from desktop.central.cli.saying import changing, say
    from desktop.central.cli.second_factor import show

    password = chosen_password(password_file, login, name, generate=generate)
    with changing(data) as store:
        added = staff.add(store, login, name, role, agency, password)
    shown = {"password": password} if generate else {}
    result = {"login": added.login, "totp_uri": added.totp_uri, "totp_secret": added.totp_secret} | shown
    sentences = [f"[b]{name}[/b] may sign in as [b]{added.login}[/b]."]
    if generate:
        sentences.append(f"Password, shown this once: [b]{password}[/b]")
    say(result, sentences, as_json=as_json)
    if not as_json:
        show(added.totp_uri, added.totp_secret)


@staff_commands.command()
def change(
    *,
    data: Data,
    login: Login,
    name: Annotated[str | None, typer.Option()] = None,
    agency: Annotated[str | None, typer.Option(help="The ERP's code of the agency.")] = None,
    role: Annotated[str | None, typer.Option(help=", ".join(Role))] = None,
    password: Annotated[bool, typer.Option("--password", help="A new password, typed twice.")] = False,
    password_file: PasswordFile = None,
    generate: Generate = False,
    reopen: Annotated[bool, typer.Option("--reopen", help="Who was closed works here again.")] = False,
    as_json: Json = False,
) -> None:
    """Change a name, a role, an agency, a password. What was done before is judged by what they were then."""
    from desktop.central import staff
    from desktop.central.cli.passwords import chosen_password
    from desktop.central.cli.saying import changing, say

    with changing(data) as store:
        fresh = None
        if password or password_file or generate:
            with store.database.read() as session:
                known = staff.member_called(session, login).name
            fresh = chosen_password(password_file, login, name or known, generate=generate)
        done = staff.change(
            store,
            login,
            name=name,
            role=role,
            agency_id=agency,
            password=fresh,
            active=True if reopen else None,
        )
    sentences = [f"[b]{done}[/b] is changed; stations know within seconds, or when they are online again."]
    if generate:
        sentences.append(f"Password, shown this once: [b]{fresh}[/b]")
    say({"login": done} | ({"password": fresh} if generate else {}), sentences, as_json=as_json)


@staff_commands.command()
def close(data: Data, login: Login, as_json: Json = False) -> None:
    """Let somebody in no more, who left. What they did stays theirs."""
    from desktop.central import staff
    from desktop.central.cli.saying import changing, say

    with changing(data) as store:
        done = staff.change(store, login, active=False)
    sentence = f"[b]{done}[/b] signs in nowhere any more, as soon as each station has heard of it."
    say({"closed": done}, [sentence], as_json=as_json)


@staff_commands.command()
def unlock(
    data: Data,
    login: Login,
    reason: Annotated[str, typer.Option(help="How you know that it is they; kept in the audit.")],
    as_json: Json = False,
) -> None:
    """Let somebody try again who was locked out; an agency's manager can do it at the counter, too."""
    from desktop.central import staff
    from desktop.central.cli.saying import changing, say

    with changing(data) as store:
        done = staff.unlock(store, login, reason)
    say({"unlocked": done}, [f"[b]{done}[/b] may try again, with the same password."], as_json=as_json)


@staff_commands.command()
def factor(
    *,
    data: Data,
    login: Annotated[str, typer.Option(help="Whose second factor.")] = "",
    everybody: Annotated[bool, typer.Option("--all", help="Of everybody who works here.")] = False,
    to: Annotated[Path | None, typer.Option(help="With --all: the file to hand them out from.")] = None,
    unproven: Annotated[bool, typer.Option("--unproven", help="Their telephone is not here.")] = False,
    as_json: Json = False,
) -> None:
    """Give a new second factor: shown, proven by one code of it, and only then in the place of the old one.

    With --all for everybody at once: after a backup of before seeds were sealed, or a counter, was stolen.
    """
    from desktop.central.cli import second_factor
    from desktop.central.cli.saying import changing
    from desktop.errors import Refused

    if bool(login) == everybody or everybody != (to is not None):
        raise Refused("factor_of_whom")
    with changing(data) as store:
        if to is not None:
            second_factor.renew_all(store, to, as_json=as_json)
        else:
            second_factor.renew(store, login, as_json=as_json, unproven=unproven or as_json)
