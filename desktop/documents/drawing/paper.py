"""A PDF file being made: its pages, its identity and its language."""

import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFPage,
    PDFResourceDictionary,
)

from desktop.documents.drawing import faces
from desktop.documents.drawing.kept_font import deflated
from desktop.documents.drawing.pen import Pen
from desktop.documents.drawing.watermark import BLEND, mark
from desktop.documents.parties import LandlordCard

_PROGRAM = "Guichet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a PDF reader shows about the file; `made_at` is the paper's own time, never the clock's."""

    title: str
    author: LandlordCard
    subject: str
    made_at: datetime
    language_tag: str


@dataclass(slots=True)
class PaperFile:
    """Collects pages of one size and gives the file. The same identity and pages give the same bytes."""

    identity: Identity
    width: float
    height: float
    doc: PDFDocument = field(init=False)
    pens: list[Pen] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.doc = PDFDocument(
            compression=1,
            invariant=1,
            pdfVersion=(1, 4),
            lang=self.identity.language_tag,
        )
        faces.begin(self.doc)

    def page(self) -> Pen:
        """Begin the next page."""
        self.pens.append(Pen(self.doc, self.height))
        return self.pens[-1]

    def pdf(self) -> bytes:
        """Close the file and return it."""
        identity = self.identity
        made_at = f"D:{identity.made_at.astimezone(UTC):%Y%m%d%H%M%S}Z"
        self.doc.setTitle(_plain(identity.title))
        self.doc.setAuthor(identity.author.name)
        self.doc.setSubject(_plain(identity.subject))
        self.doc.setCreator(_PROGRAM)
        self.doc.setProducer(_PROGRAM)
        self.doc.setDateFormatter(lambda *_clock: made_at)
        for pen in self.pens:
            self.doc.addPage(self._page(pen))
        return self.doc.GetPDFData(None)

    def _page(self, pen: Pen) -> Any:
        page: Any = PDFPage()
        page.pagewidth, page.pageheight = round(self.width, 2), round(self.height, 2)
        resources: Any = PDFResourceDictionary()
        page.Resources = resources
        resources.basicFonts()
        resources.basicProcs()
        if self.identity.author.is_demonstration:
            resources.ExtGState = PDFDictionary({BLEND: PDFDictionary({"BM": PDFName("Multiply")})})
            mark(pen, self.width)
        page.Contents = deflated(zlib.compress(" ".join(pen.operators).encode("ascii")))
        return page


def _plain(text: str) -> str:
    """What lists of files and searches show: with spaces like any other."""
    return " ".join(text.split())
