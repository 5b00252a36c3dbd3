"""Tokens can be read by everyone, sizes follow millimetres, and colours live in one file."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop.views.common.bundle import RESOURCES
from desktop.views.common.labels import text
from desktop.views.common.language import Language
from desktop.views.common.theme import (
    CONTRAST,
    LIGHT,
    Kind,
    Scale,
    Tokens,
    current,
    stylesheet,
    text_font,
)
from tests.views.common.conftest import Dress
from tests.views.looks import contrast

PACKAGE = RESOURCES.parent
GROUNDS = ("ground", "surface", "sunken")
ON_GROUNDS = ("ink", "muted", "action", "attention", "danger", "success", "offline", "disabled")
PAIRS = [
    *[(words, ground) for words in ON_GROUNDS for ground in GROUNDS],
    *[(tone, f"{tone}_soft") for tone in ("action", "attention", "danger", "success", "offline")],
    *[("ink", f"{tone}_soft") for tone in ("action", "attention", "danger", "success", "offline")],
    ("on_action", "action"),
    ("on_action", "action_pressed"),
    ("ink", "selection"),
]
LINES = [
    ("edge", "surface"),
    ("edge", "ground"),
    ("focus", "ground"),
    ("focus", "surface"),
    ("action", "ground"),
]


def _ratio(tokens: Tokens, one: str, other: str) -> float:
    return contrast(getattr(tokens, one), getattr(tokens, other))


@pytest.mark.parametrize("tokens", [LIGHT, CONTRAST], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(tokens: Tokens, words: str, ground: str) -> None:
    least = 7.0 if tokens is CONTRAST else 4.5
    assert _ratio(tokens, words, ground) >= least


@pytest.mark.parametrize("tokens", [LIGHT, CONTRAST], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_the_edge_of_what_can_be_used_is_seen(tokens: Tokens, line: str, ground: str) -> None:
    assert _ratio(tokens, line, ground) >= 3.0


def test_no_colour_is_written_outside_the_tokens() -> None:
    hexes = re.compile(r"#[0-9A-Fa-f]{3,8}\b(?!\w)|\brgba?\(")
    files = [
        *PACKAGE.glob("views/**/*.py"),
        *PACKAGE.glob("resources/qss/*"),
        *PACKAGE.glob("resources/icons/*"),
    ]
    guilty = [
        file.relative_to(PACKAGE)
        for file in files
        if file != PACKAGE / "views" / "common" / "tokens.py"
        and hexes.search(file.read_text(encoding="utf-8"))
    ]
    assert guilty == []


def test_nobody_dresses_a_widget_by_hand() -> None:
    guilty = [
        file.relative_to(PACKAGE)
        for file in PACKAGE.glob("views/**/*.py")
        if ".setStyleSheet(" in file.read_text(encoding="utf-8") and file.name != "theme.py"
    ]
    assert guilty == []


def test_every_variant_in_the_stylesheet_is_used_somewhere() -> None:
    sheet = (RESOURCES / "qss" / "guichet.qss").read_text(encoding="utf-8")
    code = "\n".join(file.read_text(encoding="utf-8") for file in PACKAGE.glob("views/**/*.py"))
    variants = set(re.findall(r'\[(?:role|part|strip|tone)="([a-z]+)"\]', sheet))
    assert [variant for variant in sorted(variants) if f'"{variant}"' not in code] == []


def test_a_target_of_twenty_millimetres_is_eighty_one_pixels_on_the_usual_kiosk() -> None:
    scale = Scale(Kind.KIOSK, px_per_mm=4.03)
    assert (scale.target, scale.gap) == (81, 13)
    assert Scale(Kind.COUNTER).target == 44


def test_the_type_scale_grows_by_a_quarter_a_step() -> None:
    counter, kiosk = Scale(Kind.COUNTER), Scale()
    assert [counter.font(step) for step in ("caption", "body", "lead", "title", "headline")] == [
        16,
        20,
        25,
        31,
        39,
    ]
    assert [kiosk.font(step) for step in ("caption", "body", "lead", "title")] == [22, 28, 35, 44]


def test_twice_the_text_is_twice_the_body_and_less_for_headings() -> None:
    plain, double = Scale(), Scale(text=2.0)
    assert double.font("body") == 2 * plain.font("body")
    assert plain.font("headline") < double.font("headline") < 2 * plain.font("headline")


def test_a_capital_is_seven_millimetres_high_in_the_largest_text(dress: Dress) -> None:
    """EN 301 549, 5.1.4: 0.7 degrees at 60 cm are 7.3 mm."""
    theme = dress(scale=Scale(text=2.0))
    height = QFontMetrics(text_font(theme.scale.font("body"))).capHeight()
    assert height / theme.scale.px_per_mm >= 7.3


def test_all_figures_have_the_same_width(dress: Dress, qapp: QApplication) -> None:
    dress()
    label = text("0", "money")
    label.ensurePolished()
    metrics = QFontMetrics(label.font())
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert label.font().families()[0] == "Atkinson Hyperlegible"


def test_arabic_turns_the_whole_application(dress: Dress, qapp: QApplication) -> None:
    dress(language=Language.AR)
    assert qapp.isRightToLeft()
    dress()
    assert not qapp.isRightToLeft()


def test_the_stylesheet_has_no_hole(dress: Dress) -> None:
    for tokens in (LIGHT, CONTRAST):
        assert "$" not in stylesheet(dress(tokens))
    assert current().tokens is CONTRAST


def test_the_fonts_ship_with_their_licences() -> None:
    fonts = RESOURCES / "fonts"
    for family in ("AtkinsonHyperlegible", "NotoSansArabic"):
        assert list(Path(fonts).glob(f"{family}-*.ttf"))
        assert "SIL OPEN FONT LICENSE" in (fonts / f"{family}-OFL.txt").read_text(encoding="utf-8")
