"""A payment receipt on A4, its address in the window of an envelope."""

from desktop.documents.drawing.balance import BalanceStrip
from desktop.documents.drawing.blocks import Fact, Paragraph, White
from desktop.documents.drawing.flow import Block
from desktop.documents.drawing.ink import LABEL, LEAD, MM, SECTION, TEAL
from desktop.documents.drawing.letter import Letter
from desktop.documents.drawing.seal_block import SealedPanel
from desktop.documents.drawing.table import PaperColumn, Row, head, total
from desktop.documents.language.typography import one_line
from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_record import PaymentReceipt
from desktop.documents.payment.payment_words import PaymentWords, paid_by

_COLUMNS = (
    PaperColumn(0, 98 * MM),
    PaperColumn(100 * MM, 132 * MM, figures=True),
    PaperColumn(134 * MM, 170 * MM, figures=True),
)


def payment_letter(receipt: PaymentReceipt, wording: Wording) -> bytes:
    """Return the receipt as an A4 file."""
    words = PaymentWords(receipt, wording)
    under = (words.received_on, words.number, words.earlier_number)
    letter = Letter(
        parties=receipt.parties,
        wording=wording,
        made_at=receipt.received_at,
        title=words.title,
        hero=wording.money(receipt.cents),
        under=tuple(filter(None, under)),
        subject=words.subject,
        mention=wording.translate("common.free"),
        duplicate=receipt.duplicate,
    )
    return letter.pdf(
        [
            Paragraph(words.statement, LEAD),
            White(3 * MM),
            *_facts(receipt, words),
            White(4.4 * MM),
            *_allocations(receipt, words),
            White(4.4 * MM),
            *_balance(words),
            White(4.4 * MM),
            _what_it_is(receipt, words),
        ]
    )


def _facts(receipt: PaymentReceipt, words: PaymentWords) -> list[Block]:
    say = words.wording.translate
    parties = receipt.parties
    facts = [
        (say("payment_receipt.means"), paid_by(receipt.paid_by, words.wording)),
        (say("payment_receipt.received_at"), words.place),
        (say("common.lease"), parties.lease_number),
        (say("common.dwelling"), one_line(parties.dwelling.address)),
        (say("common.rf_reference"), receipt.reference),
    ]
    return [Fact(label, value) for label, value in facts if value]


def _allocations(receipt: PaymentReceipt, words: PaymentWords) -> list[Block]:
    say = words.wording.translate
    tells_rest = any(part.remaining_cents is not None for part in receipt.allocations)
    columns = _COLUMNS if tells_rest else (_COLUMNS[0], _COLUMNS[2])
    titles = ["column_term", "column_amount", *(["column_remaining"] if tells_rest else [])]
    heading = head(tuple(say(f"payment_receipt.{title}") for title in titles), columns)
    last_two = len(receipt.allocations) - 2
    rows: list[Block] = []
    for index, part in enumerate(receipt.allocations):
        cells = (words.allocation(part), words.wording.money(part.cents), words.remaining(part))
        inks = {2: TEAL} if part.remaining_cents == 0 and tells_rest else {}
        rows.append(
            Row(
                cells=cells[: len(columns)],
                columns=columns,
                heading=heading,
                keep=index >= last_two,
                inks=inks,
            )
        )
    order: list[Block] = [White(1.5 * MM), Paragraph(words.order, LABEL)] if words.order else []
    sums = (say("payment_receipt.total"), words.wording.money(receipt.cents), "")
    return [
        Paragraph(say("payment_receipt.lines_title"), SECTION, keep=True, after=1),
        heading,
        *rows,
        total(sums[: len(columns)], columns),
        *order,
    ]


def _balance(words: PaymentWords) -> list[Block]:
    return [
        Paragraph(words.wording.translate("payment_receipt.balance_title"), SECTION, keep=True, after=3),
        BalanceStrip(words.balances, words.wording, keep=True),
        White(1.5 * MM, keep=True),
        Paragraph(words.as_of, LABEL),
    ]


def _what_it_is(receipt: PaymentReceipt, words: PaymentWords) -> SealedPanel:
    texts = (words.nature, words.outlook)
    return SealedPanel(texts, receipt.seal, words.wording, attention=receipt.subject_to_clearing)
