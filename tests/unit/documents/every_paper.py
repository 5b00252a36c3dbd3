"""Each paper that documents can make, in its everyday and its hardest shape, by name."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from desktop.documents.activation_slip import activation_slip_pdf
from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_receipt import Outlook, payment_receipt_pdf
from desktop.documents.rent.rent_receipt import rent_receipt_pdf
from desktop.documents.visit_summary import visit_summary_pdf
from desktop.services.papers.printable import PaperLayout
from desktop.services.papers.registry import printables
from tests.unit.documents import samples as s
from tests.unit.documents.papers import SAMPLES

FR, EN = Wording("fr"), Wording("en")
_LOGO = replace(s.PARTIES, landlord=replace(s.LANDLORD, logo_svg=s.LOGO))
_CHEQUE = s.payment(paid_by=s.CHEQUE, subject_to_clearing=True, outlook=Outlook.AFTER_CLEARING)
_COPY = s.payment(duplicate=s.COPY, number="2026-0004512")

PAPERS: Final[dict[str, Callable[[], bytes]]] = {
    "receipt": lambda: payment_receipt_pdf(s.payment(), FR),
    "receipt with a logo": lambda: payment_receipt_pdf(s.payment(parties=_LOGO), FR),
    "receipt in English": lambda: payment_receipt_pdf(s.payment(), EN),
    "receipt for long names": lambda: payment_receipt_pdf(s.payment(parties=s.LONG_PARTIES), FR),
    "receipt of 14 terms": lambda: payment_receipt_pdf(s.payment_of_terms(14), FR),
    "receipt of a cheque": lambda: payment_receipt_pdf(_CHEQUE, FR),
    "receipt without seal": lambda: payment_receipt_pdf(s.payment(seal=None), FR),
    "copy of a receipt": lambda: payment_receipt_pdf(_COPY, FR),
    "receipt on the roll": lambda: payment_receipt_pdf(s.payment(), FR, "roll80"),
    "roll for long names": lambda: payment_receipt_pdf(s.payment(parties=s.LONG_PARTIES), EN, "roll80"),
    "copy on the roll": lambda: payment_receipt_pdf(_COPY, FR, "roll80"),
    "quittance": lambda: rent_receipt_pdf(s.rent(), FR),
    "quittance in English": lambda: rent_receipt_pdf(s.rent(parties=_LOGO), EN),
    "quittance for long names": lambda: rent_receipt_pdf(
        s.rent(parties=s.LONG_PARTIES, duplicate=s.COPY), FR
    ),
    "slip": lambda: activation_slip_pdf(s.slip(), FR),
    "slip for long names": lambda: activation_slip_pdf(s.slip(parties=s.LONG_PARTIES), EN),
    "summary": lambda: visit_summary_pdf(s.visit(), FR),
    "summary of a long visit": lambda: visit_summary_pdf(s.visit(items=s.visit().items * 9), EN),
}


def _add(name: str, sample: Callable[..., Any]) -> None:
    """A paper that brings its sample: as usual, in English, and for long names."""
    (paper,) = (each for each in printables().values() if each.name == name)
    PAPERS[name] = lambda: paper.draw(sample(), FR, PaperLayout.A4)
    PAPERS[f"{name} in English"] = lambda: paper.draw(sample(), EN, PaperLayout.A4)
    PAPERS[f"{name} for long names"] = lambda: paper.draw(sample(parties=s.LONG_PARTIES), FR, PaperLayout.A4)


for each_name, each_sample in SAMPLES.items():
    _add(each_name, each_sample)
