"""The rent receipt: a term wholly paid, rent and charges apart, with the payments that settled it."""

from datetime import UTC, datetime, time

from desktop.documents.drawing.blocks import Fact, Paragraph, White
from desktop.documents.drawing.flow import Block
from desktop.documents.drawing.ink import MM, SECTION, Style
from desktop.documents.drawing.letter import Letter
from desktop.documents.drawing.seal_block import SealedPanel
from desktop.documents.drawing.table import PaperColumn, Row
from desktop.documents.language.typography import one_line
from desktop.documents.language.wording import Wording
from desktop.documents.rent.rent_lines import rent_rows
from desktop.documents.rent.rent_record import LineKind, RentLine, RentReceipt, Settlement

__all__ = ["LineKind", "RentLine", "RentReceipt", "Settlement", "rent_receipt_pdf"]

_STATEMENT = Style(11, 15)
_PAYMENT_COLUMNS = (
    PaperColumn(0, 45 * MM),
    PaperColumn(46 * MM, 134 * MM),
    PaperColumn(136 * MM, 170 * MM, figures=True),
)


def rent_receipt_pdf(receipt: RentReceipt, wording: Wording) -> bytes:
    """Return the rent receipt as an A4 file; the same facts give the same bytes."""
    say, agency = wording.translate, receipt.parties.agency
    number = say("common.number", number=receipt.number)
    settled = max(receipt.total_cents, 0)
    letter = Letter(
        parties=receipt.parties,
        wording=wording,
        made_at=datetime.combine(receipt.issued_on, time(12), UTC),
        title=say("rent_receipt.title"),
        hero=wording.money(settled),
        under=(
            say("rent_receipt.settled_in_full", of_period=wording.of_period(receipt.period)),
            say(
                "rent_receipt.issued_on",
                place=agency.place,
                day=wording.day(receipt.issued_on),
            ),
            number,
            f"{say('common.lease')} {receipt.parties.lease_number}",
        ),
        subject=f"{say('rent_receipt.title')} {number}, {wording.period(receipt.period)}",
        mention=say("common.free"),
        duplicate=receipt.duplicate,
    )
    return letter.pdf(
        [
            Paragraph(_statement(receipt, wording), _STATEMENT),
            White(2 * MM),
            Fact(say("common.dwelling"), one_line(receipt.parties.dwelling.address)),
            White(2.5 * MM),
            *rent_rows(receipt, wording),
            White(3.6 * MM),
            *_payments(receipt, wording),
            White(3.6 * MM),
            SealedPanel((say("rent_receipt.replaces"), say("rent_receipt.keep")), receipt.seal, wording),
        ]
    )


def _statement(receipt: RentReceipt, wording: Wording) -> str:
    key = "statement" if receipt.total_cents > 0 else "statement_nothing_due"
    return wording.translate(
        f"rent_receipt.{key}",
        landlord=receipt.parties.landlord.name,
        payer=wording.people(receipt.parties.tenants),
        of_period=wording.of_period(receipt.period),
        words=wording.amount_in_words(max(receipt.total_cents, 0)),
    )


def _payments(receipt: RentReceipt, wording: Wording) -> list[Block]:
    say = wording.translate
    title = Paragraph(say("rent_receipt.payments_title"), SECTION, keep=True, after=1)
    if not receipt.settlements:
        return [title, Paragraph(say("rent_receipt.nothing_to_pay"))]
    rows: list[Block] = [
        Row(
            cells=(wording.day(paid.paid_on), _means(paid, wording), wording.money(paid.cents)),
            columns=_PAYMENT_COLUMNS,
            padding=2.0,
        )
        for paid in receipt.settlements
    ]
    return [title, *rows]


def _means(paid: Settlement, wording: Wording) -> str:
    return ", ".join(filter(None, (wording.translate(f"means.{paid.means}"), paid.reference)))
