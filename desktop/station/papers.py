"""The papers a counter hands over, made from what the station holds.

What draws them is loaded with the first paper, for which no first screen waits.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from desktop.documents.language.wording import Wording
from desktop.documents.parties import Parties
from desktop.services.papers.paper_parties import parties_of
from desktop.services.papers.papers import payment_receipt, rent_receipt, sealed
from desktop.services.people import lease_known
from desktop.station.station import Station


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What a slip with a new activation code says; `code` is in clear, and kept nowhere."""

    lease_id: str
    code: str = field(repr=False)
    valid_until: date
    issued_by: str


class Papers(Protocol):
    """Makes PDFs; calls may take a moment. Each raises Refused when the paper may not be printed."""

    def receipt(self, receipt_id: str, *, duplicate: bool) -> bytes:
        """The receipt of a payment."""
        ...

    def quittance(self, lease_id: str, period: str) -> bytes:
        """The rent receipt of a term wholly paid."""
        ...

    def activation_slip(self, slip: Slip) -> bytes:
        """The slip with a new activation code."""
        ...


class StationPapers:
    """The papers of one station, in French: the language of the landlord's accounts and of its courts."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._wording = Wording("fr")

    def receipt(self, receipt_id: str, *, duplicate: bool) -> bytes:
        """Signed by this station; says of when the balance is that it prints."""
        from desktop.documents.payment.payment_receipt import payment_receipt_pdf  # noqa: PLC0415 (see above)

        station = self._station
        as_of = station.status().as_of
        paper = station.ask(payment_receipt, receipt_id, station.now(), duplicate=duplicate, as_of=as_of)
        return payment_receipt_pdf(sealed(paper, station.seal), self._wording)

    def quittance(self, lease_id: str, period: str) -> bytes:
        """Signed by this station."""
        from desktop.documents.rent.rent_receipt import rent_receipt_pdf  # noqa: PLC0415 (see above)

        station = self._station
        paper = station.ask(rent_receipt, lease_id, period, station.now())
        return rent_receipt_pdf(sealed(paper, station.seal), self._wording)

    def activation_slip(self, slip: Slip) -> bytes:
        """Names the holders of the lease, and who gave the code."""
        from desktop.documents.activation_slip import (  # noqa: PLC0415 (see above)
            ActivationSlip,
            activation_slip_pdf,
        )

        station = self._station
        made = ActivationSlip(
            parties=station.ask(_parties, slip.lease_id),
            code=slip.code,
            issued_at=station.now(),
            valid_until=slip.valid_until,
            issued_by=slip.issued_by,
        )
        return activation_slip_pdf(made, self._wording)


def _parties(session: Any, lease_id: str) -> Parties:
    return parties_of(session, lease_known(session, lease_id))
