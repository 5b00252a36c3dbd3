"""Letters, figures and Arabic as they reach the paper."""

import pytest

from desktop.documents.drawing import faces
from desktop.documents.drawing.arabic import has_arabic, visual_order
from desktop.documents.drawing.faces import AMOUNTS, Face
from desktop.documents.drawing.ink import A4_HEIGHT, A4_WIDTH, BODY, STRONG
from desktop.documents.drawing.paper import Identity, PaperFile
from tests.unit.documents import reading, samples


def paper_with(*lines: str) -> bytes:
    """A page with a few lines on it."""
    identity = Identity(
        title="t",
        author=samples.LANDLORD,
        subject="s",
        made_at=samples.RECEIVED_AT,
        language_tag="fr-FR",
    )
    paper = PaperFile(identity, A4_WIDTH, A4_HEIGHT)
    pen = paper.page()
    for number, line in enumerate(lines):
        pen.text(50, 50 + 20 * number, line, BODY)
    return paper.pdf()


@pytest.mark.parametrize("style", [BODY, STRONG])
def test_all_figures_of_an_amount_have_one_width(style: object) -> None:
    face = style.figures  # type: ignore[attr-defined]
    assert len({faces.width(figure, face, 10) for figure in "0123456789"}) == 1
    assert len({faces.width(figure, Face.REGULAR, 10) for figure in "0123456789"}) > 1


def test_amounts_hold_no_sign_beyond_those_kept_ready() -> None:
    written = {sign for wording in ("1 234,56 €", "−€1,234.56") for sign in wording}
    assert written <= set(AMOUNTS)


def test_spaces_and_apostrophes_are_drawn_as_the_face_knows_them() -> None:
    assert faces.runs("12\u202f345\u00a0€ d'or", Face.REGULAR) == ((Face.REGULAR, "12 345 € d’or"),)


def test_a_letter_the_face_lacks_loses_its_accents_before_it_is_given_up() -> None:
    assert faces.runs("Nguyễn Łukasz Ștefan 漢", Face.REGULAR) == ((Face.REGULAR, "Nguyen Łukasz Ștefan ?"),)


def test_letters_beyond_the_everyday_ones_can_be_read_back() -> None:
    assert "Łukasz Şahin Čapek Ørsted" in reading.text(paper_with("Łukasz Şahin Čapek Ørsted"))


def test_an_arabic_name_is_joined_turned_and_set_in_its_own_face() -> None:
    name = "محمد"
    assert has_arabic(name)
    assert not has_arabic("Mohamed")
    drawn = visual_order(name)
    assert drawn[0] == "\ufea9" or drawn[0] == "\ufeaa"  # dal comes last, so it is drawn first from the left
    assert [face for face, _ in faces.runs(f"M. {name}", Face.REGULAR)] == [Face.REGULAR, Face.ARABIC]
    assert any("NotoSansArabic" in font for font in reading.fonts(paper_with(f"M. {name}")))


def test_more_letters_than_one_subset_holds_still_reach_the_paper() -> None:
    glyphs = sorted(faces.font_of(Face.REGULAR).face.charToGlyph)
    letters = "".join(chr(code) for code in glyphs if 0xC0 <= code < 0x250)
    assert len(letters) > 150
    pdf = paper_with(letters[:75], letters[75:])
    assert len(reading.fonts(pdf)) == 2
    assert letters[-10:] in reading.text(pdf).replace(" ", "")
