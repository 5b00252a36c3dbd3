"""The agency as a person at its door wants to know it: name, address, telephone, hours."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.models.agency import Agency


@dataclass(frozen=True, slots=True)
class AgencyView:
    """`address`: postal lines, the last is postcode and town. `opening_hours` as the ERP writes them."""

    id: str
    name: str
    address: tuple[str, ...]
    phone: str
    opening_hours: str


def agency_view(session: Session, agency_id: str) -> AgencyView | None:
    """The agency, or None while its row has not arrived."""
    row = session.get(Agency, agency_id)
    if row is None:
        return None
    town = f"{row.postal_code} {row.city}"
    return AgencyView(row.id, row.name, (row.address, town), row.phone, row.opening_hours)
