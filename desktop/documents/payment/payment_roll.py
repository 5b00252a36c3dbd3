"""A payment receipt on an 80 mm roll, for the printer of a kiosk: one page as long as it needs, in black."""

from typing import Final

from desktop.documents.drawing.blocks import Fact, White
from desktop.documents.drawing.flow import Block, draw_down
from desktop.documents.drawing.ink import MM
from desktop.documents.drawing.paper import Identity, PaperFile
from desktop.documents.drawing.roll import (
    BODY,
    HERO,
    LEFT,
    NAME,
    PAPER_WIDTH,
    SMALL,
    STRONG,
    TITLE,
    WIDTH,
    RollAmount,
    RollCode,
    RollRule,
    RollStamp,
    written,
)
from desktop.documents.language.typography import one_line
from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_record import PaymentReceipt
from desktop.documents.payment.payment_words import PaymentWords, paid_by

_EDGE: Final = 5 * MM


def payment_roll(receipt: PaymentReceipt, wording: Wording) -> bytes:
    """Return the receipt as a file of one page, 80 mm wide."""
    words = PaymentWords(receipt, wording)
    blocks: list[Block] = [
        *_head(receipt, words),
        RollRule(),
        *_facts(receipt, words),
        RollRule(),
        *_allocations(receipt, words),
        RollRule(),
        *_balance(words),
        RollRule(),
        *_foot(receipt, words),
    ]
    identity = Identity(
        title=words.subject,
        author=receipt.parties.landlord,
        subject=f"{wording.translate('common.lease')} {receipt.parties.lease_number}",
        made_at=receipt.received_at,
        language_tag=wording.tag,
    )
    paper = PaperFile(identity, PAPER_WIDTH, sum(block.height for block in blocks) + 2 * _EDGE)
    draw_down(paper.page(), _EDGE, blocks)
    return paper.pdf()


def _head(receipt: PaymentReceipt, words: PaymentWords) -> list[Block]:
    landlord, agency = receipt.parties.landlord, receipt.parties.agency
    wording = words.wording
    stamp: list[Block] = []
    if receipt.duplicate is not None:
        stamp = [
            White(5),
            RollStamp(wording.translate("common.duplicate")),
            written(words.copy_of, SMALL, after=3, centred=True),
        ]
    return [
        written(landlord.name, NAME, centred=True),
        written(agency.name, BODY, centred=True),
        written(one_line(agency.address), SMALL, centred=True),
        written(agency.phone, SMALL, centred=True),
        *stamp,
        RollRule(),
        written(words.title, TITLE, centred=True),
        written(wording.money(receipt.cents), HERO, centred=True),
        written(wording.amount_in_words(receipt.cents), STRONG, after=4, centred=True),
        written(words.received_on, BODY, centred=True),
        *(written(number, BODY, centred=True) for number in (words.number, words.earlier_number) if number),
    ]


def _facts(receipt: PaymentReceipt, words: PaymentWords) -> list[Block]:
    say = words.wording.translate
    facts = (
        (say("payment_receipt.payer"), words.wording.people(receipt.parties.tenants)),
        (say("payment_receipt.means"), paid_by(receipt.paid_by, words.wording)),
        (say("payment_receipt.received_at"), words.place),
        (say("common.lease"), receipt.parties.lease_number),
        (say("common.rf_reference"), receipt.reference),
    )
    return [
        Fact(label, value, LEFT, WIDTH, label_width=24 * MM, style=BODY, label_style=SMALL)
        for label, value in facts
        if value
    ]


def _allocations(receipt: PaymentReceipt, words: PaymentWords) -> list[Block]:
    wording = words.wording
    parts = [
        RollAmount(words.allocation(part), wording.money(part.cents), words.rest(part))
        for part in receipt.allocations
    ]
    return [
        written(wording.translate("payment_receipt.lines_title"), STRONG, after=2),
        *parts,
        RollAmount(wording.translate("common.total"), wording.money(receipt.cents), style=STRONG),
        *([written(words.order, SMALL)] if words.order else []),
    ]


def _balance(words: PaymentWords) -> list[Block]:
    *before, (last, cents) = words.balances
    money = words.wording.money
    return [
        *(RollAmount(label, money(amount)) for label, amount in before),
        RollAmount(last, money(cents), style=STRONG),
        written(words.as_of, SMALL),
    ]


def _foot(receipt: PaymentReceipt, words: PaymentWords) -> list[Block]:
    say = words.wording.translate
    seal: list[Block] = []
    if receipt.seal is not None:
        seal = [
            RollCode(receipt.seal.payload),
            written(say("common.verify_how", code=receipt.seal.check_code), SMALL, after=4),
        ]
    landlord = receipt.parties.landlord
    siren = say("common.siren", siren=landlord.siren) if landlord.siren else ""
    return [
        written(words.nature, BODY, after=3),
        written(words.outlook, BODY, after=3),
        *seal,
        written(say("common.free"), SMALL, after=3),
        *(written(text, SMALL) for text in (say("common.courtesy"), landlord.legal_form, siren) if text),
    ]
