"""The bundled typefaces, embedded as subsets that are cut and compressed once and kept."""

import unicodedata
import zlib
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import as_file, files
from threading import Lock
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream, PDFTrueTypeFont
from reportlab.pdfbase.ttfonts import TTFont, makeToUnicodeCMap

from desktop.documents.arabic import has_arabic, visual_order
from desktop.documents.glyphs import glyph_names

# Cut into every subset, so that nearly all papers share one cut of each face.
_EVERYDAY: Final = "éèêëàâîïôûùçœÉÈÊÀÂÎÔÇŒ«»’“”–—−€°…·•"
AMOUNTS: Final = "0123456789 ,.−€"
"""What an amount is written with, in either language."""

_SUBSTITUTES: Final = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2011": "-", "'": "’", "\t": " "})
_SYMBOLIC: Final = 4
_cutting = Lock()


class Face(Enum):
    """The faces of a paper: for text, for columns of figures, and where a text is in Arabic."""

    REGULAR = "AtkinsonHyperlegible-Regular"
    BOLD = "AtkinsonHyperlegible-Bold"
    FIGURES = "AtkinsonHyperlegible-Tabular"
    FIGURES_BOLD = "AtkinsonHyperlegible-BoldTabular"
    ARABIC = "NotoSansArabic-Regular"
    ARABIC_BOLD = "NotoSansArabic-Bold"


_ARABIC_TWIN: Final = {Face.REGULAR: Face.ARABIC, Face.BOLD: Face.ARABIC_BOLD}
_FIGURES_OF: Final = {Face.FIGURES: Face.REGULAR, Face.FIGURES_BOLD: Face.BOLD}
_FIGURE_NAMES: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A subset ready to be put into a file: its name, the compressed program and map, the widths."""

    name: str
    program: bytes
    program_length: int
    unicode_map: bytes
    widths: bytes


class KeptFont(TTFont):
    """A font that keeps its cuts: reportlab alone cuts and compresses them again for every document."""

    def use_tabular_figures(self) -> None:
        """Draw 0 to 9 with the glyphs the designer made for columns, all of one width."""
        face: Any = self.face
        glyphs = glyph_names(face.get_table("post"))
        for figure, name in enumerate(_FIGURE_NAMES):
            glyph = glyphs.index(f"{name}.tf")
            face.charToGlyph[ord(str(figure))] = glyph
            face.charWidths[ord(str(figure))] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm

    def addObjects(self, doc: Any) -> None:
        """Add the subsets that this document used."""
        state = self.state[doc]
        state.frozen = 1
        for number, subset in enumerate(state.subsets):
            cut = _cut(self, tuple(subset))
            internal_name = self.getSubsetInternalName(number, doc)[1:]
            font: Any = PDFTrueTypeFont()
            font.Name, font.BaseFont = internal_name, cut.name
            font.FirstChar, font.LastChar, font.Widths = 0, len(subset) - 1, cut.widths
            font.ToUnicode = doc.Reference(_deflated(cut.unicode_map), f"unicode:{cut.name}")
            font.FontDescriptor = doc.Reference(self._descriptor(doc, cut), f"descriptor:{cut.name}")
            doc.Reference(font, internal_name)
            fonts: Any = doc.idToObject["BasicFonts"]
            fonts.dict[internal_name] = font
        del self.state[doc]

    def _descriptor(self, doc: Any, cut: _Cut) -> PDFDictionary:
        face = self.face
        program = _deflated(cut.program)
        program.dictionary["Length1"] = cut.program_length
        return PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "Ascent": face.ascent,
                "CapHeight": face.capHeight,
                "Descent": face.descent,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray(face.bbox),
                "FontName": PDFName(cut.name),
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "FontFile2": doc.Reference(program, f"program:{cut.name}"),
                "MissingWidth": face.defaultWidth,
            }
        )


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
    for face in _ARABIC_TWIN:
        font_of(face).splitString(_EVERYDAY, doc)
    for face in _FIGURES_OF:
        font_of(face).splitString(AMOUNTS, doc)


def encoded(text: str, face: Face, doc: PDFDocument) -> list[tuple[str, bytes]]:
    """Split drawable text into (name of the font in the file, character codes)."""
    font = font_of(face)
    return [(font.getSubsetInternalName(part, doc), codes) for part, codes in font.splitString(text, doc)]


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
    """The width of a text in points, figures at their own widths."""
    return (
        sum(units(letter, drawn_in) for drawn_in, part in runs(text, face) for letter in part) * size / 1000
    )


def units(letter: str, face: Face) -> float:
    """The advance of a letter in thousandths of the size."""
    letters: Any = font_of(face).face
    return float(letters.getCharWidth(ord(letter)))


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


@lru_cache(maxsize=64)
def _cut(font: KeptFont, subset: tuple[int, ...]) -> _Cut:
    with _cutting:
        program = font.face.makeSubset(subset)
    tag = zlib.crc32(repr(subset).encode())
    letters = "".join(chr(ord("A") + (tag >> shift) % 26) for shift in (0, 5, 10, 15, 20, 25))
    name = f"{letters}+{font.fontName}"
    advances: Any = font.face
    widths = PDFArray([round(advances.getCharWidth(code)) for code in subset])
    return _Cut(
        name=name,
        program=zlib.compress(program, 9),
        program_length=len(program),
        unicode_map=zlib.compress(makeToUnicodeCMap(name, subset).encode(), 9),
        widths=widths.format(None),
    )


def _deflated(content: bytes) -> PDFStream:
    return PDFStream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), content)
