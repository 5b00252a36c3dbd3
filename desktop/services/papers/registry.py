"""Every paper there is, found in this folder; loaded with the first paper that somebody asks for."""

from functools import cache
from typing import Any

from desktop.discovery import modules
from desktop.services.papers.printable import Printable

AnyPrintable = Printable[Any, Any]


@cache
def printables() -> dict[type[Any], AnyPrintable]:
    """The papers by the record with which one asks for them."""
    return by_record(
        [module.PAPER for module in modules("desktop.services.papers") if hasattr(module, "PAPER")]
    )


def by_record(found: list[AnyPrintable]) -> dict[type[Any], AnyPrintable]:
    """Raises ValueError when two papers share a name, or the record with which one asks for them."""
    known = {paper.asked: paper for paper in found}
    if len(known) < len(found) or len({paper.name for paper in found}) < len(found):
        raise ValueError(f"two papers are called alike: {sorted(paper.name for paper in found)}")
    return known


def printable_of(asked: object) -> AnyPrintable:
    """The paper that somebody asks for."""
    return printables()[type(asked)]
