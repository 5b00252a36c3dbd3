"""Who a paper is from and for: landlord, agency, tenants and home, from the stored rows."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents import parties
from desktop.errors import Refused
from desktop.models.agency import Agency
from desktop.models.dwelling import Dwelling
from desktop.models.landlord import Landlord
from desktop.models.lease import Lease
from desktop.services.addresses import postal_lines
from desktop.services.people import holders_of, last_name


def parties_of(session: Session, lease: Lease) -> parties.Parties:
    """What every paper of this lease says at its head. Raises Refused: landlord_unknown, agency_unknown."""
    home = session.get(Dwelling, lease.dwelling_id)
    return parties.Parties(
        landlord=_landlord(session),
        agency=_agency(session, lease.scope),
        tenants=tuple(
            parties.Person(civility=each.civility, first=each.first_name, last=last_name(each))
            for each in holders_of(session, lease)
        ),
        dwelling=parties.DwellingCard(
            address=postal_lines(home) if home else (), reference=lease.dwelling_id
        ),
        lease_number=lease.id,
    )


def _landlord(session: Session) -> parties.LandlordCard:
    row = session.scalars(select(Landlord).limit(1)).first()
    if row is None:
        raise Refused("landlord_unknown")
    return parties.LandlordCard(
        name=row.name,
        legal_form=row.legal_form,
        address=(row.address, f"{row.postal_code} {row.city}"),
        siren=row.siren,
        phone=row.phone,
        web=row.website,
        email=row.email,
    )


def _agency(session: Session, agency_id: str) -> parties.AgencyCard:
    row = session.get(Agency, agency_id)
    if row is None:
        raise Refused("agency_unknown")
    return parties.AgencyCard(
        name=row.name,
        address=(row.address, f"{row.postal_code} {row.city}"),
        place=row.city,
        phone=row.phone,
        hours=tuple(filter(None, row.opening_hours.split("|"))),
    )
