"""Two restores within one second keep aside, each under a name of its own, what was there before."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from desktop.central.backups.backup import back_up
from desktop.central.backups.manifest import BackupStep
from desktop.central.backups.prove import prove
from desktop.central.backups.restore import restore
from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store, open_store
from desktop.models.database import Database, open_database
from tests.unit.central.estate import dwelling

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def silent(_step: BackupStep) -> None:
    """Nobody watches."""


def dwellings(database: Database, schema: str = "") -> int:
    """How many there are."""
    with database.read() as session:
        return session.scalar(text(f"SELECT count(*) FROM {schema}dwelling")) or 0


def restored(store: Store, backup: Path, extra: str) -> str:
    """Central gets one more dwelling, and is then put back at NOW; where the one with the dwelling is now."""
    grown = open_store(store.folder)
    with agency_write(grown.database, {"AG01"}) as work:
        work.session.add(dwelling(extra, "AG01"))
    grown.database.close()
    return str(restore(backup, store.folder, NOW, silent, replace=True).aside)


def kept(store: Store, aside: str) -> int:
    """How many dwellings the central that was kept aside has."""
    folder, _, schema = aside.partition(" and schema ")
    if schema:
        return dwellings(store.database, f"{schema}.")
    opened = open_database(Path(folder) / "central.db")
    found = dwellings(opened)
    opened.close()
    return found


def test_two_restores_within_one_second_lose_neither_central(store: Store) -> None:
    backup = back_up(store, store.folder.parent / "backups", NOW, silent)
    prove(backup, store, silent)
    before = dwellings(store.database)
    store.database.close()
    asides = [restored(store, backup, extra) for extra in ("X1", "X2", "X3")]
    assert len(set(asides)) == 3
    assert [kept(store, aside) for aside in asides] == [before + 1] * 3
    assert dwellings(store.database) == before
