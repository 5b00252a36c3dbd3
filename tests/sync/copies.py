"""The fleet’s central on PostgreSQL: a file’s rows put into a database, and databases copied like files."""

from functools import cache
from pathlib import Path
from shutil import copytree, rmtree

import msgspec
import pytest
from sqlalchemy import insert, select, text

from desktop.central.database.postgres import open_server
from desktop.central.database.tables import CentralEntity
from desktop.central.store import Store, create_tables, open_store
from desktop.config import CENTRAL_FILE, CentralSettings, read_settings, write_settings
from desktop.models.database import Database, open_database
from desktop.models.everything import Entity
from tests.postgres import cluster, name_of

ON_BOTH = pytest.mark.parametrize("fleet", ["sqlite", "postgresql"], indirect=True)
"""Runs a test of the fleet on both databases of central."""

ON_BOTH_AT_LENGTH = pytest.mark.parametrize(
    "fleet", ["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)], indirect=True
)
"""The same, where PostgreSQL is not expected to make a difference: in the long run only."""

LANDLORD_ON_BOTH_AT_LENGTH = pytest.mark.parametrize(
    "landlord", ["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)], indirect=True
)
"""The same for a landlord with sockets."""


@cache
def pattern_on_server(folder: Path) -> str:
    """The name of a database with the rows of the central in `folder`; made once."""
    server = cluster()
    address = server.with_tables()
    source, target = open_database(folder / "central.db"), open_server(address)
    copy_rows(source, target)
    source.close()
    target.close()
    return name_of(address)


def copy_rows(source: Database, target: Database) -> None:
    """Copies every row, versions and all, past the triggers of a PostgreSQL target."""
    create_tables(source)
    with source.read() as reading, target.write() as writing:
        writing.execute(text("SET LOCAL session_replication_role = replica"))
        for table in (*Entity.metadata.sorted_tables, *CentralEntity.metadata.sorted_tables):
            rows = [dict(row) for row in reading.execute(select(table)).mappings()]
            if rows:
                writing.execute(insert(table), rows)


def moved_to_server(store: Store, address: str) -> Store:
    """The same central, its rows now in the database at `address`."""
    target = open_server(address)
    copy_rows(store.database, target)
    target.close()
    store.database.close()
    _point_to(store.folder, address)
    return open_store(store.folder)


def move_to_server(folder: Path, like: Path) -> str:
    """Central's `folder`, a copy of `like`, uses a database of its own from now on; its address."""
    address = cluster().fresh(pattern_on_server(like))
    _point_to(folder, address)
    return address


def copy_central(source: Path, target: Path) -> None:
    """Copies central's folder over another; on a server its database too, which nobody may be using."""
    rmtree(target, ignore_errors=True)
    copytree(source, target)
    address = read_settings(target / CENTRAL_FILE, CentralSettings).database
    if address:
        live = name_of(address)
        kept = f"{live}_copy"
        names = (live, kept) if target.parent.name == "copies" else (kept, live)
        cluster().copy(*names)


def drop_central(folder: Path) -> None:
    """Removes what central in `folder` has on the server, copies included."""
    address = read_settings(folder / CENTRAL_FILE, CentralSettings).database
    if address:
        cluster().drop(name_of(address))
        cluster().drop(f"{name_of(address)}_copy")


def _point_to(folder: Path, address: str) -> None:
    settings = read_settings(folder / CENTRAL_FILE, CentralSettings)
    write_settings(folder / CENTRAL_FILE, msgspec.structs.replace(settings, database=address))
    (folder / "central.db").unlink()
