"""Reads tonight's contracts ahead, to know of each person an agency where they will be."""

from pathlib import Path

from desktop.central.importers.contracts import Leases
from desktop.central.importers.encoding import FileRefused, survey
from desktop.central.importers.layout import Layout, Values
from desktop.central.importers.lines import LineBlock, blocks
from desktop.central.importers.lookup import lookup
from desktop.central.importers.values import BadValue
from desktop.models.database import Database


def homes(database: Database, path: Path, encoding: str = "") -> dict[str, str]:
    """The first agency of each person that the contracts in `path` name, by the dwellings that central knows.

    A line or a file that cannot be read is passed over: importing the contracts will say so, and puts right
    whatever this look ahead got wrong.
    """
    found: dict[str, str] = {}
    try:
        layout: Layout | None = None
        for block in blocks(path, survey(path, encoding)):
            layout = layout or Layout(Leases.columns, block.lines)
            _note(database, found, _readable(block, layout))
    except FileRefused:
        pass
    return found


def _readable(block: LineBlock, layout: Layout) -> list[Values]:
    lines = []
    for number, line in enumerate(block.lines, block.first):
        if number > 1 and line.strip():
            try:
                lines.append(layout.values(line, []))
            except BadValue:
                continue
    return lines


def _note(database: Database, found: dict[str, str], lines: list[Values]) -> None:
    """The first by name: contracts go in agency by agency, and find their people there."""
    with database.read() as session:
        dwellings = lookup(session.connection(), "dwelling", ("id", "scope"), {line[1] for line in lines})
    for _, dwelling, *people in (line[:4] for line in lines):
        if dwelling in dwellings:
            agency = dwellings[dwelling][1]
            for person in filter(None, people):
                found[person] = min(found.get(person, agency), agency)
