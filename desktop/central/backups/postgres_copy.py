"""The PostgreSQL database of central in a backup: dumped out of one picture, proven in a scratch database."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

from sqlalchemy import URL, text
from sqlalchemy.orm import Session

from desktop.central.backups.copying import first_free
from desktop.central.backups.manifest import BackupStep, Report
from desktop.disk import sync_file
from desktop.errors import Refused

FILE = "central.dump"
_DEBIAN = Path("/usr/lib/postgresql")


def copy_out(session: Session, target: Path, report: Report) -> None:
    """Dumps what `session` sees, while others write. Raises Refused: pg_tool_missing, pg_tool_failed."""
    report(BackupStep("database", 0, 1))
    snapshot = session.execute(text("SELECT pg_export_snapshot()")).scalar_one()
    url = session.get_bind().engine.url
    what = ("--format=custom", "--no-owner", "--exclude-schema=before_*")
    _run("pg_dump", url, *what, f"--snapshot={snapshot}", f"--file={target}")
    target.chmod(0o600)
    sync_file(target)
    report(BackupStep("database", 1, 1))


def put_back(source: Path, url: URL) -> None:
    """Fills the empty database at `url` from a dump, but for what an earlier restore set aside in it.

    Raises Refused: pg_tool_missing, pg_tool_failed.
    """
    how = ("--exit-on-error", "--no-owner", "--single-transaction", "--schema=public")
    _run("pg_restore", url, *how, str(source))


@contextmanager
def scratch(url: URL) -> Iterator[URL]:
    """An empty database beside the one at `url`, gone afterwards. Raises Refused("scratch_not_allowed")."""
    name = f"guichet_proof_{token_hex(6)}"
    _ask(url, f"CREATE DATABASE {name} TEMPLATE template0", "scratch_not_allowed")
    try:
        yield url.set(database=name)
    finally:
        _ask(url, f"DROP DATABASE {name} WITH (FORCE)", "scratch_not_dropped")


def set_aside(url: URL, wish: str) -> str:
    """Renames the schema that holds central's tables, and makes an empty one in its place.

    Its name is then `wish`, or `wish_2` and so on where that is taken already; it is returned.
    """
    schemas = {name for (name,) in _ask(url, "SELECT nspname FROM pg_namespace", "database_unreachable")}
    name = first_free(wish, "_", schemas.__contains__)
    _ask(url, f"ALTER SCHEMA public RENAME TO {name}; CREATE SCHEMA public", "database_not_set_aside")
    return name


def take_back(url: URL, name: str) -> None:
    """Undoes `set_aside`."""
    _ask(url, f"DROP SCHEMA public CASCADE; ALTER SCHEMA {name} RENAME TO public", "database_not_set_aside")


def is_empty(url: URL) -> bool:
    """Whether the database holds no table yet."""
    found = _ask(url, "SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1", "database_unreachable")
    return not found


def lineage(session: Session) -> dict[str, str]:
    """Which cluster this is, and which timeline of it: a copy started elsewhere has another."""
    row = session.execute(
        text(
            "SELECT (SELECT system_identifier FROM pg_control_system()), "
            "(SELECT timeline_id FROM pg_control_checkpoint())"
        )
    ).one()
    return {"system": str(row[0]), "timeline": str(row[1])}


def _ask(url: URL, statement: str, code: str) -> list[Any]:
    """Runs a statement outside any transaction, as making a database needs; what was refused is `code`."""
    import psycopg  # noqa: PLC0415 (a central on SQLite does without it)

    try:
        with psycopg.connect(**_parameters(url), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise Refused(code, database=url.database or "", user=url.username or "", reason=reason) from error


def _parameters(url: URL) -> dict[str, Any]:
    """What libpq calls the parts of the address."""
    _, found = url.get_dialect()().create_connect_args(url)
    return {name: value for name, value in found.items() if name != "context"}


def _run(tool: str, url: URL, *arguments: str) -> None:
    """Runs one of PostgreSQL's own tools; the password goes by the environment, where `ps` shows nothing."""
    from psycopg.conninfo import make_conninfo  # noqa: PLC0415 (as above)

    parameters = _parameters(url)
    environment = {**os.environ, "PGPASSWORD": str(parameters.pop("password", None) or "")}
    if not environment["PGPASSWORD"]:
        environment.pop("PGPASSWORD")
    done = subprocess.run(
        [_tool(tool), f"--dbname={make_conninfo(**parameters)}", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else str(done.returncode)
        raise Refused("pg_tool_failed", tool=tool, reason=reason)


def _tool(name: str) -> str:
    """The newest of Debian's, or whatever the path holds."""
    versions = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3].split(".")[0]))
    found = str(versions[-1]) if versions else shutil.which(name)
    if found is None:
        raise Refused("pg_tool_missing", tool=name)
    return found
