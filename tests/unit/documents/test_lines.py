"""Breaking lines and turning pages."""

from dataclasses import dataclass
from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.drawing import lines
from desktop.documents.drawing.blocks import White
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.flow import Block, paginate
from desktop.documents.drawing.ink import BODY
from desktop.documents.drawing.pen import Pen
from desktop.documents.language.typography import BOLD, NBSP


@dataclass(frozen=True)
class Slab:
    """A block of a height, with a name to find it again."""

    height: float
    name: str = ""
    keep: bool = False
    heading: "Slab | None" = None
    blank: ClassVar[bool] = False

    def draw(self, pen: Pen, top: float) -> None:
        """Nothing is drawn."""


def names(pages: list[list[Block]]) -> list[list[str]]:
    return [[block.name for block in page if isinstance(block, Slab)] for page in pages]


def said(text: str, width: float) -> list[str]:
    return [lines.plain(line) for line in lines.wrap(text, BODY, width)]


def test_a_line_breaks_at_spaces_but_never_at_unbreakable_ones() -> None:
    assert said(f"quatre cent{NBSP}euros", 60) == ["quatre", f"cent{NBSP}euros"]


def test_bold_goes_on_over_the_end_of_a_line_and_stops_inside_a_word() -> None:
    [first, second] = lines.wrap(f"la {BOLD}somme due{BOLD}, oui", BODY, 55)
    assert first == (("la ", False), ("somme", True))
    assert second == (("due", True), (", oui", False))


def test_a_word_too_wide_for_its_line_is_cut_after_a_hyphen_if_it_has_one() -> None:
    assert said("ROCHEFOUCAULD-MONTMORENCY", 110) == ["ROCHEFOUCAULD-", "MONTMORENCY"]
    assert len(said("M" * 30, 110)) > 2


def test_a_line_end_in_the_text_is_kept() -> None:
    assert said("un\ndeux trois", 500) == ["un", "deux trois"]
    assert said("", 500) == [""]


@given(
    st.text(st.characters(codec="latin-1", exclude_categories=("C", "Zs")), max_size=200), st.floats(30, 300)
)
def test_nothing_is_wider_than_its_column_and_nothing_is_lost(text: str, width: float) -> None:
    wrapped = lines.wrap(text, BODY, width)
    assert all(lines.measure(line, BODY) <= width + 0.01 for line in wrapped)
    assert "".join(lines.plain(line) for line in wrapped) == text


@given(st.lists(st.sampled_from(["a", "bcd", "Mme", "quittance", f"n°{NBSP}12"]), min_size=1, max_size=40))
def test_every_word_comes_out_once_and_in_order(words: list[str]) -> None:
    assert " ".join(said(" ".join(words), 90)) == " ".join(words)


def test_a_block_that_does_not_fit_begins_the_next_page() -> None:
    pages = paginate([Slab(60, "a"), Slab(60, "b"), Slab(60, "c")], 100, 130)
    assert names(pages) == [["a"], ["b", "c"]]


def test_a_title_goes_with_what_it_is_above() -> None:
    pages = paginate([Slab(60, "a"), Slab(20, "title", keep=True), Slab(60, "b")], 100, 100)
    assert names(pages) == [["a"], ["title", "b"]]


def test_a_table_takes_its_head_along() -> None:
    top = Slab(10, "head")
    rows: list[Block] = [Slab(40, f"row{number}", heading=top) for number in range(4)]
    assert names(paginate([top, *rows], 95, 95)) == [["head", "row0", "row1"], ["head", "row2", "row3"]]


def test_white_is_left_out_at_the_top_of_a_page() -> None:
    pages = paginate([Slab(90, "a"), White(20), Slab(90, "b")], 100, 100)
    assert names(pages) == [["a"], ["b"]]
    assert not any(isinstance(block, White) for block in pages[1])


@given(st.lists(st.tuples(st.floats(1, 90), st.booleans()), max_size=30))
def test_no_page_is_fuller_than_it_can_be_and_no_block_is_lost(heights: list[tuple[float, bool]]) -> None:
    blocks: list[Block] = [Slab(height, str(index)) for index, (height, _) in enumerate(heights)]
    pages = paginate(blocks, 100, 120)
    assert [block for page in pages for block in page] == blocks
    assert all(sum(block.height for block in page) <= 120 for page in pages)


def test_bold_is_measured_in_its_own_face() -> None:
    assert lines.measure((("x", True),), BODY) != lines.measure((("x", False),), BODY)
    assert Face.BOLD is not BODY.face
