"""A TrueType font whose subsets are cut and compressed once and kept for all papers."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFTrueTypeFont
from reportlab.pdfbase.ttfonts import TTFont, makeToUnicodeCMap

from desktop.documents.drawing.glyphs import glyph_names

_SYMBOLIC: Final = 4
_FIGURE_NAMES: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_cutting = Lock()


@dataclass(frozen=True, slots=True)
class _Cut:
    """A subset ready to be put into a file: its name, the compressed program and map, the fixed entries."""

    name: str
    program: bytes
    program_length: int
    unicode_map: bytes
    widths: bytes
    descriptor: dict[str, bytes]


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
        """Add the subsets that this document used; reportlab calls it when the file is closed."""
        state = self.state[doc]
        state.frozen = 1
        for number, subset in enumerate(state.subsets):
            cut = _cut(self, tuple(subset))
            internal_name = self.getSubsetInternalName(number, doc)[1:]
            program = deflated(cut.program)
            program.dictionary["Length1"] = cut.program_length
            descriptor = PDFDictionary(dict(cut.descriptor))
            descriptor["FontFile2"] = doc.Reference(program, f"program:{cut.name}")
            font: Any = PDFTrueTypeFont()
            font.Name, font.BaseFont = internal_name, cut.name
            font.FirstChar, font.LastChar, font.Widths = 0, len(subset) - 1, cut.widths
            font.ToUnicode = doc.Reference(deflated(cut.unicode_map), f"unicode:{cut.name}")
            font.FontDescriptor = doc.Reference(descriptor, f"descriptor:{cut.name}")
            doc.Reference(font, internal_name)
            doc.idToObject["BasicFonts"].dict[internal_name] = font
        del self.state[doc]


@lru_cache(maxsize=64)
def _cut(font: KeptFont, subset: tuple[int, ...]) -> _Cut:
    face: Any = font.face
    with _cutting:
        program = face.makeSubset(subset)
    tag = zlib.crc32(repr(subset).encode())
    letters = "".join(chr(ord("A") + (tag >> shift) % 26) for shift in (0, 5, 10, 15, 20, 25))
    name = f"{letters}+{font.fontName}"
    widths: Any = PDFArray([round(face.getCharWidth(code)) for code in subset])
    return _Cut(
        name=name,
        program=zlib.compress(program, 9),
        program_length=len(program),
        unicode_map=zlib.compress(makeToUnicodeCMap(name, subset).encode(), 9),
        widths=widths.format(None),
        descriptor=_descriptor(face, name),
    )


def _descriptor(face: Any, name: str) -> dict[str, bytes]:
    entries = {
        "Type": "/FontDescriptor",
        "FontName": f"/{name}",
        "Flags": _SYMBOLIC,
        "FontBBox": f"[{' '.join(f'{edge:.0f}' for edge in face.bbox)}]",
        "Ascent": round(face.ascent),
        "Descent": round(face.descent),
        "CapHeight": round(face.capHeight),
        "ItalicAngle": round(face.italicAngle),
        "StemV": round(face.stemV),
        "MissingWidth": round(face.defaultWidth),
    }
    return {key: str(value).encode("ascii") for key, value in entries.items()}


def deflated(content: bytes) -> PDFStream:
    """A stream of the file, from content that is compressed already."""
    return PDFStream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), content)
