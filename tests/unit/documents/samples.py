"""Invented landlord, tenants and papers for the tests of documents."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop.documents.activation_slip import ActivationSlip
from desktop.documents.parties import AgencyCard, DwellingCard, LandlordCard, Mediator, Parties, Person
from desktop.documents.payment.payment_record import (
    AllocationLine,
    AllocationOrder,
    Outlook,
    PaidBy,
    PaymentReceipt,
    Portion,
)
from desktop.documents.rent.rent_record import LineKind, RentLine, RentReceipt, Settlement
from desktop.documents.seal import Duplicate, Seal
from desktop.documents.visit_summary import VisitAct, VisitItem, VisitSummary
from desktop.rules.means import Means

MEDIATOR = Mediator(
    name="Médiation de la consommation du Nord",
    address=("12 rue des Trois-Cailloux", "80000 Amiens"),
    web="mediation-nord.example",
)
LANDLORD = LandlordCard(
    name="Habitat 62",
    legal_form="Office public de l'habitat",
    address=("4 avenue des Droits-de-l'Homme", "62022 Arras CEDEX"),
    siren="344 077 672",
    phone="03 21 62 62 62",
    web="habitat62.example",
    email="contact@habitat62.example",
    mediator=MEDIATOR,
)
AGENCY = AgencyCard(
    name="Agence d'Arras",
    address=("40 rue Ernest Hemingway", "62000 Arras"),
    place="Arras",
    phone="03 21 55 31 75",
    hours=("Lun-Jeu 08:30-12:00 13:30-17:30", "Ven 08:30-12:00 13:30-16:30"),
)
HOME = DwellingCard(
    address=("133 chemin des Dunes", "Bâtiment A, 3e étage, porte 89", "62280 Saint-Martin-Boulogne"),
    reference="logement 6213247621400001",
)
DIANE = Person(civility="MME", first="Diane", last="EL AMRANI")
PAUL = Person(civility="M", first="Paul", last="D'HALLUIN")
PARTIES = Parties(
    landlord=LANDLORD, agency=AGENCY, tenants=(DIANE,), dwelling=HOME, lease_number="17580000012"
)

LONG_PARTIES = Parties(
    landlord=LANDLORD,
    agency=AGENCY,
    tenants=(
        Person(
            civility="MME",
            first="Marie-Antoinette Joséphine Philippine",
            last="DE LA ROCHEFOUCAULD-MONTMORENCY VAN DEN BROECKE",
        ),
        Person(civility="M", first="Abdoul-Karim Souleymane", last="RAKOTOMALALANIRINARISON-ANDRIAMANANTENA"),
    ),
    dwelling=DwellingCard(
        address=(
            "Résidence Les Hauts de l'Ancienne-Filature-de-la-Reine-Élisabeth",
            "Bâtiment C2, escalier 14, 11e étage, appartement 1142, boîte 07",
            "1187 bis avenue du Général-Philippe-Leclerc-de-Hauteclocque",
            "62217 Beaurains-lès-Saint-Martin-sur-Cojeul",
        )
    ),
    lease_number="17580000012",
)
RECEIVED_AT = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)
KNOWN_AT = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
SEAL = Seal(payload="G1." + "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6DZ-_"[:42] * 5, check_code="7KQ4-2M9X")
COPY = Duplicate(
    original_at=datetime(2026, 11, 3, 14, 5, tzinfo=UTC),
    reprinted_at=datetime(2026, 11, 22, 9, 50, tzinfo=UTC),
)
CARD = PaidBy(means=Means.CARD, card_last4="4242", authorisation="5A3F21")
CASH = PaidBy(means=Means.CASH)
CHEQUE = PaidBy(means=Means.CHEQUE, cheque_number="0012345", cheque_bank="La Banque Postale")

TWO_TERMS = (
    AllocationLine(portion=Portion.TERM, period="2026-10", cents=31205, remaining_cents=0),
    AllocationLine(portion=Portion.TERM, period="2026-11", cents=13795, remaining_cents=36310),
)


def payment(**changes: Any) -> PaymentReceipt:
    """A payment of 450,00 € by card at a kiosk, but for what is changed."""
    facts: dict[str, Any] = {
        "parties": PARTIES,
        "station_number": "AG02-K01-000123",
        "number": None,
        "received_at": RECEIVED_AT,
        "paid_by": CARD,
        "cents": 45000,
        "allocations": TWO_TERMS,
        "order": AllocationOrder.LEGAL,
        "balance_before_cents": 81310,
        "balance_as_of": KNOWN_AT,
        "taken_by": "K01",
        "at_kiosk": True,
        "reference": "RF18 5390 0754 7034",
        "subject_to_clearing": False,
        "outlook": Outlook.READY,
        "seal": SEAL,
    }
    return PaymentReceipt(**facts | changes)


def payment_of_terms(count: int) -> PaymentReceipt:
    """A payment that settles as many months as wanted, back from November 2026."""
    months = [(2026 * 12 + 10 - back) for back in range(count)]
    parts = tuple(
        AllocationLine(
            portion=Portion.TERM,
            period=f"{month // 12}-{month % 12 + 1:02d}",
            cents=50105 + 7 * month,
            remaining_cents=0,
        )
        for month in reversed(months)
    )
    paid = sum(part.cents for part in parts)
    return payment(allocations=parts, cents=paid, balance_before_cents=paid + 1234)


LOGO = """<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<defs><style>.wall{fill:#0b6468}.roof, .door{fill:#17263C;fill-rule:evenodd}</style></defs>
<title>Habitat 62</title>
<g transform="translate(2 2)"><path class="roof" d="M30 2 58 26 54 31 30 11 6 31 2 26z"/>
<rect class="wall" x="10" y="30" width="40" height="28" rx="3"/>
<g style="fill:#fff"><circle cx="20" cy="42" r="4"/><rect x="33" y="38" width="9" height="20"/>
</g></g></svg>"""


def rent(**changes: Any) -> RentReceipt:
    """A rent receipt for November 2026 with every usual line, paid in two parts, but for what is changed."""
    facts: dict[str, Any] = {
        "parties": PARTIES,
        "number": "AG02-Q-2026-0004512",
        "period": "2026-11",
        "issued_on": date(2026, 11, 22),
        "lines": (
            RentLine(kind=LineKind.RENT, cents=66137),
            RentLine(kind=LineKind.SLS, cents=2550),
            RentLine(kind=LineKind.RLS, cents=-4628),
            RentLine(kind=LineKind.CHARGES, cents=19096),
            RentLine(kind=LineKind.ADJUSTMENT, cents=-1240, label="Régularisation des charges 2025"),
            RentLine(kind=LineKind.HOUSING_BENEFIT, cents=-29100),
        ),
        "total_cents": 52815,
        "settlements": (
            Settlement(paid_on=date(2026, 11, 5), means=Means.DIRECT_DEBIT, cents=40000),
            Settlement(
                paid_on=date(2026, 11, 22), means=Means.CARD, cents=12815, reference="AG02-K01-000123"
            ),
        ),
        "open_cents": 0,
        "seal": SEAL,
    }
    return RentReceipt(**facts | changes)


def slip(**changes: Any) -> ActivationSlip:
    """A slip with the code 2X38A ZEGB7, but for what is changed."""
    facts: dict[str, Any] = {
        "parties": PARTIES,
        "code": "2X38AZEGB7",
        "issued_at": RECEIVED_AT,
        "valid_until": date(2026, 12, 22),
        "issued_by": "Claire Delattre",
        "account_web": "habitat62.example/espace-locataire",
    }
    return ActivationSlip(**facts | changes)


def visit(**changes: Any) -> VisitSummary:
    """A visit in which three things were done, but for what is changed."""
    facts: dict[str, Any] = {
        "parties": PARTIES,
        "started_at": RECEIVED_AT,
        "ended_at": RECEIVED_AT + timedelta(minutes=18),
        "served_by": "Claire Delattre",
        "items": (
            VisitItem(at=RECEIVED_AT, act=VisitAct.CODE_REISSUED, detail="valable jusqu'au 22 décembre 2026"),
            VisitItem(
                at=RECEIVED_AT + timedelta(minutes=6),
                act=VisitAct.PAYMENT_TAKEN,
                detail="carte bancaire",
                number="AG02-C01-000123",
                cents=45000,
            ),
            VisitItem(
                at=RECEIVED_AT + timedelta(minutes=15),
                act=VisitAct.REQUEST_OPENED,
                detail="Fuite sous l'évier de la cuisine, passage du plombier sous trois jours ouvrés",
                number="D-2026-00871",
            ),
        ),
    }
    return VisitSummary(**facts | changes)
