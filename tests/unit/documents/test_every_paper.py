"""What holds for every paper: small, whole, the same each time, and nothing written over anything else."""

import subprocess
import sys
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.documents.drawing.ink import A4_HEIGHT, A4_WIDTH, MM
from desktop.documents.language.wording import Wording
from desktop.documents.parties import Person
from desktop.documents.payment.payment_receipt import payment_receipt_pdf
from desktop.documents.rent.rent_receipt import rent_receipt_pdf
from tests.unit.documents import reading, samples
from tests.unit.documents.every_paper import PAPERS

LARGEST = 60_000
EACH = pytest.mark.parametrize("name", PAPERS)


def overlapping(texts: list[reading.Written]) -> list[tuple[str, str]]:
    """Lines of one page that are written over each other by more than a hair."""
    found = []
    for (pen, one, a), (other_pen, other, b) in combinations(texts, 2):
        across = min(a[2], b[2]) - max(a[0], b[0])
        down = min(a[3], b[3]) - max(a[1], b[1])
        if pen is other_pen and across > 0.5 and down > 0.5:
            found.append((one, other))
    return found


@EACH
def test_no_paper_weighs_more_than_60_kb(name: str) -> None:
    assert len(PAPERS[name]()) <= LARGEST


@EACH
def test_every_font_is_carried_by_the_file_as_a_subset(name: str) -> None:
    carried = reading.fonts(PAPERS[name]())
    assert len(carried) >= 2
    assert all(carried.values())
    assert all(font[7] == "+" and font[1:7].isupper() for font in carried)


@EACH
def test_the_same_facts_give_the_same_bytes(name: str) -> None:
    first = PAPERS[name]()
    PAPERS["quittance for long names"]()
    assert PAPERS[name]() == first


@EACH
def test_no_line_is_written_over_another_or_off_the_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = reading.written_texts(monkeypatch)
    pdf = PAPERS[name]()
    assert len(written) > 15
    assert overlapping(written) == []
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    edge = 3 * MM
    outside = [
        line
        for _, line, (left, top, right, bottom) in written
        if left < edge or top < edge or right > float(box.width) - edge or bottom > float(box.height) - edge
    ]
    assert outside == []


def test_another_process_writes_the_same_bytes() -> None:
    script = (
        "import hashlib; from tests.unit.documents.every_paper import PAPERS;"
        "print(hashlib.sha256(b''.join(make() for make in PAPERS.values())).hexdigest())"
    )
    root = Path(__file__).parents[3]
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_the_address_stands_in_the_window_of_the_envelope(monkeypatch: pytest.MonkeyPatch) -> None:
    written = reading.written_texts(monkeypatch)
    payment_receipt_pdf(samples.payment(parties=samples.LONG_PARTIES), Wording("fr"))
    window = (100 * MM, 45 * MM, 198 * MM, 91 * MM)
    inside = [
        (line, box)
        for _, line, box in written
        if box[2] > window[0] and box[0] > 95 * MM and box[3] > window[1] and box[1] < window[3]
    ]
    assert inside[0][0].startswith("Mme\u00a0Marie-Antoinette")
    assert inside[-1][0].startswith("62217 Beaurains")
    assert all(box[0] >= 105 * MM and box[2] <= window[2] for _, box in inside)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    first=st.text(st.characters(categories=("L",)), max_size=60),
    last=st.text(st.characters(codec="cp1252", categories=("L", "P", "Zs")), min_size=1, max_size=120),
    street=st.text(st.characters(codec="latin-1", exclude_categories=("C",)), max_size=150),
)
def test_no_name_or_address_breaks_a_paper(first: str, last: str, street: str) -> None:
    person = Person(civility="M", first=first, last=last)
    home = type(samples.HOME)(address=(street, "62000 Arras"))
    changes: dict[str, Any] = {"tenants": (person, person), "dwelling": home}
    parties = type(samples.PARTIES)(
        landlord=samples.LANDLORD, agency=samples.AGENCY, lease_number="17580000012", **changes
    )
    with pytest.MonkeyPatch.context() as patch:
        written = reading.written_texts(patch)
        rent_receipt_pdf(samples.rent(parties=parties), Wording("fr"))
        assert overlapping(written) == []
        assert max(box[2] for _, _, box in written) <= A4_WIDTH - 3 * MM
        assert max(box[3] for _, _, box in written) <= A4_HEIGHT


def test_the_file_names_itself_its_author_its_date_and_its_language() -> None:
    pdf = rent_receipt_pdf(samples.rent(), Wording("en"))
    known = PdfReader(BytesIO(pdf)).metadata
    assert known is not None
    assert known.title == "Rent receipt (quittance) no. AG02-Q-2026-0004512, November 2026"
    assert known.author == "Habitat 62"
    assert known.subject == "Lease no. 17580000012"
    assert str(known.creation_date) == "2026-11-22 12:00:00+00:00"
    assert reading.root(pdf)["/Lang"] == "en-GB"
    assert reading.root(payment_receipt_pdf(samples.payment(), Wording("fr")))["/Lang"] == "fr-FR"


def test_the_roll_is_80_mm_wide_and_as_long_as_it_needs() -> None:
    short, long = (
        PdfReader(BytesIO(payment_receipt_pdf(receipt, Wording("fr"), "roll80")))
        for receipt in (samples.payment(), samples.payment_of_terms(14))
    )
    assert round(float(short.pages[0].mediabox.width) / MM) == 80
    assert len(short.pages) == len(long.pages) == 1
    assert long.pages[0].mediabox.height > short.pages[0].mediabox.height
