"""The slip with the reference of a payment in doubt, which says not to pay again."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.documents.language.wording import Wording
from desktop.documents.visit_record import VisitAct, VisitItem, VisitSummary
from desktop.rules.station_kind import StationKind
from desktop.services.entry import Who
from desktop.services.papers.paper_parties import parties_of
from desktop.services.papers.printable import About, Copies, Occasion, PaperLayout, Printable
from desktop.services.people import lease_known


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtSlip:
    """Asks for the slip of a charge; `sentence` is in the person's language, `number` what they quote."""

    lease_id: str
    charge_id: str
    number: str
    cents: int
    sentence: str


def doubt_slip(session: Session, asked: DoubtSlip, occasion: Occasion) -> VisitSummary:
    """A visit in which this alone was done. Raises Refused("lease_unknown")."""
    item = VisitItem(
        at=occasion.at, act=VisitAct.OTHER, detail=asked.sentence, number=asked.number, cents=asked.cents
    )
    return VisitSummary(
        parties=parties_of(session, lease_known(session, asked.lease_id)),
        started_at=occasion.at,
        ended_at=occasion.at,
        served_by="",
        items=(item,),
    )


def _drawn(summary: VisitSummary, wording: Wording, _layout: PaperLayout) -> bytes:
    from desktop.documents.visit_summary import visit_summary_pdf  # noqa: PLC0415 (with the first paper)

    return visit_summary_pdf(summary, wording)


PAPER = Printable(
    name="doubt_slip",
    asked=DoubtSlip,
    about=lambda _session, asked, _device_id: About(asked.lease_id, asked.charge_id, asked.number),
    facts=doubt_slip,
    draw=_drawn,
    layouts=frozenset({PaperLayout.A4}),
    seal=None,
    copies=Copies.ALIKE,
    by={StationKind.KIOSK: frozenset({Who.TENANT})},
)
