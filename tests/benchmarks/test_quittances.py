"""Rent receipts a second on one core, each for another tenant, beside a plain page of reportlab's canvas."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.resources import files
from io import BytesIO
from time import process_time

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.language.wording import Wording
from desktop.documents.parties import Person
from desktop.documents.rent.rent_receipt import LineKind, RentLine, RentReceipt, Settlement, rent_receipt_pdf
from desktop.documents.seal import Seal
from desktop.rules.means import Means
from tests.benchmarks.record import note
from tests.unit.documents.samples import PARTIES

PAPERS = 300
LINES = 50
BUDGET_A_SECOND = 150
LARGEST_BYTES = 60_000
FACES = ("AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold")


def rent_receipt(number: int) -> RentReceipt:
    """Another name, lease, amount and code for each number."""
    rent, charges, benefit = 40_000 + 37 * number, 9_000 + 11 * number, 10_000 + 7 * number
    total = rent + charges - benefit
    tenant = Person(civility="MME", first=f"Prénom{number}", last=f"NOM-{number}")
    return RentReceipt(
        parties=replace(PARTIES, tenants=(tenant,), lease_number=f"{17580000000 + number}"),
        number=f"17580-{number}",
        period=f"2026-{number % 12 + 1:02d}",
        issued_on=date(2026, 11, 1 + number % 28),
        lines=(
            RentLine(kind=LineKind.RENT, cents=rent),
            RentLine(kind=LineKind.CHARGES, cents=charges),
            RentLine(kind=LineKind.HOUSING_BENEFIT, cents=-benefit),
        ),
        total_cents=total,
        settlements=(Settlement(paid_on=date(2026, 11, 5), means=Means.CARD, cents=total),),
        open_cents=0,
        seal=Seal(payload=f"G1.{number:08d}{'AbC-_d12' * 25}", check_code=f"{number:04d}-2M9X"),
    )


def plain(number: int) -> bytes:
    """A page of reportlab's own: the same faces and as many lines, no code, no layout."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=1)
    for line in range(LINES):
        canvas.setFont(FACES[line % 5 == 0], 10)
        canvas.drawString(
            50, 800 - 14 * line, f"Loyer et charges de novembre 2026, ligne {line} n° {number} é"
        )
    canvas.save()
    return file.getvalue()


def a_second(make: Callable[[int], bytes]) -> tuple[float, int]:
    """How many files a second of this core's time, and the largest in bytes."""
    make(PAPERS)
    start = process_time()
    largest = max(len(make(number)) for number in range(PAPERS))
    return PAPERS / (process_time() - start), largest


def test_rent_receipts_a_second() -> None:
    wording = Wording("fr")
    for face in FACES:
        with files("desktop.resources").joinpath("fonts", f"{face}.ttf").open("rb") as font:
            registerFont(TTFont(face, font))
    rate, largest = a_second(lambda number: rent_receipt_pdf(rent_receipt(number), wording))
    alone, _ = a_second(plain)
    note(
        "quittances a second a core",
        rate,
        "papers/s",
        reference=alone,
        budget=BUDGET_A_SECOND,
        ok=rate >= BUDGET_A_SECOND,
    )
    note(
        "size of a quittance",
        largest,
        "bytes",
        reference=0,
        budget=LARGEST_BYTES,
        ok=largest <= LARGEST_BYTES,
    )
