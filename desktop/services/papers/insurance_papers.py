"""The acknowledgement that a certificate of insurance was shown."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.documents.insurance_record import InsuranceAcknowledgement
from desktop.documents.language.wording import Wording
from desktop.errors import Refused
from desktop.models.insurance_certificate import InsuranceCertificate
from desktop.models.staff import Staff
from desktop.rules.activation_code import ALPHABET
from desktop.rules.role import AT_THE_DESK
from desktop.rules.station_kind import StationKind
from desktop.services.actors import read_actor
from desktop.services.papers.paper_parties import parties_of
from desktop.services.papers.printable import About, Copies, Occasion, PaperLayout, Printable
from desktop.services.people import lease_known

_NUMBER_SIGNS = 6


@dataclass(frozen=True, slots=True)
class AcknowledgementOf:
    """Asks for the acknowledgement of a certificate that was seen."""

    certificate_id: str


def acknowledgement(
    session: Session, asked: AcknowledgementOf, _occasion: Occasion
) -> InsuranceAcknowledgement:
    """Raises Refused: certificate_unknown, lease_unknown."""
    seen = _known(session, asked)
    who = read_actor(seen.seen_by).name
    member = session.get(Staff, who)
    return InsuranceAcknowledgement(
        parties=parties_of(session, lease_known(session, seen.lease_id)),
        number=_number(seen.id),
        insurer=seen.insurer,
        policy=seen.policy,
        valid_from=seen.valid_from,
        valid_to=seen.valid_to,
        seen_at=seen.seen_at,
        seen_by=member.name if member is not None else who,
    )


def _known(session: Session, asked: AcknowledgementOf) -> InsuranceCertificate:
    seen = session.get(InsuranceCertificate, asked.certificate_id)
    if seen is None:
        raise Refused("certificate_unknown")
    return seen


def _number(certificate_id: str) -> str:
    """A few signs that nobody confuses when they are read out; the same whenever it is printed again."""
    rest, signs = UUID(certificate_id).int, ""
    for _ in range(_NUMBER_SIGNS):
        rest, place = divmod(rest, len(ALPHABET))
        signs += ALPHABET[place]
    return f"A-{signs}"


def _about(session: Session, asked: AcknowledgementOf, _device_id: str) -> About:
    seen = _known(session, asked)
    return About(seen.lease_id, seen.id, _number(seen.id))


def _drawn(seen: InsuranceAcknowledgement, wording: Wording, _layout: PaperLayout) -> bytes:
    from desktop.documents.insurance_acknowledgement import (  # noqa: PLC0415 (with the first paper)
        insurance_acknowledgement_pdf,
    )

    return insurance_acknowledgement_pdf(seen, wording)


def _proves(seen: InsuranceAcknowledgement) -> dict[str, Any]:
    return {
        "number": seen.number,
        "lease": seen.parties.lease_number,
        "until": seen.valid_to.isoformat(),
        "at": seen.seen_at.isoformat(timespec="seconds"),
    }


PAPER = Printable(
    name="insurance_acknowledgement",
    asked=AcknowledgementOf,
    about=_about,
    facts=acknowledgement,
    draw=_drawn,
    layouts=frozenset({PaperLayout.A4}),
    seal=_proves,
    copies=Copies.ALIKE,
    by={StationKind.COUNTER: AT_THE_DESK},
)
