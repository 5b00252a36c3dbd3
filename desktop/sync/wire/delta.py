"""What one answer of central changes, as a station reads it."""

from dataclasses import dataclass, field

from desktop.models.everything import synced_tables
from desktop.protocol.messages import Drop, End, Put

Row = tuple[str, str]
"""A row by table and id."""


@dataclass(slots=True)
class Delta:
    """What one answer changes: rows that came, rows that left, and how far our commands are in them."""

    puts: list[Put] = field(default_factory=list)
    drops: list[Drop] = field(default_factory=list)
    end: End = field(default_factory=lambda: End(None, None, {}))

    def rows(self) -> set[Row]:
        """Every row of a table we know that this delta speaks of."""
        known = synced_tables()
        came = {
            (put.table, str(row[put.columns.index("id")]))
            for put in self.puts
            if put.table in known
            for row in put.rows
        }
        return came | {(drop.table, row_id) for drop in self.drops for row_id in drop.ids}

    def replaces(self) -> set[Row]:
        """The rows of which nothing is left as it was: they come with every column, or they go."""
        known = synced_tables()
        came = {
            (put.table, str(row[put.columns.index("id")]))
            for put in self.puts
            if put.table in known and {*put.columns} >= {*known[put.table].c.keys()}
            for row in put.rows
        }
        return came | {(drop.table, row_id) for drop in self.drops for row_id in drop.ids}

    def tables(self) -> frozenset[str]:
        """The tables whose screens must look again."""
        return frozenset({put.table for put in self.puts} | {drop.table for drop in self.drops})
