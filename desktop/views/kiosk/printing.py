"""Makes a paper from what is stored and has it printed; everything here runs on the printer's lane.

What draws it is loaded with the first paper, for which no first screen waits.
"""

from enum import Enum, auto
from typing import Any, Final

from desktop.documents.language.wording import LANGUAGES, Wording
from desktop.documents.parties import Parties
from desktop.hardware.printer import PrintOutcome
from desktop.services.papers.paper_parties import parties_of
from desktop.services.papers.papers import PaperView, payment_receipt, rent_receipt, sealed
from desktop.services.people import lease_known
from desktop.station.charging import reference_of
from desktop.views.kiosk.parts import KioskParts

HOUSE_LANGUAGE: Final = "fr"


class Printing(Enum):
    """Where the paper stands."""

    NOTHING = auto()
    UNDER_WAY = auto()
    PRINTED = auto()
    FAILED = auto()


def print_paper(
    parts: KioskParts, lease_id: str, paper: PaperView, language: str, *, again: bool
) -> Printing:
    """The receipt or the rent receipt, sealed by this station. `again`: it was printed before.

    Raises Refused when the gate has closed meanwhile, DeviceUnavailable without a printer.
    """
    from desktop.documents.payment.payment_receipt import payment_receipt_pdf  # noqa: PLC0415 (see above)
    from desktop.documents.rent.rent_receipt import rent_receipt_pdf  # noqa: PLC0415 (see above)

    station, now = parts.station, parts.station.now()
    if paper.receipt_id is not None:
        receipt = station.ask(
            payment_receipt, paper.receipt_id, now, duplicate=again, as_of=station.status().as_of
        )
        pdf = payment_receipt_pdf(sealed(receipt, station.seal), wording(language))
    else:
        rent = station.ask(rent_receipt, lease_id, paper.period or "", now)
        pdf = rent_receipt_pdf(sealed(rent, station.seal), wording(language))
    return _printed(parts, pdf, paper.number)


def print_doubt(
    parts: KioskParts, lease_id: str, charge_id: str, cents: int, sentence: str, language: str
) -> Printing:
    """A slip with the reference of a payment in doubt; `sentence` says not to pay again."""
    from desktop.documents.visit_summary import (  # noqa: PLC0415 (see above)
        VisitAct,
        VisitItem,
        VisitSummary,
        visit_summary_pdf,
    )

    now = parts.station.now()
    summary = VisitSummary(
        parties=parts.station.ask(_parties, lease_id),
        started_at=now,
        ended_at=now,
        served_by="",
        items=(
            VisitItem(
                at=now,
                act=VisitAct.OTHER,
                detail=sentence,
                number=reference_of(charge_id),
                cents=cents,
            ),
        ),
    )
    pdf = visit_summary_pdf(summary, wording(language))
    return _printed(parts, pdf, reference_of(charge_id))


def wording(language: str) -> Wording:
    """Papers come in the language of the screen where they exist in it, else in French."""
    return Wording(language if language in LANGUAGES else HOUSE_LANGUAGE)


def _printed(parts: KioskParts, pdf: bytes, title: str) -> Printing:
    result = parts.printer.print_pdf(pdf, title, lambda _step: None)
    return Printing.PRINTED if result.outcome is PrintOutcome.PRINTED else Printing.FAILED


def _parties(session: Any, lease_id: str) -> Parties:
    return parties_of(session, lease_known(session, lease_id))
