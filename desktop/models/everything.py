"""Every entity there is: with this imported, the shared metadata is whole."""

from functools import cache
from typing import Final

from sqlalchemy import Boolean, Table

from desktop.discovery import modules
from desktop.models.entity import Entity, Synced

__all__ = ["Entity", "raw_columns", "synced_entities", "synced_tables"]


@cache
def synced_entities() -> dict[str, type[Synced]]:
    """All entities whose rows travel, by the names of their tables."""
    by_table = {mapper.local_table: mapper.class_ for mapper in Entity.registry.mappers}
    return {str(table.name): by_table[table] for table in Entity.metadata.sorted_tables}


@cache
def synced_tables() -> dict[str, Table]:
    """All tables whose rows travel, by name, parents before children."""
    return {name: Entity.metadata.tables[name] for name in synced_entities()}


def raw_columns(table: str, names: list[str]) -> str:
    """The SQL that reads columns as the same plain values from every database: a truth as 0 or 1."""
    columns = synced_tables()[table].c
    return ", ".join(
        f"CAST({name} AS INTEGER)" if isinstance(columns[name].type, Boolean) else name for name in names
    )


EVERY_MODULE: Final = tuple(modules("desktop.models"))
"""Each has put its entities into the metadata."""
