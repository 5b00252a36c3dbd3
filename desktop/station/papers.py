"""Makes a paper from what the station holds, hands it to a printer, and records that it came out.

What a screen asks for is a record of services.papers: a `ReceiptOf`, a `RentReceiptOf` … What draws it is
loaded with the first paper, for which no first screen waits. Whether it bears DUPLICATA no screen decides.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from desktop.config import StationSettings
from desktop.documents.language.wording import LANGUAGES, Wording
from desktop.errors import DeviceUnavailable, GuichetError, NotAllowed
from desktop.hardware.printer import PaperPrinter, PrintDetail, PrintOutcome, PrintResult, PrintStep
from desktop.models.staff import Staff
from desktop.rules.station_kind import StationKind
from desktop.services.actors import STAFF, read_actor
from desktop.services.entry import Who
from desktop.services.papers.printable import About, Occasion, PaperLayout
from desktop.services.papers.printed import NotePrinted, duplicate_of
from desktop.services.papers.registry import AnyPrintable, printable_of
from desktop.services.papers.sealing import sealed
from desktop.station import prints
from desktop.station.station import Station

HOUSE_LANGUAGE: Final = "fr"
"""The language of the landlord's accounts and of its courts."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper on its way to the printer; `name` as in the registry, `number` as it is printed on it."""

    pdf: bytes
    name: str
    lease_id: str
    subject_id: str = ""
    number: str = ""
    duplicate: bool = False

    @property
    def title(self) -> str:
        """What queues and journals of printers show: no name in it."""
        name = f"{self.name}-duplicata" if self.duplicate else self.name
        return f"{name}-{self.number}" if self.number else name


def make_paper(
    station: Station,
    asked: object,
    actor: str,
    language: str = HOUSE_LANGUAGE,
    layout: PaperLayout = PaperLayout.A4,
) -> MadePaper:
    """Sealed by this station, in `language` where papers exist in it, else in French.

    Raises Refused when it may not be printed at all, NotAllowed when `actor` may not print it here.
    """
    paper = printable_of(asked)
    occasion = Occasion(station.now(), station.status().balances_as_of)
    about, facts = station.ask(_facts, station.settings, paper, asked, actor, occasion)
    spoken = Wording(language if language in LANGUAGES else HOUSE_LANGUAGE)
    pdf = paper.draw(sealed(paper, facts, station.seal), spoken, layout)
    duplicate = getattr(facts, "duplicate", None) is not None
    return MadePaper(pdf, paper.name, about.lease_id, about.subject_id, about.number, duplicate)


def hand_over(
    station: Station,
    printer: PaperPrinter,
    made: MadePaper,
    actor: str,
    tell: Callable[[PrintStep], None] = lambda _step: None,
) -> PrintResult:
    """Prints it, and records it as printed unless surely nothing came out, though the program ends meanwhile.

    Raises DeviceUnavailable, StoreFull and StoreDamaged: nothing was printed then. Whatever else the driver
    raises leaves it unknown.
    """
    begun = prints.begin(station, _printed(made), actor)
    try:
        result = printer.print_pdf(made.pdf, made.title, tell)
    except DeviceUnavailable:
        prints.dismiss(station, begun)
        raise
    except (GuichetError, OSError, ValueError):
        _log.exception("nobody knows whether %s was printed", made.title)
        result = PrintResult(PrintOutcome.UNKNOWN, PrintDetail.SERVER_LOST)
    try:
        if result.outcome is PrintOutcome.FAILED:
            prints.dismiss(station, begun)
        else:
            prints.record(station, begun, certain=result.outcome is PrintOutcome.PRINTED)
    except GuichetError:
        # The paper is out, whatever becomes of the record: the person must not hear that it failed.
        _log.exception("the print of %s is recorded when this station starts again", made.title)
    return result


def print_paper(
    station: Station, printer: PaperPrinter, asked: object, actor: str, language: str = HOUSE_LANGUAGE
) -> PrintResult:
    """Makes and hands over. Raises what both raise."""
    return hand_over(station, printer, make_paper(station, asked, actor, language), actor)


def _facts(
    session: Session,
    here: StationSettings,
    paper: AnyPrintable,
    asked: object,
    actor: str,
    occasion: Occasion,
) -> tuple[About, object]:
    about = paper.about(session, asked, here.device_id)
    _require(session, StationKind(here.kind), paper, about, actor)
    occasion = replace(occasion, duplicate=duplicate_of(session, paper, about, occasion))
    return about, paper.facts(session, asked, occasion)


def _require(session: Session, kind: StationKind, paper: AnyPrintable, about: About, actor: str) -> None:
    """The paper says who may print it at this kind of station. Raises NotAllowed."""
    allowed = paper.by.get(kind, frozenset())
    who = read_actor(actor)
    if who.kind == STAFF:
        member = session.get(Staff, who.name)
        may = member is not None and member.role in allowed
    else:
        may = who == (Who.TENANT.value, about.lease_id) and Who.TENANT in allowed
    if not may:
        raise NotAllowed("paper_not_yours")


def _printed(made: MadePaper) -> NotePrinted:
    return NotePrinted(
        lease_id=made.lease_id,
        paper=made.name,
        subject_id=made.subject_id,
        number=made.number,
        duplicate=made.duplicate,
        certain=False,
    )
