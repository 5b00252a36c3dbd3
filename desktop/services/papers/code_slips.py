"""The slip with a new activation code."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from desktop.documents.activation_record import ActivationSlip
from desktop.documents.language.wording import Wording
from desktop.rules.role import AT_THE_DESK, Role
from desktop.rules.station_kind import StationKind
from desktop.services.papers.paper_parties import parties_of
from desktop.services.papers.printable import About, Copies, Occasion, PaperLayout, Printable
from desktop.services.people import lease_known


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSlip:
    """Asks for the slip; `code` is in clear, and kept nowhere; `issued_by` is a name."""

    lease_id: str
    code: str = field(repr=False)
    valid_until: date
    issued_by: str


def code_slip(session: Session, asked: CodeSlip, occasion: Occasion) -> ActivationSlip:
    """Names the holders of the lease, and who gave the code. Raises Refused("lease_unknown")."""
    return ActivationSlip(
        parties=parties_of(session, lease_known(session, asked.lease_id)),
        code=asked.code,
        issued_at=occasion.at,
        valid_until=asked.valid_until,
        issued_by=asked.issued_by,
    )


def _drawn(slip: ActivationSlip, wording: Wording, _layout: PaperLayout) -> bytes:
    from desktop.documents.activation_slip import activation_slip_pdf  # noqa: PLC0415 (the first paper)

    return activation_slip_pdf(slip, wording)


PAPER = Printable(
    name="activation_slip",
    asked=CodeSlip,
    about=lambda _session, asked, _device_id: About(asked.lease_id),
    facts=code_slip,
    draw=_drawn,
    layouts=frozenset({PaperLayout.A4}),
    seal=None,
    copies=Copies.ALIKE,
    by={StationKind.COUNTER: AT_THE_DESK | {Role.ADMINISTRATOR}},
)
