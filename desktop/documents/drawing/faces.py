"""The bundled typefaces: what each can draw, how wide it is, and how it is coded in a file."""

import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDocument

from desktop.documents.drawing.arabic import has_arabic, visual_order
from desktop.documents.drawing.kept_font import KeptFont

AMOUNTS: Final = "0123456789 ,.−€"
"""What an amount is written with, in either language."""

_ASCII: Final = "".join(map(chr, range(32, 127)))
_EVERYDAY: Final = _ASCII + "éèêëàâîïôûùçœÉÈÊÀÂÎÔÇŒ«»’“”–—−€°…·•"
_SUBSTITUTES: Final = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2011": "-", "'": "’", "\t": " "})


class Face(Enum):
    """The faces of a paper: for text, for columns of figures, and where a text is in Arabic."""

    REGULAR = "AtkinsonHyperlegible-Regular"
    BOLD = "AtkinsonHyperlegible-Bold"
    FIGURES = "AtkinsonHyperlegible-Tabular"
    FIGURES_BOLD = "AtkinsonHyperlegible-BoldTabular"
    ARABIC = "NotoSansArabic-Regular"
    ARABIC_BOLD = "NotoSansArabic-Bold"

    __hash__ = object.__hash__  # members are single; Enum's own hash is slow, and every measure asks for it


_ARABIC_TWIN: Final = {Face.REGULAR: Face.ARABIC, Face.BOLD: Face.ARABIC_BOLD}
_FIGURES_OF: Final = {Face.FIGURES: Face.REGULAR, Face.FIGURES_BOLD: Face.BOLD}
# Given to every document in the same places, so that nearly all papers share one cut of each face.
_FIRST_LETTERS: Final = {
    Face.REGULAR: _EVERYDAY,
    Face.BOLD: _EVERYDAY,
    Face.FIGURES: AMOUNTS,
    Face.FIGURES_BOLD: AMOUNTS,
}


@cache
def font_of(face: Face) -> KeptFont:
    """Open a bundled face once."""
    lender = _FIGURES_OF.get(face, face)
    with as_file(files("desktop.resources").joinpath("fonts", f"{lender.value}.ttf")) as path:
        font = KeptFont(face.value, str(path), asciiReadable=lender is face)
    if lender is not face:
        font.use_tabular_figures()
    return font


def begin(doc: PDFDocument) -> None:
    """Give the document the everyday letters of each face in their usual places."""
    for face, letters in _FIRST_LETTERS.items():
        font_of(face).splitString(letters, doc)


def encoded(text: str, face: Face, doc: PDFDocument) -> Iterator[tuple[str, str]]:
    """Yield what shows a drawable text: names of fonts in the file, each with codes in hexadecimal."""
    font = font_of(face)
    known = _usual_codes(text, face)
    if known:
        yield font.getSubsetInternalName(0, doc), known
        return
    for part, codes in font.splitString(text, doc):
        yield font.getSubsetInternalName(part, doc), codes.hex()


@lru_cache(maxsize=4096)
def runs(text: str, face: Face) -> tuple[tuple[Face, str], ...]:
    """Return what is drawn from left to right: in the face itself, in its Arabic twin where needed."""
    text = unicodedata.normalize("NFC", text).translate(_SUBSTITUTES)
    if not has_arabic(text):
        return ((face, _covered(text, face)),)
    parts: list[tuple[Face, str]] = []
    for letter in visual_order(text):
        drawn_in = face if ord(letter) in _letters(face) else _ARABIC_TWIN.get(face, face)
        if parts and parts[-1][0] is drawn_in:
            parts[-1] = (drawn_in, parts[-1][1] + letter)
        else:
            parts.append((drawn_in, letter))
    return tuple((drawn_in, _covered(part, drawn_in)) for drawn_in, part in parts)


@lru_cache(maxsize=8192)
def width(text: str, face: Face, size: float) -> float:
    """The width of a text in points."""
    thousandths = 0.0
    for drawn_in, part in runs(text, face):
        letters: Any = font_of(drawn_in).face
        thousandths += sum(letters.getCharWidth(ord(letter)) for letter in part)
    return thousandths * size / 1000


@cache
def _usual_places(face: Face) -> dict[int, int]:
    """The codes that `begin` gives to the first letters of a face."""
    doc = PDFDocument()
    begin(doc)
    places: dict[int, int] = font_of(face).state[doc].assignments  # type: ignore[attr-defined]
    return places


@lru_cache(maxsize=4096)
def _usual_codes(text: str, face: Face) -> str:
    """The codes of a text whose letters are all in their usual places, in hexadecimal; else nothing."""
    places = _usual_places(face) if face in _FIRST_LETTERS else {}
    if not all(ord(letter) in places for letter in text):
        return ""
    return bytes(places[ord(letter)] for letter in text).hex()


def _letters(face: Face) -> dict[int, int]:
    glyphs: dict[int, int] = font_of(face).face.charToGlyph
    return glyphs


def _covered(text: str, face: Face) -> str:
    """Replace what the face cannot draw by the bare letter under the accents, or else by a question mark."""
    glyphs = _letters(face)
    if all(ord(letter) in glyphs for letter in text):
        return text
    bare = (unicodedata.normalize("NFD", letter)[0] for letter in text)
    return "".join(
        letter if ord(letter) in glyphs else plain if ord(plain) in glyphs else "?"
        for letter, plain in zip(text, bare, strict=True)
    )
