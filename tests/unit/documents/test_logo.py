"""A landlord's logo: drawn as vectors, refused in clear when chosen, left out when it cannot be read."""

from dataclasses import replace

import pytest

from desktop.documents.drawing.logo import check_logo
from desktop.documents.drawing.svg import read_svg
from desktop.documents.drawing.svg_shapes import placement
from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_receipt import payment_receipt_pdf
from desktop.errors import Invalid
from tests.unit.documents import samples
from tests.unit.documents.drawn import content

FR = Wording("fr")


def svg(inside: str, view: str = 'viewBox="0 0 10 10"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{inside}</svg>'


def receipt_with(logo: str) -> bytes:
    landlord = replace(samples.LANDLORD, logo_svg=logo)
    return payment_receipt_pdf(samples.payment(parties=replace(samples.PARTIES, landlord=landlord)), FR)


def test_a_logo_is_drawn_in_its_own_colours() -> None:
    drawn = content(receipt_with(samples.LOGO))
    assert "0.043 0.392 0.408 rg 12.996" not in drawn
    assert read_svg(samples.LOGO).operators in drawn
    assert "0.043 0.392 0.408 rg" in read_svg(samples.LOGO).operators


@pytest.mark.parametrize(
    ("inside", "operators"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', "0.000 0.000 0.000 rg 1 2 m 4 2 l 4 6 l 1 6 l h f"),
        ('<polygon points="0,0 4,0 4,4" fill="#f00"/>', "1.000 0.000 0.000 rg 0 0 m 4 0 l 4 4 l h f"),
        (
            '<path d="M0 0h2v2z" style="fill:navy;fill-rule:evenodd"/>',
            "0.000 0.000 0.502 rg 0 0 m 2 0 l 2 2 l h f*",
        ),
        ('<g transform="translate(1 2)"><path d="M0 0L2 2Z"/></g>', "q 1 0 0 1 1 2 cm 0.000 0.000 0.000 rg"),
        ('<rect width="3" height="4" fill="none"/>', ""),
        ('<g display="none"><rect width="3" height="4"/></g>', ""),
    ],
)
def test_plain_shapes_become_operators(inside: str, operators: str) -> None:
    assert operators in read_svg(svg(inside)).operators


def test_a_view_that_does_not_begin_at_nought_is_moved_there() -> None:
    drawing = read_svg(svg("", 'viewBox="-5 -5 10 20"'))
    assert (drawing.width, drawing.height) == (10, 20)
    assert drawing.operators.startswith("1 0 0 1 5 5 cm")


@pytest.mark.parametrize(
    ("transform", "operators"),
    [
        ("matrix(1 2 3 4 5 6)", "1 2 3 4 5 6 cm"),
        ("scale(2)", "2 0 0 2 0 0 cm"),
        ("rotate(90)", "6.1232e-17 1 -1 6.1232e-17 0 0 cm"),
        ("translate(1,2) scale(3 4)", "1 0 0 1 1 2 cm 3 0 0 4 0 0 cm"),
    ],
)
def test_placements_are_matrices(transform: str, operators: str) -> None:
    assert placement(transform) == operators


@pytest.mark.parametrize(
    ("logo", "code"),
    [
        ("", "not_svg"),
        ("hello", "not_svg"),
        ("<svg", "not_svg"),
        (svg("<text>Habitat</text>"), "not_plain"),
        (svg('<image href="x.png"/>'), "not_plain"),
        (svg('<rect width="1" height="1" fill="url(#shine)"/>'), "not_plain"),
        (svg('<rect width="1" height="1" stroke="#000"/>'), "not_plain"),
        (svg('<rect width="wide" height="1"/>'), "not_svg"),
        (svg('<g transform="spin(3)"><rect width="1" height="1"/></g>'), "not_svg"),
        (svg("", ""), "no_size"),
        ("<html viewBox='0 0 1 1'/>", "no_size"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "not_plain"),
        ("x" * 200_001, "too_long"),
    ],
)
def test_a_logo_that_cannot_be_drawn_is_refused_when_chosen_and_never_stops_a_receipt(
    logo: str, code: str
) -> None:
    with pytest.raises(Invalid, match=f"^{code}$"):
        check_logo(logo)
    assert b"%PDF" in receipt_with(logo)[:8]
