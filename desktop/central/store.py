"""Makes and opens central's folder: its database, its vault, its settings, its blobs."""

from dataclasses import dataclass
from pathlib import Path

from uuid_utils import uuid7

from desktop.central import triggers
from desktop.central.agency_write import agency_write
from desktop.central.tables import CentralEntity, Scope
from desktop.config import CENTRAL_FILE, CentralSettings, read_settings, write_settings
from desktop.errors import Refused
from desktop.models.database import Database, open_database
from desktop.models.everything import GLOBAL_SCOPE, Entity, Landlord, ParameterRow
from desktop.rules.parameters import Parameter
from desktop.security.vault import Vault

UNASSIGNED_SCOPE = "unassigned"
"""The scope of rows that no station receives, such as a person without a lease."""


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


def init_store(folder: Path, landlord: Landlord, parameters: tuple[Parameter, ...]) -> Store:
    """Makes a new central in `folder`. Refuses a folder that already holds one."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / CENTRAL_FILE).exists():
        raise Refused("central_exists", folder=str(folder))
    vault = Vault.create(folder)
    database = open_database(folder / "central.db")
    create_tables(database)
    ensure_scopes(database, {GLOBAL_SCOPE, UNASSIGNED_SCOPE})
    with agency_write(database, {GLOBAL_SCOPE}) as work:
        landlord.scope = GLOBAL_SCOPE
        work.session.add(landlord)
        work.session.add_all(_parameter_row(parameter) for parameter in parameters)
    settings = CentralSettings(landlord=landlord.name)
    write_settings(folder / CENTRAL_FILE, settings)
    return Store(folder, database, vault, settings)


def open_store(folder: Path) -> Store:
    """Opens the central in `folder`. Raises NotEnrolled when there is none."""
    settings = read_settings(folder / CENTRAL_FILE, CentralSettings)
    database = open_database(folder / "central.db")
    create_tables(database)
    return Store(folder, database, Vault.open(folder), settings)


def create_tables(database: Database) -> None:
    """Creates what is missing: tables, indexes, triggers."""
    Entity.metadata.create_all(database.engine)
    CentralEntity.metadata.create_all(database.engine)
    with database.write() as session:
        for statement in triggers.statements():
            session.connection().exec_driver_sql(statement)


def ensure_scopes(database: Database, names: set[str]) -> None:
    """Makes the scopes that are not there yet, each with a fresh history."""
    with database.write() as session:
        for name in sorted(names):
            if session.get(Scope, name) is None:
                session.add(Scope(id=name, epoch=str(uuid7()), ver=0, min_ver=0, durable_ver=0))


def _parameter_row(parameter: Parameter) -> ParameterRow:
    return ParameterRow(
        id=f"{parameter.key}@{parameter.valid_from.isoformat()}",
        scope=GLOBAL_SCOPE,
        key=parameter.key,
        valid_from=parameter.valid_from,
        value=parameter.value,
        source=parameter.source,
    )
