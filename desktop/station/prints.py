"""The papers that are on their way to a printer: written down before they are sent, recorded afterwards."""

import logging
from typing import Final

import msgspec

from desktop.errors import NotAllowed, Refused
from desktop.services import catalogue
from desktop.services.catalogue import CATALOGUE
from desktop.services.papers.printed import NotePrinted
from desktop.station.station import Station

_PRINTED: Final = CATALOGUE[NotePrinted].kind

_log = logging.getLogger(__name__)


class PaperUnderWay(msgspec.Struct, frozen=True):
    """`printed` is what is recorded when nobody learns how it ended; `after`: the last command before it."""

    printed: NotePrinted
    actor: str
    after: int


def begin(station: Station, printed: NotePrinted, actor: str) -> PaperUnderWay:
    """When this returns, the paper is recorded whatever happens. Raises StoreFull, StoreDamaged."""
    begun = PaperUnderWay(printed, actor, station.journal.head)
    station.journal.under_way.note(msgspec.json.encode(begun))
    return begun


def dismiss(station: Station, begun: PaperUnderWay) -> None:
    """Surely nothing came out."""
    station.journal.under_way.dismiss(msgspec.json.encode(begun))


def record(station: Station, begun: PaperUnderWay, *, certain: bool) -> None:
    """It came out, or may have. What cannot be kept now is tried again when the station starts."""
    try:
        if not _is_recorded(station, begun):
            station.perform(msgspec.structs.replace(begun.printed, certain=certain), begun.actor)
    except (NotAllowed, Refused):
        _log.exception("the print of %s is not recorded", begun.printed.paper)
    dismiss(station, begun)


def settle_left_papers(station: Station) -> int:
    """Papers that were under way when an earlier run ended may have come out; returns how many there were."""
    left = station.journal.under_way.notes()
    for note in left:
        record(station, msgspec.json.decode(note, type=PaperUnderWay), certain=False)
    return len(left)


def _is_recorded(station: Station, begun: PaperUnderWay) -> bool:
    """Whether the earlier run got as far as that."""
    for envelope in station.journal.after(begun.after):
        if envelope.kind == _PRINTED:
            said = catalogue.decode(envelope.kind, envelope.version, envelope.body)
            if (
                isinstance(said, NotePrinted)
                and msgspec.structs.replace(said, certain=False) == begun.printed
            ):
                return True
    return False
