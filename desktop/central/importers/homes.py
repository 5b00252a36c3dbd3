"""Reads tonight's contracts ahead, to know in which agency each person will be."""

from pathlib import Path

from desktop.central.importers.contracts import Leases
from desktop.central.importers.encoding import FileRefused, survey
from desktop.central.importers.layout import Layout, Values
from desktop.central.importers.lines import LineBlock, blocks
from desktop.central.importers.lookup import lookup
from desktop.central.importers.values import BadValue
from desktop.models.database import Database


def homes(database: Database, path: Path) -> dict[str, str]:
    """The agency of each person that the contracts in `path` name, by the dwellings that central knows.

    A line or a file that cannot be read is passed over: importing the contracts will say so, and puts right
    whatever this look ahead got wrong.
    """
    found: dict[str, tuple[tuple[str, str], str]] = {}
    try:
        layout: Layout | None = None
        for block in blocks(path, survey(path)):
            layout = layout or Layout(Leases.columns, block.lines[0], clean=block.clean)
            _note(database, found, _readable(block, layout))
    except FileRefused:
        pass
    return {person: agency for person, (_, agency) in found.items()}


def _readable(block: LineBlock, layout: Layout) -> list[Values]:
    lines = []
    for number, line in enumerate(block.lines, block.first):
        if number > 1 and line.strip():
            try:
                lines.append(layout.values(line, clean=block.clean))
            except BadValue:
                continue
    return lines


def _note(database: Database, found: dict[str, tuple[tuple[str, str], str]], lines: list[Values]) -> None:
    """Keeps for each person the lease that ends last, then the younger one, as `following` does."""
    with database.read() as session:
        dwellings = lookup(session.connection(), "dwelling", ("id", "scope"), {line[1] for line in lines})
    for _, dwelling, holder, co_holder, starts_on, ends_on, *_ in lines:
        if dwelling not in dwellings:
            continue
        rank = (ends_on or "9999", starts_on)
        for person in (holder, co_holder):
            if person and (person not in found or rank > found[person][0]):
                found[person] = (rank, dwellings[dwelling][1])
