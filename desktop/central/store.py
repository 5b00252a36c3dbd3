"""Makes and opens central's folder: its database, its vault, its settings, its blobs."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from uuid_utils import uuid7

from desktop.central.database.agency_write import agency_write
from desktop.central.database.postgres import CONNECTIONS, open_server
from desktop.central.database.schema import bring_up_to_date
from desktop.central.database.tables import Scope
from desktop.central.database.turns import Turns
from desktop.config import CENTRAL_FILE, CentralSettings, read_settings, write_settings
from desktop.disk import close_to_others
from desktop.errors import Refused, StoreDamaged, StoreFull
from desktop.models.database import CHECKPOINT_PAGES_OF_MANY_ROWS, Database, open_database
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.landlord import Landlord
from desktop.models.parameter import ParameterRow
from desktop.rules.parameters import Parameter
from desktop.security.vault import WATCHED, Vault

UNASSIGNED_SCOPE = "unassigned"
"""The scope of rows that no station receives, such as a person without a lease."""

_NOT_WRITTEN = ("file_not_written", "store_cannot_open")


@dataclass(frozen=True, slots=True)
class Store:
    """Everything central keeps, opened."""

    folder: Path
    database: Database
    vault: Vault
    settings: CentralSettings

    @property
    def blobs(self) -> Path:
        """The folder of the files that stations sent."""
        return self.folder / "blobs"

    @property
    def snapshots(self) -> Path:
        """The folder of ready-made bootstraps; it may be emptied at any time."""
        return self.folder / "snapshots"


def init_store(
    folder: Path, landlord: Landlord, parameters: tuple[Parameter, ...], address: str = ""
) -> Store:
    """Makes a new central in `folder`, its rows there too or in the PostgreSQL database at `address`.

    There is a central once its settings are there, which come last: broken off before, it is called again.
    Raises Refused: central_exists, database_in_use, init_unfinished, and what `open_server` refuses.
    """
    if (folder / CENTRAL_FILE).exists():
        raise Refused("central_exists", folder=str(folder))
    settings = CentralSettings(landlord=landlord.name, database=address)
    try:
        return _made(folder, settings, landlord, parameters)
    except StoreFull as error:
        raise Refused("init_unfinished", folder=str(folder), reason="the disk is full") from error
    except StoreDamaged as error:
        if error.code not in _NOT_WRITTEN:
            raise
        raise Refused("init_unfinished", folder=str(folder), reason="nothing can be written there") from error
    except OSError as error:
        raise Refused("init_unfinished", folder=str(folder), reason=error.strerror or str(error)) from error


def _made(
    folder: Path, settings: CentralSettings, landlord: Landlord, parameters: tuple[Parameter, ...]
) -> Store:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    close_to_others(folder, WATCHED)
    for unfinished in folder.glob(".vault.*"):
        unfinished.unlink()
    begun = Vault.exists(folder)
    database = open_rows(folder, settings)
    create_tables(database)
    try:
        _require_unused(database, begun=begun)
        vault = Vault.open(folder) if begun else Vault.create(folder)
        ensure_scopes(database, {GLOBAL_SCOPE, UNASSIGNED_SCOPE})
        with agency_write(database, {GLOBAL_SCOPE}) as work:
            landlord.scope = GLOBAL_SCOPE
            for row in (landlord, *map(parameter_row, parameters)):
                work.session.merge(row)
        write_settings(folder / CENTRAL_FILE, settings)
    except BaseException:
        database.close()
        raise
    return Store(folder, database, vault, settings)


def open_store(folder: Path, connections: int = CONNECTIONS) -> Store:
    """Opens the central in `folder`. Raises NotEnrolled when there is none.

    `connections`: the most that this process may hold to a PostgreSQL server.
    """
    settings = read_settings(folder / CENTRAL_FILE, CentralSettings)
    close_to_others(folder, WATCHED)
    database = open_rows(folder, settings, connections)
    create_tables(database)
    return Store(folder, database, Vault.open(folder), settings)


def open_rows(folder: Path, settings: CentralSettings, connections: int = CONNECTIONS) -> Database:
    """Central's database: the file in `folder`, or the server that the settings name."""
    if settings.database:
        return open_server(settings.database, connections)
    database = open_database(folder / "central.db", checkpoint_pages=CHECKPOINT_PAGES_OF_MANY_ROWS)
    database.turn = Turns(folder).turn
    return database


def create_tables(database: Database) -> None:
    """Creates what is missing, or brings it up to date: tables, indexes, triggers."""
    try:
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise


def ensure_scopes(database: Database, names: set[str]) -> None:
    """Makes the scopes that are not there yet, each with a fresh epoch."""
    with database.write() as session:
        for name in sorted(names):
            if session.get(Scope, name) is None:
                session.add(Scope(id=name, epoch=str(uuid7()), ver=0, min_ver=0, durable_ver=0))


def _require_unused(database: Database, *, begun: bool) -> None:
    """One that holds nothing but what init itself writes, `begun` from this very folder, is unused."""
    with database.read() as session:
        scopes = set(session.scalars(select(Scope.id)))
        if scopes and not (begun and scopes <= {GLOBAL_SCOPE, UNASSIGNED_SCOPE}):
            raise Refused("database_in_use", database=database.name)


def parameter_row(parameter: Parameter) -> ParameterRow:
    """A dated amount as it is stored."""
    return ParameterRow(
        id=f"{parameter.key}@{parameter.valid_from.isoformat()}",
        scope=GLOBAL_SCOPE,
        key=parameter.key,
        valid_from=parameter.valid_from,
        value=parameter.value,
        source=parameter.source,
    )
