"""Who a paper is from, whom it is for, and which home it is about."""

from dataclasses import dataclass

from desktop.documents.consistency import require, require_said
from desktop.rules.demonstration import is_demonstration


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediator:
    """The consumer mediator whom every landlord has to name (Code de la consommation, L616-1)."""

    name: str
    address: tuple[str, ...]
    web: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LandlordCard:
    """The landlord as its papers name it; `logo_svg` is the text of a plain SVG drawing."""

    name: str
    legal_form: str
    address: tuple[str, ...]
    siren: str
    phone: str
    web: str
    email: str
    logo_svg: str | None = None
    mediator: Mediator | None = None

    def __post_init__(self) -> None:
        require_said(self.name, "landlord.name")

    @property
    def is_demonstration(self) -> bool:
        """Whether what is printed in its name is worth nothing."""
        return is_demonstration(self.siren)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyCard:
    """The agency that hands the paper over; `place` is its commune, `hours` one line a range of days."""

    name: str
    address: tuple[str, ...]
    place: str
    phone: str
    hours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A tenant; `civility` is the ERP's word: MME, M or nothing."""

    civility: str
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DwellingCard:
    """The home of the lease; the last line of its address is the postcode and the commune."""

    address: tuple[str, ...]
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """All that stays the same on every paper of a lease. `mail_to` replaces the dwelling in the window."""

    landlord: LandlordCard
    agency: AgencyCard
    tenants: tuple[Person, ...]
    dwelling: DwellingCard
    lease_number: str
    mail_to: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.tenants), "tenants", "missing")
        require_said(self.lease_number, "lease_number")

    @property
    def postal_lines(self) -> tuple[str, ...]:
        """The lines under the names in the window of the envelope."""
        return self.mail_to or self.dwelling.address
