"""The acknowledgement that a certificate of insurance was shown at the counter."""

from typing import Final

from desktop.documents.drawing.blocks import Fact, Paragraph, White
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.ink import MM, TEAL, Style
from desktop.documents.drawing.letter import Letter
from desktop.documents.drawing.seal_block import SealedPanel
from desktop.documents.insurance_record import InsuranceAcknowledgement
from desktop.documents.language.typography import one_line
from desktop.documents.language.wording import Wording

_UNTIL: Final = Style(18, 24, Face.BOLD, TEAL)
_STATEMENT: Final = Style(11, 15)


def insurance_acknowledgement_pdf(seen: InsuranceAcknowledgement, wording: Wording) -> bytes:
    """Return the acknowledgement as an A4 file; the same facts give the same bytes."""
    say, parties = wording.translate, seen.parties
    number = say("common.number", number=seen.number)
    letter = Letter(
        parties=parties,
        wording=wording,
        made_at=seen.seen_at,
        title=say("insurance_acknowledgement.title"),
        hero=say("insurance_acknowledgement.until", day=wording.day(seen.valid_to)),
        hero_style=_UNTIL,
        under=(
            say(
                "insurance_acknowledgement.seen",
                place=parties.agency.place,
                moment=wording.moment(seen.seen_at),
            ),
            number,
            f"{say('common.lease')} {parties.lease_number}",
        ),
        subject=f"{say('insurance_acknowledgement.title')} {number}",
    )
    statement = say("insurance_acknowledgement.statement", tenants=wording.people(parties.tenants))
    worth = (say("insurance_acknowledgement.not_certificate"), say("insurance_acknowledgement.law"))
    return letter.pdf(
        [
            Paragraph(statement, _STATEMENT),
            White(3 * MM),
            *(
                block
                for label, value in _facts(seen, wording)
                for block in (Fact(label, value), White(1.5 * MM))
            ),
            White(4 * MM),
            SealedPanel(worth, seen.seal, wording),
        ]
    )


def _facts(seen: InsuranceAcknowledgement, wording: Wording) -> tuple[tuple[str, str], ...]:
    """What was read on the certificate, and by whom, each with its label."""
    say, parties = wording.translate, seen.parties
    first, last = wording.day(seen.valid_from), wording.day(seen.valid_to)
    period = say("insurance_acknowledgement.from_to", first=first, last=last)
    by = say("insurance_acknowledgement.at_counter", agency=parties.agency.name, name=seen.seen_by)
    return (
        (say("common.dwelling"), one_line(parties.dwelling.address)),
        (say("insurance_acknowledgement.insurer"), seen.insurer),
        (say("insurance_acknowledgement.policy"), seen.policy),
        (say("insurance_acknowledgement.period"), period),
        (say("insurance_acknowledgement.seen_by"), by),
    )
