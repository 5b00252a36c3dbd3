"""What is printed in the name of the demonstration's landlord says so, on every page of every paper."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.documents.language.wording import Wording
from desktop.rules.demonstration import MARK
from desktop.services.papers.printable import PaperLayout
from desktop.services.papers.registry import printables
from tests.unit.documents import reading
from tests.unit.documents import samples as s
from tests.unit.documents.papers import SAMPLES

_OURS: dict[str, Callable[..., Any]] = {
    "payment_receipt": s.payment,
    "rent_receipt": s.rent,
    "activation_slip": s.slip,
    "doubt_slip": s.visit,
    **SAMPLES,
}
_INVENTED = replace(s.PARTIES, landlord=replace(s.LANDLORD, siren="276 200 007"))
EACH = pytest.mark.parametrize(
    ("name", "layout"),
    [(each.name, layout) for each in printables().values() for layout in sorted(each.layouts)],
)


def drawn(name: str, layout: PaperLayout, **changes: Any) -> bytes:
    assert name in _OURS, f"say here how the paper {name} is made"
    (paper,) = (each for each in printables().values() if each.name == name)
    return paper.draw(_OURS[name](**changes), Wording("fr"), layout)


@EACH
def test_every_page_of_a_demonstration_says_that_it_is_worth_nothing(name: str, layout: PaperLayout) -> None:
    pages = reading.pages(drawn(name, layout, parties=_INVENTED))
    assert pages
    assert all(MARK in " ".join(page.split()) for page in pages)


@EACH
def test_no_paper_of_a_real_landlord_says_so(name: str, layout: PaperLayout) -> None:
    assert MARK not in " ".join(reading.text(drawn(name, layout)).split())
